import type { WishRanks } from '../../domain/pairing.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import type { ReadyRule } from './ready-rule.ts';
import type { Persons } from './reporting-lines.ts';

/** Who wishes for whom, by rank. */
export function rankWishes({ mentors, mentees }: Roster, persons: Persons): WishRanks {
  return makeWishRanks(indexRanks(mentors, persons), indexRanks(mentees, persons), persons);
}

type Ranks = readonly ReadonlyMap<number, number>[];

function makeWishRanks(byMentor: Ranks, byMentee: Ranks, persons: Persons): WishRanks {
  return {
    ofMentee: (mentor, mentee) => byMentee[mentee]!.get(persons.mentors[mentor]!) ?? 0,
    ofMentor: (mentor, mentee) => byMentor[mentor]!.get(persons.mentees[mentee]!) ?? 0,
  };
}

const NONE: ReadonlyMap<number, number> = new Map();

/**
 * For each person of a side, the rank (from 1) of each person they wish for; the dearest where somebody is named twice.
 * Only the wishes that somebody made count: a cell that was left empty, in the middle too, moves none of them.
 */
function indexRanks(people: readonly Participant[], persons: Persons): Ranks {
  return people.map(({ wishes }) => {
    if (wishes.length === 0) return NONE;
    const ranks = new Map<number, number>();
    dropEmptyWishes(wishes).forEach((name, index) => {
      const person = persons.named(name);
      if (person !== undefined && !ranks.has(person)) ranks.set(person, index + 1);
    });
    return ranks;
  });
}

/**
 * Holds where either wishes for the other; fits by the dearer of the two wishes. Without ranks of its
 * own, the n-th of the N wishes that somebody made fits N + 1 − n parts in N, whatever others wish for
 * and however many columns there are.
 */
export function makeWishedRule(roster: Roster, persons: Persons, ranks: readonly number[] | null): ReadyRule {
  const byMentor = indexRanks(roster.mentors, persons);
  const byMentee = indexRanks(roster.mentees, persons);
  const { ofMentee, ofMentor } = makeWishRanks(byMentor, byMentee, persons);
  const fits = { mentors: listFits(roster.mentors, ranks), mentees: listFits(roster.mentees, ranks) };
  const holds = (mentor: number, mentee: number) => ofMentee(mentor, mentee) + ofMentor(mentor, mentee) > 0;
  const listNames = (side: Side, index: number, own: number, wished: number) => {
    const person = (side === 'mentor' ? persons.mentors : persons.mentees)[index]!;
    const names = [2 * person + own];
    for (const other of (side === 'mentor' ? byMentor : byMentee)[index]!.keys()) names.push(2 * other + wished);
    return names;
  };
  return {
    holds,
    bars: (mentor, mentee) => !holds(mentor, mentee),
    sight: {
      by: 'names',
      usually: 'fails',
      seeks: (side, index) => listNames(side, index, 1, 0),
      bears: (side, index) => listNames(side, index, 0, 1),
    },
    fit: (mentor, mentee) =>
      Math.max(
        fits.mentees[mentee]![ofMentee(mentor, mentee)] ?? 0,
        fits.mentors[mentor]![ofMentor(mentor, mentee)] ?? 0,
      ),
  };
}

/** For each person, the fit of no wish, and of their first, second, third … one, in thousandths. */
function listFits(people: readonly Participant[], ranks: readonly number[] | null): readonly (readonly number[])[] {
  const same = [0, ...(ranks ?? [])];
  const most = people.reduce((largest, { wishes }) => Math.max(largest, wishes.length), 0);
  const byCount = Array.from({ length: most + 1 }, (_, count) => computeFits(count));
  return people.map(({ wishes }) => (ranks === null ? byCount[dropEmptyWishes(wishes).length]! : same));
}

function computeFits(many: number): readonly number[] {
  return [0, ...Array.from({ length: many }, (_, index) => Math.round((1000 * (many - index)) / many))];
}

function dropEmptyWishes(wishes: readonly string[]): readonly string[] {
  return wishes.filter(name => name !== '');
}
