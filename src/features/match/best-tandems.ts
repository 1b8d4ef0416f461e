import { DEMANDS, type Proof } from '../../domain/certificate.ts';
import type { Crew } from '../../domain/crew.ts';
import { type Clash, type Demand, demandsOf, unitsOf } from '../../domain/demands.ts';
import { InternalError } from '../../domain/errors.ts';
import { levelsInForce } from '../../domain/levels.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Watch } from '../../domain/watch.ts';
import { type Solution, solveObjective } from '../../model/solve-objective.ts';
import { openPeople, type Task } from '../../model/task.ts';
import { tryDemands } from '../../model/try-demands.ts';
import type { Pairing } from '../../pair/pairing.ts';
import { withoutRoom } from './blocked-demands.ts';
import { smallestLockClash } from './lock-conflict.ts';
import { type KnownClash, smallestClash } from './smallest-conflict.ts';

/** The best tandems there are, with their proof; or the demands that no tandems meet. */
export type Best =
  | ({ readonly kind: 'solved' } & Solution)
  /** Locks, minimums and least loads that cannot be met together. */
  | { readonly kind: 'clash'; readonly clash: Clash };

/** What is to be solved for a roster under its terms. */
export function taskOf(
  roster: Roster,
  terms: Terms,
  { candidates, eligibility, affinity, ties }: Pairing,
  watch: Watch,
  crew: Crew,
): Task {
  const people = openPeople(roster, terms);
  return {
    ...{ roster, terms, eligibility, affinity, candidates, people, ties, watch, crew },
    search: candidates.searchAmong(people.mentors, people.mentees),
    levels: levelsInForce(terms.policy, roster),
    demands: demandsOf(roster, terms),
    hopes: [],
    floor: Number.NEGATIVE_INFINITY,
  };
}

/**
 * Solves a task level by level.
 * @throws PointsTooLarge where sums would not be exact.
 */
export function bestTandems(task: Task): Best {
  const solution = solveObjective(task);
  return meetsDemands(task, solution.proof) ? { kind: 'solved', ...solution } : { kind: 'clash', clash: clashOf(task) };
}

function meetsDemands({ demands }: Task, { levels }: Proof): boolean {
  const demanded = demands.reduce((sum, demand) => sum + unitsOf(demand), 0);
  return (levels.find(({ level }) => level === DEMANDS)?.value ?? 0) === demanded;
}

function clashOf(task: Task): Clash {
  const demands = smallestClash(task.demands, required => tryDemands(task, required).unmet, lockClashOf(task));
  if (demands === null) throw new InternalError('demands that clashed can be met');
  const { short } = tryDemands(task, demands);
  const isShown = [short.mentors, short.mentees, short.limits].some(({ length }) => length > 0);
  return { demands, short: isShown ? short : withoutRoom(demands, task) };
}

/** Locks that clash among themselves need not be tried out, unless one is of people who may not meet: a smaller clash is not of locks alone. */
function lockClashOf({ roster, terms, demands, eligibility }: Task): KnownClash<Demand> | null {
  const mayMeet = (demand: Demand) =>
    demand.kind !== 'lock' || eligibility.barred(demand.note.mentor, demand.note.mentee) === 0;
  const clash = demands.every(mayMeet) ? smallestLockClash(demands, roster, terms) : null;
  return clash && { clash, others: demands.filter(({ kind }) => kind !== 'lock') };
}
