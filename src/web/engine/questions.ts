/** What the page asks of its engine, and what comes back: plain values, since both are in different threads. */
import type { Language } from '../../domain/language.ts';
import type { Stage } from '../../domain/progress.ts';
import type { ProposedColumn } from '../../features/setup/propose-columns.ts';
import type { UnknownValue } from '../../features/setup/unknown-values.ts';
import type { ReportContents } from '../report/report-types.ts';
import type { DroppedFile } from './dropped-disk.ts';

/**
 * Which of the files is what, by their names; of a workbook, "book.xlsx#Sheet". What is
 * not said here, the config may say.
 */
export interface Roles {
  readonly mentors?: string;
  readonly mentees?: string;
  readonly limits?: string;
  readonly pairs?: string;
  readonly previous?: string;
  readonly history?: readonly string[];
}

/** A question about files that were dropped. */
export interface EngineTask {
  readonly kind: 'sort' | 'validate' | 'check' | 'match' | 'verify';
  readonly files: readonly DroppedFile[];
  readonly roles: Roles;
  /** The language of sentences, and of a run of which no config says its own. */
  readonly language: Language;
}

/** A sheet among the files, and what it most likely is. */
export interface SortedSheet {
  readonly path: string;
  readonly rows: number;
  readonly role: SortedRole | null;
}

/** "both": a column of the sheet says who is what. */
export type SortedRole = 'both' | 'mentors' | 'mentees' | 'limits' | 'pairs' | 'history' | 'previous';

/** A sheet as its page shows it. */
export interface ShownSheet {
  readonly role: string;
  readonly file: string;
  readonly header: readonly string[];
  readonly headerRow: number;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/**
 * What a limit says, as it is written in a sheet: a country, a region of the config or * for
 * all others; how few and how many.
 */
export const LIMIT_FIELDS = ['country', 'side', 'min', 'max'] as const;
export type LimitField = (typeof LIMIT_FIELDS)[number];
export type LimitSetting = Readonly<Record<LimitField, string>>;

/** Limits as their sheet has them. */
export interface WrittenLimits {
  readonly file: string;
  /** What the sheet calls each column. */
  readonly headers: LimitSetting;
  readonly rows: readonly (LimitSetting & { readonly row: number })[];
}

/** What is most likely meant where sheets do not say it: for a person to confirm. */
export interface Proposals {
  readonly mappings: readonly ColumnMapping[];
  readonly words: readonly UnknownValue[];
  /** People of the two sheets who may be one. */
  readonly alike: readonly AlikePeople[];
  /** The names of levels that nothing puts in order, the most junior first as far as that is known. */
  readonly levels: readonly string[];
}

/** A mentor and a mentee who may be one person, each with the id by which the config would name them. */
export interface AlikePeople {
  readonly mentor: string;
  readonly mentee: string;
  readonly pair: readonly [string, string];
  /** Their rows, each cell with its header; empty where it is not known. */
  readonly rows: readonly { readonly side: 'mentors' | 'mentees'; readonly cells: readonly string[] }[];
}

/** The columns of ours in a sheet of people. */
export interface ColumnMapping {
  readonly role: 'mentors' | 'mentees';
  readonly file: string;
  readonly headers: readonly string[];
  readonly columns: readonly ProposedColumn[];
}

/** Answers; `json` is what the command of that name prints with `--json`. */
export type EngineAnswer =
  | { readonly kind: 'sorted'; readonly sheets: readonly SortedSheet[]; readonly isRun: boolean }
  | {
      readonly kind: 'validated';
      readonly json: string;
      readonly sheets: readonly ShownSheet[];
      readonly proposals: Proposals;
      readonly writtenLimits: WrittenLimits | null;
      /** What the limits say, and in which order things are decided: sentences. */
      readonly limits: readonly string[];
      readonly order: readonly string[];
    }
  | { readonly kind: 'refused'; readonly json: string }
  | { readonly kind: 'clash'; readonly json: string; readonly text: string }
  | { readonly kind: 'checked'; readonly json: string; readonly text: string }
  | {
      readonly kind: 'matched';
      readonly json: string;
      /** What the page of the run shows. */
      readonly report: ReportContents;
      readonly run: ReadonlyMap<string, Uint8Array>;
      readonly zip: Uint8Array;
      /** Whether there was a workbook of the run, which the page reads and does not write. */
      readonly isWithoutWorkbook: boolean;
    }
  | { readonly kind: 'judged'; readonly json: string; readonly text: string }
  /** The call, not the sheets: a file that is missing, a sheet that nobody named. */
  | { readonly kind: 'trouble'; readonly message: string; readonly hint: string | null };

export type Validated = Extract<EngineAnswer, { kind: 'validated' }>;
export type Matched = Extract<EngineAnswer, { kind: 'matched' }>;

/** Rows of a list of an answer: those that follow the ones sent before. */
export interface Piece {
  /** Where the list is: names of fields, and indexes of short lists. */
  readonly path: readonly string[];
  readonly rows: readonly unknown[];
}

/** What the engine says while it works, and at the end. */
export type EngineReport =
  | { readonly kind: 'progress'; readonly stage: Stage; readonly done: number; readonly total: number }
  /** The answer but its long lists, which follow piece by piece as the page says that it has taken what came before. */
  | { readonly kind: 'answer'; readonly answer: EngineAnswer }
  | { readonly kind: 'piece'; readonly piece: Piece }
  | { readonly kind: 'end' }
  /** A fault of ours. */
  | { readonly kind: 'failed'; readonly message: string };
