import { listSpellings } from '../../domain/name-spellings.ts';
import { getRegister, type Register } from '../../domain/person-register.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import { keepLast } from '../text/memo.ts';
import type { Unread } from '../text/names-in-faulty-rows.ts';
import { Misspelt } from './misspelt.ts';
import { type Reference, readReference } from './split-reference.ts';

/** Somebody in a roster; `index` is −1 for who withdrew. */
export interface RosterEntry {
  readonly side: Side;
  readonly index: number;
  readonly person: Participant;
}

/** One person: all their rows, those of mentors first. */
export type KnownPerson = readonly [RosterEntry, ...RosterEntry[]];

/** Whom a text names. Only a `person` is ever taken; the others are told. */
export type FoundPeople =
  | { readonly kind: 'person'; readonly person: KnownPerson }
  /** A name that several people bear. */
  | { readonly kind: 'several'; readonly people: readonly KnownPerson[] }
  /** The id or address of the first, and the name of the others. */
  | { readonly kind: 'contrary'; readonly people: readonly KnownPerson[] }
  /** Nobody, but nearly these: lost zeros, `.0`, a name turned round, a misspelling. */
  | { readonly kind: 'near'; readonly people: readonly KnownPerson[] }
  | { readonly kind: 'nobody' };

/** The people of the sheets, and those in rows that could not be read. */
export interface KnownPeople {
  readonly directory: Directory;
  readonly unread: Unread;
  /** Who left a finished run although their rows say otherwise, by keys (see keyPerson). */
  readonly left: ReadonlySet<string>;
}

/** Managers who are not called by an id of the sheets: in which rows, and how. */
export interface Strangers {
  readonly isStranger: Uint8Array;
  readonly texts: ReadonlySet<string>;
}

/** Finds the people of a roster in one way, wherever a cell or a command names them. */
export class Directory {
  readonly #roster: Roster;
  readonly #byId: Index;
  readonly #byFoldedId: Index;
  /** By what stands before the `@` of an address: addresses are found among those. */
  readonly #byLogin: Index;
  readonly #byName: Index;
  readonly #bySpelling: Index;
  readonly #nearly: readonly ((text: string) => readonly RosterEntry[])[];
  /** By number; made when somebody is found, since of most people nobody asks. */
  readonly #entries = new Map<number, RosterEntry>();
  #shared: ReadonlyMap<RosterEntry, KnownPerson> | null = null;
  #register: Register | null = null;
  /** Each index is asked about a text after the other. */
  readonly #fold = keepLast(fold);

  constructor(roster: Roster) {
    this.#roster = roster;
    const rows = { people: () => this.#getRegister().people, entryAt: (number: number) => this.#getEntry(number) };
    this.#byId = new Index(rows, ({ id }) => id);
    this.#byFoldedId = new Index(rows, ({ id }) => id, fold);
    this.#byLogin = new Index(rows, ({ email }) => email, getLogin);
    this.#byName = new Index(rows, ({ name }) => name, fold);
    this.#bySpelling = new Index(rows, ({ name }) => name, listSpellings);
    const byNumber = new Index(rows, ({ id }) => id, parseIdNumber);
    const misspelt = new Misspelt(() => this.#getRegister().people.map((_, number) => this.#getEntry(number)));
    this.#nearly = [
      text => parseIdNumber(text).flatMap(number => byNumber.getRows(number)),
      // No name has digits, and most codes name somebody outside of the sheets.
      text => (/\d/u.test(text) ? NOBODY : this.#findBySpelling(text)),
      text => this.#byLogin.getRows(this.#fold(text)),
      text => misspelt.findNear(text),
    ];
  }

  /**
   * Gets ready to find so many texts: where they are known in advance, only the people whom they may mean are sorted.
   * Others are found as well, and cost more.
   */
  expect(texts: ReadonlySet<string>): void {
    const keys = new Set<string>();
    for (const text of texts) {
      const { key, name } = readReference(text);
      keys.add(this.#fold(key));
      if (name !== key && name !== '') keys.add(fold(name));
      if (key.includes('@')) keys.add(getLogin(key));
    }
    const expected = new ExpectedKeys(keys);
    for (const index of [this.#byFoldedId, this.#byName, this.#byLogin]) index.expect(expected);
  }

  /** Whom a cell names: by id, by address, or by a name where it gives neither. */
  find(cell: string): FoundPeople {
    return this.findBy(readReference(cell));
  }

  /** Whom cells name that are copied from a row of theirs letter by letter, with its id; null where they are not. */
  findCopied(keys: readonly string[], name: string): KnownPerson | null {
    for (const key of keys) {
      const row = this.#byId
        .getRows(key)
        .find(({ person }) => person.name === name && keys.every(other => other === key || other === person.email));
      if (row !== undefined) return this.#getPerson(row);
    }
    return null;
  }

  /** The same where key and name stand in cells of their own. */
  findBy({ key, name, isPlain }: Reference): FoundPeople {
    const people = this.#groupPeople(this.#findByKey(key));
    if (people.length > 1) return { kind: 'several', people };
    const [person] = people;
    if (person !== undefined && isPlain) return { kind: 'person', person };
    const bearing = this.#groupPeople(this.#byName.getRows(this.#fold(name)));
    if (person !== undefined) {
      const isContrary = bearing.length > 0 && !bearing.some(other => isOne(person, other));
      return isContrary ? { kind: 'contrary', people: [person, ...bearing] } : { kind: 'person', person };
    }
    const [bearer, ...others] = bearing;
    if (isPlain && bearer !== undefined) {
      return others.length === 0 ? { kind: 'person', person: bearer } : { kind: 'several', people: bearing };
    }
    const near = bearer === undefined ? this.#findNearest(isPlain ? name : key) : bearing;
    return near.length > 0 ? { kind: 'near', people: near } : { kind: 'nobody' };
  }

  /**
   * The rows, as the register numbers them, whose manager is not the id of somebody letter by letter: such an id names
   * that person, and nothing else is to be found out.
   */
  findStrangers(): Strangers {
    const { people, managers } = this.#getRegister();
    const isStranger = new Uint8Array(people.length);
    const texts = new Set<string>();
    for (let number = 0; number < people.length; number++) {
      const { manager } = people[number]!;
      if (manager === '') continue;
      if (managers[number]! >= 0 && (!manager.includes('@') || this.#findById(manager).length > 0)) continue;
      isStranger[number] = 1;
      texts.add(manager);
    }
    return { isStranger, texts };
  }

  /** Those who bear a name, without regard to case, accents and the order of its words. */
  findByName(name: string): readonly KnownPerson[] {
    return this.#groupPeople(this.#findBySpelling(name));
  }

  #findBySpelling(name: string): readonly RosterEntry[] {
    return listSpellings(name).flatMap(spelling => this.#bySpelling.getRows(spelling));
  }

  #findNearest(text: string): readonly KnownPerson[] {
    for (const nearly of this.#nearly) {
      const people = this.#groupPeople(nearly(text));
      if (people.length > 0) return people;
    }
    return [];
  }

  /** An id exactly; without regard to case where it is not one exactly. */
  #findByKey(key: string): readonly RosterEntry[] {
    const exactly = this.#findById(key);
    if (exactly.length > 0) return exactly;
    const byAddress = this.#findByAddress(key);
    return byAddress.length > 0 ? byAddress : this.#byFoldedId.getRows(this.#fold(key));
  }

  #findById(key: string): readonly RosterEntry[] {
    return this.#isKey(key) ? this.#byId.getRows(key) : NOBODY;
  }

  #findByAddress(key: string): readonly RosterEntry[] {
    if (!key.includes('@')) return NOBODY;
    const address = fold(key);
    if (!this.#isKey(address)) return NOBODY;
    return this.#byLogin.getRows(getLogin(key)).filter(({ person }) => fold(person.email) === address);
  }

  /** Rows as people, each once and with all their rows. */
  #groupPeople(rows: readonly RosterEntry[]): readonly KnownPerson[] {
    if (rows.length === 0) return NO_PEOPLE;
    const people: KnownPerson[] = [];
    for (const row of rows) if (!people.some(person => person.includes(row))) people.push(this.#getPerson(row));
    return people;
  }

  #getPerson(row: RosterEntry): KnownPerson {
    this.#shared ??= groupSharedRows(this.#getRegister(), number => this.#getEntry(number));
    return this.#shared.get(row) ?? [row];
  }

  /** Whether a text is an id, or an address in small letters. */
  #isKey(text: string): boolean {
    return this.#getRegister().find(text) !== undefined;
  }

  #getRegister(): Register {
    this.#register ??= getRegister(this.#roster);
    return this.#register;
  }

  #getEntry(number: number): RosterEntry {
    const entry = this.#entries.get(number) ?? makeEntry(number, this.#roster);
    this.#entries.set(number, entry);
    return entry;
  }
}

/** A row by the number that the register gives it. */
function makeEntry(number: number, { mentors, mentees, withdrawn }: Roster): RosterEntry {
  const index = number - mentors.length;
  if (index < 0) return { side: 'mentor', index: number, person: mentors[number]! };
  if (index < mentees.length) return { side: 'mentee', index, person: mentees[index]! };
  return { ...withdrawn[index - mentees.length]!, index: -1 };
}

/** How a message names somebody: by what can be typed, and the name. */
export function formatPerson([{ person }]: KnownPerson): string {
  return `${person.id} (${person.name})`;
}

/** Everybody of a roster, those who withdrew last. */
export function listEverybody({ mentors, mentees, withdrawn }: Roster): RosterEntry[] {
  return [
    ...mentors.map((person, index): RosterEntry => ({ side: 'mentor', index, person })),
    ...mentees.map((person, index): RosterEntry => ({ side: 'mentee', index, person })),
    ...withdrawn.map(({ side, person }): RosterEntry => ({ side, index: -1, person })),
  ];
}

/** Mentors before mentees, and who takes part before who withdrew. */
function rankOf({ side, index }: RosterEntry): number {
  return (index < 0 ? 2 : 0) + (side === 'mentor' ? 0 : 1);
}

/** All rows of each person who has several. */
function groupSharedRows(
  register: Register,
  entryAt: (number: number) => RosterEntry,
): ReadonlyMap<RosterEntry, KnownPerson> {
  const byPerson = new Map<number, [RosterEntry, ...RosterEntry[]]>();
  for (let row = 0; row < register.size; row++) {
    const number = register.findRoot(row);
    if (number === row) continue;
    const known = byPerson.get(number);
    if (known === undefined) byPerson.set(number, [entryAt(number), entryAt(row)]);
    else known.push(entryAt(row));
  }
  const people = [...byPerson.values()].map(person => person.sort((a, b) => rankOf(a) - rankOf(b)));
  return new Map(people.flatMap(person => person.map(row => [row, person] as const)));
}

/** Whether two found people are one. */
export function isOne([some]: KnownPerson, [other]: KnownPerson): boolean {
  return some === other;
}

/** What stands before the `@` of an address, in small letters. */
function getLogin(address: string): string {
  const end = address.indexOf('@');
  return fold(end < 0 ? address : address.slice(0, end));
}

/** "007", "7" and "7.0" are one number; other texts have none. */
function parseIdNumber(text: string): string[] {
  const digits = /^0*(\d+)(?:[.,]0+)?$/u.exec(text)?.[1];
  return digits === undefined ? [] : [digits];
}

const NOBODY: readonly RosterEntry[] = [];
const NO_PEOPLE: readonly KnownPerson[] = [];

/** The rows of a roster as the register numbers them. */
interface NumberedRows {
  readonly people: () => readonly Participant[];
  readonly entryAt: (number: number) => RosterEntry;
}

/** The key of a text, or several. */
type KeysOf = (text: string) => string | readonly string[];

/** Rows by keys, sorted when first asked: most sheets name nobody but by id. */
class Index {
  readonly #rows: NumberedRows;
  readonly #textOf: (person: Participant) => string;
  readonly #keysOf: KeysOf;
  #expected = new ExpectedKeys(new Set());
  #foundExpected: Rows | null = null;
  #found: Rows | null = null;

  constructor(rows: NumberedRows, textOf: (person: Participant) => string, keysOf: KeysOf = text => text) {
    this.#rows = rows;
    this.#textOf = textOf;
    this.#keysOf = keysOf;
  }

  /** Rows with other keys are left out until somebody asks for one: sorting all in would take most of the time. */
  expect(keys: ExpectedKeys): void {
    this.#expected = keys;
    this.#foundExpected = null;
  }

  getRows(key: string): readonly RosterEntry[] {
    if (key === '') return NOBODY;
    const found = this.#getIndex(key).get(key);
    return found === undefined ? NOBODY : Array.isArray(found) ? found : [found];
  }

  #getIndex(key: string): Rows {
    if (this.#found === null && this.#expected.has(key)) {
      this.#foundExpected ??= this.#indexRows(this.#expected);
      return this.#foundExpected;
    }
    this.#found ??= this.#indexRows(null);
    return this.#found;
  }

  #indexRows(wanted: ExpectedKeys | null): Rows {
    const people = this.#rows.people();
    const { entryAt } = this.#rows;
    const found = new Map<string, RosterEntry | RosterEntry[]>();
    for (let number = 0; number < people.length; number++) {
      const text = this.#textOf(people[number]!);
      if (wanted?.mayHave(text) === false) continue;
      const keys = this.#keysOf(text);
      for (const key of typeof keys === 'string' ? [keys] : keys) {
        if (wanted?.has(key) !== false) addRow(found, key, entryAt(number));
      }
    }
    return found;
  }
}

function addRow(rows: Map<string, RosterEntry | RosterEntry[]>, key: string, row: RosterEntry): void {
  const known = rows.get(key);
  if (known === undefined) rows.set(key, row);
  else if (Array.isArray(known)) known.push(row);
  else rows.set(key, [known, row]);
}

/**
 * Keys that are going to be asked for. Most others differ from all of them in length or last letter, which costs little
 * to see, and most texts begin otherwise, which is seen before a key is made of them.
 */
class ExpectedKeys {
  readonly #keys: ReadonlySet<string>;
  readonly #shapes = new Uint8Array(SHAPES);
  readonly #beginnings = new Uint8Array(BEGINNINGS);

  constructor(keys: ReadonlySet<string>) {
    this.#keys = keys;
    for (const key of this.#keys) {
      this.#shapes[getShape(key)] = 1;
      if (key.length < 2) this.#beginnings.fill(1);
      else this.#beginnings[getBeginning(key)] = 1;
    }
  }

  /** Whether the key of a text, which begins as the text does but for case, may be one of these. */
  mayHave(text: string): boolean {
    // What stands behind the first two letters may change them, unless it is a letter of ASCII too.
    const isPlain = isVisibleAscii(text, 0) && isVisibleAscii(text, 1) && isVisibleAscii(text, 2);
    return !isPlain || this.#beginnings[getBeginning(text)] === 1;
  }

  has(key: string): boolean {
    return this.#shapes[getShape(key)] === 1 && this.#keys.has(key);
  }
}

const BEGINNINGS = 128 * 128;

function isVisibleAscii(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 && code < 0x7f;
}

/** Of the first two letters, without regard to case. */
function getBeginning(text: string): number {
  return (getSmall(text.charCodeAt(0)) << 7) | getSmall(text.charCodeAt(1));
}

/** A letter of ASCII in its small form; others are of no use. */
function getSmall(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code & 127;
}

const SHAPES = 4096;

function getShape(key: string): number {
  return ((key.length << 7) + key.charCodeAt(key.length - 1)) % SHAPES;
}

/** Rows by key; most keys have one. */
type Rows = ReadonlyMap<string, RosterEntry | RosterEntry[]>;
