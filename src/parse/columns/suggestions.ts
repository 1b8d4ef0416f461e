import { listWordKeys } from '../../domain/name-spellings.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../../domain/roster.ts';
import type { Understood } from '../../domain/understood.ts';
import { findByFewestEdits, findNearest } from '../text/nearest.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import { findDoubt, listKeys, makeColumnFinder } from './column-claims.ts';

/** A header that stands for nothing yet, and whether a column of ours would understand the cells below it. */
export interface Free {
  readonly header: string;
  readonly fits: (column: string) => boolean;
}

/**
 * The header that most likely stands for a column of ours, or null: one that is misspelt, or that speaks of it. Only
 * ever a suggestion, and never one whose cells the column would not understand.
 * @param wanted the columns that a question may ask for.
 */
export function suggestHeader(column: string, free: readonly Free[], wanted: readonly string[]): string | null {
  const fit = free.filter(({ fits }) => fits(column));
  const byKey = new Map(fit.map(({ header }) => [makeHeaderKey(header), header]));
  return (
    findByMention(column, fit, wanted) ??
    findBySpelling(column, byKey, findByFewestEdits) ??
    findBySpelling(column, byKey, (a, b) => findNearest(a, b))
  );
}

function findBySpelling(
  column: string,
  byKey: ReadonlyMap<string, string>,
  find: (word: string, choices: readonly string[]) => string | null,
): string | null {
  const keys = [...byKey.keys()];
  for (const known of listKeys(column)) {
    const near = find(known, keys);
    // "Name #" is no name, and comes near nothing else.
    if (near !== null && near !== known) return byKey.get(near) ?? null;
  }
  return null;
}

/** The header that speaks of a column by its surest name; one that speaks of nothing else before others. */
function findByMention(column: string, fit: readonly Free[], wanted: readonly string[]): string | null {
  const mentions = makeMentionFinder(wanted);
  const ranked = fit.flatMap(free => {
    const found = mentions(free.header).find(mention => mention.column === column);
    const isMeant = pickMeantColumn(free, mentions(free.header)) === column;
    return found === undefined || !(isMeant || STRICT.includes(column))
      ? []
      : [{ ...found, header: free.header, isMeant }];
  });
  ranked.sort((a, b) => Number(b.isMeant) - Number(a.isMeant) || a.doubt - b.doubt);
  return ranked[0]?.header ?? null;
}

/** One word is a name and no question. */
const LEAST_WORDS = 2;

/** Columns whose cells tell what they are. */
const STRICT: readonly string[] = [
  'email',
  'country',
  'languages',
  'timezone',
  'status',
  'capacity',
  'wants',
  'min_load',
];

/** A column of ours that a header speaks of. */
interface Mention {
  readonly column: string;
  readonly doubt: number;
  /** How many letters of the header are its name. */
  readonly letters: number;
}

/**
 * Finds the column that a header asks for in a whole sentence, or null: "In welcher Abteilung
 * arbeitest du?" → department. Where it has names of several columns in it, one whose cells tell what
 * they are counts, and else the longest.
 */
export function makeAskedColumnFinder(
  wanted: readonly string[],
  leastWords = LEAST_WORDS,
): (free: Free) => string | null {
  const mentions = makeMentionFinder(wanted);
  return free => {
    if (listWordKeys(free.header).length < leastWords && !free.header.endsWith('?')) return null;
    return pickMeantColumn(free, mentions(free.header));
  };
}

function pickMeantColumn({ fits }: Free, mentions: readonly Mention[]): string | null {
  const told = mentions.find(({ column }) => STRICT.includes(column) && fits(column));
  if (told !== undefined) return told.column;
  const [longest] = mentions;
  return longest !== undefined && fits(longest.column) ? longest.column : null;
}

/** Longer headers say in their beginning what they are about, and no name of a column has more words. */
const MOST_WORDS = 40;
const LONGEST_NAME = 8;

/** Finds the columns that a header speaks of, each once, the longest name first. */
function makeMentionFinder(wanted: readonly string[]): (header: string) => readonly Mention[] {
  const columnNamed = makeColumnFinder(wanted, {});
  return header => {
    const words = listWordKeys(header.slice(0, MOST_LETTERS)).slice(0, MOST_WORDS);
    const runs = words.flatMap((_, from) =>
      words.slice(from, from + LONGEST_NAME).map((_, length) => words.slice(from, from + length + 1).join('')),
    );
    const found = runs.flatMap(key => {
      const column = columnNamed(key);
      return column === null ? [] : [{ column, doubt: findDoubt(column, key) ?? 1, letters: key.length }];
    });
    found.sort((a, b) => b.letters - a.letters || a.doubt - b.doubt);
    const findLeastDoubt = (column: string) =>
      Math.min(...found.filter(one => one.column === column).map(({ doubt }) => doubt));
    return found
      .filter(({ column }, index) => found.findIndex(other => other.column === column) === index)
      .map(mention => ({ ...mention, doubt: findLeastDoubt(mention.column) }));
  };
}

const MOST_LETTERS = 1000;

/**
 * The columns of ours that headers of a sheet of people may be meant for which are kept under their own names, each
 * once: by a question that asks for one, or by a name that is a letter or two away. Cells must not speak against it,
 * and a name is never taken for the whole where there is another part of it.
 */
export function guessColumns({ role, columns, fits }: Understood): ReadonlyMap<string, string> {
  const guessed = new Map<string, string>();
  const wanted: readonly string[] = role === 'mentors' ? MENTOR_COLUMNS : role === 'mentees' ? MENTEE_COLUMNS : [];
  const free = columns.flatMap(({ header, column }, index) =>
    column === null && makeHeaderKey(header) !== '' ? [{ header, fits: (name: string) => fits(index, name) }] : [],
  );
  const isOnly = ({ header }: Free) =>
    columns.filter(other => makeHeaderKey(other.header) === makeHeaderKey(header)).length === 1;
  for (const column of listLackingColumns(columns, wanted)) {
    if (column === 'name' && [...guessed.values()].some(name => name.endsWith('_name'))) continue;
    const others = free.filter(one => isOnly(one) && !guessed.has(one.header));
    const fit = others.filter(({ fits }) => fits(column));
    const header = findByMention(column, fit, wanted) ?? findMisspelt(column, fit);
    if (header !== null) guessed.set(header, column);
  }
  return guessed;
}

/** A name is one column, or two, of which both are looked for first. */
function listLackingColumns(columns: Understood['columns'], wanted: readonly string[]): readonly string[] {
  const has = (name: string) => columns.some(({ column }) => column === name);
  const needless = has('name') ? ['first_name', 'last_name'] : has('first_name') || has('last_name') ? ['name'] : [];
  const lacking = wanted.filter(column => !has(column) && !needless.includes(column));
  return lacking.includes('name') ? [...lacking.filter(column => column !== 'name'), 'name'] : lacking;
}

/** Shorter names are too near to too many headers that people have for other things. */
const LEAST_LETTERS = 5;

/** One edit for so many letters: what is further away is hardly meant. */
const LETTERS_AN_EDIT = 5;

function findMisspelt(column: string, free: readonly Free[]): string | null {
  const byKey = new Map(free.map(({ header }) => [makeHeaderKey(header), header]));
  for (const known of listKeys(column).filter(key => key.length >= LEAST_LETTERS)) {
    const near = findByFewestEdits(known, [...byKey.keys()], LETTERS_AN_EDIT);
    if (near !== null && near !== known) return byKey.get(near) ?? null;
  }
  return null;
}
