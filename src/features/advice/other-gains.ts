import type { Change, Improvement, Measure } from '../../domain/advice.ts';
import type { LevelValue, Proof } from '../../domain/certificate.ts';
import { getFigure } from '../../domain/objective-level-table.ts';
import { listProvenLevels } from '../../domain/objective-levels.ts';
import type { Level, Terms } from '../../domain/policy.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Roster } from '../../domain/roster.ts';
import { TIES } from '../../domain/ties.ts';
import { workAlone as byOneself } from '../../domain/worker-pool.ts';
import { makePairing } from '../../pair/pairing.ts';
import type { Relaxed } from '../../pair/relaxed.ts';
import { findBestTandems, makeTask } from '../match/best-tandems.ts';
import { isScarce, raiseLimit } from '../match/most-tandems.ts';

/** A run, with what its levels come to and the prices that prove it. */
interface RunWithProof {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly proof: Proof;
}

/** How often everything is solved again at most: it takes as long as matching, each time. */
const MOST_SOLVED = 3;

/**
 * What rules and limits would bring that bring no mentee: the whole objective is solved again after each
 * change, and the first level that comes to more is told. Only where mentees come first, so that there is
 * nothing to be had for fewer of them.
 *
 * @param alone the changes that bring mentees. @param liftable the bars that may be lifted.
 */
export function findOtherGains(
  { roster, terms, proof }: RunWithProof,
  alone: readonly Measure[],
  liftable: readonly Relaxed[],
  watch: Progress,
): Improvement[] {
  const levels = selectLevels(roster, terms, proof.levels);
  const known = alone.flatMap(({ changes }) => changes);
  const trials = [
    ...liftable
      .filter(({ bar }) => !known.some(change => change.kind === 'bar' && change.bar === bar))
      .map(({ bar, terms: lifted }) => ({ change: { kind: 'bar', bar } satisfies Change, lifted })),
    ...listScarceLimits(proof, terms, levels.length)
      .filter(limit => !known.some(change => change.kind === 'limit' && change.limit === limit))
      .map(limit => ({ change: { kind: 'limit', limit, by: 1 } satisfies Change, lifted: raiseLimit(terms, limit) })),
  ];
  return (levels.length === 0 ? [] : trials.slice(0, MOST_SOLVED)).flatMap(({ change, lifted }) => {
    const after = computeLevelsUnder(roster, lifted, levels, watch);
    const moved = levels.findIndex(({ value }, index) => value !== after[index]!.value);
    if (moved < 0) return [];
    const { level, value } = levels[moved]!;
    return [{ change, level, is: value, wouldBe: after[moved]!.value }];
  });
}

/** The levels in question, from the first on: none where mentees do not come first, or where a level is no sum. */
function selectLevels(roster: Roster, { policy }: Terms, levels: readonly LevelValue[]): readonly LevelValue[] {
  const kinds = policy.objective.map(({ kind }) => kind);
  if (kinds[0] !== 'mentees' || kinds.includes('worst')) return [];
  const others = listProvenLevels(policy, roster).filter(({ kind }) => !isSumOfGains(kind));
  const end = levels.findIndex(({ level }) => level === TIES || others.some(({ name }) => name === level));
  return end < 0 ? levels : levels.slice(0, end);
}

/** On levels that are no sum, or that are about evenness alone, nothing is looked for. */
function isSumOfGains(kind: Level['kind']): boolean {
  const figure = getFigure(kind);
  return figure === 'ones' || figure === 'points';
}

/** The limits that could bring something on one of the first so many levels. */
function listScarceLimits({ prices }: Proof, { limits }: Terms, count: number): number[] {
  return [...limits.entries()].flatMap(([index, limit]) =>
    isScarce(limit, prices.limits[index]?.slice(0, count)) ? [index] : [],
  );
}

/** What the levels come to under other terms. */
function computeLevelsUnder(
  roster: Roster,
  terms: Terms,
  asked: readonly LevelValue[],
  watch: Progress,
): readonly LevelValue[] {
  const task = makeTask(roster, terms, makePairing(roster, terms), watch, byOneself);
  const levels = task.levels.filter(({ name }) => asked.some(({ level }) => level === name));
  const best = findBestTandems({ ...task, levels, ties: null });
  return best.kind === 'clash' ? asked : best.proof.levels;
}
