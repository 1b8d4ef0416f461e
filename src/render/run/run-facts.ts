/** What the files of a run are made from, and what they hold. */
import type { Alternate } from '../../domain/alternate.ts';
import type { ChangeCorner } from '../../domain/change-curve.ts';
import type { DeclinedPair } from '../../domain/decisions.ts';
import type { Matching } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { PageFacts } from '../../domain/review-facts.ts';
import type { Roster } from '../../domain/roster.ts';
import type { ExplainedChange } from '../../domain/tandem-changes.ts';
import type { Words } from '../words/en/index.ts';
import type { CsvTable } from './csv.ts';

/** Everything that a run's files are made from. */
export interface Run extends PageFacts {
  /** By which its files are told from those of another run. */
  readonly id: string;
  readonly roster: Roster;
  readonly terms: Terms;
  readonly matching: Matching;
  /** Declined pairs of whom somebody takes no part now. */
  readonly gone: readonly DeclinedPair[];
  /** null where none are asked for. */
  readonly alternates: readonly Alternate[] | null;
  /** What became of earlier tandems; null where none were to be kept. */
  readonly changes: readonly ExplainedChange[] | null;
  /** What changing more tandems would bring; null where it is not asked for. */
  readonly curve: readonly ChangeCorner[] | null;
  /** Makes the page of the run; null where it is to have none. */
  readonly renderPage: ((run: Run) => string) | null;
  /** The names of the parts of a score. */
  readonly parts: readonly string[];
  /** Those of the run's language. */
  readonly words: Words;
  /** Between the cells of the CSV files. */
  readonly delimiter: string;
}

/**
 * What a file of a run holds. How it is written follows from that, and how `verify` compares it with one that it finds.
 */
export type FileContents =
  /** Rows by some columns, which say what a row is about; of columns that are free, people may change the cells. */
  | {
      readonly kind: 'table';
      readonly table: CsvTable;
      readonly keys: readonly string[];
      readonly free: readonly string[];
    }
  | { readonly kind: 'json'; readonly value: unknown }
  /** JSON in which each person of a list has a line. */
  | { readonly kind: 'long-json'; readonly value: object }
  | { readonly kind: 'page'; readonly text: string }
  /** A page that browsers show. */
  | { readonly kind: 'html'; readonly text: string };
