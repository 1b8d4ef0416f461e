import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../domain/roster.ts';
import type { Understood } from '../domain/understood.ts';
import { keysFor, namedAmong } from './column-names.ts';
import { headerKey, wordKeys } from './keys.ts';
import { fewestEdits, nearest } from './nearest.ts';

/**
 * The header that most likely stands for a column of ours, or null: one that is misspelt, or a whole question that speaks of
 * it. Only ever a suggestion.
 * @param headers those that stand for nothing yet; @param wanted the columns that a question may ask for.
 */
export function headerFor(column: string, headers: readonly string[], wanted: readonly string[]): string | null {
  const byKey = new Map(headers.map(header => [headerKey(header), header]));
  const keys = [...byKey.keys()];
  for (const known of keysFor(column)) {
    const near = nearest(known, keys);
    if (near !== null) return byKey.get(near) ?? null;
  }
  const asked = columnAsked(wanted);
  return headers.find(header => asked(header) === column) ?? null;
}

/** No name of a column of ours has more words. */
const MOST_WORDS = 8;

/** One word is a name and no question. */
const LEAST_WORDS = 2;

/**
 * Finds the column that a header asks for in a whole sentence, or null: "In welcher Abteilung arbeitest du?" → department.
 * Where it has names of several columns in it, the longest counts.
 */
export function columnAsked(wanted: readonly string[], leastWords = LEAST_WORDS): (header: string) => string | null {
  const columnNamed = namedAmong(wanted, {});
  return header => {
    const words = wordKeys(header);
    if (words.length < leastWords && !header.endsWith('?')) return null;
    const lengths = Array.from({ length: Math.min(MOST_WORDS, words.length) }, (_, index) => index + 1);
    const runs = lengths.flatMap(length => words.map((_, from) => words.slice(from, from + length)));
    const known = runs.map(run => run.join('')).filter(key => columnNamed(key) !== null);
    const longest = known.reduce((best, key) => (key.length > best.length ? key : best), '');
    return longest === '' ? null : columnNamed(longest);
  };
}

/**
 * The columns of ours that headers of a sheet of people may be meant for which are kept under their own names, each once: by
 * a question that asks for one, or by a name that is a letter or two away.
 */
export function guesses({ role, columns }: Understood): ReadonlyMap<string, string> {
  const guessed = new Map<string, string>();
  const wanted: readonly string[] = role === 'mentors' ? MENTOR_COLUMNS : role === 'mentees' ? MENTEE_COLUMNS : [];
  const asked = columnAsked(wanted);
  const others = columns.filter(({ header, column }) => column === null && headerKey(header) !== '');
  for (const column of lackingIn(columns, wanted)) {
    const free = others.map(({ header }) => header).filter(header => !guessed.has(header));
    const header = free.find(other => asked(other) === column) ?? misspelt(column, free);
    if (header !== null) guessed.set(header, column);
  }
  return guessed;
}

/** A name is one column, or two. */
function lackingIn(columns: Understood['columns'], wanted: readonly string[]): readonly string[] {
  const has = (name: string) => columns.some(({ column }) => column === name);
  const needless = has('name') ? ['first_name', 'last_name'] : has('first_name') || has('last_name') ? ['name'] : [];
  return wanted.filter(column => !has(column) && !needless.includes(column));
}

/** Shorter names are too near to too many headers that people have for other things. */
const LEAST_LETTERS = 5;

/** One edit for so many letters: what is further away is hardly meant. */
const LETTERS_AN_EDIT = 5;

function misspelt(column: string, headers: readonly string[]): string | null {
  const byKey = new Map(headers.map(header => [headerKey(header), header]));
  for (const known of keysFor(column).filter(key => key.length >= LEAST_LETTERS)) {
    const near = fewestEdits(known, [...byKey.keys()], LETTERS_AN_EDIT);
    if (near !== null) return byKey.get(near) ?? null;
  }
  return null;
}
