import type { Participant, Roster, Side, Withdrawn } from '../domain/roster.ts';
import { fold } from '../domain/text.ts';
import { bare, expandUmlauts, wordKeys } from './keys.ts';
import { readName } from './names.ts';
import { editsBetween } from './nearest.ts';

/** Somebody in a roster; `index` is −1 for who withdrew. */
export interface Named {
  readonly side: Side;
  readonly index: number;
  readonly person: Participant;
}

/**
 * Everybody whom a text may mean: by id, address or name, and where none is exactly that, by some words of a name or their
 * beginnings. Case, accents and the order of words do not matter.
 */
export function peopleCalled(text: string, roster: Roster): Named[] {
  const exactly = peopleNamed(text, roster);
  if (exactly.length > 0) return exactly;
  const people = everybody(roster);
  const words = wordKeys(readName(text).name);
  const hasAll = (fits: (word: string, wanted: string) => boolean) => (one: Named) =>
    words.length > 0 && namesOf(one.person).some(name => words.every(wanted => name.some(word => fits(word, wanted))));
  const byWords = people.filter(hasAll((word, wanted) => word === wanted));
  return byWords.length > 0 ? byWords : people.filter(hasAll((word, wanted) => word.startsWith(wanted)));
}

/** Everybody who has a text as id or address, or else as the whole name. */
export function peopleNamed(text: string, roster: Roster): Named[] {
  const people = everybody(roster);
  const key = fold(text);
  const byKey = people.filter(({ person }) => fold(person.id) === key || fold(person.email) === key);
  if (byKey.length > 0) return byKey;
  const words = wordKeys(readName(text).name);
  return people.filter(({ person }) => namesOf(person).some(name => isSameWords(name, words)));
}

/** Whether two rows are of one person, who may be in both sheets. */
export function isSamePerson({ person: one }: Named, { person: other }: Named): boolean {
  return fold(one.id) === fold(other.id) || fold(one.email) === fold(other.email);
}

/** The people whose id, address, name or a word of it is nearest to a text that means nobody, the nearest first. */
export function nearestPeople(text: string, roster: Roster, most: number): Named[] {
  const key = bare(text);
  const farthest = Math.max(1, Math.floor(key.length / LETTERS_AN_EDIT));
  const near = everybody(roster).map(one => ({ one, edits: editsTo(one.person, key) }));
  return near
    .filter(({ edits }) => edits <= farthest)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ one }) => one);
}

const LETTERS_AN_EDIT = 3;

function editsTo({ id, email, name }: Participant, key: string): number {
  const texts = [id, email, name, ...name.split(' ').filter(word => word.length > 2)];
  return texts.reduce((least, text) => Math.min(least, editsBetween(key, bare(text))), Number.POSITIVE_INFINITY);
}

function everybody({ mentors, mentees, withdrawn }: Roster): Named[] {
  return [
    ...mentors.map((person, index): Named => ({ side: 'mentor', index, person })),
    ...mentees.map((person, index): Named => ({ side: 'mentee', index, person })),
    ...withdrawn.map(({ side, person }: Withdrawn): Named => ({ side, index: -1, person })),
  ];
}

/** A name as words; with umlauts as two letters, too. */
function namesOf({ name }: Participant): string[][] {
  const words = wordKeys(name);
  return /[äöü]/iu.test(name) ? [words, wordKeys(expandUmlauts(name))] : [words];
}

function isSameWords(some: readonly string[], others: readonly string[]): boolean {
  return some.toSorted().join(' ') === others.toSorted().join(' ');
}
