import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../domain/roster.ts';
import type { Understood } from '../domain/understood.ts';
import { headerKey } from './keys.ts';
import { ROLE } from './roles.ts';

/** What "columns" in a config may name. */
const NAMEABLE: ReadonlySet<string> = new Set([...MENTOR_COLUMNS, ...MENTEE_COLUMNS, ROLE]);

/**
 * The "columns" block that says outright how the sheets of people were understood: our columns by the headers that they have
 * there. A header that is our name for the column needs no entry.
 */
export function columnsBlock(sheets: readonly Understood[]): Readonly<Record<string, string | readonly string[]>> {
  const found = new Map<string, string[]>();
  for (const { role, columns } of sheets) {
    if (role !== 'mentors' && role !== 'mentees') continue;
    for (const { header, column } of columns) {
      if (column === null || !NAMEABLE.has(column)) continue;
      const headers = found.get(column) ?? [];
      if (!headers.some(other => headerKey(other) === headerKey(header))) headers.push(header);
      found.set(column, headers);
    }
  }
  const own = [...found].filter(([column, headers]) => headers.some(header => headerKey(header) !== headerKey(column)));
  return Object.fromEntries(
    own.map(([column, [only = '', ...more]]) => [column, more.length === 0 ? only : [only, ...more]]),
  );
}
