import { absentHeader, type Problem, unknownName } from '../../domain/problems.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../../domain/roster.ts';
import { findIndexes, type OwnNames } from '../columns/column-claims.ts';
import { EARLIER_COLUMNS, LIMIT_COLUMNS, PAIR_COLUMNS } from '../columns/limit-and-pair-columns.ts';
import { ROLE } from '../columns/side-column.ts';
import { isWishColumn } from '../columns/wish-columns.ts';
import { findNearest } from '../text/nearest.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import type { Config } from './config.ts';

/** Our columns by the names that "columns" in the config gives them. */
export function readOwnNames({ columns = {} }: Config): OwnNames {
  return Object.fromEntries(Object.entries(columns).map(([column, names]) => [column, [names ?? []].flat()]));
}

/** The same for sheets that are not of people: what is set aside there is a column of people. */
export function selectNamesElsewhere(own: OwnNames): OwnNames {
  return Object.fromEntries(Object.entries(own).filter(([, names]) => names.length > 0));
}

/**
 * Names under "columns" that cannot be meant.
 * @param headersFor the headers, as written, of the sheets that may have a column; null where one could not be read.
 */
export function checkOwnNames(
  own: OwnNames,
  file: string,
  headersFor: (column: string) => readonly string[] | null,
): Problem[] {
  return Object.entries(own).flatMap(([column, names]) => {
    const location = { file, column: `columns.${column}` };
    if (!KNOWN.includes(column) && !isWishColumn(column)) {
      return [unknownName(location, 'column', column, findNearest(column, KNOWN), KNOWN)];
    }
    const headers = headersFor(column);
    if (headers === null) return [];
    const choice = [...new Map(headers.map(header => [makeHeaderKey(header), header])).values()];
    return names
      .filter(name => findIndexes(name, headers).length === 0)
      .map(name => absentHeader({ ...location, value: name }, name, findNearest(name, choice), choice));
  });
}

/** All columns of ours but those of wishes, which are numbered. */
const KNOWN: readonly string[] = [
  ...new Set<string>([
    ...[...MENTOR_COLUMNS, ...MENTEE_COLUMNS, 'wish_1', ROLE],
    ...[...LIMIT_COLUMNS, ...PAIR_COLUMNS, ...EARLIER_COLUMNS],
  ]),
];
