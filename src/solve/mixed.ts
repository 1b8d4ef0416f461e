/**
 * The numbers from `first` to `end` − 1 in an order in which those that stand together are far apart, so that a few that follow each
 * other are a fair sample of all.
 */
export function mixed(first: number, end: number): Int32Array {
  const order = new Int32Array(end - first);
  const step = Math.max(1, Math.floor(Math.sqrt(order.length)));
  let place = 0;
  for (let start = 0; start < step; start++) {
    for (let number = first + start; number < end; number += step) order[place++] = number;
  }
  return order;
}
