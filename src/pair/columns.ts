import type { Participant } from '../domain/roster.ts';
import { fold, splitList } from '../domain/text.ts';

/** The value of a column for comparing: folded; a list's parts in one order. */
export function valueIn(person: Participant, column: string): string {
  if (column === 'languages' || column === 'topics') return listIn(person, column).toSorted().join(';');
  return fold(textIn(person, column));
}

/** The parts of a list column for comparing: folded, each once. Any other column is split like a list. */
export function listIn(person: Participant, column: string): string[] {
  const parts = column === 'languages' || column === 'topics' ? person[column] : splitList(textIn(person, column));
  return [...new Set(parts.map(fold))];
}

function textIn(person: Participant, column: string): string {
  switch (column) {
    case 'id':
    case 'name':
    case 'email':
    case 'department':
    case 'country':
    case 'city':
    case 'manager':
      return person[column];
    case 'level':
      return person.level === null ? '' : String(person.level);
    default:
      return person.extra.get(column) ?? '';
  }
}
