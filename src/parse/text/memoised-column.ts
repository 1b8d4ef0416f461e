import { CodedRow, type CodedSheet, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import { memoise } from './memo.ts';

/**
 * What is made of the cell of one column, row by row: of cells that are written alike, once. A
 * cell that is not there says nothing.
 */
export function makeColumnReader<Value>(column: number, read: (cell: string) => Value): (row: Row) => Value {
  const byCode: Value[] = [];
  let sheet: CodedSheet | null = null;
  const readText = memoise(read);
  return row => {
    if (!(row instanceof CodedRow)) return readText(row.cells[column] ?? '');
    sheet ??= row.sheet;
    const code = row.getCode(column);
    if (code < 0 || row.sheet !== sheet) return readText(row.getCell(column) ?? '');
    const known = byCode[code];
    if (known !== undefined) return known;
    const value = read(row.getCell(column)!);
    byCode[code] = value;
    return value;
  };
}

/** The different cells of a column in some rows. */
export function listTexts(rows: readonly Row[], column: number): ReadonlySet<string> {
  const texts = new Set<string>();
  const note = makeColumnReader(column, text => texts.add(text).size);
  for (const row of rows) note(row);
  return texts;
}
