import type { TandemIds } from '../domain/decisions.ts';
import { restoreFormula } from '../domain/formula.ts';
import { readRunTable } from './run-tables.ts';

/** The ids in a run's tandems.csv as it is found; null where it cannot be read as one, which whoever needs more of it tells. */
export function readTandemIds(bytes: Uint8Array): TandemIds[] | null {
  const table = readRunTable('tandems.csv', bytes);
  if (typeof table === 'string' || 'code' in table) return null;
  const [mentorAt, menteeAt] = ['mentor_id', 'mentee_id'].map(name => table.header.indexOf(name)) as [number, number];
  if (mentorAt < 0 || menteeAt < 0) return null;
  return table.rows.map(({ cells }) => ({
    mentor: restoreFormula(cells[mentorAt]!),
    mentee: restoreFormula(cells[menteeAt]!),
  }));
}
