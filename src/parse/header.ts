import { doubleColumn, missingColumn, type Parsed, type Place, type Problem } from '../domain/problems.ts';
import { ALIASES } from './aliases.ts';
import { nearest } from './nearest.ts';
import type { Table } from './table.ts';

/** A header without case, accents, blanks, hyphens, underscores and a hint in brackets: "E-Mail (dienstlich)" → "email". */
export function headerKey(header: string): string {
  return header
    .replace(/\([^()]*\)\s*$/u, '')
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
}

/** Finds columns by exact aliases only: a near miss is suggested, never taken. */
export function columnsOf(table: Table, wanted: readonly string[], own: OwnNames): Parsed<Columns> {
  const of = new Map<string, number>();
  const extra = new Map<string, number>();
  const problems: Problem[] = [];
  table.header.forEach((header, index) => {
    const key = headerKey(header);
    if (key === '') return;
    const column = columnNamed(key, wanted, own);
    const taken = column === null ? extra : of;
    const other = taken.get(column ?? key);
    if (other === undefined) taken.set(column ?? key, index);
    else
      problems.push(doubleColumn({ file: table.file, row: 1, column: header }, table.header[other]!, column ?? header));
  });
  return { value: { of, extra }, problems };
}

/** Our column that a header's key stands for, or null. The user's own names come before the aliases. */
export function columnNamed(key: string, wanted: readonly string[], own: OwnNames): string | null {
  const owned = wanted.find(column => own[column]?.some(name => headerKey(name) === key));
  if (owned !== undefined) return owned;
  return wanted.find(column => !own[column] && (headerKey(column) === key || ALIASES[column]?.includes(key))) ?? null;
}

/** Where the cell of one of our columns stands; an absent column goes by our name for it. */
export function placeOf(table: Table, columns: Columns, column: string, row: number): Place {
  return { file: table.file, row, column: table.header[columns.of.get(column) ?? -1] ?? column };
}

/** A problem for a column that must be there and is not, with the header that comes nearest. */
export function missing(table: Table, column: string, columns: Columns): Problem {
  const free = table.header.filter((_, index) => [...columns.extra.values()].includes(index));
  const byKey = new Map(free.map(header => [headerKey(header), header]));
  const near = nearest(headerKey(column), [...byKey.keys()]) ?? nearAlias(column, [...byKey.keys()]);
  return missingColumn(table.file, column, near === null ? null : (byKey.get(near) ?? null));
}

function nearAlias(column: string, keys: readonly string[]): string | null {
  for (const alias of ALIASES[column] ?? []) {
    const near = nearest(alias, keys);
    if (near !== null) return near;
  }
  return null;
}
