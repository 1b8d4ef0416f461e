import { getRegister } from '../../domain/register.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { listSpellings } from '../../domain/spelling.ts';
import { fold } from '../../domain/text.ts';
import type { Unread } from '../text/unread-rows.ts';
import { Misspelt } from './misspelt.ts';
import { type Reference, readReference } from './reference.ts';

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
  #rows: readonly RosterEntry[] | null = null;
  #shared: ReadonlyMap<RosterEntry, KnownPerson> | null = null;

  constructor(roster: Roster) {
    this.#roster = roster;
    const rows = () => this.#listEverybody();
    this.#byId = new Index(rows, ({ id }) => [id]);
    this.#byFoldedId = new Index(rows, ({ id }) => [fold(id)]);
    this.#byLogin = new Index(rows, ({ email }) => [getLogin(email)]);
    this.#byName = new Index(rows, ({ name }) => [fold(name)]);
    this.#bySpelling = new Index(rows, ({ name }) => listSpellings(name));
    const byNumber = new Index(rows, ({ id }) => parseIdNumber(id));
    const misspelt = new Misspelt(rows);
    this.#nearly = [
      text => parseIdNumber(text).flatMap(number => byNumber.getRows(number)),
      // No name has digits, and most codes name somebody outside of the sheets.
      text => (/\d/u.test(text) ? NOBODY : this.#findBySpelling(text)),
      text => this.#byLogin.getRows(fold(text)),
      text => misspelt.findNear(text),
    ];
  }

  /**
   * Gets ready to find so many texts: where they are known in advance, only the people whom they may mean are sorted. Others are
   * found as well, and cost more.
   */
  expect(texts: readonly string[]): void {
    const references = texts.map(readReference);
    this.#byFoldedId.expect(references.map(({ key }) => fold(key)));
    this.#byName.expect(references.map(({ name }) => fold(name)));
    this.#byLogin.expect(references.flatMap(({ key }) => [getLogin(key), fold(key)]));
  }

  /** Whom a cell names: by id, by address, or by a name where it gives neither. */
  find(cell: string): FoundPeople {
    return this.findBy(readReference(cell));
  }

  /** The same where key and name stand in cells of their own. */
  findBy({ key, name, isPlain }: Reference): FoundPeople {
    const people = this.#groupPeople(this.#findByKey(key));
    if (people.length > 1) return { kind: 'several', people };
    const [person] = people;
    if (person !== undefined && isPlain) return { kind: 'person', person };
    const bearing = this.#groupPeople(this.#byName.getRows(fold(name)));
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

  /** Whether a text is somebody's id letter by letter: then it names that person, and nothing else is to be found out. */
  hasId(text: string): boolean {
    return this.#isKey(text) && (!text.includes('@') || this.#findById(text).length > 0);
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
    return byAddress.length > 0 ? byAddress : this.#byFoldedId.getRows(fold(key));
  }

  #findById(key: string): readonly RosterEntry[] {
    return this.#isKey(key) ? this.#byId.getRows(key) : NOBODY;
  }

  #findByAddress(key: string): readonly RosterEntry[] {
    const address = fold(key);
    if (!this.#isKey(address)) return NOBODY;
    return this.#byLogin.getRows(getLogin(key)).filter(({ person }) => fold(person.email) === address);
  }

  /** Rows as people, each once and with all their rows. */
  #groupPeople(rows: readonly RosterEntry[]): KnownPerson[] {
    const people: KnownPerson[] = [];
    for (const row of rows) if (!people.some(person => person.includes(row))) people.push(this.#getPerson(row));
    return people;
  }

  #getPerson(row: RosterEntry): KnownPerson {
    this.#shared ??= groupSharedRows(this.#listEverybody(), this.#roster);
    return this.#shared.get(row) ?? [row];
  }

  /** Whether a text is an id, or an address in small letters. */
  #isKey(text: string): boolean {
    return getRegister(this.#roster).find(text) !== undefined;
  }

  #listEverybody(): readonly RosterEntry[] {
    this.#rows ??= listEverybody(this.#roster);
    return this.#rows;
  }
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
function groupSharedRows(rows: readonly RosterEntry[], roster: Roster): ReadonlyMap<RosterEntry, KnownPerson> {
  const register = getRegister(roster);
  const byPerson = new Map<number, [RosterEntry, ...RosterEntry[]]>();
  for (const [index, row] of rows.entries()) {
    const number = register.findRoot(index);
    if (number === index) continue;
    const known = byPerson.get(number);
    if (known === undefined) byPerson.set(number, [rows[number]!, row]);
    else known.push(row);
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
  const [login = ''] = address.split('@', 1);
  return fold(login);
}

/** "007", "7" and "7.0" are one number; other texts have none. */
function parseIdNumber(text: string): string[] {
  const digits = /^0*(\d+)(?:[.,]0+)?$/u.exec(text)?.[1];
  return digits === undefined ? [] : [digits];
}

const NOBODY: readonly RosterEntry[] = [];

/** Rows by keys, sorted when first asked: most sheets name nobody but by id. */
class Index {
  readonly #rows: () => readonly RosterEntry[];
  readonly #keysOf: (person: Participant) => readonly string[];
  #expected: ReadonlySet<string> = new Set();
  #foundExpected: Rows | null = null;
  #found: Rows | null = null;

  constructor(rows: () => readonly RosterEntry[], keysOf: (person: Participant) => readonly string[]) {
    this.#rows = rows;
    this.#keysOf = keysOf;
  }

  /** Rows with other keys are left out until somebody asks for one: sorting all in would take most of the time. */
  expect(keys: readonly string[]): void {
    this.#expected = new Set(keys);
    this.#foundExpected = null;
  }

  getRows(key: string): readonly RosterEntry[] {
    if (key === '') return NOBODY;
    const found = this.#getIndex(key).get(key);
    return found === undefined ? NOBODY : Array.isArray(found) ? found : [found];
  }

  #getIndex(key: string): Rows {
    if (this.#found === null && this.#expected.has(key)) {
      this.#foundExpected ??= this.#indexRows(other => this.#expected.has(other));
      return this.#foundExpected;
    }
    this.#found ??= this.#indexRows(() => true);
    return this.#found;
  }

  #indexRows(isWanted: (key: string) => boolean): Rows {
    const found = new Map<string, RosterEntry | RosterEntry[]>();
    for (const row of this.#rows()) {
      for (const key of this.#keysOf(row.person)) {
        if (!isWanted(key)) continue;
        const known = found.get(key);
        if (known === undefined) found.set(key, row);
        else if (Array.isArray(known)) known.push(row);
        else found.set(key, [known, row]);
      }
    }
    return found;
  }
}

/** Rows by key; most keys have one. */
type Rows = ReadonlyMap<string, RosterEntry | RosterEntry[]>;
