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
export function alikePairs(roster: Roster, persons: Persons): readonly Tandem[] {
  const known = byRoster.get(roster) ?? [...alikesIn(roster, persons)];
  byRoster.set(roster, known);
  return known;
}

/** Checks and rules ask about one roster, and comparing all names of a large one takes its time. */
const byRoster = new WeakMap<Roster, readonly Tandem[]>();

function* alikesIn(roster: Roster, persons: Persons): Generator<Tandem> {
  const { mentors, mentees, different } = roster;
  const isTold = new Set(different.flatMap(([one, other]) => [pairKey(one, other), pairKey(other, one)]));
  const mentorsBy = groupedByLikeness(mentors);
  for (const [mentee, person] of mentees.entries()) {
    for (const mentor of mentorsLike(person, mentorsBy)) {
      if (persons.mentors[mentor] === persons.mentees[mentee]) continue;
      if (isTold.size > 0 && isTold.has(pairKey(mentors[mentor]!.id, person.id))) continue;
      yield { mentor, mentee };
    }
  }
}

function groupedByLikeness(people: readonly Participant[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, person] of people.entries()) {
    for (const likeness of likenessesOf(person)) {
      const group = groups.get(likeness);
      if (group === undefined) groups.set(likeness, [index]);
      else group.push(index);
    }
  }
  return groups;
}

/** Each once, though both name and address may be alike. */
function mentorsLike(person: Participant, mentorsBy: ReadonlyMap<string, readonly number[]>): Iterable<number> {
  const groups = likenessesOf(person)
    .map(likeness => mentorsBy.get(likeness) ?? NOBODY)
    .filter(group => group.length > 0);
  const [only = NOBODY, ...others] = groups;
  return others.length === 0 ? only : new Set(groups.flat());
}

const NOBODY: readonly number[] = [];

/** By what a row may be of the same person as another. */
function likenessesOf({ name, email }: Participant): string[] {
  const likenesses = spellingsOf(name);
  if (email !== '') likenesses.push(fold(email.includes('+') ? email.replace(/\+[^@]*@/u, '@') : email));
  return likenesses;
}

function pairKey(one: string, other: string): string {
  return `${one}\n${other}`;
}
