import type { TandemIds } from '../domain/decisions.ts';
import { restoreFormula } from '../domain/formula.ts';
import { readRunTable } from './run-tables.ts';

/** The ids in a run's tandems.csv as it is found; null where it cannot be read as one, which whoever needs more of it tells. */
export function readTandemIds(bytes: Uint8Array): TandemIds[] | null {
  const table = readRunTable('tandems.csv', bytes);
  if ('kind' in table) return null;
  const [mentorAt, menteeAt] = ['mentor_id', 'mentee_id'].map(name => table.header.indexOf(name)) as [number, number];
  if (mentorAt < 0 || menteeAt < 0) return null;
  return table.rows.map(({ cells }) => ({
    mentor: restoreFormula(cells[mentorAt]!),
    mentee: restoreFormula(cells[menteeAt]!),
  }));
}

/** The ids of people in a table of a run as it is found, tandems.csv or unmatched.csv; none where it cannot be read as one. */
export function readPersonIds(file: string, bytes: Uint8Array): string[] {
  const table = readRunTable(file, bytes);
  if ('kind' in table) return [];
  const columns = table.header.flatMap((name, at) => (PERSON_IDS.includes(name) ? [at] : []));
  return table.rows.flatMap(({ cells }) => columns.map(at => restoreFormula(cells[at]!)));
}

const PERSON_IDS = ['mentor_id', 'mentee_id', 'id'];
