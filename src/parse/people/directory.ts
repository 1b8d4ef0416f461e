import { registerOf } from '../../domain/register.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { spellingsOf } from '../../domain/spelling.ts';
import { fold } from '../../domain/text.ts';
import type { Unread } from '../text/unread-rows.ts';
import { Misspelt } from './misspelt.ts';
import { type Reference, readReference } from './reference.ts';

/** Somebody in a roster; `index` is −1 for who withdrew. */
export interface Named {
  readonly side: Side;
  readonly index: number;
  readonly person: Participant;
}

/** One person: all their rows, those of mentors first. */
export type Known = readonly [Named, ...Named[]];

/** Whom a text names. Only a `person` is ever taken; the others are told. */
export type Found =
  | { readonly kind: 'person'; readonly person: Known }
  /** A name that several people bear. */
  | { readonly kind: 'several'; readonly people: readonly Known[] }
  /** The id or address of the first, and the name of the others. */
  | { readonly kind: 'contrary'; readonly people: readonly Known[] }
  /** Nobody, but nearly these: lost zeros, `.0`, a name turned round, a misspelling. */
  | { readonly kind: 'near'; readonly people: readonly Known[] }
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
  readonly #nearly: readonly ((text: string) => readonly Named[])[];
  #rows: readonly Named[] | null = null;
  #shared: ReadonlyMap<Named, Known> | null = null;

  constructor(roster: Roster) {
    this.#roster = roster;
    const rows = () => this.#everybody();
    this.#byId = new Index(rows, ({ id }) => [id]);
    this.#byFoldedId = new Index(rows, ({ id }) => [fold(id)]);
    this.#byLogin = new Index(rows, ({ email }) => [loginOf(email)]);
    this.#byName = new Index(rows, ({ name }) => [fold(name)]);
    this.#bySpelling = new Index(rows, ({ name }) => spellingsOf(name));
    const byNumber = new Index(rows, ({ id }) => numberIn(id));
    const misspelt = new Misspelt(rows);
    this.#nearly = [
      text => numberIn(text).flatMap(number => byNumber.at(number)),
      // No name has digits, and most codes name somebody outside of the sheets.
      text => (/\d/u.test(text) ? NOBODY : this.#spelt(text)),
      text => this.#byLogin.at(fold(text)),
      text => misspelt.near(text),
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
    this.#byLogin.expect(references.flatMap(({ key }) => [loginOf(key), fold(key)]));
  }

  /** Whom a cell names: by id, by address, or by a name where it gives neither. */
  find(cell: string): Found {
    return this.findBy(readReference(cell));
  }

  /** The same where key and name stand in cells of their own. */
  findBy({ key, name, isPlain }: Reference): Found {
    const people = this.#peopleIn(this.#withKey(key));
    if (people.length > 1) return { kind: 'several', people };
    const [person] = people;
    if (person !== undefined && isPlain) return { kind: 'person', person };
    const bearing = this.#peopleIn(this.#byName.at(fold(name)));
    if (person !== undefined) {
      const isContrary = bearing.length > 0 && !bearing.some(other => isOne(person, other));
      return isContrary ? { kind: 'contrary', people: [person, ...bearing] } : { kind: 'person', person };
    }
    const [bearer, ...others] = bearing;
    if (isPlain && bearer !== undefined) {
      return others.length === 0 ? { kind: 'person', person: bearer } : { kind: 'several', people: bearing };
    }
    const near = bearer === undefined ? this.#nearestTo(isPlain ? name : key) : bearing;
    return near.length > 0 ? { kind: 'near', people: near } : { kind: 'nobody' };
  }

  /** Whether a text is somebody's id letter by letter: then it names that person, and nothing else is to be found out. */
  hasId(text: string): boolean {
    return this.#isKey(text) && (!text.includes('@') || this.#withId(text).length > 0);
  }

  /** Those who bear a name, without regard to case, accents and the order of its words. */
  bearing(name: string): readonly Known[] {
    return this.#peopleIn(this.#spelt(name));
  }

  #spelt(name: string): readonly Named[] {
    return spellingsOf(name).flatMap(spelling => this.#bySpelling.at(spelling));
  }

  #nearestTo(text: string): readonly Known[] {
    for (const nearly of this.#nearly) {
      const people = this.#peopleIn(nearly(text));
      if (people.length > 0) return people;
    }
    return [];
  }

  /** An id exactly; without regard to case where it is not one exactly. */
  #withKey(key: string): readonly Named[] {
    const exactly = this.#withId(key);
    if (exactly.length > 0) return exactly;
    const byAddress = this.#withAddress(key);
    return byAddress.length > 0 ? byAddress : this.#byFoldedId.at(fold(key));
  }

  #withId(key: string): readonly Named[] {
    return this.#isKey(key) ? this.#byId.at(key) : NOBODY;
  }

  #withAddress(key: string): readonly Named[] {
    const address = fold(key);
    if (!this.#isKey(address)) return NOBODY;
    return this.#byLogin.at(loginOf(key)).filter(({ person }) => fold(person.email) === address);
  }

  /** Rows as people, each once and with all their rows. */
  #peopleIn(rows: readonly Named[]): Known[] {
    const people: Known[] = [];
    for (const row of rows) if (!people.some(person => person.includes(row))) people.push(this.#wholeOf(row));
    return people;
  }

  #wholeOf(row: Named): Known {
    this.#shared ??= sharedRows(this.#everybody(), this.#roster);
    return this.#shared.get(row) ?? [row];
  }

  /** Whether a text is an id, or an address in small letters. */
  #isKey(text: string): boolean {
    return registerOf(this.#roster).find(text) !== undefined;
  }

  #everybody(): readonly Named[] {
    this.#rows ??= everybody(this.#roster);
    return this.#rows;
  }
}

/** How a message names somebody: by what can be typed, and the name. */
export function calledAs([{ person }]: Known): string {
  return `${person.id} (${person.name})`;
}

/** Everybody of a roster, those who withdrew last. */
export function everybody({ mentors, mentees, withdrawn }: Roster): Named[] {
  return [
    ...mentors.map((person, index): Named => ({ side: 'mentor', index, person })),
    ...mentees.map((person, index): Named => ({ side: 'mentee', index, person })),
    ...withdrawn.map(({ side, person }): Named => ({ side, index: -1, person })),
  ];
}

/** Mentors before mentees, and who takes part before who withdrew. */
function rankOf({ side, index }: Named): number {
  return (index < 0 ? 2 : 0) + (side === 'mentor' ? 0 : 1);
}

/** All rows of each person who has several. */
function sharedRows(rows: readonly Named[], roster: Roster): ReadonlyMap<Named, Known> {
  const register = registerOf(roster);
  const byPerson = new Map<number, [Named, ...Named[]]>();
  for (const [index, row] of rows.entries()) {
    const number = register.root(index);
    if (number === index) continue;
    const known = byPerson.get(number);
    if (known === undefined) byPerson.set(number, [rows[number]!, row]);
    else known.push(row);
  }
  const people = [...byPerson.values()].map(person => person.sort((a, b) => rankOf(a) - rankOf(b)));
  return new Map(people.flatMap(person => person.map(row => [row, person] as const)));
}

/** Whether two found people are one. */
export function isOne([some]: Known, [other]: Known): boolean {
  return some === other;
}

/** What stands before the `@` of an address, in small letters. */
function loginOf(address: string): string {
  const [login = ''] = address.split('@', 1);
  return fold(login);
}

/** "007", "7" and "7.0" are one number; other texts have none. */
function numberIn(text: string): string[] {
  const digits = /^0*(\d+)(?:[.,]0+)?$/u.exec(text)?.[1];
  return digits === undefined ? [] : [digits];
}

const NOBODY: readonly Named[] = [];

/** Rows by keys, sorted when first asked: most sheets name nobody but by id. */
class Index {
  readonly #rows: () => readonly Named[];
  readonly #keysOf: (person: Participant) => readonly string[];
  #expected: ReadonlySet<string> = new Set();
  #foundExpected: Rows | null = null;
  #found: Rows | null = null;

  constructor(rows: () => readonly Named[], keysOf: (person: Participant) => readonly string[]) {
    this.#rows = rows;
    this.#keysOf = keysOf;
  }

  /** Rows with other keys are left out until somebody asks for one: sorting all in would take most of the time. */
  expect(keys: readonly string[]): void {
    this.#expected = new Set(keys);
    this.#foundExpected = null;
  }

  at(key: string): readonly Named[] {
    if (key === '') return NOBODY;
    const found = this.#rowsFor(key).get(key);
    return found === undefined ? NOBODY : Array.isArray(found) ? found : [found];
  }

  #rowsFor(key: string): Rows {
    if (this.#found === null && this.#expected.has(key)) {
      this.#foundExpected ??= this.#sorted(other => this.#expected.has(other));
      return this.#foundExpected;
    }
    this.#found ??= this.#sorted(() => true);
    return this.#found;
  }

  #sorted(isWanted: (key: string) => boolean): Rows {
    const found = new Map<string, Named | Named[]>();
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
type Rows = ReadonlyMap<string, Named | Named[]>;
