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
  if (found.header.join('\n') !== expected.header.join('\n')) return `has the columns ${found.header.join(', ')}`;
  const positions = keys.map(key => expected.header.indexOf(key));
  const keyOf = (cells: readonly string[]) => positions.map(position => cells[position]).join(' / ');
  const rows = new Map(found.rows.map(cells => [keyOf(cells), cells]));
  if (rows.size < found.rows.length) return 'has a row twice';
  for (const cells of expected.rows) {
    const row = rows.get(keyOf(cells));
    if (row === undefined) return `lacks the row of ${keyOf(cells)}`;
    const wrong = expected.header.findIndex((name, column) => row[column] !== cells[column] && !free.includes(name));
    if (wrong >= 0) {
      const [says, is] = [row[wrong] ?? '', cells[wrong] ?? ''];
      return `says ${shown(says)} in ${expected.header[wrong]} of ${keyOf(cells)}; it is ${shown(is)}`;
    }
  }
  return rows.size > expected.rows.length ? `has ${rows.size - expected.rows.length} rows too many` : null;
}

/** The first place where two JSON values differ, in words, or null. */
export function valueDifference(found: unknown, expected: unknown, path = ''): string | null {
  if (typeof expected !== 'object' || expected === null || typeof found !== 'object' || found === null) {
    return Object.is(found, expected)
      ? null
      : `says ${JSON.stringify(found)} for ${path}; it is ${JSON.stringify(expected)}`;
  }
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  for (const key of keys) {
    const inner = path === '' ? key : `${path}.${key}`;
    const difference = valueDifference(Reflect.get(found, key), Reflect.get(expected, key), inner);
    if (difference !== null) return difference;
  }
  return null;
}
