/**
 * How cells are written that people open in a spreadsheet program: nothing in them is a formula,
 * and what they copy is as it was.
 */
import { neutraliseFormula } from '../../domain/formula.ts';
import { type CsvTable, writeExcelCsv } from '../run/csv.ts';
import type { CellUse } from './columns.ts';

/**
 * A cell as it is shown. Addresses and phone numbers stay, since a quote before them would be dialled and mailed to.
 */
export function showCell(cell: string, kind: CellUse): string {
  switch (kind) {
    case 'address':
      return cell;
    case 'phone':
      return isPhoneNumber(cell) ? cell : neutraliseFormula(cell);
    case 'text':
      return neutraliseFormula(cell);
  }
}

/** Digits and what stands between them, with a plus before them: whatever a spreadsheet makes of it, it is a number. */
export function isPhoneNumber(cell: string): boolean {
  return /^\+?[\d ()/.-]{3,40}$/u.test(cell) && /^\+?[\d(]/u.test(cell);
}

/** A CSV that opens by a double click. @param kinds of the columns. */
export function writeSheetForPeople(table: CsvTable, kinds: readonly CellUse[], delimiter: string): Iterable<string> {
  const showRow = (row: readonly string[]) => row.map((cell, at) => showCell(cell, kinds[at]!));
  const header = table.header.map(name => neutraliseFormula(name));
  return writeExcelCsv({ header, rows: mapRows(table.rows, showRow) }, delimiter);
}

function* mapRows(
  rows: Iterable<readonly string[]>,
  show: (row: readonly string[]) => readonly string[],
): Generator<readonly string[]> {
  for (const row of rows) yield show(row);
}
