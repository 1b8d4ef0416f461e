import type { TableDifference } from '../../domain/refutation.ts';
import { clean } from '../../domain/text.ts';

/** A table: a header, and rows of cells. */
export interface CellTable<Rows = Iterable<readonly string[]>> {
  readonly header: readonly string[];
  readonly rows: Rows;
}

/**
 * Holds a table of a run, as read back, against the one that the tandems make. Rows may stand in another order; what a row is
 * about is the text in its `keys` columns. Columns in `free` may say what they like (people edit them).
 * Returns the first difference, or null.
 */
export function findTableDifference(
  found: CellTable<readonly (readonly string[])[]>,
  expected: CellTable,
  keys: readonly string[],
  free: readonly string[] = [],
): TableDifference | null {
  const { header } = expected;
  if (JSON.stringify(found.header) !== JSON.stringify(header)) return { kind: 'columns', columns: found.header };
  const ragged = found.rows.findIndex(cells => cells.length !== header.length);
  if (ragged >= 0)
    return { kind: 'ragged', row: ragged + 2, cells: found.rows[ragged]!.length, expected: header.length };
  const positions = keys.map(key => header.indexOf(key));
  const listNames = (cells: readonly string[]) => positions.map(position => cells[position]);
  const rows = new Map(found.rows.map(cells => [listNames(cells).join(NEVER_IN_CELLS), cells]));
  if (rows.size < found.rows.length) return { kind: 'row-twice' };
  let count = 0;
  for (const cells of expected.rows) {
    count++;
    const row = rows.get(listNames(cells).join(NEVER_IN_CELLS));
    if (row === undefined) return { kind: 'row-missing', row: listNames(cells).join(' / ') };
    const wrong = header.findIndex((name, column) => !isSame(row[column]!, cells[column]!) && !free.includes(name));
    if (wrong < 0) continue;
    return {
      ...{ kind: 'cell', row: listNames(cells).join(' / '), column: header[wrong]! },
      ...{ found: row[wrong]!, expected: cells[wrong]! },
    };
  }
  return rows.size > count ? { kind: 'rows-more', rows: rows.size - count } : null;
}

/** Files with this character are refused as no text. */
const NEVER_IN_CELLS = '\0';

/** Cells are cleaned when they are read back. */
function isSame(found: string, expected: string): boolean {
  return found === expected || found === clean(expected);
}

/** Where two JSON values differ; null where there is none. */
export interface ValueDifference {
  readonly path: string;
  readonly found: string | null;
  readonly expected: string | null;
}

/** The first spot where two JSON values differ, or null. */
export function findValueDifference(found: unknown, expected: unknown, path = ''): ValueDifference | null {
  const isLeaf = (value: unknown) => typeof value !== 'object' || value === null;
  if (isLeaf(expected) || isLeaf(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return Object.is(found, expected)
      ? null
      : { path, found: abbreviateValue(found), expected: abbreviateValue(expected) };
  }
  const keys = [...new Set([...Object.keys(Object(expected)), ...Object.keys(Object(found))])];
  for (const key of keys) {
    const inner = path === '' ? key : `${path}.${key}`;
    const difference = findValueDifference(getEntry(found, key), getEntry(expected, key), inner);
    if (difference !== null) return difference;
  }
  return null;
}

/** What an object has itself: every object has a `__proto__` from elsewhere. */
export function getEntry(value: unknown, key: string): unknown {
  return Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : undefined;
}

/** A value as JSON, not longer than a sentence; null for none. */
export function abbreviateValue(value: unknown): string | null {
  if (value === undefined) return null;
  const text = JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)} …` : text;
}
