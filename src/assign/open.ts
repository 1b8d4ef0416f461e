import type { Candidates } from '../domain/pairing.ts';
import type { Limit } from '../domain/policy.ts';
import type { Mentee, Mentor, Roster, Side } from '../domain/roster.ts';

/** The index of the limit that counts the tandems of a country on a side, or −1. */
export type LimitOf = (side: Side, country: string) => number;

export function limitsByCountry(limits: readonly Limit[]): LimitOf {
  const index = new Map(limits.map((limit, number) => [`${limit.side} ${limit.country}`, number]));
  return (side, country) => index.get(`${side} ${country}`) ?? -1;
}

/** Eligible pairs that could become tandems as far as places, wants and limits of 0 go; by mentee, then mentor. */
export interface OpenPairs {
  readonly mentor: Int32Array;
  readonly mentee: Int32Array;
  /** The number of the pair among the candidates. */
  readonly candidate: Int32Array;
}

export function openPairs(
  roster: Roster,
  limits: readonly Limit[],
  limitOf: LimitOf,
  candidates: Candidates,
): OpenPairs {
  const closed = (side: Side, country: string) => limits[limitOf(side, country)]?.max === 0;
  const mentorOpen = roster.mentors.map((m: Mentor) => m.capacity > 0 && !closed('mentor', m.country));
  const menteeOpen = roster.mentees.map((e: Mentee) => e.wants > 0 && !closed('mentee', e.country));
  const size = candidates.mentor.length;
  const pairs = { mentor: new Int32Array(size), mentee: new Int32Array(size), candidate: new Int32Array(size) };
  let count = 0;
  for (let e = 0; e < roster.mentees.length; e++) {
    if (!menteeOpen[e]) continue;
    for (let c = candidates.start[e]!; c < candidates.start[e + 1]!; c++) {
      const m = candidates.mentor[c]!;
      if (!mentorOpen[m]) continue;
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
