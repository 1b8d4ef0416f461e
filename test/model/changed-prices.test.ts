import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markCheaper, measureShare, type PairPrices } from '../../src/model/changed-prices.ts';
import { runs } from '../support/runs.ts';

const LIMBS = 2;

/** Prices that move together here and there, as a solver's do; who may meet nobody asks for what is infinite. */
const moves: fc.Arbitrary<{ readonly before: PairPrices; readonly now: PairPrices }> = fc
  .record({
    mentors: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(3)), { minLength: 1, maxLength: 9 }),
    mentees: fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.nat(3)), { minLength: 1, maxLength: 9 }),
    shifts: fc.array(fc.tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: -5, max: 5 })), {
      minLength: 4,
      maxLength: 4,
    }),
    barred: fc.constantFrom(0, 0, 4),
  })
  .map(({ mentors, mentees, shifts, barred }) => {
    const prices = (people: readonly (readonly [number, number])[], sign: number) =>
      Float64Array.from(
        people.flatMap(([price, block], index) => {
          const shift = sign === 0 ? [0, 0] : shifts[block]!.map(limb => sign * limb);
          const isOut = barred > 0 && index % barred === 0;
          return [price + shift[0]!, 7 * price + shift[1]!].map(limb => (isOut ? Number.POSITIVE_INFINITY : limb));
        }),
      );
    return {
      before: { mentors: prices(mentors, 0), mentees: prices(mentees, 0) },
      now: { mentors: prices(mentors, -1), mentees: prices(mentees, 1) },
    };
  });

/** By how much what a pair asks has changed, limb by limb. */
function change({ before, now }: { before: PairPrices; now: PairPrices }, mentor: number, mentee: number): number[] {
  const asked = ({ mentors, mentees }: PairPrices, l: number) =>
    mentors[mentor * LIMBS + l]! + mentees[mentee * LIMBS + l]!;
  return Array.from({ length: LIMBS }, (_, l) => asked(now, l) - asked(before, l));
}

describe('who may be in a pair that gains by new prices', () => {
  test('are people of every pair that asks less than before', () => {
    fc.assert(
      fc.property(moves, ({ before, now }) => {
        const marked = markCheaper(before, now, LIMBS);
        for (const mentor of marked.mentors.keys()) {
          for (const mentee of marked.mentees.keys()) {
            const first = change({ before, now }, mentor, mentee).find(limb => limb !== 0);
            if (first !== undefined && first < 0)
              expect(marked.mentors[mentor]! + marked.mentees[mentee]!).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('are nobody where all mentors ask less by as much as all mentees ask more', () => {
    const before = { mentors: Float64Array.of(5, 1, 9, 0), mentees: Float64Array.of(2, 2, 3, 3, 4, 4) };
    const now = { mentors: Float64Array.of(4, 9, 8, 8), mentees: Float64Array.of(3, -6, 4, -5, 5, -4) };
    const marked = markCheaper(before, now, LIMBS);
    expect([...marked.mentors, ...marked.mentees]).toEqual([0, 0, 0, 0, 0]);
    expect(measureShare(marked)).toBe(0);
  });

  test('are a share of all pairs', () => {
    expect(measureShare({ mentors: Uint8Array.of(1, 0), mentees: Uint8Array.of(0, 0, 1, 0) })).toBe(
      1 - (1 / 2) * (3 / 4),
    );
  });
});
