import type { Row } from '../cell-codes/dictionary-encoded-rows.ts';
import type { ColumnOf } from './dialect.ts';
import type { Raw } from './raw-rows.ts';

/** Columns of ours that name people: there a number is what the sheet shows for it, since that is what people go by. */
const NAMES_PEOPLE = /^(?:id|manager|not_with|wish_\d+|(?:mentor|mentee)(?:_id)?)$/u;

/** Rows in which cells that name people read as the sheet shows them: a number 45 with the format "E"0000 is E0045. */
export function applyShownNumbers(
  { shown }: Raw,
  header: readonly string[],
  rows: readonly Row[],
  columnOf: ColumnOf,
): readonly Row[] {
  if (shown.length === 0) return rows;
  const isName = header.map(name => NAMES_PEOPLE.test(columnOf(name) ?? ''));
  const texts = new Map(
    shown.filter(({ column }) => isName[column]).map(({ row, column, text }) => [`${row} ${column}`, text]),
  );
  const rowsShown = new Set(shown.map(({ row }) => row));
  return rows.map(one => {
    if (!rowsShown.has(one.row)) return one;
    return { row: one.row, cells: one.cells.map((cell, column) => texts.get(`${one.row} ${column}`) ?? cell) };
  });
}
