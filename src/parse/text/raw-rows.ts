import type { SheetRole } from '../../domain/problem-facts.ts';
import type { CellAddress, MergedCells, ShownCell } from '../../domain/workbook.ts';
import type { Row } from '../cell-codes/dictionary-encoded-rows.ts';
import type { ColumnOf, Delimiter } from './dialect.ts';

/** The rows of a sheet, not yet known to be a table. */
export interface Raw {
  readonly file: string;
  /** What its text is written in, or which kind of workbook it is from. */
  readonly encoding: string;
  /** null for a sheet of a workbook. */
  readonly delimiter: Delimiter | null;
  readonly rows: readonly Row[];
  /** The line of the text in which a row begins. */
  readonly lineOf: (row: number) => number;
  /** The different cells of a column, and perhaps some besides; null where they are not known. */
  readonly cellsOf: (column: number) => Iterable<string> | null;
  /** Whether it may have cells that damaged-cells.ts looks for; false only where that is certain. */
  readonly mayBeSpoilt: boolean;
  /** Whether it may have cells that odd-text.ts looks for; false only where that is certain. */
  readonly mayBeOdd: boolean;
  /** Whether U+FFFD stands in it for bytes that mean nothing in the encoding. */
  readonly isDamaged: boolean;
  /** Cells whose formula no program has worked out; columns are counted from 0. */
  readonly unknown: readonly CellAddress[];
  /**
   * Cells of numbers to which their format adds something, as the sheet shows them: E0045
   * for 45. Columns are counted from 0.
   */
  readonly shown: readonly ShownCell[];
  /**
   * Cells of one column that the sheet shows as one. Columns are counted from 0, and
   * rows as the spreadsheet shows them.
   */
  readonly merged: readonly MergedCells[];
}

/** How a table is looked for. */
export interface Looking {
  /** What it is read as. */
  readonly role: SheetRole;
  readonly columnOf: ColumnOf;
  /** Some of the column names that are known, for advice. */
  readonly columns: readonly string[];
  /** What text is written in that is not Unicode; null where that is to be found out. */
  readonly encoding: string | null;
  /** Whether a quote before what looks like a formula was put there by who wrote the CSV, so that it does no harm. */
  readonly restores: boolean;
  /**
   * Whether the cell of a column may be missing where a row ends early: Excel leaves out the last delimiters of rows
   * whose last cells are empty, sixteen rows at a time. Absent where none may.
   */
  readonly mayEndBefore?: (header: string) => boolean;
}

/** What a spreadsheet shows of a cell: ="00123" is how programs write text that is to stay text. */
export function unwrapFormula(cell: string): string {
  if (!cell.startsWith('="') || !cell.endsWith('"')) return cell;
  const text = cell.slice(2, -1);
  return cell.length > 2 && /^(?:[^"]|"")*$/u.test(text) ? text.replaceAll('""', '"').trim() : cell;
}
