/**
 * Which rows of a table are shown: found by the words of a filter, in an order, a page of them. Arrays, so
 * that 5,000 rows take milliseconds.
 */

/** How many rows a page of a table has. */
export const PAGE_ROWS = 100;

/** A column of a table: how its cells are called, found and put in order. */
export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** Numbers stand right, and are first put in order from the largest down. */
  readonly kind: 'text' | 'number';
  /** What the filter looks at, and the cell where nothing else is drawn. */
  readonly text: (row: Row) => string;
  /** What a column of numbers is put in order by. */
  readonly value?: (row: Row) => number;
  /** Whether its cells are one or two of our own words, which are not broken. */
  readonly isShort?: boolean;
  /** Whether a narrow screen leaves it out. */
  readonly isSecondary?: boolean;
}

/** The order that somebody asked for; null for that in which the rows came. */
export type RowOrder = { readonly key: string; readonly isDown: boolean } | null;

/** Folds a text to what it is found by: without accents, in small letters. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Makes, of each row, the text that a filter looks at. */
export function makeHaystacks<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): readonly string[] {
  return rows.map(row => foldText(columns.map(({ text }) => text(row)).join('\n')));
}

/** Lists the indexes of the rows that have every word of a filter. */
export function findRows(haystacks: readonly string[], filter: string): readonly number[] {
  const words = foldText(filter)
    .split(/\s+/u)
    .filter(word => word !== '');
  return haystacks.flatMap((text, index) => (words.every(word => text.includes(word)) ? [index] : []));
}

/** Puts indexes of rows in the order of a column; what is equal there stays in the order in which it came. */
export function sortRows<Row>(
  found: readonly number[],
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: RowOrder,
): readonly number[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (order === null || column === undefined) return found;
  const sign = order.isDown ? -1 : 1;
  const { kind, text, value = () => 0 } = column;
  const keys = new Map<number, string | number>(
    found.map(index => [index, kind === 'number' ? value(rows[index]!) : foldText(text(rows[index]!))]),
  );
  return [...found].sort((a, b) => sign * compareKeys(keys.get(a)!, keys.get(b)!) || a - b);
}

/** By code units, as everywhere: a locale's order differs from one machine to the next. */
function compareKeys(a: string | number, b: string | number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The order that a click on a column's head asks for: first up (numbers down), then the other way, then as it came. */
export function turnOrder(order: RowOrder, { key, kind }: { readonly key: string; readonly kind: string }): RowOrder {
  const isDown = kind === 'number';
  if (order?.key !== key) return { key, isDown };
  return order.isDown === isDown ? { key, isDown: !isDown } : null;
}
