import type { Participant, Roster } from '../../domain/roster.ts';
import { bare, expandUmlauts, wordKeys } from '../../domain/spelling.ts';
import { editsBetween } from '../text/nearest.ts';
import { readName } from '../values/person-names.ts';
import { Directory, everybody, type Named } from './directory.ts';

/**
 * Everybody whom a text of a command may mean: as a cell would, and where that is nobody, by some words of a name or their
 * beginnings. Nothing is decided by it, so that it may be taken more generously than in a sheet.
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

/** Everybody whom a text names as a cell would, or whose whole name it is in any spelling. */
export function peopleNamed(text: string, roster: Roster): Named[] {
  const directory = new Directory(roster);
  const found = directory.find(text);
  if (found.kind === 'person') return [...found.person];
  return (found.kind === 'several' ? found.people : directory.bearing(readName(text).name)).flat();
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

/** A name as words; with umlauts as two letters, too. */
function namesOf({ name }: Participant): string[][] {
  const words = wordKeys(name);
  return /[äöü]/iu.test(name) ? [words, wordKeys(expandUmlauts(name))] : [words];
}
