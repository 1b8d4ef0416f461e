import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../../src/domain/roster.ts';
import { readSheets } from '../../src/io/sheets.ts';
import { makeKnownColumnFinder } from '../../src/parse/columns/known-column-finder.ts';
import { readTable } from '../../src/parse/table/table.ts';
import type { Source } from '../../src/parse/text/sheet-source.ts';

/** The columns of people that are known, with the user's own names for some. */
export function lookingFor(own: Readonly<Record<string, readonly string[]>> = {}) {
  const columns = [...new Set([...MENTOR_COLUMNS, ...MENTEE_COLUMNS])];
  return {
    role: 'mentors' as const,
    columnOf: makeKnownColumnFinder('mentors', columns, own),
    columns: ['name'],
    encoding: null,
    restores: true,
  };
}

/** The table of people in a file, and what is told about it. */
export async function tableIn(file: string, own: Readonly<Record<string, readonly string[]>> = {}) {
  const found = await readSheets([file]);
  return readTable({ file, ...found.get(file)! }, lookingFor(own));
}

/** The table of people in bytes that are no workbook. */
export function tableOf(bytes: Uint8Array, more: Partial<Source> = {}) {
  return readTable({ file: 'people.csv', bytes, ...more }, lookingFor());
}
