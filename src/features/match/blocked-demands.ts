import { listNumbers } from '../../domain/bits.ts';
import type { Clash, Demand } from '../../domain/demands.ts';
import { indexLimitPaths } from '../../domain/limit-paths.ts';
import type { Candidates } from '../../domain/pairing.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';

interface DemandContext {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly candidates: Candidates;
}

/**
 * The mentors without any slot and the limits of 0 that stand between a demand and the pairs that could meet it. The
 * solver never sees such pairs (see domain/people-open-to-tandems.ts), so it has no price that would show them.
 */
export function findBlockers(demands: readonly Demand[], { roster, terms, candidates }: DemandContext): Clash['short'] {
  const paths = indexLimitPaths(terms.limits);
  const mentors = new Set<number>();
  const limits = new Set<number>();
  for (const [e, mentee] of roster.mentees.entries()) {
    for (const m of listNumbers(candidates.partnersOf('mentee', e))) {
      const mentor = roster.mentors[m]!;
      const country = { mentor: mentor.country, mentee: mentee.country };
      if (!demands.some(demand => couldMeet(demand, m, e, country))) continue;
      if (mentor.capacity === 0) mentors.add(m);
      for (const limit of [...paths('mentor', country.mentor), ...paths('mentee', country.mentee)]) {
        if (terms.limits[limit]!.max === 0) limits.add(limit);
      }
    }
  }
  return { mentors: [...mentors].sort((a, b) => a - b), mentees: [], limits: [...limits].sort((a, b) => a - b) };
}

function couldMeet(
  demand: Demand,
  mentor: number,
  mentee: number,
  country: { readonly mentor: string; readonly mentee: string },
): boolean {
  switch (demand.kind) {
    case 'lock':
      return demand.note.mentor === mentor && demand.note.mentee === mentee;
    case 'minimum':
      return demand.limit.countries.includes(country[demand.limit.side]);
    case 'load':
      return demand.mentor === mentor;
  }
}
