/**
 * Who may be in a pair that gains since the last look at all candidates.
 *
 * A pair gains by new prices only where what its two people ask has fallen in sum. Prices often move together:
 * all mentors of a part of the network ask less by as much as its mentees ask more, which changes no pair there.
 * So changes are measured against the one most frequent among mentors: where no mentor fell more than that and
 * no mentee rose by less, no sum has fallen. Vectors in lexicographic order can be added side by side, so that
 * this holds for them as for numbers.
 */
import type { Marked, Query } from '../domain/pairing.ts';

/** What mentors and mentees ask, as in a query. */
export type PairPrices = Pick<Query, 'mentors' | 'mentees'>;

/** Marks people of whom each pair that gains by new prices has one at least. */
export function markCheaper(before: PairPrices, now: PairPrices, limbs: number): Marked {
  const shift = findUsualChange(before.mentors, now.mentors, limbs);
  return {
    mentors: markBelow(before.mentors, now.mentors, shift),
    mentees: markBelow(
      before.mentees,
      now.mentees,
      shift.map(limb => -limb),
    ),
  };
}

/** The share of all pairs that marked people are in. */
export function measureShare({ mentors, mentees }: Marked): number {
  const share = (marks: Uint8Array) => marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
  return 1 - (1 - share(mentors)) * (1 - share(mentees));
}

/** The most frequent change. */
function findUsualChange(before: Float64Array, now: Float64Array, limbs: number): Float64Array {
  const counts = new Map<string, number>();
  let usual = new Float64Array(limbs);
  let most = 0;
  for (let at = 0; at < now.length; at += limbs) {
    if (!Number.isFinite(now[at]!)) continue;
    const change = now.subarray(at, at + limbs).map((limb, l) => limb - before[at + l]!);
    const count = 1 + (counts.get(change.join()) ?? 0);
    counts.set(change.join(), count);
    if (count > most) [most, usual] = [count, change];
  }
  return usual;
}

/** Marks those whose change comes before another one. */
function markBelow(before: Float64Array, now: Float64Array, change: Float64Array): Uint8Array {
  const limbs = change.length;
  return Uint8Array.from({ length: now.length / limbs }, (_, person) => {
    for (let l = 0; l < limbs; l++) {
      const more = now[person * limbs + l]! - before[person * limbs + l]! - change[l]!;
      // Who may meet nobody asks for what is infinite, before and now.
      if (more !== 0 && !Number.isNaN(more)) return more < 0 ? 1 : 0;
    }
    return 0;
  });
}
