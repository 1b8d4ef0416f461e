import { shown } from '../domain/text.ts';

/** A table of a run as read back: a header, and rows of cells. */
export interface Cells {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Holds a table against the one that the tandems make. Rows may stand in another order; what a row is about is the text in
 * its `keys` columns. Columns in `free` may say what they like (people edit them).
 * Returns the first difference in words, or null.
 */
export function tableDifference(
  found: Cells,
  expected: Cells,
  keys: readonly string[],
  free: readonly string[] = [],
): string | null {
  if (JSON.stringify(found.header) !== JSON.stringify(expected.header))
    return `has the columns ${found.header.map(shown).join(', ')}`;
  const ragged = found.rows.findIndex(cells => cells.length !== expected.header.length);
  if (ragged >= 0) return `has ${found.rows[ragged]!.length} cells in row ${ragged + 2}`;
  const positions = keys.map(key => expected.header.indexOf(key));
  const keyOf = (cells: readonly string[]) => JSON.stringify(positions.map(position => cells[position]));
  const nameOf = (cells: readonly string[]) => positions.map(position => cells[position]).join(' / ');
  const rows = new Map(found.rows.map(cells => [keyOf(cells), cells]));
  if (rows.size < found.rows.length) return 'has a row twice';
  for (const cells of expected.rows) {
    const row = rows.get(keyOf(cells));
    if (row === undefined) return `lacks the row of ${nameOf(cells)}`;
    const wrong = expected.header.findIndex((name, column) => row[column] !== cells[column] && !free.includes(name));
    if (wrong >= 0) {
      const [says, is] = [row[wrong] ?? '', cells[wrong] ?? ''];
      return `says ${shown(says)} in ${expected.header[wrong]} of ${nameOf(cells)}; it is ${shown(is)}`;
    }
  }
  return rows.size > expected.rows.length ? `has ${rows.size - expected.rows.length} rows too many` : null;
}

/** The first place where two JSON values differ, in words, or null. */
export function valueDifference(found: unknown, expected: unknown, path = ''): string | null {
  const isLeaf = (value: unknown) => typeof value !== 'object' || value === null;
  if (isLeaf(expected) || isLeaf(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return Object.is(found, expected)
      ? null
      : `says ${JSON.stringify(found)} for ${path}; it is ${JSON.stringify(expected)}`;
  }
  const keys = [...new Set([...Object.keys(Object(expected)), ...Object.keys(Object(found))])];
  for (const key of keys) {
    const inner = path === '' ? key : `${path}.${key}`;
    const difference = valueDifference(Reflect.get(Object(found), key), Reflect.get(Object(expected), key), inner);
    if (difference !== null) return difference;
  }
  return null;
}
