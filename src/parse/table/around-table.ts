import { type Problem, rowsAbove, secondHeader, totalRow } from '../../domain/problems.ts';
import { fold } from '../../domain/text.ts';
import { countCells, getCell, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import type { ColumnOf, Head } from '../text/dialect.ts';
import type { Raw } from '../text/raw-rows.ts';

/** The rows of a table without what stands beside them, and what that was. */
export interface Apart {
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

export const isFilled = (cell: string) => cell !== '';

/**
 * Sets apart what stands in a sheet besides a table: titles above, column names again
 * below the first, totals at the end.
 */
export function setApart({ file, rows }: Raw, { above }: Head, columnOf: ColumnOf): Apart {
  const header = rows[above]!;
  const title = rows.slice(0, above).flatMap(({ cells }) => cells.filter(isFilled))[0];
  const below = rows.slice(above + 1).filter(hasText);
  const isSecond = below[0] !== undefined && isSecondHeader(header.cells, below[0].cells, columnOf);
  const { listed, again } = removeRepeatedHeaders(isSecond ? below.slice(1) : below, header.cells);
  const end = listed.length - countTotalRows(listed);
  return {
    header,
    rows: listed.slice(0, end),
    problems: [
      ...(title === undefined ? [] : [rowsAbove(file, header.row, title)]),
      ...(isSecond ? [secondHeader(file, below[0]!.row)] : []),
      ...again.map(row => secondHeader(file, row)),
      ...listed.slice(end).map(({ row, cells }) => totalRow(file, row, cells.find(isFilled) ?? '')),
    ],
  };
}

function hasText(row: Row): boolean {
  for (let column = 0; column < countCells(row); column++) if (getCell(row, column) !== '') return true;
  return false;
}

/** Where exports were put below each other, the column names stand there again: such rows are nobody. */
function removeRepeatedHeaders(
  rows: readonly Row[],
  header: readonly string[],
): { listed: readonly Row[]; again: number[] } {
  const names = header.filter(isFilled);
  const first = header.findIndex(isFilled);
  const isAgain = (row: Row) =>
    names.length > 1 &&
    getCell(row, first) === names[0] &&
    header.every((other, index) => (getCell(row, index) ?? '') === other);
  const again = rows.filter(row => isAgain(row) || isForMachines(row));
  return again.length === 0
    ? { listed: rows, again: [] }
    : { listed: rows.filter(row => !again.includes(row)), again: again.map(({ row }) => row) };
}

/** Qualtrics writes what its columns are for programs below their names: {"ImportId":"status"}. */
function isForMachines(row: Row): boolean {
  const first = getCell(row, 0) ?? '';
  return first.charCodeAt(0) === BRACE && first.startsWith('{"ImportId"');
}

const BRACE = 123;

/**
 * SuccessFactors writes keys, and labels below them: cells that name the column they are in, at least half of those we
 * know. Who has an address is a person, whatever else they are called.
 */
function isSecondHeader(header: readonly string[], cells: readonly string[], columnOf: ColumnOf): boolean {
  const known = header.flatMap((name, index) => {
    const column = columnOf(name);
    return column === null ? [] : [columnOf(cells[index] ?? '') === column];
  });
  const again = known.filter(Boolean).length;
  return again >= 2 && 2 * again >= known.length && !cells.some(cell => cell.includes('@'));
}

/** What totals are called in the languages that our column names are in. */
const TOTALS: readonly string[] = [
  ...['summe', 'gesamt', 'gesamtsumme', 'insgesamt', 'total', 'totals', 'grand total', 'sum', 'subtotal', 'count'],
  ...['anzahl', 'somme', 'total général', 'suma', 'razem', 'ogółem', 'totale', 'somma', 'totaal', 'som', 'soma'],
];
const LABEL = /^[\p{L} ]+/u;
/** A longer text is no label, and looking at it would take its time. */
const LONGEST = 60;
const AMOUNT = /^[\d.,\s%+-]*$/u;

/** How many of the last rows are totals. */
function countTotalRows(rows: readonly Row[]): number {
  let count = 0;
  while (count < rows.length && isTotal(rows[rows.length - 1 - count]!)) count++;
  return count;
}

/**
 * One of those words and nothing but numbers beside it, or one that begins a label with a
 * single number: "Total records: 7".
 */
function isTotal({ cells }: Row): boolean {
  const [first = '', ...others] = cells.filter(isFilled);
  if (first.length > LONGEST || !others.every(cell => AMOUNT.test(cell))) return false;
  const label = fold(LABEL.exec(first)?.[0] ?? '');
  if (TOTALS.includes(label)) return true;
  const isCount = others.length === 0 ? /\d/u.test(first) : others.length === 1 && !/\d/u.test(first);
  return isCount && TOTALS.some(word => label.startsWith(`${word} `));
}
