// @ts-check
// Folds the levels of an objective into one number a pair, as the peers need it.

/**
 * One unit of a level is worth more than everything that the levels after it can come to.
 *
 * @param {readonly number[]} largest the largest gain of one tandem on each level, the first level first
 * @param {number} tandems the most tandems there can be
 * @returns {number[]} what a unit of each level is worth
 */
export function foldFactors(largest, tandems) {
  const factors = largest.map(() => 1);
  let after = 0;
  for (let level = largest.length - 1; level >= 0; level--) {
    factors[level] = after + 1;
    after += tandems * (largest[level] ?? 0) * (after + 1);
  }
  if (after > Number.MAX_SAFE_INTEGER) throw new Error(`folded, the levels come to ${after}, which is beyond 2^53`);
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
