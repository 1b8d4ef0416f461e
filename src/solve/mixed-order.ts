/**
 * The numbers below `count` in an order in which those that stand together are far apart, so that a few that follow
 * each other are a fair sample of all.
 */
export function mixOrder(count: number): Int32Array {
  const order = new Int32Array(count);
  const step = Math.max(1, Math.floor(Math.sqrt(order.length)));
  let position = 0;
  for (let start = 0; start < step; start++) {
    for (let number = start; number < count; number += step) order[position++] = number;
  }
  return order;
}
