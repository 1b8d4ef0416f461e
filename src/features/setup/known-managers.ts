import type { Participant, Roster, Side } from '../../domain/roster.ts';

/** How many of those who name a manager name somebody in the sheets. */
export interface KnownManagers {
  readonly found: number;
  readonly named: number;
}

/** Withdrawn people count as well: lines of managers run through them. */
export function countKnownManagers(side: Side, roster: Roster): KnownManagers {
  const { mentors, mentees, withdrawn, meanings } = roster;
  const ids = new Set([...mentors, ...mentees, ...withdrawn.map(({ person }) => person)].map(({ id }) => id));
  const gone = withdrawn.filter(one => one.side === side).map(({ person }) => person);
  const people: readonly Participant[] = side === 'mentor' ? mentors : mentees;
  const named = [...people, ...gone].filter(({ manager }) => manager !== '');
  const found = named.filter(({ manager }) => ids.has(meanings.get(manager) ?? manager));
  return { found: found.length, named: named.length };
}
