import type { Tandem } from '../../domain/pairing.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { spellingsOf } from '../../domain/spelling.ts';
import { fold } from '../../domain/text.ts';
import type { Persons } from './persons.ts';

/** People of the two sheets, by index, who have a name or an address in common. */
interface Group {
  readonly mentors: number[];
  readonly mentees: number[];
}

/**
 * The pairs of a mentor and a mentee who may be one person although neither id nor address says so, and of whom nobody has
 * said that they are two: the name is the same in any spelling and order, or the address without what stands behind a `+` in
 * front of its `@`. Two addresses on different domains are alike by their names.
 * @param most so many are listed; a large company has hundreds of thousands, which are only counted.
 */
export function alikePairs(
  roster: Roster,
  persons: Persons,
  most: number,
): { readonly first: readonly Tandem[]; readonly count: number } {
  const groups = groupsOf(roster);
  const { isApart, mayHold } = settledIn(roster, persons);
  const several = { mentors: inSeveral(groups, 'mentors'), mentees: inSeveral(groups, 'mentees') };
  // Two who have both name and address in common are in two groups.
  const isInEarlier = ({ mentor, mentee }: Tandem, at: number) =>
    several.mentors.get(mentor)?.some(group => group < at && several.mentees.get(mentee)?.includes(group)) === true;
  const first: Tandem[] = [];
  let count = 0;
  for (const [at, group] of groups.entries()) {
    const isPlain = !group.mentors.some(mentor => several.mentors.has(mentor)) && !mayHold(group);
    if (isPlain && first.length === most) {
      count += group.mentors.length * group.mentees.length;
      continue;
    }
    for (const pair of tandemsIn(group)) {
      if (isApart(pair.mentor, pair.mentee) || isInEarlier(pair, at)) continue;
      if (count++ < most) first.push(pair);
    }
  }
  return { first, count };
}

function* tandemsIn({ mentors, mentees }: Group): Generator<Tandem> {
  for (const mentee of mentees) for (const mentor of mentors) yield { mentor, mentee };
}

/** Numbers by side and person: a mentor and a mentee share one just where they are alike (see `alikePairs`). */
export function likenessNumbers(roster: Roster, persons: Persons): Record<Side, (index: number) => readonly number[]> {
  const { isApart, mayHold } = settledIn(roster, persons);
  const shared = { mentor: new Map<number, number[]>(), mentee: new Map<number, number[]>() };
  let numbers = 0;
  for (const group of groupsOf(roster)) {
    for (const { mentors, mentees } of mayHold(group) ? pairsIn(group, isApart) : [group]) {
      for (const mentor of mentors) enter(shared.mentor, mentor, numbers);
      for (const mentee of mentees) enter(shared.mentee, mentee, numbers);
      numbers++;
    }
  }
  return {
    mentor: index => shared.mentor.get(index) ?? NONE,
    mentee: index => shared.mentee.get(index) ?? NONE,
  };
}

const NONE: readonly number[] = [];

function enter<Key>(lists: Map<Key, number[]>, key: Key, value: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function* pairsIn(group: Group, isApart: (mentor: number, mentee: number) => boolean): Generator<Group> {
  for (const { mentor, mentee } of tandemsIn(group)) {
    if (!isApart(mentor, mentee)) yield { mentors: [mentor], mentees: [mentee] };
  }
}

/** Pairs of whom it is settled whether they are one person: they are, or somebody has said that they are two. */
function settledIn({ mentors, mentees, different }: Roster, persons: Persons) {
  const told = new Set(different.flatMap(([one, other]) => [pairKey(one, other), pairKey(other, one)]));
  const isNamed = new Set(different.flat());
  const isApart = (mentor: number, mentee: number) =>
    persons.mentors[mentor] === persons.mentees[mentee] ||
    (told.size > 0 && told.has(pairKey(mentors[mentor]!.id, mentees[mentee]!.id)));
  /** Whether a group may have such a pair. */
  const isSettling = isNamed.size > 0 || areInBoth(persons);
  const mayHold = (group: Group) => {
    if (!isSettling) return false;
    const numbers = new Set(group.mentors.map(mentor => persons.mentors[mentor]));
    return group.mentees.some(mentee => numbers.has(persons.mentees[mentee]) || isNamed.has(mentees[mentee]!.id));
  };
  return { isApart, mayHold };
}

/** Whether somebody stands in both sheets. */
function areInBoth({ mentors, mentees, end }: Persons): boolean {
  const isMentor = new Uint8Array(end);
  for (const number of mentors) isMentor[number] = 1;
  return mentees.some(number => isMentor[number] === 1);
}

/** The groups of those of a side who are in more than one. */
function inSeveral(groups: readonly Group[], side: keyof Group): ReadonlyMap<number, readonly number[]> {
  const first: number[] = [];
  const several = new Map<number, number[]>();
  for (const [at, group] of groups.entries()) {
    for (const index of group[side]) {
      const earlier = first[index];
      if (earlier === undefined) first[index] = at;
      else several.set(index, [...(several.get(index) ?? [earlier]), at]);
    }
  }
  return several;
}

/** Checks and rules ask about one roster, and comparing all names of a large one takes its time. */
const byRoster = new WeakMap<Roster, readonly Group[]>();

function groupsOf(roster: Roster): readonly Group[] {
  const groups = byRoster.get(roster) ?? groupedByLikeness(roster);
  byRoster.set(roster, groups);
  return groups;
}

function groupedByLikeness(roster: Roster): Group[] {
  const groups = new Map<string, Group>();
  for (const [name, group] of groupedBy(roster, ({ name }) => name)) {
    // Most share their name, letter by letter, with others: each is spelt once.
    for (const spelling of spellingsOf(name)) addTo(groupAt(groups, spelling), group);
  }
  return [...[...groups.values()].filter(isOfBothSides), ...groupedByAddress(roster)];
}

/** Two who have one address are one person already; others are alike by it only where one of the two has a `+` in it. */
function groupedByAddress(roster: Roster): Group[] {
  const isMarked = ({ email }: Participant) => email.includes('+');
  if (!roster.mentors.some(isMarked) && !roster.mentees.some(isMarked)) return [];
  const groups = groupedBy(roster, ({ email }) => fold(email).replace(/\+[^@]*@/u, '@'));
  groups.delete('');
  return [...groups.values()].filter(isOfBothSides);
}

function groupedBy({ mentors, mentees }: Roster, keyOf: (person: Participant) => string): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const [index, person] of mentors.entries()) groupAt(groups, keyOf(person)).mentors.push(index);
  for (const [index, person] of mentees.entries()) groupAt(groups, keyOf(person)).mentees.push(index);
  return groups;
}

function groupAt(groups: Map<string, Group>, key: string): Group {
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group = { mentors: [], mentees: [] };
  groups.set(key, group);
  return group;
}

function addTo(group: Group, more: Group): void {
  for (const mentor of more.mentors) group.mentors.push(mentor);
  for (const mentee of more.mentees) group.mentees.push(mentee);
}

function isOfBothSides({ mentors, mentees }: Group): boolean {
  return mentors.length > 0 && mentees.length > 0;
}

function pairKey(one: string, other: string): string {
  return `${one}\n${other}`;
}
