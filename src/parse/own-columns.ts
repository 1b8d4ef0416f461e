import { absentHeader, type Problem, unknownName } from '../domain/problems.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../domain/roster.ts';
import type { OwnNames } from './column-names.ts';
import type { Config } from './config.ts';
import { headerKey } from './keys.ts';
import { nearest } from './nearest.ts';
import { ROLE } from './roles.ts';

/** Our columns by the names that "columns" in the config gives them. */
export function ownNames({ columns = {} }: Config): OwnNames {
  return Object.fromEntries(Object.entries(columns).map(([column, names]) => [column, [names].flat()]));
}

/**
 * Names under "columns" that cannot be meant.
 * @param headers of both sheets as written; null where a sheet could not be read.
 */
export function ownNameProblems(own: OwnNames, file: string, headers: readonly string[] | null): Problem[] {
  const known = [...new Set<string>([...MENTOR_COLUMNS, ...MENTEE_COLUMNS, ROLE])];
  const written = new Map(headers?.map(header => [headerKey(header), header]));
  const choice = [...written.values()];
  return Object.entries(own).flatMap(([column, names]) => {
    const place = { file, column: `columns.${column}` };
    if (!known.includes(column)) return [unknownName(place, 'column of ours', column, nearest(column, known), known)];
    if (headers === null) return [];
    return names
      .filter(name => !written.has(headerKey(name)))
      .map(name => absentHeader({ ...place, value: name }, name, nearest(name, choice), choice));
  });
}
