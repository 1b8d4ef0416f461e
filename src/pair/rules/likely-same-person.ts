import { listSpellings, makeWordKeyLister } from '../../domain/name-spellings.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import type { Persons } from './reporting-lines.ts';

/** People of the two sheets, by index, who have a name or an address in common. */
interface AlikeGroup {
  readonly mentors: number[];
  readonly mentees: number[];
}

/**
 * The pairs of a mentor and a mentee who may be one person although neither id nor address says so, and of whom nobody
 * has said that they are two: the name is the same in any spelling and order, or the address without what stands behind
 * a `+` in front of its `@`. Two addresses on different domains are alike by their names.
 * @param most so many are listed; a large company has hundreds of thousands, which are only counted.
 */
export function listAlikePairs(
  roster: Roster,
  persons: Persons,
  most: number,
): { readonly first: readonly Tandem[]; readonly count: number } {
  const groups = getGroups(roster);
  const { isApart, mayHold } = makeApartTests(roster, persons);
  const several = { mentors: indexShared(groups, 'mentors'), mentees: indexShared(groups, 'mentees') };
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
    for (const pair of listTandems(group)) {
      if (isApart(pair.mentor, pair.mentee) || isInEarlier(pair, at)) continue;
      if (count++ < most) first.push(pair);
    }
  }
  return { first, count };
}

function* listTandems({ mentors, mentees }: AlikeGroup): Generator<Tandem> {
  for (const mentee of mentees) for (const mentor of mentors) yield { mentor, mentee };
}

/** Numbers by side and person: a mentor and a mentee share one just where they are alike (see `listAlikePairs`). */
export function indexLikenesses(roster: Roster, persons: Persons): Record<Side, (index: number) => readonly number[]> {
  const { isApart, mayHold } = makeApartTests(roster, persons);
  const shared = { mentor: new Map<number, number[]>(), mentee: new Map<number, number[]>() };
  let numbers = 0;
  for (const group of getGroups(roster)) {
    for (const { mentors, mentees } of mayHold(group) ? splitGroup(group, isApart) : [group]) {
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

function* splitGroup(group: AlikeGroup, isApart: (mentor: number, mentee: number) => boolean): Generator<AlikeGroup> {
  for (const { mentor, mentee } of listTandems(group)) {
    if (!isApart(mentor, mentee)) yield { mentors: [mentor], mentees: [mentee] };
  }
}

/** Pairs of whom it is settled whether they are one person: they are, or somebody has said that they are two. */
function makeApartTests({ mentors, mentees, different }: Roster, persons: Persons) {
  const told = new Set(different.flatMap(([one, other]) => [combineIds(one, other), combineIds(other, one)]));
  const isNamed = new Set(different.flat());
  const isApart = (mentor: number, mentee: number) =>
    persons.mentors[mentor] === persons.mentees[mentee] ||
    (told.size > 0 && told.has(combineIds(mentors[mentor]!.id, mentees[mentee]!.id)));
  /** Whether a group may have such a pair. */
  const isSettling = isNamed.size > 0 || areInBoth(persons);
  const mayHold = (group: AlikeGroup) => {
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
function indexShared(groups: readonly AlikeGroup[], side: keyof AlikeGroup): ReadonlyMap<number, readonly number[]> {
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
const byRoster = new WeakMap<Roster, readonly AlikeGroup[]>();

function getGroups(roster: Roster): readonly AlikeGroup[] {
  const groups = byRoster.get(roster) ?? groupByLikeness(roster);
  byRoster.set(roster, groups);
  return groups;
}

function groupByLikeness(roster: Roster): AlikeGroup[] {
  // Most share their name, letter by letter, with others: each is spelt once.
  const keysOf = makeWordKeyLister();
  const named = [...groupPeople(roster, ({ name }) => name)].map(([name, group]) => ({
    spellings: listSpellings(name, keysOf),
    group,
  }));
  const isShared = makeRepetitionTest(named.flatMap(({ spellings }) => spellings));
  const groups = new Map<string, SpelledGroup>();
  for (const { spellings, group } of named) {
    const [first, ...others] = spellings;
    // Whoever writes Mueller for Müller may not be there: then those of the one name are together already.
    const counting = [...(first === undefined ? [] : [first]), ...others.filter(isShared)];
    for (const spelling of counting) joinGroup(groups, spelling, group);
  }
  return [...[...groups.values()].filter(isOfBothSides), ...groupByAddress(roster)];
}

/**
 * Two who have one address are one person already; others are alike by it only where one of the two has a `+` in it.
 */
function groupByAddress(roster: Roster): AlikeGroup[] {
  const isMarked = ({ email }: Participant) => email.includes('+');
  if (!roster.mentors.some(isMarked) && !roster.mentees.some(isMarked)) return [];
  const groups = groupPeople(roster, ({ email }) => fold(email).replace(/\+[^@]*@/u, '@'));
  groups.delete('');
  return [...groups.values()].filter(isOfBothSides);
}

function groupPeople({ mentors, mentees }: Roster, keyOf: (person: Participant) => string): Map<string, AlikeGroup> {
  const groups = new Map<string, AlikeGroup>();
  let index = 0;
  for (const person of mentors) openGroup(groups, keyOf(person)).mentors.push(index++);
  index = 0;
  for (const person of mentees) openGroup(groups, keyOf(person)).mentees.push(index++);
  return groups;
}

/** Whether a text is among some more than once. */
function makeRepetitionTest(texts: readonly string[]): (text: string) => boolean {
  const [once, more] = [new Set<string>(), new Set<string>()];
  for (const text of texts) (once.has(text) ? more : once).add(text);
  return text => more.has(text);
}

function openGroup(groups: Map<string, AlikeGroup>, key: string): AlikeGroup {
  const known = groups.get(key);
  if (known !== undefined) return known;
  const group = { mentors: [], mentees: [] };
  groups.set(key, group);
  return group;
}

/** A group of one name may have several spellings, and is what it is for each of them. */
function joinGroup(groups: Map<string, SpelledGroup>, spelling: string, { mentors, mentees }: AlikeGroup): void {
  const known = groups.get(spelling);
  // Most spellings are those of one name.
  if (known === undefined) groups.set(spelling, { mentors, mentees, isBorrowed: true });
  else if (known.isBorrowed)
    groups.set(spelling, {
      mentors: [...known.mentors, ...mentors],
      mentees: [...known.mentees, ...mentees],
      isBorrowed: false,
    });
  else {
    for (const mentor of mentors) known.mentors.push(mentor);
    for (const mentee of mentees) known.mentees.push(mentee);
  }
}

/** People of one spelling; `isBorrowed` where the lists are those of a name. */
interface SpelledGroup extends AlikeGroup {
  readonly isBorrowed: boolean;
}

function isOfBothSides({ mentors, mentees }: AlikeGroup): boolean {
  return mentors.length > 0 && mentees.length > 0;
}

function combineIds(one: string, other: string): string {
  return `${one}\n${other}`;
}
