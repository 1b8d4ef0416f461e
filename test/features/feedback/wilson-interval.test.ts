import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateShare } from '../../../src/features/feedback/wilson-interval.ts';
import { runs } from '../../support/runs.ts';

test.each([
  // Worked out with fractions by hand-solving the quadratic, to one decimal.
  [9, 10, 59.6, 98.2],
  [1, 10, 1.8, 40.4],
  [0, 10, 0, 27.8],
  [10, 10, 72.2, 100],
  [50, 100, 40.4, 59.6],
  [3, 8, 13.7, 69.4],
  [1, 1, 20.7, 100],
])('%i of %i lies between %f and %f percent', (part, whole, from, to) => {
  expect(estimateShare(part, whole)).toMatchObject({ part, whole, from, to });
});

/**
 * The bounds are where a share p is just 1.96 standard errors from what was seen: (p̂ − p)² = z² p (1 − p) / n. Found by halving, with
 * nothing of the formula.
 */
function searchBound(part: number, whole: number, isUpper: boolean): number {
  const seen = part / whole;
  const isWithin = (p: number) => (seen - p) ** 2 <= (1.96 ** 2 * p * (1 - p)) / whole;
  let [inside, outside] = [seen, isUpper ? 1 : 0];
  if (isWithin(outside) && seen !== outside) return outside;
  for (let step = 0; step < 60; step++) {
    const middle = (inside + outside) / 2;
    if (isWithin(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

test('the bounds are those of the score test', () => {
  const counts = fc
    .integer({ min: 1, max: 500 })
    .chain(whole => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
  fc.assert(
    fc.property(counts, ([part, whole]) => {
      const { from, to } = estimateShare(part, whole);
      expect(Math.abs(from - 100 * searchBound(part, whole, false))).toBeLessThan(0.0501);
      expect(Math.abs(to - 100 * searchBound(part, whole, true))).toBeLessThan(0.0501);
      expect(from).toBeLessThanOrEqual((100 * part) / whole + 0.05);
    }),
    { numRuns: runs(200) },
  );
});
