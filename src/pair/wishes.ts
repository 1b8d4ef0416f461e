import type { WishRanks } from '../domain/pairing.ts';
import type { Participant, Roster } from '../domain/roster.ts';
import type { Persons } from './persons.ts';
import type { ReadyRule } from './rules.ts';

/** Who wishes for whom, by rank. */
export function wishRanks({ mentors, mentees }: Roster, persons: Persons): WishRanks {
  const byMentor = ranksOf(mentors, persons);
  const byMentee = ranksOf(mentees, persons);
  return {
    ofMentee: (mentor, mentee) => byMentee[mentee]!.get(persons.mentors[mentor]!) ?? 0,
    ofMentor: (mentor, mentee) => byMentor[mentor]!.get(persons.mentees[mentee]!) ?? 0,
  };
}

/** For each person of a side, the rank (from 1) of each person they wish for; the dearest where somebody is named twice. */
function ranksOf(people: readonly Participant[], persons: Persons): ReadonlyMap<number, number>[] {
  return people.map(({ wishes }) => {
    const ranks = new Map<number, number>();
    wishes.forEach((name, index) => {
      const person = persons.named(name);
      if (person !== undefined && !ranks.has(person)) ranks.set(person, index + 1);
    });
    return ranks;
  });
}

/**
 * Holds where either wishes for the other; fits by the dearer of the two wishes. Without ranks of its own, the n-th of N
 * wishes fits N + 1 − n parts in N.
 */
export function wished(roster: Roster, persons: Persons, ranks: readonly number[] | null): ReadyRule {
  const { ofMentee, ofMentor } = wishRanks(roster, persons);
  const fits = { mentors: fitsOf(roster.mentors, ranks), mentees: fitsOf(roster.mentees, ranks) };
  const holds = (mentor: number, mentee: number) => ofMentee(mentor, mentee) + ofMentor(mentor, mentee) > 0;
  return {
    holds,
    bars: (mentor, mentee) => !holds(mentor, mentee),
    fit: (mentor, mentee) =>
      Math.max(fits.mentees[ofMentee(mentor, mentee) - 1] ?? 0, fits.mentors[ofMentor(mentor, mentee) - 1] ?? 0),
  };
}

/** The fit of a first, second, third … wish, in thousandths. */
function fitsOf(people: readonly Participant[], ranks: readonly number[] | null): readonly number[] {
  if (ranks !== null) return ranks;
  const most = people.reduce((largest, { wishes }) => Math.max(largest, wishes.length), 0);
  return Array.from({ length: most }, (_, index) => Math.round((1000 * (most - index)) / most));
}
