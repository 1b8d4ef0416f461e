import { formatColumnLetters } from '../../domain/column-letters.ts';
import {
  doubleColumn,
  type Location,
  missingColumn,
  type Parsed,
  type Problem,
  repeatedColumns,
  unreadColumn,
  unreadRank,
} from '../../domain/problems.ts';
import { getCell, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import type { Table } from '../table/table.ts';
import { findByFewestEdits } from '../text/nearest.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import { assignColumns } from './assigned-columns.ts';
import { canUnderstand, sampleOf } from './cell-samples.ts';
import { isOfPeople, type OwnNames } from './column-claims.ts';
import { type Free, makeAskedColumnFinder, suggestHeader } from './suggestions.ts';
import { isUnrankedWish } from './wish-columns.ts';

/** Which column of a table is which of ours; every other column by its key. */
export interface Columns {
  readonly of: ReadonlyMap<string, number>;
  readonly extra: ReadonlyMap<string, number>;
  /** All columns that were looked for. */
  readonly wanted: readonly string[];
  readonly own: OwnNames;
  /** Keys of the user's own columns that several columns have. */
  readonly repeated: ReadonlySet<string>;
}

/**
 * Finds columns by exact names and aliases, where their cells do not speak against it: a near miss is suggested, never
 * taken. The second of the user's own columns of one name goes by the name with #2 behind.
 */
export function findColumns(table: Table, wanted: readonly string[], own: OwnNames): Parsed<Columns> {
  const { value: assigned, problems } = assignColumns(table, wanted, own);
  const indexes = new Map<string, number[]>();
  table.header.forEach((header, index) => {
    const key = makeHeaderKey(header);
    if (key === '') return;
    const name = assigned[index] ?? ` ${key}`;
    indexes.set(name, [...(indexes.get(name) ?? []), index]);
  });
  const ours = [...indexes].filter(([name]) => !name.startsWith(' '));
  const others = [...indexes].flatMap(([name, at]) => (name.startsWith(' ') ? [[name.slice(1), at] as const] : []));
  const columns = {
    of: new Map(ours.map(([name, [first = 0]]) => [name, first])),
    extra: new Map(others.flatMap(([key, at]) => at.map((index, n) => [n === 0 ? key : `${key}#${n + 1}`, index]))),
    repeated: new Set(others.flatMap(([key, at]) => (at.length > 1 ? [key] : []))),
    wanted,
    own,
  };
  return {
    value: columns,
    problems: [
      ...ours.flatMap(([name, at]) => (at.length > 1 ? [reportDoubledColumn(table, name, at)] : [])),
      ...others.flatMap(([, at]) => (at.length > 1 ? [repeatedColumns(...locateColumns(table, at))] : [])),
      ...problems,
      ...reportUnreadColumns(table, columns),
    ],
  };
}

/** The location of a message about several columns, and the columns by letter and name. */
function locateColumns(
  table: Table,
  at: readonly number[],
): [place: Location, columns: ReadonlyArray<readonly [string, string]>] {
  const last = table.header[at.at(-1)!]!;
  const location = { file: table.file, row: 1, column: last, value: last };
  return [location, at.map(index => [formatColumnLetters(index), table.header[index]!])];
}

function reportDoubledColumn(table: Table, column: string, at: readonly number[]): Problem {
  const [location, columns] = locateColumns(table, at);
  const fits = at.findIndex(index => canUnderstand(column, table.header[index]!, sampleOf(table, index)));
  const chosen = Math.max(0, fits);
  const header = table.header[at[chosen]!]!;
  const alike = at.filter(index => table.header[index] === header);
  const nth = alike.indexOf(at[chosen]!) + 1;
  return doubleColumn(
    location,
    columns,
    column,
    formatSetting(column, [alike.length === 1 ? header : `${header}#${nth}`]),
  );
}

/** Where the cell of one of our columns stands, and what stands there; an absent column goes by our name for it. */
export function locateCell(table: Table, columns: Columns, column: string, row: number): Location {
  const index = columns.of.get(column) ?? -1;
  const value = findCells(table, row)?.[index];
  return { file: table.file, row, column: table.header[index] ?? column, value };
}

/** The cells of a row by its number, found by halves: a sheet with a fault in every row asks for each. */
function findCells({ rows }: Table, row: number): readonly string[] | undefined {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (rows[middle]!.row < row) from = middle + 1;
    else to = middle;
  }
  return rows[from]?.row === row ? rows[from]?.cells : undefined;
}

/** Gives the cell of one of our columns from a row; '' where the column is absent. */
export function makeCellReader({ of }: Columns, column: string): (row: Row) => string {
  const index = of.get(column);
  return index === undefined ? () => '' : row => getCell(row, index) ?? '';
}

/** A problem for a column that must be there and is not, with the header that comes nearest. */
export function reportMissingColumn(table: Table, column: string, columns: Columns): Problem {
  const header = suggestHeader(column, freeIn(table, columns), columns.wanted);
  const city = column === 'country' ? table.rows.map(makeCellReader(columns, 'city')).find(Boolean) : null;
  return missingColumn(table.file, column, header, suggestSetting(column, header ?? '', columns.own), city ?? null);
}

/** A problem where neither an id nor an address tells people apart, with the header that comes nearest. */
export function reportMissingIdentity(table: Table, columns: Columns): Problem {
  const free = freeIn(table, columns);
  for (const column of ['email', 'id']) {
    const header = suggestHeader(column, free, columns.wanted);
    if (header !== null) return missingColumn(table.file, EITHER, header, suggestSetting(column, header, columns.own));
  }
  return missingColumn(table.file, EITHER, null, suggestSetting('email', '', columns.own));
}

const EITHER = 'id or email';

/**
 * Columns that a table may do without, where a header comes near: results would change in
 * silence. Not those that are set aside.
 */
export function reportUnreadAmong(absent: readonly string[], table: Table, columns: Columns): Problem[] {
  const free = freeIn(table, columns);
  return absent.flatMap(column => {
    const header = columns.own[column]?.length === 0 ? null : suggestHeader(column, free, columns.wanted);
    if (header === null) return [];
    const location = { file: table.file, row: 1, column: header, value: header };
    return [unreadColumn(location, column, suggestSetting(column, header, columns.own))];
  });
}

/** Whether a header may be meant for a column of ours that a table lacks. */
export function isHinted(table: Table, column: string, columns: Columns): boolean {
  return suggestHeader(column, freeIn(table, columns), columns.wanted) !== null;
}

/** The headers of the user's own columns, and what their cells would be understood as. */
function freeIn(table: Table, { extra, wanted }: Columns): Free[] {
  if (isOfPeople(wanted)) return [...extra.values()].map(index => freeAt(table, index));
  return [...extra.values()].map(index => ({ header: table.header[index]!, fits: () => true }));
}

function freeAt(table: Table, index: number): Free {
  const header = table.header[index]!;
  let cells: readonly string[] | null = null;
  return {
    header,
    fits: column => {
      cells ??= sampleOf(table, index);
      return canUnderstand(column, header, cells);
    },
  };
}

/** `{"email": "Mail"}`, with the names that the config has already. */
function suggestSetting(column: string, header: string, own: OwnNames): string {
  return formatSetting(column, [...(own[column] ?? []), header]);
}

function formatSetting(column: string, names: readonly string[]): string {
  return JSON.stringify({ [column]: names.length === 1 ? names[0] : names }).replace(/([:,])"/gu, '$1 "');
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

/**
 * Columns of ours that a table lacks while a header comes near, or asks for them in a whole sentence: a typing error
 * there would change results in silence. Nothing is said of columns whose cells would not be understood.
 */
function reportUnreadColumns(table: Table, { of, extra, wanted, own }: Columns): Problem[] {
  const isPeople = isOfPeople(wanted);
  const absent = wanted.filter(
    column => !of.has(column) && !NEVER_MISSED.includes(column) && own[column]?.length !== 0,
  );
  const lacking = absent.filter(column => !isPeople || column.length >= LEAST_LETTERS);
  const asked = isPeople ? makeAskedColumnFinder(wanted, SENTENCE) : () => null;
  return [...extra].flatMap(([key, index]) => {
    const header = table.header[index]!;
    const location = { file: table.file, row: 1, column: header, value: header };
    if (isPeople && isUnrankedWish(header))
      return [unreadColumn(location, 'wish_1', suggestSetting('wish_1', header, own))];
    if (wanted.includes('priority') && !of.has('priority') && RANKS.includes(key)) {
      return [unreadRank(location, suggestSetting('priority', header, own))];
    }
    const near = findByFewestEdits(key, lacking.map(makeHeaderKey));
    const free = freeAt(table, index);
    const column = lacking.find(name => makeHeaderKey(name) === near) ?? asked(free);
    if (column === null || !absent.includes(column)) return [];
    if (isPeople && !free.fits(column)) return [];
    return [unreadColumn(location, column, suggestSetting(column, header, own))];
  });
}

/** A rank says the opposite of a priority: the first is 1. */
const RANKS: readonly string[] = ['rang', 'rank', 'ranking', 'reihenfolge', 'rangfolge', 'order', 'rango', 'kolejnosc'];
