import { MOST } from '../../domain/input-bounds.ts';
import { clean } from '../../domain/text.ts';
import { decodeUtf8, LINE_FEED } from './bytes-to-text.ts';
import { readRecords } from './csv.ts';

export const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Our column that a header stands for, or null. */
export type ColumnOf = (header: string) => string | null;

/** Where the column names are. */
export interface Head {
  /** How many rows stand above. */
  readonly above: number;
  /** How many columns of ours are named. */
  readonly known: number;
  readonly columns: number;
}

/**
 * In how many rows column names are looked for, and how many known ones make a header of a row that is not the first.
 */
export const ROWS_AHEAD = 30;
const LEAST_KNOWN = 2;

const NO_HEAD: Head = { above: 0, known: 0, columns: 0 };

/** The delimiter of a text, and where its column names are: those under which most known columns appear. */
export function detectDialect(utf8: Uint8Array, columnOf: ColumnOf): { delimiter: Delimiter; head: Head } {
  const heads = new Map<Delimiter, Head>();
  let most = 0;
  const first = takeFirstLines(utf8);
  for (const delimiter of rankDelimiters(utf8)) {
    // What stands in none of them makes rows of one cell, which name no more columns than have been found.
    const isHopeless = most >= LEAST_KNOWN && !first.includes(delimiter.charCodeAt(0));
    const head = isHopeless ? NO_HEAD : findHead(readFirstRows(first, delimiter), columnOf, most);
    heads.set(delimiter, head);
    most = Math.max(most, head.known);
  }
  const tried = DELIMITERS.map(delimiter => ({ delimiter, head: heads.get(delimiter)! }));
  const best = tried.reduce((a, b) => (isBetter(b.head, a.head) ? b : a));
  return best.head.columns <= 1 ? { ...best, delimiter: ',' } : best;
}

/**
 * By how often they stand in the beginning of a text: where many columns have been found, little is looked at for more.
 */
function rankDelimiters(utf8: Uint8Array): readonly Delimiter[] {
  const start = decodeUtf8(utf8.subarray(0, LIKELY));
  const counts = new Map(DELIMITERS.map(delimiter => [delimiter, start.split(delimiter).length]));
  return DELIMITERS.toSorted((a, b) => counts.get(b)! - counts.get(a)!);
}

const LIKELY = 1024;

/**
 * The row that names most of our columns among the first ones; the first row with text where none names several.
 * @param most so many are named elsewhere: of a row with fewer, not all columns need be known.
 */
export function findHead(rows: readonly (readonly string[])[], columnOf: ColumnOf, most = 0): Head {
  let first: Head | null = null;
  let best = NO_HEAD;
  for (const [above, cells] of rows.slice(0, ROWS_AHEAD).entries()) {
    const filled = cells.filter(cell => cell.trim() !== '').length;
    if (filled === 0) continue;
    // A single cell above others is a title, whatever it says: the header may be one of which nothing is known.
    const title: Head | null = first !== null && isTitle(rows[first.above]!) ? first : null;
    const others = Math.max(best.known, most - 1);
    const known = countKnownColumns(cells, columnOf, title === null ? others : Math.min(others, title.known - 1));
    const head = { above, known, columns: cells.length };
    if (first === null || (title !== null && title.known <= known && filled > 1)) first = head;
    if (known > best.known) best = head;
  }
  return best.known >= LEAST_KNOWN ? best : (first ?? best);
}

function isTitle(cells: readonly string[]): boolean {
  return cells.filter(cell => cell.trim() !== '').length === 1;
}

/** How many columns of ours cells name; of cells that cannot name more than `others`, not all are looked at. */
function countKnownColumns(cells: readonly string[], columnOf: ColumnOf, others: number): number {
  const named = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    if (named.size + cells.length - index <= others) break;
    if (cell.length > MOST.headerLetters) continue;
    const column = columnOf(clean(cell));
    if (column !== null) named.add(column);
  }
  return named.size;
}

function isBetter(a: Head, b: Head): boolean {
  if (a.known === 0 && b.known === 0) return a.columns > b.columns;
  return (a.known - b.known || b.above - a.above || a.columns - b.columns) > 0;
}

/** The first rows of a text, up to one whose quotes make it uncertain. */
export function readFirstRows(utf8: Uint8Array, delimiter: string): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const { cells, fault } of readRecords(takeFirstLines(utf8), delimiter)) {
    if (fault === 'unclosed' || rows.length === ROWS_AHEAD) break;
    rows.push(cells);
  }
  return rows;
}

/** Rows are looked for in so many lines: quotes that are never closed make csv-parse look at all that it is given. */
const LINES_AHEAD = 500;

function takeFirstLines(utf8: Uint8Array): Uint8Array {
  let end = 0;
  for (let line = 0; line < LINES_AHEAD; line++) {
    end = utf8.indexOf(LINE_FEED, end) + 1;
    if (end === 0) return utf8;
  }
  return utf8.subarray(0, end);
}

/** What Excel reads above the first row to name the delimiter: sep=; (programs that quote everything quote it too). */
const SEPARATOR = /^(?:sep=([;,\t|])|"sep=([;,\t|])")(?:\r\n|\n|\r|$)/iu;

/** The delimiter that the first line names, and the text behind it; null where it names none. */
export function findNamedDelimiter(utf8: Uint8Array): { delimiter: Delimiter; rest: Uint8Array } | null {
  const [line, plain, quoted] = SEPARATOR.exec(decodeUtf8(utf8.subarray(0, LIKELY))) ?? [];
  const delimiter = DELIMITERS.find(known => known === (plain ?? quoted));
  return line === undefined || delimiter === undefined ? null : { delimiter, rest: utf8.subarray(line.length) };
}
