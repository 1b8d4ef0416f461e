import { DEMANDS, type Proof } from '../../domain/certificate.ts';
import { type Clash, countUnits, type Demand, listDemands } from '../../domain/demands.ts';
import { InternalError } from '../../domain/errors.ts';
import { listProvenLevels } from '../../domain/objective-levels.ts';
import { listOpenPeople } from '../../domain/people-open-to-tandems.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Roster } from '../../domain/roster.ts';
import type { WorkerPool } from '../../domain/worker-pool.ts';
import { type ProvenTandems, solveObjective } from '../../model/solve-with-worst-score.ts';
import type { Task } from '../../model/task.ts';
import { tryDemands } from '../../model/try-demands.ts';
import type { Pairing } from '../../pair/pairing.ts';
import { findBlockers } from './blocked-demands.ts';
import { findSmallestLockClash } from './lock-conflict.ts';
import { findSmallestClash, type KnownClash } from './smallest-conflict.ts';

/** The best tandems there are, with their proof; or the demands that no tandems meet. */
export type BestTandems =
  | ({ readonly kind: 'solved' } & ProvenTandems)
  /** Locks, minimums and least loads that cannot be met together. */
  | { readonly kind: 'clash'; readonly clash: Clash };

/** What is to be solved for a roster under its terms. */
export function makeTask(
  roster: Roster,
  terms: Terms,
  { candidates, eligibility, affinity, ties }: Pairing,
  watch: Progress,
  crew: WorkerPool,
): Task {
  const people = listOpenPeople(roster, terms);
  return {
    ...{ roster, terms, eligibility, affinity, candidates, people, ties, watch, crew },
    search: candidates.searchAmong(people.mentors, people.mentees),
    levels: listProvenLevels(terms.policy, roster),
    demands: listDemands(roster, terms),
    hopes: [],
    floor: Number.NEGATIVE_INFINITY,
  };
}

/**
 * Solves a task level by level.
 * @throws PointsTooLarge where sums would not be exact.
 */
export function findBestTandems(task: Task): BestTandems {
  const solution = solveObjective(task);
  return hasMetDemands(task, solution.proof)
    ? { kind: 'solved', ...solution }
    : { kind: 'clash', clash: findClash(task) };
}

function hasMetDemands({ demands }: Task, { levels }: Proof): boolean {
  const demanded = demands.reduce((sum, demand) => sum + countUnits(demand), 0);
  return (levels.find(({ level }) => level === DEMANDS)?.value ?? 0) === demanded;
}

function findClash(task: Task): Clash {
  const demands = findSmallestClash(task.demands, required => tryDemands(task, required).unmet, findLockClash(task));
  if (demands === null) throw new InternalError('demands that clashed can be met');
  const { short } = tryDemands(task, demands);
  const isShown = [short.mentors, short.mentees, short.limits].some(({ length }) => length > 0);
  return { demands, short: isShown ? short : findBlockers(demands, task) };
}

/**
 * Locks that clash among themselves need not be tried out, unless one is of people who may not meet: a
 * smaller clash is not of locks alone.
 */
function findLockClash({ roster, terms, demands, eligibility }: Task): KnownClash<Demand> | null {
  const mayMeet = (demand: Demand) =>
    demand.kind !== 'lock' || eligibility.barred(demand.note.mentor, demand.note.mentee) === 0;
  const clash = demands.every(mayMeet) ? findSmallestLockClash(demands, roster, terms) : null;
  return clash && { clash, others: demands.filter(({ kind }) => kind !== 'lock') };
}
