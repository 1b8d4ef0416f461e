import { neutraliseFormula } from '../../domain/formula.ts';
import type { Participant, Roster } from '../../domain/roster.ts';
import type { NextTandem } from '../../domain/survey.ts';
import type { CsvTable } from './csv.ts';

/**
 * history.csv: who met whom, until when, and what becomes of it in the next round, as `match` reads it. Nothing else
 * that anybody answered is in it. @param date YYYY-MM-DD, or ''.
 */
export function buildHistoryTable(next: readonly NextTandem[], { mentors, mentees }: Roster, date: string): CsvTable {
  const person = ({ id, name, email }: Participant) => [id, name, email].map(neutraliseFormula);
  const columns = (side: string) => [`${side}_id`, `${side}_name`, `${side}_email`];
  return {
    header: [...columns('mentor'), ...columns('mentee'), 'date', 'next_round'],
    rows: next.map(one => [...person(mentors[one.mentor]!), ...person(mentees[one.mentee]!), date, one.next]),
  };
}
