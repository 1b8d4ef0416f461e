import type { Participant, Roster, Side } from './roster.ts';
import { fold } from './text.ts';

/** Somebody on a side of a roster. */
export interface Someone {
  readonly side: Side;
  readonly index: number;
  readonly person: Participant;
}

/**
 * Those whom a text may mean: who has it as id or address; if nobody has, as name; if nobody has, as a part of the name.
 * Somebody who is in both sheets is found twice.
 */
export function peopleCalled(text: string, { mentors, mentees }: Roster): Someone[] {
  const everybody = [...onSide('mentor', mentors), ...onSide('mentee', mentees)];
  const key = fold(text);
  const ways: readonly ((person: Participant) => boolean)[] = [
    ({ id, email }) => fold(id) === key || fold(email) === key,
    ({ name }) => fold(name) === key,
    ({ name }) => key !== '' && fold(name).includes(key),
  ];
  for (const isMeant of ways) {
    const found = everybody.filter(({ person }) => isMeant(person));
    if (found.length > 0) return found;
  }
  return [];
}

function onSide(side: Side, people: readonly Participant[]): Someone[] {
  return people.map((person, index) => ({ side, index, person }));
}
