/** Items by what they have in common, in the order in which that is first met. */
export function groupBy<Item, Value>(
  items: Iterable<Item>,
  getKey: (item: Item) => string,
  getValue: (item: Item) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const item of items) {
    const group = groups.get(getKey(item));
    if (group === undefined) groups.set(getKey(item), [getValue(item)]);
    else group.push(getValue(item));
  }
  return groups;
}
