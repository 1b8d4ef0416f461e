import type { Defaults } from '../../domain/understood.ts';

/** What stands above the lines of `describeDefaults`. */
export const NOTHING_SAID = 'Where a cell is empty, or its column is not there';

/** What the config says of empty cells and absent columns, a line each. */
export function describeDefaults(defaults: Defaults): string[] {
  return Object.entries(defaults).map(([column, value]) => MEANINGS[column]?.(value) ?? `${column} is ${value}`);
}

const MEANINGS: Readonly<Record<string, (value: string) => string>> = {
  capacity: value => `a mentor takes at most ${phraseMentees(value)}`,
  min_load: value => `a mentor takes at least ${phraseMentees(value)}`,
  wants: value => `a mentee wants ${value} ${value === '1' ? 'mentor' : 'mentors'}`,
  priority: value => `a mentee has the priority ${value}`,
};

function phraseMentees(count: string): string {
  return count === '1' ? '1 mentee' : `${count} mentees`;
}
