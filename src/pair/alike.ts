import type { Tandem } from '../domain/pairing.ts';
import type { Participant, Roster } from '../domain/roster.ts';
import { spellingsOf } from '../domain/spelling.ts';
import { fold } from '../domain/text.ts';
import type { Persons } from './persons.ts';

/**
 * All pairs of a mentor and a mentee who may be one person although neither id nor address says so, and of whom nobody has said
 * that they are two: the name is the same in any spelling and order, or the address without what stands behind a `+` in front of
 * its `@`. Two addresses on different domains are alike by their names.
 */
export function* alikePairs(roster: Roster, persons: Persons): Generator<Tandem> {
  const isTold = new Set(roster.different.flatMap(([one, other]) => [pairKey(one, other), pairKey(other, one)]));
  const mentorsBy = new Map<string, number[]>();
  for (const [mentor, person] of roster.mentors.entries()) {
    for (const likeness of likenessesOf(person)) {
      const known = mentorsBy.get(likeness);
      if (known === undefined) mentorsBy.set(likeness, [mentor]);
      else known.push(mentor);
    }
  }
  for (const [mentee, person] of roster.mentees.entries()) {
    const found = new Set(likenessesOf(person).flatMap(likeness => mentorsBy.get(likeness) ?? []));
    for (const mentor of found) {
      const isOne = persons.mentors[mentor] === persons.mentees[mentee];
      if (!isOne && !isTold.has(pairKey(roster.mentors[mentor]!.id, person.id))) yield { mentor, mentee };
    }
  }
}

/** By what a row may be of the same person as another. */
function likenessesOf({ name, email }: Participant): string[] {
  const address = fold(email).replace(/\+[^@]*@/u, '@');
  return [...spellingsOf(name), ...(address === '' ? [] : [address])];
}

function pairKey(one: string, other: string): string {
  return `${one}\n${other}`;
}
