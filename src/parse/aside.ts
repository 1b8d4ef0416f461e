import { type Problem, rowsAbove, secondHeader, totalRow } from '../domain/problems.ts';
import { fold } from '../domain/text.ts';
import type { ColumnOf, Head } from './dialect.ts';
import type { Raw, Row } from './raw.ts';

/** The rows of a table without what stands beside them, and what that was. */
export interface Apart {
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

export const filled = (cell: string) => cell !== '';

/** Sets apart what stands in a sheet besides a table: titles above, column names again below the first, totals at the end. */
export function setApart({ file, rows }: Raw, { above }: Head, columnOf: ColumnOf): Apart {
  const header = rows[above]!;
  const title = rows.slice(0, above).flatMap(({ cells }) => cells.filter(filled))[0];
  const below = rows.slice(above + 1).filter(({ cells }) => cells.some(filled));
  const isSecond = below[0] !== undefined && namesAgain(header.cells, below[0].cells, columnOf);
  const listed = isSecond ? below.slice(1) : below;
  const end = listed.length - totalsAtEnd(listed);
  return {
    header,
    rows: listed.slice(0, end),
    problems: [
      ...(title === undefined ? [] : [rowsAbove(file, header.row, title)]),
      ...(isSecond ? [secondHeader(file, below[0]!.row)] : []),
      ...listed.slice(end).map(({ row, cells }) => totalRow(file, row, cells.find(filled) ?? '')),
    ],
  };
}

/** SuccessFactors writes keys, and labels below them: cells that name the column they are in, at least half of those we know. */
function namesAgain(header: readonly string[], cells: readonly string[], columnOf: ColumnOf): boolean {
  const known = header.flatMap((name, index) => {
    const column = columnOf(name);
    return column === null ? [] : [columnOf(cells[index] ?? '') === column];
  });
  const again = known.filter(Boolean).length;
  return again >= 2 && 2 * again >= known.length;
}

/** What totals are called in the languages that our column names are in. */
const TOTALS: readonly string[] = [
  ...['summe', 'gesamt', 'gesamtsumme', 'insgesamt', 'total', 'totals', 'grand total', 'sum', 'subtotal', 'count'],
  ...['anzahl', 'somme', 'total général', 'suma', 'razem', 'ogółem', 'totale', 'somma', 'totaal', 'som', 'soma'],
];
const LABEL = /^(?<words>[^:\d]*?)[\s:]*[\d.,\s]*$/u;
const AMOUNT = /^[\d.,\s%+-]*$/u;

/** How many of the last rows are totals: one of those words, and nothing but numbers beside it. */
function totalsAtEnd(rows: readonly Row[]): number {
  let count = 0;
  while (count < rows.length && isTotal(rows[rows.length - 1 - count]!)) count++;
  return count;
}

function isTotal({ cells }: Row): boolean {
  const [first = '', ...others] = cells.filter(filled);
  return TOTALS.includes(fold(LABEL.exec(first)?.groups?.['words'] ?? '')) && others.every(cell => AMOUNT.test(cell));
}
