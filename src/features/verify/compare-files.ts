import { clean, quoteValue } from '../../domain/text.ts';

/** A table: a header, and rows of cells. */
export interface CellTable<Rows = Iterable<readonly string[]>> {
  readonly header: readonly string[];
  readonly rows: Rows;
}

/**
 * Holds a table of a run, as read back, against the one that the tandems make. Rows may stand in another order; what a row is
 * about is the text in its `keys` columns. Columns in `free` may say what they like (people edit them).
 * Returns the first difference in words, or null.
 */
export function findTableDifference(
  found: CellTable<readonly (readonly string[])[]>,
  expected: CellTable,
  keys: readonly string[],
  free: readonly string[] = [],
): string | null {
  const { header } = expected;
  if (JSON.stringify(found.header) !== JSON.stringify(header))
    return `has the columns ${found.header.map(quoteValue).join(', ')}`;
  const ragged = found.rows.findIndex(cells => cells.length !== header.length);
  if (ragged >= 0) return `has ${found.rows[ragged]!.length} cells in row ${ragged + 2}`;
  const positions = keys.map(key => header.indexOf(key));
  const listNames = (cells: readonly string[]) => positions.map(position => cells[position]);
  const rows = new Map(found.rows.map(cells => [listNames(cells).join(NEVER_IN_CELLS), cells]));
  if (rows.size < found.rows.length) return 'has a row twice';
  let count = 0;
  for (const cells of expected.rows) {
    count++;
    const row = rows.get(listNames(cells).join(NEVER_IN_CELLS));
    if (row === undefined) return `lacks the row of ${listNames(cells).join(' / ')}`;
    const wrong = header.findIndex((name, column) => !isSame(row[column]!, cells[column]!) && !free.includes(name));
    if (wrong < 0) continue;
    return `says ${quoteValue(row[wrong]!)} in ${header[wrong]} of ${listNames(cells).join(' / ')}; it is ${quoteValue(cells[wrong]!)}`;
  }
  return rows.size > count ? `has ${rows.size - count} rows too many` : null;
}

/** Files with this character are refused as no text. */
const NEVER_IN_CELLS = '\0';

/** Cells are cleaned when they are read back. */
function isSame(found: string, expected: string): boolean {
  return found === expected || found === clean(expected);
}

/** The first place where two JSON values differ, in words, or null. */
export function findValueDifference(found: unknown, expected: unknown, path = ''): string | null {
  const isLeaf = (value: unknown) => typeof value !== 'object' || value === null;
  if (isLeaf(expected) || isLeaf(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return Object.is(found, expected)
      ? null
      : `says ${abbreviateValue(found)} for ${path}; it is ${abbreviateValue(expected)}`;
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

/** A value as JSON, not longer than a sentence. */
export function abbreviateValue(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 200)} …` : text;
}
