import {
  doubleColumn,
  missingColumn,
  type Parsed,
  type Place,
  type Problem,
  unreadColumn,
} from '../domain/problems.ts';
import { ALIASES } from './aliases.ts';
import { fewestEdits, nearest } from './nearest.ts';
import type { Table } from './table.ts';

/** A header without case, accents, blanks, hyphens, underscores and a hint in brackets: "E-Mail (dienstlich)" → "email". */
export function headerKey(header: string): string {
  const name = header.replace(/\([^()]*\)\s*$/u, '');
  // The same as below, and far sooner: most names are of ASCII, and a sheet's understanding begins with a thousand of them.
  if (/^[ -~]*$/u.test(name)) return name.toLowerCase().replace(/[^a-z0-9]/gu, '');
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/ł/gu, 'l')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Our columns by the user's own names for them, from "columns" in the config. */
export type OwnNames = Readonly<Record<string, readonly string[]>>;

/** Which column of a table is which of ours; every other column by its key. */
export interface Columns {
  readonly of: ReadonlyMap<string, number>;
  readonly extra: ReadonlyMap<string, number>;
  /** null for a sheet whose columns the config cannot name. */
  readonly own: OwnNames | null;
}

/** Finds columns by exact aliases only: a near miss is suggested, never taken. */
export function columnsOf(table: Table, wanted: readonly string[], own: OwnNames | null): Parsed<Columns> {
  const columnNamed = namedAmong(wanted, ownIn(table.header, own ?? {}));
  const of = new Map<string, number>();
  const extra = new Map<string, number>();
  const problems: Problem[] = [];
  table.header.forEach((header, index) => {
    const key = headerKey(header);
    if (key === '') return;
    const column = columnNamed(key);
    const taken = column === null ? extra : of;
    const other = taken.get(column ?? key);
    if (other === undefined) taken.set(column ?? key, index);
    else {
      const place = { file: table.file, row: 1, column: header, value: header };
      problems.push(doubleColumn(place, table.header[other]!, column, own !== null));
    }
  });
  const columns = { of, extra, own };
  return { value: columns, problems: [...problems, ...unreadColumns(table, wanted, columns)] };
}

/** The user's own names that a header has: a sheet that has none of a column's goes by the aliases. */
export function ownIn(header: readonly string[], own: OwnNames): OwnNames {
  const keys = new Set(header.map(headerKey));
  return Object.fromEntries(Object.entries(own).filter(([, names]) => names.some(name => keys.has(headerKey(name)))));
}

/** Finds our column that a header's key stands for, or null. The user's own names come before the aliases. */
export function namedAmong(wanted: readonly string[], own: OwnNames): (key: string) => string | null {
  const found = new Map<string, string>();
  const add = (column: string, keys: readonly string[]) => {
    for (const key of keys) if (!found.has(key)) found.set(key, column);
  };
  for (const column of wanted) add(column, own[column]?.map(headerKey) ?? []);
  for (const column of wanted) if (!own[column]) add(column, [headerKey(column), ...(ALIASES[column] ?? [])]);
  return key => found.get(key) ?? null;
}

/** Whether a header would be read as one of these columns of ours where the config says nothing of it. */
export function isNamedAmong(wanted: readonly string[]): (header: string) => boolean {
  const columnNamed = namedAmong(wanted, {});
  return header => columnNamed(headerKey(header)) !== null;
}

/** The rank of a column of wishes ("wish_1", "Wunsch 2"), or null. */
export function wishRank(key: string): number | null {
  const rank = /^(?:wish|wunsch|wunschmentor|choice|wahl)(\d{1,2})$/u.exec(key)?.[1];
  return rank === undefined ? null : Number(rank);
}

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

/** A problem for a column that must be there and is not, with the header that comes nearest. */
export function missing(table: Table, column: string, columns: Columns): Problem {
  const keys = [...columns.extra.keys()];
  const near = nearest(headerKey(column), keys) ?? nearAlias(column, keys);
  const header = near === null ? null : table.header[columns.extra.get(near)!]!;
  return missingColumn(table.file, column, header, settingFor(column, header ?? '', columns.own));
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

/** Wishes without a rank are none that we know. */
const UNRANKED = ['wish', 'wishes', 'wunsch', 'wunsche'];

/** Columns of ours that a table lacks while a header comes near: a typing error there would change results in silence. */
function unreadColumns(table: Table, wanted: readonly string[], { of, extra, own }: Columns): Problem[] {
  const lacking = wanted.filter(
    column => !of.has(column) && !NEVER_MISSED.includes(column) && (own === null || column.length >= LEAST_LETTERS),
  );
  return [...extra].flatMap(([key, index]) => {
    if (wishRank(key) !== null) return [];
    const header = table.header[index]!;
    const place = { file: table.file, row: 1, column: header, value: header };
    if (wanted.includes('not_with') && UNRANKED.includes(key)) return [unreadColumn(place, 'wish_1', null)];
    const near = fewestEdits(key, lacking.map(headerKey));
    const column = lacking.find(name => headerKey(name) === near) ?? null;
    return column === null ? [] : [unreadColumn(place, column, settingFor(column, header, own))];
  });
}

function nearAlias(column: string, keys: readonly string[]): string | null {
  for (const alias of ALIASES[column] ?? []) {
    const near = nearest(alias, keys);
    if (near !== null) return near;
  }
  return null;
}
