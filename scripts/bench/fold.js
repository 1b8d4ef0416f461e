// @ts-check
// Folds the levels of an objective into one number a pair, as the peers need it.

/** How many times what one tandem comes to is below 2^53, so that solvers that count in doubles can add along a path. */
const ROOM = 16;

/**
 * One unit of a level is worth more than everything that the levels after it can come to. What all tandems come to may be
 * beyond 2^53: drivers add it up in whole numbers of 64 bits, or are run where it is not.
 *
 * @param {readonly number[]} largest the largest gain of one tandem on each level, the first level first
 * @param {number} tandems the most tandems there can be
 * @returns {number[]} what a unit of each level is worth
 */
export function foldFactors(largest, tandems) {
  const factors = largest.map(() => 1);
  let [after, pair] = [0, 0];
  for (let level = largest.length - 1; level >= 0; level--) {
    factors[level] = after + 1;
    pair += (largest[level] ?? 0) * (after + 1);
    after += tandems * (largest[level] ?? 0) * (after + 1);
  }
  if (ROOM * pair > Number.MAX_SAFE_INTEGER) throw new Error(`folded, a tandem comes to ${pair}: too near to 2^53`);
  return factors;
}

/**
 * What all numbers of a row have in common, so that scores can be counted in larger units.
 *
 * @param {number} a
 * @param {number} b
 * @returns {number}
 */
export function commonDivisor(a, b) {
  while (b !== 0) [a, b] = [b, a % b];
  return Math.abs(a);
}
