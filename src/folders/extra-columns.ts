import { UserError } from '../domain/errors.ts';
import type { ExtraColumn } from '../domain/hand-over.ts';
import type { Understood } from '../domain/understood.ts';
import { findNearest } from '../parse/text/nearest.ts';
import { makeHeaderKey } from '../parse/text/text-keys.ts';

/** The columns of the participants' sheets that rmentor has no name for, each once. */
export function listExtraColumns(sheets: readonly Understood[]): readonly ExtraColumn[] {
  const people = sheets.filter(({ role }) => role === 'mentors' || role === 'mentees');
  const headers = people.flatMap(({ columns }) =>
    columns.flatMap(({ header, column }) => (column === null ? header : [])),
  );
  const known = new Map<string, ExtraColumn>();
  for (const header of headers) {
    const key = makeHeaderKey(header);
    if (header !== '' && !known.has(key)) known.set(key, { header, key });
  }
  return [...known.values()];
}

/** Those of them that a call names. */
export function findExtraColumns(asked: readonly string[], sheets: readonly Understood[]): readonly ExtraColumn[] {
  const known = listExtraColumns(sheets);
  const byKey = new Map(known.map(column => [column.key, column]));
  return [...new Set(asked.map(name => byKey.get(makeHeaderKey(name)) ?? failFinding(name, known)))];
}

function failFinding(name: string, known: readonly ExtraColumn[]): never {
  const columns = known.map(({ header }) => header);
  throw new UserError({ kind: 'no-such-column', name, near: findNearest(name, columns), columns });
}
