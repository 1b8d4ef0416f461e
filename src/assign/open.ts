import type { LimitChains } from '../domain/limits.ts';
import type { Candidates } from '../domain/pairing.ts';
import type { Limit } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';

/** Eligible pairs that could become tandems as far as places, limits of 0 and a least score go; by mentee, then mentor. */
export interface OpenPairs {
  readonly mentor: Int32Array;
  readonly mentee: Int32Array;
  /** The number of the pair among the candidates. */
  readonly candidate: Int32Array;
}

/** @param floor the least score in thousandths that a pair must have. */
export function openPairs(
  roster: Roster,
  limits: readonly Limit[],
  chains: LimitChains,
  candidates: Candidates,
  floor: number,
): OpenPairs {
  const closed = (side: Side, country: string) => chains(side, country).some(limit => limits[limit]!.max === 0);
  const mentorOpen = roster.mentors.map(({ capacity, country }) => capacity > 0 && !closed('mentor', country));
  const menteeOpen = roster.mentees.map(({ country }) => !closed('mentee', country));
  const size = candidates.mentor.length;
  const pairs = { mentor: new Int32Array(size), mentee: new Int32Array(size), candidate: new Int32Array(size) };
  let count = 0;
  for (let e = 0; e < roster.mentees.length; e++) {
    if (!menteeOpen[e]) continue;
    for (let c = candidates.start[e]!; c < candidates.start[e + 1]!; c++) {
      const m = candidates.mentor[c]!;
      if (!mentorOpen[m] || candidates.score[c]! < floor) continue;
      pairs.mentor[count] = m;
      pairs.mentee[count] = e;
      pairs.candidate[count++] = c;
    }
  }
  return {
    mentor: pairs.mentor.slice(0, count),
    mentee: pairs.mentee.slice(0, count),
    candidate: pairs.candidate.slice(0, count),
  };
}
