import { formatColumnLetters } from '../../domain/column-letters.ts';
import { mergedCells, type Parsed, type Problem } from '../../domain/problems.ts';
import type { Row } from '../cell-codes/dictionary-encoded-rows.ts';
import type { Raw } from '../text/raw-rows.ts';

/**
 * Rows in which each of several cells that the sheet shows as one says what the first says, told once a
 * column: whoever merged them meant all.
 */
export function fillMergedCells(
  { file, merged }: Raw,
  header: readonly string[],
  rows: readonly Row[],
): Parsed<readonly Row[]> {
  if (merged.length === 0) return { value: rows, problems: [] };
  const byNumber = new Map(rows.map(one => [one.row, one]));
  const filled = new Map<number, string[]>();
  const told = new Map<number, { readonly from: number; readonly to: number; readonly text: string; count: number }>();
  // Cells that are merged twice are damaged, and could be any number.
  let left = rows.length * header.length;
  for (const { column, from, to } of merged) {
    left -= to - from;
    if (left < 0) break;
    const text = byNumber.get(from)?.cells[column] ?? '';
    if (text === '' || column >= header.length) continue;
    for (let number = from + 1; number <= to; number++) {
      const row = byNumber.get(number);
      if (row === undefined || row.cells[column] !== '') continue;
      const cells = filled.get(number) ?? [...row.cells];
      cells[column] = text;
      filled.set(number, cells);
    }
    const known = told.get(column);
    if (known === undefined) told.set(column, { from, to, text, count: 1 });
    else known.count++;
  }
  const problems = [...told].map(([column, { from, to, text, count }]): Problem => {
    const range = `${formatColumnLetters(column)}${from}:${formatColumnLetters(column)}${to}`;
    return mergedCells({ file, row: from, column: header[column]!, value: text }, range, text, count - 1);
  });
  return {
    value: filled.size === 0 ? rows : rows.map(one => ({ ...one, cells: filled.get(one.row) ?? one.cells })),
    problems,
  };
}
