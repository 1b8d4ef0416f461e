import type { NumberColumn } from '../../../domain/field-ledger.ts';
import { findEntry } from '../../../domain/own-key-lookup.ts';
import type { ComparableColumn } from '../../../domain/roster.ts';

/** What a column of ours holds, of one person and of several; a column of the user's own goes by its name. */
const COLUMNS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  level: ['level', 'levels'],
  department: ['department', 'departments'],
  country: ['country', 'countries'],
  city: ['city', 'cities'],
  languages: ['languages', 'languages'],
  topics: ['topics', 'topics'],
  manager: ['manager', 'managers'],
  timezone: ['time zone', 'time zones'],
  name: ['name', 'names'],
  email: ['e-mail address', 'e-mail addresses'],
} satisfies Readonly<Record<Exclude<ComparableColumn, 'id'>, readonly [one: string, many: string]>>;

/** What the columns are called that say how many partners somebody takes, and who comes first. */
export const NUMBER_COLUMNS: Readonly<Record<NumberColumn, string>> = {
  capacity: 'mentees at most',
  min_load: 'mentees at least',
  wants: 'mentors wanted',
  priority: 'priority',
};

/** What a column holds of one person: "time zone". */
export function nameColumn(column: string): string {
  return findEntry(COLUMNS, column)?.[0] ?? column;
}

/** Whether a column holds several things of one person. */
export function isPlural(column: string): boolean {
  const names = findEntry(COLUMNS, column);
  return names !== undefined && names[0] === names[1];
}

/**
 * What somebody lacks in a column, behind "neither has": "a level", "an e-mail address", "any
 * topics", "anything under office".
 */
export function phraseAny(column: string): string {
  const names = findEntry(COLUMNS, column);
  if (names === undefined) return `anything under ${column}`;
  const article = /^[aeiou]/u.test(names[0]) ? 'an' : 'a';
  return `${isPlural(column) ? 'any' : article} ${names[0]}`;
}

/** Whether columns together hold several things of one person. */
export function isSeveral(columns: readonly string[]): boolean {
  return columns.length > 1 || columns.some(isPlural);
}

/** What a column holds of two people: "time zones". */
export function nameColumns(column: string): string {
  return findEntry(COLUMNS, column)?.[1] ?? `values of ${column}`;
}
