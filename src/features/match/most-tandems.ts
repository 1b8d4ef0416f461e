import { InternalError } from '../../domain/errors.ts';
import { measureCoverage } from '../../domain/forecast.ts';
import type { Level, Limit, Terms } from '../../domain/policy.ts';
import { ignoreProgress, type Progress } from '../../domain/progress.ts';
import type { Roster } from '../../domain/roster.ts';
import { workAlone } from '../../domain/worker-pool.ts';
import { makePairing, type Pairing } from '../../pair/pairing.ts';
import { type BestTandems, findBestTandems, makeTask } from './best-tandems.ts';

/** As many mentees as possible, then as many tandems. */
export const COVERAGE: readonly Level[] = [{ kind: 'mentees' }, { kind: 'tandems' }];

/**
 * Tandems that are as many as possible: mentees first (those of higher priority before others), then
 * tandems, whatever the objective says.
 */
export function findMostTandems(
  roster: Roster,
  terms: Terms,
  pairing: Pairing,
  watch: Progress = ignoreProgress,
): BestTandems {
  const task = makeTask(
    roster,
    { ...terms, policy: { ...terms.policy, objective: COVERAGE } },
    pairing,
    watch,
    workAlone,
  );
  // Where everybody wants one mentor, the second level is the first once more.
  const levels = isOneMentorEach(roster) ? task.levels.slice(0, -1) : task.levels;
  return findBestTandems({ ...task, levels, ties: null });
}

/** The same under terms that leave more possible than others under which all demands could be met. */
export function findMostUnder(roster: Roster, terms: Terms, watch: Progress): Extract<BestTandems, { kind: 'solved' }> {
  const best = findMostTandems(roster, terms, makePairing(roster, terms), watch);
  if (best.kind === 'clash') throw makeImpossibleError();
  return best;
}

/** How many mentees have a tandem under terms that leave more possible, by their own objective. */
export function countMenteesUnder(roster: Roster, terms: Terms, watch: Progress): number {
  const task = makeTask(roster, terms, makePairing(roster, terms), watch, workAlone);
  const last = task.levels.findLastIndex(({ kind }) => kind === 'mentees');
  const best = findBestTandems(last < 0 ? task : { ...task, levels: task.levels.slice(0, last + 1), ties: null });
  if (best.kind === 'clash') throw makeImpossibleError();
  return measureCoverage(best.tandems).mentees;
}

function makeImpossibleError(): InternalError {
  return new InternalError('what is possible became impossible under wider terms');
}

export function isOneMentorEach({ mentees }: Roster): boolean {
  return mentees.every(({ wants }) => wants === 1);
}

export function hasPriorities({ mentees }: Roster): boolean {
  return mentees.some(({ priority }) => priority !== mentees[0]!.priority);
}

/** Terms in which one limit is higher. */
export function raiseLimit(terms: Terms, index: number, by = 1): Terms {
  return {
    ...terms,
    limits: terms.limits.map((limit, other) => (other === index ? { ...limit, max: limit.max + by } : limit)),
  };
}

/**
 * Whether a limit's maximum could bring anything if it were raised by one, judged by the limit's price. Where that is below 0, it is the
 * minimum that costs something. What has no price could be of no use so far; then it depends on whether there is none of it.
 */
export function isScarce({ max }: Limit, price: readonly number[] | null | undefined): boolean {
  if (!Number.isFinite(max)) return false;
  return price ? (price.find(level => level !== 0) ?? 0) > 0 : max === 0;
}
