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

/** What a column holds of one person: "time zone". */
export function nameColumn(column: string): string {
  return COLUMNS[column]?.[0] ?? column;
}

/** Whether a column holds several things of one person. */
export function isPlural(column: string): boolean {
  return COLUMNS[column] !== undefined && COLUMNS[column][0] === COLUMNS[column][1];
}

/** What a column holds of two people: "time zones". */
export function nameColumns(column: string): string {
  return COLUMNS[column]?.[1] ?? `values of ${column}`;
}
