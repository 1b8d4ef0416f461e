import { foldAccents } from '../../domain/name-spellings.ts';
import type { Participant } from '../../domain/roster.ts';
import { measureEditDistance } from '../text/nearest.ts';

/** Shorter texts are near to too many. */
const LEAST_LETTERS = 4;
const LETTERS_AN_EDIT = 6;
/**
 * Where so many texts have been compared, no more suggestions are looked for: a column of strangers is not misspelt.
 */
const MOST_COMPARED = 3_000_000;

/** A name, or an address in its two parts; a name has no domain. */
interface NearText {
  readonly text: string;
  readonly login: string;
  readonly domain: string | undefined;
}

function splitAddress(text: string): NearText {
  const [login = '', domain] = text.split('@', 2);
  return { text, login, domain };
}

/** Finds people whose name or address is nearly a text. Numbers are left out: that of a neighbour is near to any. */
export class Misspelt<Row extends { readonly person: Participant }> {
  readonly #rows: () => readonly Row[];
  /** Texts and whose they are, by length: each is taken apart once, since it may be compared with thousands. */
  #byLength: Map<number, { readonly near: NearText; readonly row: Row }[]> | null = null;
  #compared = 0;

  constructor(rows: () => readonly Row[]) {
    this.#rows = rows;
  }

  /** Those with fewest edits. */
  findNear(text: string): readonly Row[] {
    const key = foldAccents(text);
    if (key.length < LEAST_LETTERS || (/\d/u.test(key) && !key.includes('@'))) return [];
    this.#byLength ??= this.#indexByLength();
    const asked = splitAddress(key);
    let least = boundEdits(key);
    let found: Row[] = [];
    for (let length = key.length - least; length <= key.length + least; length++) {
      for (const other of this.#byLength.get(length) ?? []) {
        if (this.#compared++ > MOST_COMPARED) return [];
        const most = boundEditsBetween(asked, other.near);
        const edits = most === 0 ? Number.POSITIVE_INFINITY : measureEditDistance(key, other.near.text);
        if (edits > most) continue;
        if (edits < least) [least, found] = [edits, []];
        if (edits === least) found.push(other.row);
      }
    }
    return found;
  }

  #indexByLength() {
    const byLength = new Map<number, { readonly near: NearText; readonly row: Row }[]>();
    for (const row of this.#rows()) {
      for (const text of [row.person.name, row.person.email].map(foldAccents)) {
        const known = byLength.get(text.length);
        const entry = { near: splitAddress(text), row };
        if (known === undefined) byLength.set(text.length, [entry]);
        else known.push(entry);
      }
    }
    return byLength;
  }
}

/**
 * How many edits may lie between two texts of which one is meant; 0 where it cannot be. In two addresses of one domain
 * all edits are in front of the `@`, and of two domains one may be misspelt.
 */
function boundEditsBetween(key: NearText, other: NearText): number {
  if (key.domain !== other.domain)
    return key.domain !== undefined && key.login === other.login ? boundEdits(key.text) : 0;
  if (key.login[0] !== other.login[0] && key.login.at(-1) !== other.login.at(-1)) return 0;
  return key.login.length < LEAST_LETTERS ? 0 : boundEdits(key.login);
}

/** One, or one in six letters. */
function boundEdits(text: string): number {
  return Math.max(1, Math.floor(text.length / LETTERS_AN_EDIT));
}
