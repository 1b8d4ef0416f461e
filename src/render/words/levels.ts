import type { LevelChange } from '../../domain/account.ts';
import { WEIGHED } from '../../domain/objective-level-table.ts';
import { findLevelKind } from '../../domain/objective-levels.ts';
import { getLevelName, type Level } from '../../domain/policy.ts';
import { capitalise } from '../../domain/text.ts';
import type { Words } from './en/index.ts';
import type { LevelWords } from './en/levels.ts';

/** What the values of levels are that do not just count: thousandths of points, or squares of loads below 0. */
const UNITS: Readonly<Partial<Record<Level['kind'], 'thousandths' | 'squares'>>> = {
  worst: 'thousandths',
  score: 'thousandths',
  [WEIGHED]: 'thousandths',
  balance: 'squares',
};

/** What a level that proofs and summaries name is called. */
export function findLevelWords(name: string, words: Words): LevelWords {
  return words.levels[findLevelKind(name)](name);
}

/** What a level asks for, as a noun in a list of goals. */
export function nameGoal(level: Level, words: Words): string {
  return level.kind === 'balance' ? words.objective.evenSpread : findLevelWords(getLevelName(level), words).label;
}

/**
 * What a level is called where its figure stands beside it, on the page of a run and in
 * summary.md: "Mentees with a mentor".
 */
export function nameLevel(level: string, words: Words): string {
  const label = isInSquares(level) ? words.objective.evenSpread : findLevelWords(level, words).label;
  return capitalise(label);
}

/** Whether the values of a level are squares of loads, which people cannot read. */
export function isInSquares(level: string): boolean {
  return UNITS[findLevelKind(level)] === 'squares';
}

/** A value of a level as numbers show it: points for thousandths. */
export function convertToPoints(level: string, value: number): number {
  return UNITS[findLevelKind(level)] === 'thousandths' ? value / 1000 : value;
}

/** How much more a level would come to. */
export function computeDifference({ is, wouldBe }: LevelChange): number {
  return (wouldBe ?? 0) - (is ?? 0);
}

/** "3 cross-department tandems more", "12 points less in all". */
export function phraseLevelChange(change: LevelChange, words: Words): string {
  const difference = computeDifference(change);
  const size = convertToPoints(change.level, Math.abs(difference));
  return findLevelWords(change.level, words).change(size, difference < 0);
}
