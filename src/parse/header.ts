import {
  doubleColumn,
  missingColumn,
  type Parsed,
  type Place,
  type Problem,
  unreadColumn,
} from '../domain/problems.ts';
import { columnsFor, type OwnNames } from './column-names.ts';
import { headerKey } from './keys.ts';
import { fewestEdits } from './nearest.ts';
import type { Row } from './raw.ts';
import { columnAsked, headerFor } from './suggestions.ts';
import type { Table } from './table.ts';

/** Which column of a table is which of ours; every other column by its key. */
export interface Columns {
  readonly of: ReadonlyMap<string, number>;
  readonly extra: ReadonlyMap<string, number>;
  /** All columns that were looked for. */
  readonly wanted: readonly string[];
  /** null for a sheet whose columns the config cannot name. */
  readonly own: OwnNames | null;
}

/** Finds columns by exact names and aliases only: a near miss is suggested, never taken. */
export function columnsOf(table: Table, wanted: readonly string[], own: OwnNames | null): Parsed<Columns> {
  const found = columnsFor(table.header, wanted, own ?? {});
  const of = new Map<string, number>();
  const extra = new Map<string, number>();
  const problems: Problem[] = [];
  table.header.forEach((header, index) => {
    const key = headerKey(header);
    if (key === '') return;
    const column = found[index] ?? null;
    const taken = column === null ? extra : of;
    const other = taken.get(column ?? key);
    if (other === undefined) taken.set(column ?? key, index);
    else {
      const place = { file: table.file, row: 1, column: header, value: header };
      problems.push(doubleColumn(place, table.header[other]!, column, own !== null));
    }
  });
  const columns = { of, extra, wanted, own };
  return { value: columns, problems: [...problems, ...unreadColumns(table, columns)] };
}

/** The rank of a column of wishes ("wish_1", "Wunsch 2"), or null. */
export function wishRank(key: string): number | null {
  const rank = WISH.exec(key)?.[1];
  return rank === undefined ? null : Number(rank);
}

const WISH =
  /^(?:wish|choice|wunsch|wunschmentor|wahl|souhait|voeu|choix|desiderio|scelta|deseo|eleccion|wens|keuze|zyczenie|wybor)(\d{1,2})$/u;

/** Where the cell of one of our columns stands, and what stands there; an absent column goes by our name for it. */
export function placeOf(table: Table, columns: Columns, column: string, row: number): Place {
  const index = columns.of.get(column) ?? -1;
  const value = cellsIn(table, row)?.[index];
  return { file: table.file, row, column: table.header[index] ?? column, value };
}

/** The cells of a row by its number, found by halves: a sheet with a fault in every row asks for each. */
function cellsIn({ rows }: Table, row: number): readonly string[] | undefined {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (rows[middle]!.row < row) from = middle + 1;
    else to = middle;
  }
  return rows[from]?.row === row ? rows[from]?.cells : undefined;
}

/** Gives the cell of one of our columns from a row; '' where the column is absent. */
export function cellOf({ of }: Columns, column: string): (row: Row) => string {
  const index = of.get(column);
  return index === undefined ? () => '' : ({ cells }) => cells[index] ?? '';
}

/** A problem for a column that must be there and is not, with the header that comes nearest. */
export function missing(table: Table, column: string, columns: Columns): Problem {
  const header = headerFor(column, headersOf(table, columns.extra), columns.wanted);
  const city = column === 'country' ? table.rows.map(cellOf(columns, 'city')).find(Boolean) : null;
  return missingColumn(table.file, column, header, settingFor(column, header ?? '', columns.own), city ?? null);
}

function headersOf(table: Table, extra: Columns['extra']): string[] {
  return [...extra.values()].map(index => table.header[index]!);
}

/** `{"email": "Mail"}`, with the names that the config has already. */
function settingFor(column: string, header: string, own: OwnNames | null): string | null {
  if (own === null) return null;
  const names = [...(own[column] ?? []), header];
  return JSON.stringify({ [column]: names.length === 1 ? header : names }).replace(/([:,])"/gu, '$1 "');
}

/** A lack of these is told elsewhere, or nothing misses them. */
const NEVER_MISSED: readonly string[] = [
  ...['id', 'name', 'first_name', 'last_name', 'email', 'department', 'country'],
  ...['mentor', 'mentor_id', 'mentor_email', 'mentee', 'mentee_id', 'mentee_email'],
];

/** Shorter names are too near to too many headers that people have for other things. */
const LEAST_LETTERS = 5;

/** So many words are a sentence: fewer may name something else that the user has. */
const SENTENCE = 3;

/** Wishes without a rank are none that we know. */
const UNRANKED = ['wish', 'wishes', 'wunsch', 'wunsche'];

/**
 * Columns of ours that a table lacks while a header comes near, or asks for them in a whole sentence: a typing error there
 * would change results in silence.
 */
function unreadColumns(table: Table, { of, extra, wanted, own }: Columns): Problem[] {
  const absent = wanted.filter(column => !of.has(column) && !NEVER_MISSED.includes(column));
  const lacking = absent.filter(column => own === null || column.length >= LEAST_LETTERS);
  const asked = own === null ? () => null : columnAsked(wanted, SENTENCE);
  return [...extra].flatMap(([key, index]) => {
    if (wishRank(key) !== null) return [];
    const header = table.header[index]!;
    const place = { file: table.file, row: 1, column: header, value: header };
    if (wanted.includes('not_with') && UNRANKED.includes(key)) return [unreadColumn(place, 'wish_1', null)];
    const near = fewestEdits(key, lacking.map(headerKey));
    const column = lacking.find(name => headerKey(name) === near) ?? asked(header);
    if (column === null || !absent.includes(column)) return [];
    return [unreadColumn(place, column, settingFor(column, header, own))];
  });
}
