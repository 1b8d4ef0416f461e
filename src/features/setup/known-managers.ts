import type { Participant, Roster } from '../../domain/roster.ts';

/** How many of those who name a manager name somebody in the sheets. */
export interface KnownManagers {
  readonly found: number;
  readonly named: number;
}

export function countKnownManagers(people: readonly Participant[], roster: Roster): KnownManagers {
  const ids = new Set(
    [...roster.mentors, ...roster.mentees, ...roster.withdrawn.map(({ person }) => person)].map(({ id }) => id),
  );
  const named = people.filter(({ manager }) => manager !== '');
  const found = named.filter(({ manager }) => ids.has(roster.meanings.get(manager) ?? manager));
  return { found: found.length, named: named.length };
}
