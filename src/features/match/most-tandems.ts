import { alone } from '../../domain/crew.ts';
import { InternalError } from '../../domain/errors.ts';
import { coverageOf } from '../../domain/forecast.ts';
import type { Level, Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { unwatched, type Watch } from '../../domain/watch.ts';
import { type Pairing, pairingOf } from '../../pair/pairing.ts';
import { type Best, bestTandems, taskOf } from './best-tandems.ts';

/** As many mentees as possible, then as many tandems. */
export const COVERAGE: readonly Level[] = [{ kind: 'mentees' }, { kind: 'tandems' }];

/**
 * Tandems that are as many as possible: mentees first (those of higher priority before others), then tandems, whatever the
 * objective says.
 */
export function mostTandems(roster: Roster, terms: Terms, pairing: Pairing, watch: Watch = unwatched): Best {
  const task = taskOf(roster, { ...terms, policy: { ...terms.policy, objective: COVERAGE } }, pairing, watch, alone);
  // Where everybody wants one mentor, the second level is the first once more.
  const levels = wantsOneEach(roster) ? task.levels.slice(0, -1) : task.levels;
  return bestTandems({ ...task, levels, ties: null });
}

/** The same under terms that leave more possible than others under which all demands could be met. */
export function mostUnder(roster: Roster, terms: Terms, watch: Watch): Extract<Best, { kind: 'solved' }> {
  const best = mostTandems(roster, terms, pairingOf(roster, terms), watch);
  if (best.kind === 'clash') throw impossible();
  return best;
}

/** How many mentees have a tandem under terms that leave more possible, by their own objective. */
export function menteesUnder(roster: Roster, terms: Terms, watch: Watch): number {
  const task = taskOf(roster, terms, pairingOf(roster, terms), watch, alone);
  const last = task.levels.findLastIndex(({ kind }) => kind === 'mentees');
  const best = bestTandems(last < 0 ? task : { ...task, levels: task.levels.slice(0, last + 1), ties: null });
  if (best.kind === 'clash') throw impossible();
  return coverageOf(best.tandems).mentees;
}

function impossible(): InternalError {
  return new InternalError('what is possible became impossible under wider terms');
}

export function wantsOneEach({ mentees }: Roster): boolean {
  return mentees.every(({ wants }) => wants === 1);
}

export function hasPriorities({ mentees }: Roster): boolean {
  return mentees.some(({ priority }) => priority !== mentees[0]!.priority);
}

/** Terms in which one limit is higher. */
export function raised(terms: Terms, index: number, by = 1): Terms {
  return {
    ...terms,
    limits: terms.limits.map((limit, other) => (other === index ? { ...limit, max: limit.max + by } : limit)),
  };
}

/**
 * Whether one more of something could bring anything: what costs nothing is not scarce. What has no price could be of no use so far;
 * then it depends on whether there is `none` of it.
 */
export function isScarce(price: readonly number[] | null | undefined, none: boolean): boolean {
  return price?.some(level => level !== 0) ?? none;
}
