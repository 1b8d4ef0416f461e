import { clean } from '../domain/text.ts';
import { recordsIn } from './csv.ts';

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

/** In how many rows column names are looked for, and how many known ones make a header of a row that is not the first. */
export const ROWS_AHEAD = 30;
const LEAST_KNOWN = 2;

/** The delimiter of a text, and where its column names are: those under which most known columns appear. */
export function dialectOf(text: string, columnOf: ColumnOf): { delimiter: Delimiter; head: Head } {
  const tried = DELIMITERS.map(delimiter => ({ delimiter, head: headIn(firstRows(text, delimiter), columnOf) }));
  const best = tried.reduce((a, b) => (isBetter(b.head, a.head) ? b : a));
  return best.head.columns <= 1 ? { ...best, delimiter: ',' } : best;
}

/** The row that names most of our columns among the first ones; the first row with text where none names several. */
export function headIn(rows: readonly (readonly string[])[], columnOf: ColumnOf): Head {
  const heads = rows.slice(0, ROWS_AHEAD).flatMap((cells, above) => {
    if (cells.every(cell => cell.trim() === '')) return [];
    const named = new Set(cells.flatMap(cell => columnOf(clean(cell)) ?? []));
    return [{ above, known: named.size, columns: cells.length }];
  });
  const first = heads[0] ?? { above: 0, known: 0, columns: 0 };
  const best = heads.reduce((a, b) => (b.known > a.known ? b : a), first);
  return best.known >= LEAST_KNOWN ? best : first;
}

function isBetter(a: Head, b: Head): boolean {
  return (a.known - b.known || b.above - a.above || a.columns - b.columns) > 0;
}

/** The first rows of a text, up to one whose quotes make it uncertain. */
export function firstRows(text: string, delimiter: string): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const { cells, fault } of recordsIn(text, delimiter)) {
    if (fault === 'unclosed' || rows.length === ROWS_AHEAD) break;
    rows.push(cells);
  }
  return rows;
}

/** What Excel reads above the first row to name the delimiter: sep=; (programs that quote everything quote it too). */
const SEPARATOR = /^(?:sep=([;,\t|])|"sep=([;,\t|])")(?:\r\n|\n|\r|$)/iu;

/** The delimiter that the first line names, and the text behind it; null where it names none. */
export function namedDelimiter(text: string): { delimiter: Delimiter; rest: string } | null {
  const [line, plain, quoted] = SEPARATOR.exec(text) ?? [];
  const delimiter = DELIMITERS.find(known => known === (plain ?? quoted));
  return line === undefined || delimiter === undefined ? null : { delimiter, rest: text.slice(line.length) };
}
