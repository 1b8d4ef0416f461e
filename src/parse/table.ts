import {
  emptyFile,
  headerBelow,
  noHeader,
  notUtf8,
  type Parsed,
  type Problem,
  raggedRow,
  strayQuote,
  unclosedQuote,
} from '../domain/problems.ts';
import { clean } from '../domain/text.ts';
import { recordsIn, UNCLOSED } from './csv.ts';
import { type Decoded, decode } from './decode.ts';
import { remembered } from './memo.ts';

/** A sheet as written: cleaned cells, rows numbered as a spreadsheet shows them (the header is row 1). */
export interface Table {
  readonly file: string;
  readonly encoding: Decoded['encoding'];
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Reads a CSV file. The delimiter is the one under which the first row has most headers that are known (and then most
 * columns). Rows without any text are passed over. The value is null where there is no table to speak of.
 * @param columns some of the headers that are known, for advice.
 */
export function readTable(
  file: string,
  bytes: Uint8Array,
  isKnown: (header: string) => boolean,
  columns: readonly string[] = [],
): Parsed<Table | null> {
  const decoded = decode(file, bytes);
  if (decoded.value === null) return { value: null, problems: decoded.problems };
  const { text, encoding, faithful } = decoded.value;
  if (text.trim() === '') return { value: null, problems: [emptyFile(file)] };
  const { delimiter, row, known } = headerOf(text, isKnown);
  const { rows, problems } = rowsOf(file, text, delimiter);
  if (!faithful) {
    const damaged = rows.find(({ cells }) => cells.some(cell => cell.includes('\ufffd')));
    return { value: null, problems: [notUtf8(file, damaged?.row ?? 1)] };
  }
  const header = rows[0]?.cells;
  if (header === undefined) return { value: null, problems };
  if (row > 1) return { value: null, problems: [headerBelow(file, row)] };
  if (known === 0) return { value: null, problems: [noHeader(file, header.filter(filled), columns)] };
  const table = { file, encoding, delimiter, header, rows: fullRows(rows.slice(1), header.length) };
  return { value: table, problems: [...problems, ...raggedRows(table)] };
}

const filled = (cell: string) => cell !== '';

/** The rows with any text, without the empty cells that spreadsheets put behind the last column. */
function fullRows(rows: readonly Row[], width: number): Row[] {
  return rows
    .filter(({ cells }) => cells.some(filled))
    .map(row => {
      const isLonger = row.cells.length > width && !row.cells.slice(width).some(filled);
      return isLonger ? { ...row, cells: row.cells.slice(0, width) } : row;
    });
}

interface Header {
  readonly delimiter: Delimiter;
  /** The row in which the header is: 1, unless that row has no known header and one below has several. */
  readonly row: number;
  readonly known: number;
}

/** In how many rows a header is looked for, and how many known headers make one that is not in row 1. */
const ROWS_AHEAD = 20;
const LEAST_KNOWN = 2;

function headerOf(text: string, isKnown: (header: string) => boolean): Header {
  const heads = (rows: number) => DELIMITERS.flatMap(delimiter => headsIn(text, delimiter, rows, isKnown));
  const first = heads(1);
  if (first.length === 0) return { delimiter: ',', row: 1, known: 0 };
  const best = most(first);
  const below = best.known > 0 ? [] : heads(ROWS_AHEAD).filter(({ row, known }) => row > 1 && known >= LEAST_KNOWN);
  if (below.length > 0) return most(below);
  return best.columns === 1 ? { ...best, delimiter: ',' } : best;
}

interface Head extends Header {
  readonly columns: number;
}

function most(heads: readonly Head[]): Head {
  return heads.reduce((a, b) => ((b.known - a.known || b.columns - a.columns) > 0 ? b : a));
}

/** The first rows of a text, taken for headers. */
function headsIn(text: string, delimiter: Delimiter, rows: number, isKnown: (header: string) => boolean): Head[] {
  const found: Head[] = [];
  for (const record of recordsIn(text, delimiter)) {
    if (record === UNCLOSED || found.length === rows) break;
    const known = record.cells.filter(cell => isKnown(clean(cell))).length;
    found.push({ delimiter, row: found.length + 1, known, columns: record.cells.length });
  }
  return found;
}

/**
 * The rows of a text. A quote that is not doubled spoils its own row at most, as long as the row ends where its line does;
 * behind a quoted cell of several lines nothing is certain, so that this fault is the last.
 */
function rowsOf(file: string, text: string, delimiter: Delimiter): { rows: Row[]; problems: Problem[] } {
  const cleaners: ((cell: string) => string)[] = [];
  const cleaned = (cell: string, column: number) => {
    cleaners[column] ??= remembered(clean);
    return cleaners[column](cell);
  };
  const rows: Row[] = [];
  const problems: Problem[] = [];
  for (const record of recordsIn(text, delimiter)) {
    const row = rows.length + 1;
    if (record === UNCLOSED || record.fault === 'beyond its line') {
      return { rows, problems: [...problems, unclosedQuote(file, row)] };
    }
    if (record.fault === 'in its line') problems.push(strayQuote(file, row));
    rows.push({ row, cells: record.cells.map(cleaned) });
  }
  return { rows, problems };
}

function raggedRows({ file, header, rows, delimiter }: Table): Problem[] {
  const otherIn = (cells: readonly string[]) =>
    DELIMITERS.find(other => other !== delimiter && cells.join(delimiter).split(other).length === header.length) ??
    null;
  return rows
    .filter(({ cells }) => cells.length !== header.length)
    .map(({ row, cells }) => raggedRow(file, row, cells.length, header.length, otherIn(cells)));
}
