import { DEMANDS, HOPES } from '../domain/certificate.ts';
import type { Demand } from '../domain/demands.ts';
import type { ProvenLevel } from '../domain/objective-levels.ts';
import type { Affinity, CandidateSearch, Candidates, Eligibility } from '../domain/pairing.ts';
import type { PeopleBySide } from '../domain/people-open-to-tandems.ts';
import type { Terms } from '../domain/policy.ts';
import type { Progress } from '../domain/progress.ts';
import type { Roster } from '../domain/roster.ts';
import { TIES, type Ties } from '../domain/ties.ts';
import type { WorkerPool } from '../domain/worker-pool.ts';

/** What is to be solved: which people and pairs, for which levels, and what must come about. */
export interface Task {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly eligibility: Eligibility;
  readonly affinity: Affinity;
  readonly candidates: Candidates;
  /** The people in question, who could have a tandem as far as slots and limits of 0 go, and the search among them. */
  readonly people: PeopleBySide;
  readonly search: CandidateSearch;
  /** Those who search. */
  readonly crew: WorkerPool;
  /** Without `worst`, which is no sum and is solved by trying floors (see solve-with-worst-score.ts). */
  readonly levels: readonly ProvenLevel[];
  readonly demands: readonly Demand[];
  /** What should come about as far as demands allow (see features/match/smallest-conflict.ts). */
  readonly hopes: readonly Demand[];
  /** The least score of a pair in thousandths. */
  readonly floor: number;
  /** What decides between what is still equal: the hashes of the ids; null where nothing is to. */
  readonly ties: Ties | null;
  readonly watch: Progress;
}

/** A level as it is solved: one of the objective, or one of ours around it. */
export type TaskLevel =
  | Pick<ProvenLevel, 'name' | 'kind' | 'pairTerm'>
  | { readonly name: string; readonly kind: 'demands' | 'ties'; readonly pairTerm: OwnTerm };

/** What our own levels count of a pair: whether it is asked for (see demand-index.ts), and its hash. */
type OwnTerm = { readonly kind: 'asked' | 'tie' };

/** The levels that a task is solved on, in order: what must come about, the objective, ties. */
export function listTaskLevels({ levels, demands, hopes, ties }: Task): TaskLevel[] {
  const makeAsked = (name: string): TaskLevel => ({ name, kind: 'demands', pairTerm: { kind: 'asked' } });
  return [
    ...(demands.length > 0 ? [makeAsked(DEMANDS)] : []),
    ...(hopes.length > 0 ? [makeAsked(HOPES)] : []),
    ...levels,
    ...(ties === null ? [] : [{ name: TIES, kind: 'ties', pairTerm: { kind: 'tie' } } as const]),
  ];
}
