import type { Participant } from '../../domain/roster.ts';
import { foldAccents } from '../../domain/spelling.ts';
import { measureEditDistance } from '../text/nearest.ts';

/** Shorter texts are near to too many. */
const LEAST_LETTERS = 4;
const LETTERS_AN_EDIT = 6;
/** Where so many texts have been compared, no more suggestions are looked for: a column of strangers is not misspelt. */
const MOST_COMPARED = 3_000_000;

/** Finds people whose name or address is nearly a text. Numbers are left out: that of a neighbour is near to any. */
export class Misspelt<Row extends { readonly person: Participant }> {
  readonly #rows: () => readonly Row[];
  #byLength: Map<number, { readonly text: string; readonly row: Row }[]> | null = null;
  #compared = 0;

  constructor(rows: () => readonly Row[]) {
    this.#rows = rows;
  }

  /** Those with fewest edits. */
  findNear(text: string): readonly Row[] {
    const key = foldAccents(text);
    if (key.length < LEAST_LETTERS || (/\d/u.test(key) && !key.includes('@'))) return [];
    this.#byLength ??= this.#indexByLength();
    let least = editsFor(key);
    let found: Row[] = [];
    for (let length = key.length - least; length <= key.length + least; length++) {
      for (const other of this.#byLength.get(length) ?? []) {
        if (this.#compared++ > MOST_COMPARED) return [];
        const most = editsAllowed(key, other.text);
        const edits = most === 0 ? Number.POSITIVE_INFINITY : measureEditDistance(key, other.text);
        if (edits > most) continue;
        if (edits < least) [least, found] = [edits, []];
        if (edits === least) found.push(other.row);
      }
    }
    return found;
  }

  #indexByLength() {
    const byLength = new Map<number, { readonly text: string; readonly row: Row }[]>();
    for (const row of this.#rows()) {
      for (const text of [row.person.name, row.person.email].map(foldAccents)) {
        const known = byLength.get(text.length);
        if (known === undefined) byLength.set(text.length, [{ text, row }]);
        else known.push({ text, row });
      }
    }
    return byLength;
  }
}

/**
 * How many edits may lie between two texts of which one is meant; 0 where it cannot be. In two addresses of one domain all edits
 * are in front of the `@`, and of two domains one may be misspelt.
 */
function editsAllowed(key: string, other: string): number {
  const [[login = '', domain], [otherLogin = '', otherDomain]] = [key.split('@', 2), other.split('@', 2)];
  if (domain !== otherDomain) return domain !== undefined && login === otherLogin ? editsFor(key) : 0;
  if (login[0] !== otherLogin[0] && login.at(-1) !== otherLogin.at(-1)) return 0;
  return login.length < LEAST_LETTERS ? 0 : editsFor(login);
}

/** One, or one in six letters. */
function editsFor(text: string): number {
  return Math.max(1, Math.floor(text.length / LETTERS_AN_EDIT));
}
