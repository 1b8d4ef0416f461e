import type { NamedPerson } from '../../domain/decisions.ts';
import type { Side } from '../../domain/roster.ts';
import type { Directory, FoundPeople } from './people-index.ts';
import { findByCells, makeNamingCells } from './row-cells-naming-a-person.ts';

/** Who is in the sheets goes by the sheet. An id of somebody whom the rest of the row does not fit is nobody's. */
export function pickEarlierPerson(found: FoundPeople, side: Side, called: NamedPerson): NamedPerson {
  if (found.kind === 'several' || found.kind === 'contrary') return { ...called, id: '' };
  if (found.kind !== 'person') return called;
  const { id, name, email } = (found.person.find(row => row.side === side) ?? found.person[0]).person;
  return { id, name, email };
}

/** The same of somebody whom a run's own table names: a spreadsheet may have taken zeros from the id since. */
export function recogniseEarlierPerson(called: NamedPerson, side: Side, directory: Directory): NamedPerson {
  const { id, name, email } = called;
  return pickEarlierPerson(findByCells(makeNamingCells([email, id], name), directory), side, called);
}
