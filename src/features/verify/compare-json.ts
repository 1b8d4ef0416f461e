/** Where two JSON values differ; null where there is none. */
export interface ValueDifference {
  readonly path: string;
  readonly found: string | null;
  readonly expected: string | null;
}

/** The first spot where two JSON values differ, or null. */
export function findValueDifference(found: unknown, expected: unknown, path = ''): ValueDifference | null {
  const isLeaf = (value: unknown) => typeof value !== 'object' || value === null;
  if (isLeaf(expected) || isLeaf(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return Object.is(found, expected)
      ? null
      : { path, found: abbreviateValue(found), expected: abbreviateValue(expected) };
  }
  const keys = [...new Set([...Object.keys(Object(expected)), ...Object.keys(Object(found))])];
  for (const key of keys) {
    const inner = path === '' ? key : `${path}.${key}`;
    const difference = findValueDifference(getEntry(found, key), getEntry(expected, key), inner);
    if (difference !== null) return difference;
  }
  return null;
}

/** What an object has itself: every object has a `__proto__` from elsewhere. */
export function getEntry(value: unknown, key: string): unknown {
  return Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : undefined;
}

/** A value as JSON, not longer than a sentence; null for none. */
export function abbreviateValue(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)} …` : text;
}
