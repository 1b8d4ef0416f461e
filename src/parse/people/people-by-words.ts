import { expandUmlauts, foldAccents, listWordKeys } from '../../domain/name-spellings.ts';
import type { Participant, Roster } from '../../domain/roster.ts';
import { measureEditDistance } from '../text/nearest.ts';
import { readName } from '../values/person-names.ts';
import { Directory, listEverybody, type RosterEntry } from './people-index.ts';

/**
 * Everybody whom a text of a command may mean: as a cell would, and where that is nobody, by some words of a name or
 * their beginnings. Nothing is decided by it, so that it may be taken more generously than in a sheet.
 */
export function searchPeople(text: string, roster: Roster): RosterEntry[] {
  const exactly = findPeople(text, roster);
  if (exactly.length > 0) return exactly;
  const people = listEverybody(roster);
  const words = listWordKeys(readName(text).name);
  const hasAll = (fits: (word: string, wanted: string) => boolean) => (one: RosterEntry) =>
    words.length > 0 &&
    listNameWords(one.person).some(name => words.every(wanted => name.some(word => fits(word, wanted))));
  const byWords = people.filter(hasAll((word, wanted) => word === wanted));
  return byWords.length > 0 ? byWords : people.filter(hasAll((word, wanted) => word.startsWith(wanted)));
}

/** Everybody whom a text names as a cell would, or whose whole name it is in any spelling. */
export function findPeople(text: string, roster: Roster): RosterEntry[] {
  const directory = new Directory(roster);
  const found = directory.find(text);
  if (found.kind === 'person') return [...found.person];
  return (found.kind === 'several' ? found.people : directory.findByName(readName(text).name)).flat();
}

/** The people whose id, address, name or a word of it is nearest to a text that means nobody, the nearest first. */
export function findNearestPeople(text: string, roster: Roster, most: number): RosterEntry[] {
  const key = foldAccents(text);
  const farthest = Math.max(1, Math.floor(key.length / LETTERS_AN_EDIT));
  const near = listEverybody(roster).map(one => ({ one, edits: countEdits(one.person, key) }));
  return near
    .filter(({ edits }) => edits <= farthest)
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ one }) => one);
}

const LETTERS_AN_EDIT = 3;

function countEdits({ id, email, name }: Participant, key: string): number {
  const texts = [id, email, name, ...name.split(' ').filter(word => word.length > 2)];
  return texts.reduce(
    (least, text) => Math.min(least, measureEditDistance(key, foldAccents(text))),
    Number.POSITIVE_INFINITY,
  );
}

/** A name as words; with umlauts as two letters, too. */
function listNameWords({ name }: Participant): string[][] {
  const words = listWordKeys(name);
  return /[äöü]/iu.test(name) ? [words, listWordKeys(expandUmlauts(name))] : [words];
}
