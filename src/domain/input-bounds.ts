/**
 * The most that is read of anything that a user gives, in one place. Each bound is held before the work that it bounds,
 * so that no file, however made, hangs the program or takes all memory; a message says the bound, and what to do.
 * Sheets of participants stay far below: a group of 100,000 people with 40 columns fits.
 */
export const MOST = {
  /** Of a file of any kind. */
  fileMiB: 256,
  /** Of a workbook as it lies on the disk, and of all its parts unpacked. */
  workbookMiB: 16,
  unpackedMiB: 64,
  /** Parts of a workbook: its sheets, pictures, settings. */
  parts: 5_000,
  sheets: 500,
  /** How deep parts of a workbook are nested; those that programs write are nested about ten deep. */
  nesting: 64,
  /** Letters of a part of a workbook between < and >. */
  tagLetters: 262_144,
  /** Different texts that a workbook of Excel keeps in one list. */
  sharedTexts: 1_000_000,
  /** Of a sheet, in a text file and in a workbook, where repeated rows count as often as they are repeated. */
  rows: 500_000,
  workbookRows: 100_100,
  columns: 1_000,
  /** Of a text file or a whole workbook. */
  cells: 5_000_000,
  /** Letters of a cell; Excel has so many. */
  letters: 32_767,
  headerLetters: 2_000,
  /** Bytes of a line of a text file. */
  lineBytes: 1_048_576,
  /** Problems of the rows of one sheet; those further down are not looked for. */
  problems: 10_000,
  /** Managers one above the other. */
  managersAbove: 100,
  /** Of a config, and names in its lists of levels. */
  settingsMiB: 4,
  levels: 1_000,
} as const;

/** What there may be too much of. */
export type Bounded =
  | 'MiB of a file'
  | 'MiB of a config'
  | 'MiB unpacked'
  | 'parts'
  | 'sheets'
  | 'nested tags'
  | 'letters of a tag'
  | 'shared texts'
  | 'rows'
  | 'row number'
  | 'columns'
  | 'columns of a row'
  | 'cells'
  | 'letters of a cell'
  | 'letters of a header'
  | 'letters of a line'
  | 'problems';

/** What goes beyond a bound, and where; rows and columns count from 1. */
export interface Excess {
  readonly of: Bounded;
  readonly most: number;
  readonly row?: number;
  readonly column?: number;
}

/** Something that goes beyond a bound. */
export class BeyondBound extends Error {
  readonly excess: Excess;

  constructor(excess: Excess) {
    super(`beyond a bound: ${excess.of}`);
    this.excess = excess;
  }
}

/** 1048576 as "1,048,576". */
export function groupDigits(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/gu, ',');
}
