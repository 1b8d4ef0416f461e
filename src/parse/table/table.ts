import { formatColumnLetters } from '../../domain/column-letters.ts';
import { MOST } from '../../domain/input-bounds.ts';
import {
  beyondBound,
  damagedText,
  lostCharacter,
  namelessCells,
  noHeader,
  type Parsed,
  type Problem,
  raggedHeader,
  raggedRow,
  tooManyProblems,
  twoRows,
} from '../../domain/problems.ts';
import { countCells, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import { clearSpoiltCells } from '../text/damaged-cells.ts';
import { DELIMITERS, findHead, type Head, ROWS_AHEAD } from '../text/dialect.ts';
import { applyShownNumbers } from '../text/formatted-ids.ts';
import { listOddTexts } from '../text/odd-text.ts';
import type { Looking, Raw } from '../text/raw-rows.ts';
import type { Source } from '../text/sheet-source.ts';
import { readTextRows } from '../text/text-rows.ts';
import { readWorkbookRows } from '../text/workbook-rows.ts';
import { isFilled, setApart } from './around-table.ts';
import { fillMergedCells } from './merged-cells.ts';
import { mergeHeaderRows } from './merged-header.ts';

/** A table as written: cleaned cells, rows numbered as a spreadsheet shows them. */
export interface Table extends Pick<Raw, 'file' | 'encoding' | 'delimiter' | 'lineOf' | 'rows' | 'cellsOf'> {
  readonly header: readonly string[];
  /** The row in which the column names are. */
  readonly headerRow: number;
  /** Our column by the index of a header, where it was put together of others; null for those others. */
  readonly given?: ReadonlyMap<number, string | null>;
}

/**
 * Reads a sheet: of a workbook, or a CSV file. The column names are in the row, and the delimiter is the one, under
 * which most known columns appear. Rows without any text are passed over, and titles above, a second row of column
 * names and totals at the end with a warning. The value is null where there is no table to speak of.
 */
export function readTable(source: Source, looking: Looking): Parsed<Table | null> {
  const found =
    source.workbook == null ? readTextRows(source, looking) : readWorkbookRows(source, source.workbook, looking);
  if (found.value === null || found.value.rows.length === 0) return { value: null, problems: found.problems };
  const table = findTable(found.value, looking);
  return { value: table.value, problems: [...found.problems, ...table.problems] };
}

/** A header that takes two rows is made one before the table is read. */
function findTable(raw: Raw, looking: Looking): Parsed<Table | null> {
  const head = findSheetHead(raw, looking);
  const merged = mergeHeaderRows(raw.rows, head, looking.columnOf);
  if (merged === null) return buildTable(raw, head, looking);
  const rows = [...raw.rows.slice(0, head.above), merged, ...raw.rows.slice(head.above + 2)];
  const one = { ...raw, rows };
  const table = buildTable(one, findSheetHead(one, looking), looking);
  const told = twoRows({ file: raw.file, row: merged.row }, raw.rows[head.above + 1]?.cells.find(isFilled) ?? '');
  return { value: table.value, problems: [told, ...table.problems] };
}

function findSheetHead({ rows }: Raw, { columnOf }: Looking): Head {
  const first = rows.slice(0, ROWS_AHEAD).map(({ cells }) => cells);
  return findHead(first, columnOf);
}

function buildTable(
  raw: Raw,
  head: Head,
  { columnOf, columns, restores, mayEndBefore }: Looking,
): Parsed<Table | null> {
  const { file, encoding, delimiter, lineOf } = raw;
  const apart = setApart(raw, head, columnOf);
  const names = apart.header.cells;
  if (head.known === 0)
    return { value: null, problems: [noHeader(file, apart.header.row, names.filter(isFilled), columns)] };
  const long = names.findIndex(name => name.length > MOST.headerLetters);
  if (long >= 0) {
    const location = { file, row: apart.header.row, value: names[long]! };
    const excess = { of: 'letters of a header', most: MOST.headerLetters, column: long + 1 } as const;
    return { value: null, problems: [...apart.problems, beyondBound(location, excess)] };
  }
  const header = names.slice(0, names.findLastIndex(isFilled) + 1);
  const whole = mayEndBefore === undefined ? apart.rows : completeRows(apart.rows, header, mayEndBefore);
  const { value: unmerged, problems } = alignRows(raw, header, names.length, whole);
  const { value: rows, problems: told } = fillMergedCells(raw, header, unmerged);
  const spoilt = clearSpoiltCells(raw, header, applyShownNumbers(raw, header, rows, columnOf), columnOf);
  // Columns that are put behind these have cells of their own.
  const cellsOf = (column: number) => (column < header.length ? raw.cellsOf(column) : null);
  const table = { file, encoding, delimiter, lineOf, cellsOf, header, headerRow: apart.header.row, rows: spoilt.rows };
  const lost = names.flatMap(name =>
    name.includes('\ufffd') ? [reportLostCharacter(raw, apart.header.row, name)] : [],
  );
  return {
    value: table,
    problems: [
      ...apart.problems,
      ...lost,
      ...problems,
      ...told,
      ...spoilt.problems,
      ...listOddTexts(raw, header, spoilt.rows, !restores),
      ...checkRowWidths(table),
    ],
  };
}

function reportLostCharacter({ file, isDamaged, encoding }: Raw, row: number, name: string): Problem {
  const location = { file, row, column: name };
  return isDamaged ? damagedText(location, name, encoding) : lostCharacter(location, name);
}

/**
 * Rows as wide as the header. Spreadsheets write empty cells behind the last column, in most rows or
 * in none, and workbooks end a row with its last cell; what stands where no column has a name is left
 * out, with a warning for the first.
 * @param width of the header with the nameless columns behind it.
 */
function alignRows(
  { file, delimiter }: Raw,
  header: readonly string[],
  width: number,
  rows: readonly Row[],
): Parsed<readonly Row[]> {
  if (rows.every(row => countCells(row) === header.length)) return { value: rows, problems: [] };
  const problems: Problem[] = [];
  const usual = Math.max(width, findUsualWidth(rows));
  const value = rows.map(one => {
    if (countCells(one) === header.length) return one;
    const { row, cells } = one;
    const beyond = cells.findIndex((cell, column) => column >= header.length && isFilled(cell));
    const isOdd = cells.length > (beyond < 0 ? usual : width);
    if (delimiter !== null && isOdd) return one;
    if (beyond >= 0 && problems.length === 0) problems.push(namelessCells({ file, row }, formatColumnLetters(beyond)));
    return { row, cells: resizeRow(cells, header.length, delimiter === null) };
  });
  return { value, problems };
}

/** Rows with the empty cells that a spreadsheet program left out at their ends. */
function completeRows(
  rows: readonly Row[],
  header: readonly string[],
  mayEndBefore: (header: string) => boolean,
): readonly Row[] {
  const least = header.findLastIndex(name => !mayEndBefore(name)) + 1;
  return rows.map(one => {
    const width = countCells(one);
    return width < least || width >= header.length
      ? one
      : { row: one.row, cells: resizeRow(one.cells, header.length, true) };
  });
}

/** The width that more than half of the rows have; 0 where there is none. */
function findUsualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const width of rows.map(countCells)) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].find(([, count]) => 2 * count > rows.length)?.[0] ?? 0;
}

function resizeRow(cells: readonly string[], width: number, isWidened: boolean): readonly string[] {
  if (cells.length > width) return cells.slice(0, width);
  return cells.length === width || !isWidened ? cells : [...cells, ...Array<string>(width - cells.length).fill('')];
}

/**
 * Where no row has as many cells as the header, but most have one number, it is the header
 * that is told, and rows unlike most.
 */
function checkRowWidths(table: Table): Problem[] {
  const { file, header, headerRow, rows, delimiter } = table;
  if (delimiter === null) return [];
  const fits = rows.some(row => countCells(row) === header.length);
  const usual = fits || rows.length < LEAST_ROWS ? 0 : findUsualWidth(rows);
  if (usual === 0) return reportRaggedRows(table, header.length);
  const alike = rows.filter(row => countCells(row) === usual);
  const told = raggedHeader({ file, row: headerRow }, header.length, usual, alike.length, rows.length);
  return [told, ...reportRaggedRows(table, usual)];
}

/** Of fewer rows it cannot be said what most have. */
const LEAST_ROWS = 3;

function reportRaggedRows({ file, header, rows, delimiter }: Table, width: number): Problem[] {
  const findOtherDelimiter = (cells: readonly string[]) =>
    DELIMITERS.find(other => other !== delimiter && cells.join(delimiter!).split(other).length === header.length) ??
    null;
  const ragged = rows.filter(row => countCells(row) !== width);
  const more = ragged[MOST.problems];
  const told = more === undefined ? [] : [tooManyProblems(file, more.row)];
  const problems = ragged
    .slice(0, MOST.problems)
    .map(({ row, cells }) =>
      raggedRow({ file, row }, cells.length, width, width === header.length, findOtherDelimiter(cells)),
    );
  return [...problems, ...told];
}
