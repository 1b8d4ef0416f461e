/** Limits as the form of the page has them, a row each: cells as they are written, and the sheet that they make. */
import { LIMIT_FIELDS, type LimitSetting } from '../engine/questions.ts';

export const LIMITS_NAME = 'limits.csv';

/** The sheet that the rows are, as a file. */
export function writeLimits(rows: readonly LimitSetting[]): Uint8Array {
  const lines = [LIMIT_FIELDS, ...rows.map(row => LIMIT_FIELDS.map(field => row[field]))];
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return new TextEncoder().encode(`${lines.map(cells => cells.map(quote).join(',')).join('\n')}\n`);
}
