import { foldAccents } from '../../domain/name-spellings.ts';
import type { TableDifference } from '../../domain/refutation.ts';
import { clean } from '../../domain/text.ts';
import { listPageLetters } from '../../parse/text/known-pages.ts';

/** A table: a header, and rows of cells. */
export interface CellTable<Rows = Iterable<readonly string[]>> {
  readonly header: readonly string[];
  readonly rows: Rows;
}

/** A table as it is read back. */
export interface FoundTable extends CellTable<readonly (readonly string[])[]> {
  /** What it is written in. */
  readonly encoding: string;
}

/** What tells a table's rows apart, and which columns may say what they like: people edit them. */
export interface TableSense {
  readonly keys: readonly string[];
  readonly free: readonly string[];
}

/** How two tables differ; or that they say the same, and what of it is written otherwise. */
export type TableComparison =
  | { readonly kind: 'differs'; readonly difference: TableDifference }
  | ({ readonly kind: 'same' } & TableStyle);

/** What spreadsheet programs, and people in them, change without saying anything else. */
export interface TableStyle {
  /** Whether numbers have another decimal sign. */
  readonly hasOtherDecimals: boolean;
  readonly areRowsMoved: boolean;
  readonly areColumnsMoved: boolean;
  /** Columns that are not ours, and free ones of ours that are gone or have another name. */
  readonly more: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Holds a table of a run, as read back, against the one that the tandems make. Rows and columns may stand in another
 * order, and columns that are not ours say what they like; each cell of ours must say the same.
 */
export function compareTables(found: FoundTable, expected: CellTable, { keys, free }: TableSense): TableComparison {
  const { header } = expected;
  const misfit = findHeaderMisfit(found, header, free) ?? findRaggedRow(found);
  if (misfit !== null) return makeDiffering(misfit);
  const at = header.map(name => found.header.indexOf(name));
  const keysAt = keys.map(key => header.indexOf(key));
  const rows = indexRows(
    found.rows,
    keysAt.map(place => at[place]!),
  );
  if (rows.size < found.rows.length) return makeDiffering({ kind: 'row-twice' });
  const compareCell = makeCellTest(found.encoding);
  const style = { hasOtherDecimals: false, areRowsMoved: false };
  let count = 0;
  for (const cells of expected.rows) {
    const names = keysAt.map(place => cells[place]!);
    const row = rows.get(names.join(NEVER_IN_CELLS));
    if (row === undefined) return makeDiffering({ kind: 'row-missing', row: names.join(' / ') });
    if (row.place !== count++) style.areRowsMoved = true;
    for (const [index, column] of header.entries()) {
      if (free.includes(column)) continue;
      const [is, must] = [row.cells[at[index]!]!, cells[index]!];
      const answer = compareCell(column, is, must);
      if (answer === 'other') {
        return makeDiffering({ kind: 'cell', row: names.join(' / '), column, found: is, expected: must });
      }
      if (answer === 'same number') style.hasOtherDecimals = true;
    }
  }
  if (rows.size > count) return makeDiffering({ kind: 'rows-more', rows: rows.size - count });
  return { kind: 'same', ...style, ...compareColumns(found.header, header) };
}

function makeDiffering(difference: TableDifference): TableComparison {
  return { kind: 'differs', difference };
}

/** Files with this character are refused as no text. */
const NEVER_IN_CELLS = '\0';

function indexRows(rows: readonly (readonly string[])[], keysAt: readonly number[]) {
  const joinKeys = (cells: readonly string[]) => keysAt.map(place => cells[place]).join(NEVER_IN_CELLS);
  return new Map(rows.map((cells, place) => [joinKeys(cells), { cells, place }]));
}

/** Each column of ours must be there once; free ones need not be. */
function findHeaderMisfit(
  found: FoundTable,
  header: readonly string[],
  free: readonly string[],
): TableDifference | null {
  const twice = header.find(name => found.header.indexOf(name) !== found.header.lastIndexOf(name));
  if (twice !== undefined) return { kind: 'column-twice', column: twice };
  const gone = header.filter(name => !found.header.includes(name) && !free.includes(name));
  return gone.length === 0 ? null : { kind: 'columns-missing', columns: gone };
}

function findRaggedRow({ header, rows }: FoundTable): TableDifference | null {
  const ragged = rows.findIndex(cells => cells.length !== header.length);
  if (ragged < 0) return null;
  return { kind: 'ragged', row: ragged + 2, cells: rows[ragged]!.length, expected: header.length };
}

function compareColumns(found: readonly string[], header: readonly string[]) {
  const [ours, there] = [found.filter(name => header.includes(name)), header.filter(name => found.includes(name))];
  return {
    areColumnsMoved: ours.join(NEVER_IN_CELLS) !== there.join(NEVER_IN_CELLS),
    more: found.filter(name => !header.includes(name)),
    gone: header.filter(name => !found.includes(name)),
  };
}

type CellAnswer = 'same' | 'same number' | 'other';

/** Makes the test of whether a cell says what it must, in a file that is written in an encoding. */
function makeCellTest(encoding: string): (column: string, found: string, expected: string) => CellAnswer {
  const letters = encoding.startsWith('UTF') ? null : collectSafeLetters(encoding);
  return (column, found, expected) => {
    // Cells are cleaned when they are read back.
    if (found === expected || found === clean(expected)) return 'same';
    if (isNumberColumn(column) && isSameNumber(found, expected)) return 'same number';
    return letters !== null && isSameButLost(found, clean(expected), letters) ? 'same' : 'other';
  };
}

/**
 * The letters that a file surely has. Which code page it is in was guessed, and most are in that of Western Windows.
 */
function collectSafeLetters(encoding: string): ReadonlySet<string> {
  const western = new Set(listPageLetters('Windows-1252'));
  return new Set([...listPageLetters(encoding)].filter(letter => western.has(letter)));
}

function isNumberColumn(column: string): boolean {
  return /^(?:score|score_before|'?points_.*)$/u.test(column);
}

/** 34,5 is 34.5, and 34.50, too. */
function isSameNumber(found: string, expected: string): boolean {
  const [is, must] = [found, expected].map(text => (NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN));
  return is === must;
}

const NUMBER = /^-?\d{1,15}(?:[.,]\d{1,9})?$/u;

/**
 * Whether a text differs only in letters that the code page of its file lacks: programs put a letter
 * like it there, or a question mark.
 */
function isSameButLost(found: string, expected: string, letters: ReadonlySet<string>): boolean {
  const [is, must] = [[...found], [...expected]];
  return (
    is.length === must.length &&
    must.every((letter, at) => {
      const there = is[at]!;
      if (there === letter) return true;
      return !letters.has(letter) && (there === '?' || there.toLowerCase() === foldAccents(letter));
    })
  );
}
