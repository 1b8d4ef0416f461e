import { DEMANDS, HOPES } from '../domain/certificate.ts';
import type { Demand } from '../domain/demands.ts';
import type { ProvenLevel } from '../domain/levels.ts';
import { type LimitChains, limitChains } from '../domain/limits.ts';
import type { Affinity, CandidateSearch, Candidates, Eligibility, Tandem } from '../domain/pairing.ts';
import type { Limit, Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { TIES } from '../domain/ties.ts';
import type { Watch } from '../domain/watch.ts';

/** What is to be solved: which people and pairs, for which levels, and what must come about. */
export interface Task {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly eligibility: Eligibility;
  readonly affinity: Affinity;
  /** Over the people who could have a tandem (see openPeople). */
  readonly search: CandidateSearch;
  /** Without `worst`, which is no sum and is solved by trying floors (see objective.ts). */
  readonly levels: readonly ProvenLevel[];
  readonly demands: readonly Demand[];
  /** What should come about as far as demands allow (see explain/clash.ts). */
  readonly hopes: readonly Demand[];
  /** The least score of a pair in thousandths. */
  readonly floor: number;
  /** Whether what is still equal is to be decided by the hash of the ids. */
  readonly ties: boolean;
  readonly watch: Watch;
}

/** The names of the levels that a task is solved on, in order: what must come about, the objective, ties. */
export function levelsOf({ levels, demands, hopes, ties }: Task): string[] {
  return [
    ...(demands.length > 0 ? [DEMANDS] : []),
    ...(hopes.length > 0 ? [HOPES] : []),
    ...levels.map(({ name }) => name),
    ...(ties ? [TIES] : []),
  ];
}

/** The search over everybody who could have a tandem as far as places and limits of 0 go. */
export function searchAmongOpen({ roster, terms, candidates }: Scene): CandidateSearch {
  const { mentors, mentees } = openPeople(roster, terms.limits, limitChains(terms.limits));
  return candidates.searchAmong(mentors, mentees);
}

interface Scene {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly candidates: Candidates;
}

export function openPeople({ mentors, mentees }: Roster, limits: readonly Limit[], chains: LimitChains) {
  const reachable = openCountries(limits, chains);
  return {
    mentors: Int32Array.from(mentors.keys()).filter(m => mentors[m]!.capacity > 0 && reachable('mentor', mentors[m]!.country)),
    mentees: Int32Array.from(mentees.keys()).filter(e => reachable('mentee', mentees[e]!.country)),
  };
}

/** Tells whether two people could be a tandem as far as places and limits of 0 go. */
export function openTest({ roster, terms }: Task): (pair: Tandem) => boolean {
  const reachable = openCountries(terms.limits, limitChains(terms.limits));
  return ({ mentor, mentee }) => {
    const { capacity, country } = roster.mentors[mentor]!;
    return capacity > 0 && reachable('mentor', country) && reachable('mentee', roster.mentees[mentee]!.country);
  };
}

function openCountries(limits: readonly Limit[], chains: LimitChains) {
  return (side: Side, country: string) => chains(side, country).every(limit => limits[limit]!.max > 0);
}
