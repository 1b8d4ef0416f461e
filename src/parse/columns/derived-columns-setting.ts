import type { Understood } from '../../domain/understood.ts';
import { makeHeaderKey } from '../text/text-keys.ts';
import { guessColumns } from './suggestions.ts';

/** A header that nothing is read from, and the column of ours that it may be meant for. */
export interface ColumnGuess {
  readonly file: string;
  readonly header: string;
  readonly column: string;
}

type Guessing = typeof guessColumns;

export const guessNothing: Guessing = () => new Map();

/** The setting "columns" that says how sheets are read and how, as it seems, they should be. */
export interface ColumnsBlock {
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
  /** What of it is not read so today: for the user to check. */
  readonly guessed: readonly ColumnGuess[];
}

/**
 * Names our columns by the headers of the sheets of people. Columns of wishes need no names.
 * @param guess finds what headers may be meant for; `guessNothing` where only what is read so today is wanted.
 */
export function buildColumnsBlock(sheets: readonly Understood[], guess: Guessing = guessColumns): ColumnsBlock {
  const ofPeople = sheets.filter(({ role }) => role === 'mentors' || role === 'mentees');
  const guessed = ofPeople.flatMap(sheet =>
    [...guess(sheet)].map(([header, column]) => ({ file: sheet.file, header, column })),
  );
  const read = ofPeople.flatMap(({ columns }) =>
    columns.flatMap(({ header, column }) => (column === null || /^wish_\d/u.test(column) ? [] : [{ header, column }])),
  );
  const named = [...read, ...guessed];
  // What one sheet reads as one thing and the other as another is left to the aliases, which look at the whole header.
  const clear = named.filter(({ header, column }) =>
    named.every(other => makeHeaderKey(other.header) !== makeHeaderKey(header) || other.column === column),
  );
  const headers = new Map<string, readonly string[]>();
  for (const { header, column } of clear) {
    const known = headers.get(column) ?? [];
    const isNew = known.every(name => makeHeaderKey(name) !== makeHeaderKey(header));
    headers.set(column, isNew ? [...known, header] : known);
  }
  const entries = [...headers].map(([column, names]) => [column, names.length === 1 ? names[0]! : names] as const);
  const isClear = (guess: ColumnGuess) =>
    clear.some(({ header, column }) => header === guess.header && column === guess.column);
  return { columns: Object.fromEntries(entries), guessed: guessed.filter(isClear) };
}
