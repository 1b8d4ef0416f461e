import type { Table } from './table/table.ts';

/**
 * The points that rows of an earlier run's tandems give, in thousandths; null where there are none that could be read.
 */
export function makeScoreReader({ header, rows }: Table): (row: number) => number | null {
  const at = header.indexOf('score');
  if (at < 0) return () => null;
  const cells = new Map(rows.map(({ row, cells: all }) => [row, all[at]!]));
  return row => parsePoints(cells.get(row) ?? '');
}

/** Points as a run writes them, in thousandths: which decimal sign it is follows from the delimiter. */
export function parsePoints(cell: string): number | null {
  const [, sign, whole, part = ''] = /^(-?)(\d{1,9})(?:[.,](\d{1,3}))?$/u.exec(cell) ?? [];
  if (whole === undefined) return null;
  const size = Number(whole) * 1000 + Number(part.padEnd(3, '0'));
  return sign === '-' && size > 0 ? -size : size;
}
