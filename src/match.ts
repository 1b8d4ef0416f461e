import { type Solution, solveObjective } from './assign/objective.ts';
import { openPeople, type Task } from './assign/task.ts';
import { tryDemands } from './assign/trial.ts';
import { DEMANDS, type LevelValue, type Proof } from './domain/certificate.ts';
import { type Clash, demandsOf, unitsOf } from './domain/demands.ts';
import { InternalError, PointsTooLarge } from './domain/errors.ts';
import { levelsInForce } from './domain/levels.ts';
import type { Matching } from './domain/matching.ts';
import type { Terms } from './domain/policy.ts';
import type { Roster } from './domain/roster.ts';
import { unwatched, type Watch } from './domain/watch.ts';
import { smallestClash } from './explain/clash.ts';
import { matchingOf } from './explain/matching.ts';
import { withoutRoom } from './explain/roomless.ts';
import { type Pairing, pairingOf } from './pair/pairing.ts';
import { audit } from './verify/audit.ts';
import { refutation } from './verify/prove.ts';

/** What became of a roster under its terms. */
export type Outcome =
  | { readonly kind: 'matched'; readonly matching: Matching; readonly proof: Proof; readonly parts: readonly string[] }
  /** Locks, minimums and least loads that cannot be met together. */
  | { readonly kind: 'clash'; readonly clash: Clash }
  /** Points so large that their sums would not be exact on this level. */
  | { readonly kind: 'too-large'; readonly level: string };

/**
 * The way from people to tandems, in the order in which it happens: who may meet and how well they fit, all candidates, the
 * problem solved level by level, the result checked as by a stranger, and why everybody has what they have.
 */
export function match(roster: Roster, terms: Terms, watch: Watch = unwatched): Outcome {
  watch('compile');
  const pairing = pairingOf(roster, terms);
  const task = taskOf(roster, terms, pairing, watch);
  const solution = solvedOrTooLarge(task);
  if ('kind' in solution) return solution;
  const { tandems, proof } = solution;
  if (!meetsDemands(task, proof.levels)) return { kind: 'clash', clash: clashOf(task) };
  watch('prove');
  holdAgainstRules(task, pairing, solution);
  watch('explain');
  const matching = matchingOf({ roster, terms, tandems, ...pairing }, pairing.affinity);
  return { kind: 'matched', matching, proof, parts: pairing.affinity.parts };
}

/** Everything that there is to solve. */
export function taskOf(
  roster: Roster,
  terms: Terms,
  { candidates, eligibility, affinity, ties }: Pairing,
  watch: Watch,
): Task {
  const people = openPeople(roster, terms);
  return {
    ...{ roster, terms, eligibility, affinity, candidates, people, ties, watch },
    search: candidates.searchAmong(people.mentors, people.mentees),
    levels: levelsInForce(terms.policy, roster),
    demands: demandsOf(roster, terms),
    hopes: [],
    floor: Number.NEGATIVE_INFINITY,
  };
}

function solvedOrTooLarge(task: Task): Solution | Extract<Outcome, { kind: 'too-large' }> {
  try {
    return solveObjective(task);
  } catch (trouble) {
    if (trouble instanceof PointsTooLarge) return { kind: 'too-large', level: trouble.level };
    throw trouble;
  }
}

/** Whether tandems that come to these values meet all demands of a task. */
export function meetsDemands({ demands }: Task, levels: readonly LevelValue[]): boolean {
  const demanded = demands.reduce((sum, demand) => sum + unitsOf(demand), 0);
  return (levels.find(({ level }) => level === DEMANDS)?.value ?? 0) === demanded;
}

/** Nothing leaves that `rmentor verify` would not accept. */
function holdAgainstRules({ roster, terms }: Task, pairing: Pairing, { tandems, proof }: Solution): void {
  const fault =
    audit(roster, terms, pairing.eligibility, tandems)[0] ?? refutation({ roster, terms, ...pairing, tandems }, proof);
  if (fault !== null) throw new InternalError(`the tandems do not stand up to the rules: ${fault}`);
}

/** Why the demands of a task cannot be met. */
export function clashOf(task: Task): Clash {
  const demands = smallestClash(task.demands, required => tryDemands(task, required).unmet);
  if (demands === null) throw new InternalError('demands that clashed can be met');
  const { short } = tryDemands(task, demands);
  const isShown = [short.mentors, short.mentees, short.limits].some(({ length }) => length > 0);
  return { demands, short: isShown ? short : withoutRoom(demands, task) };
}
