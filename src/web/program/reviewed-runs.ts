/**
 * The runs of a review, one after the other: each is matched with all decisions made so far, and can be gone back to.
 */
import type { Matched } from '../engine/questions.ts';
import { type DecidedRow, namePair, type ReviewDecisions } from '../report/decisions.ts';
import type { PageData } from '../report/page-data.ts';

/** A run that another one followed, as it was left. */
export interface ReviewedRun {
  readonly answer: Matched;
  /** What its review held when it was left. */
  readonly desk: ReviewDecisions;
  /** What it was matched with. */
  readonly decided: readonly DecidedRow[];
}

/** How often each was decided. */
export interface DecisionCounts {
  readonly approved: number;
  readonly declined: number;
}

/** Where a row of decisions has its status. */
const STATUS = 6;

export function countDecided(decided: readonly DecidedRow[]): DecisionCounts {
  const count = (status: string) => decided.filter(cells => cells[STATUS] === status).length;
  return { approved: count('approved'), declined: count('declined') };
}

/** Which tandems of one run another one has not: rows of each. */
export interface Moves {
  readonly ended: readonly number[];
  readonly begun: readonly number[];
}

export function findMoves(before: PageData, now: PageData): Moves {
  const [old, own] = [before, now].map(keyTandems) as [readonly string[], readonly string[]];
  return { ended: listOthers(old, own), begun: listOthers(own, old) };
}

function keyTandems(data: PageData): readonly string[] {
  return data.tandems.map((_, row) => namePair(data, row).join('\n'));
}

function listOthers(keys: readonly string[], others: readonly string[]): readonly number[] {
  const known = new Set(others);
  return keys.flatMap((key, row) => (known.has(key) ? [] : [row]));
}
