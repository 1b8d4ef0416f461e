import type { Understood } from '../../domain/understood.ts';
import type { ColumnOf } from '../text/dialect.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import { makeColumnFinder, type OwnNames } from './column-claims.ts';
import { isRoleHeader, ROLE } from './side-column.ts';

/** Our column that a header stands for wherever it may be read, or null: so the table is found. */
export function makeKnownColumnFinder(role: Understood['role'], columns: readonly string[], own: OwnNames): ColumnOf {
  const named = [own, {}].map(names => makeColumnFinder(columns, names));
  const ofPeople = role === 'mentors' || role === 'mentees';
  return header => {
    if (makeHeaderKey(header) === '') return null;
    const column = named.map(columnNamed => columnNamed(header)).find(name => name !== null) ?? null;
    return column ?? (ofPeople && isRoleHeader(header, own[ROLE] ?? []) ? ROLE : null);
  };
}

/** Who reads a list of earlier tandems takes the quotes away that we wrote before what looks like a formula. */
export function mustRestoreCells(role: Understood['role']): boolean {
  return role !== 'previous' && role !== 'history';
}
