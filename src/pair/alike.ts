import type { Tandem } from '../domain/pairing.ts';
import type { Participant, Roster } from '../domain/roster.ts';
import { spellingsOf } from '../domain/spelling.ts';
import { fold } from '../domain/text.ts';
import { Numbering } from './numbering.ts';
import type { Persons } from './persons.ts';

/** By what rows may be of one person, as numbers; rows that share one look alike. */
export interface Likenesses {
  readonly mentors: readonly (readonly number[])[];
  readonly mentees: readonly (readonly number[])[];
}

/**
 * Finds the likenesses of everybody: the name in any spelling and order, and the address without what stands behind a `+` in
 * front of its `@`. Two addresses on different domains are alike by their names.
 */
export function likenessesOf({ mentors, mentees }: Roster): Likenesses {
  const numbers = new Numbering();
  const numbered = (person: Participant) => keysOf(person).map(key => numbers.of(key));
  return { mentors: mentors.map(numbered), mentees: mentees.map(numbered) };
}

function keysOf({ name, email }: Participant): string[] {
  const address = fold(email).replace(/\+[^@]*@/u, '@');
  return [...spellingsOf(name), ...(address === '' ? [] : [address])];
}

/** Whether two rows may be of one person although neither id nor address says so, and nobody has said that they are two. */
export function alikeTest(
  roster: Roster,
  { mentors, mentees }: Persons,
  likenesses: Likenesses,
): (mentor: number, mentee: number) => boolean {
  const isTold = new Set(roster.different.flatMap(([one, other]) => [`${one}\n${other}`, `${other}\n${one}`]));
  const idsOf = (mentor: number, mentee: number) => `${roster.mentors[mentor]!.id}\n${roster.mentees[mentee]!.id}`;
  return (mentor, mentee) =>
    mentors[mentor] !== mentees[mentee] &&
    likenesses.mentors[mentor]!.some(number => likenesses.mentees[mentee]!.includes(number)) &&
    !(isTold.size > 0 && isTold.has(idsOf(mentor, mentee)));
}

/** All pairs of rows that may be of one person, by mentee. */
export function* alikePairs(roster: Roster, persons: Persons): Generator<Tandem> {
  const likenesses = likenessesOf(roster);
  const isAlike = alikeTest(roster, persons, likenesses);
  const mentorsBy = new Map<number, number[]>();
  for (const [mentor, numbers] of likenesses.mentors.entries()) {
    for (const number of numbers) mentorsBy.set(number, [...(mentorsBy.get(number) ?? []), mentor]);
  }
  for (const [mentee, numbers] of likenesses.mentees.entries()) {
    const found = new Set(numbers.flatMap(number => mentorsBy.get(number) ?? []));
    for (const mentor of found) if (isAlike(mentor, mentee)) yield { mentor, mentee };
  }
}
