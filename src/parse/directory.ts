import { Register } from '../domain/register.ts';
import type { Participant, Roster, Side } from '../domain/roster.ts';
import { spellingsOf } from '../domain/spelling.ts';
import { fold } from '../domain/text.ts';
import { Misspelt } from './misspelt.ts';
import { type Reference, readReference } from './reference.ts';
import type { Unread } from './unread.ts';

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
  readonly #byId: Index;
  readonly #byAddress: Index;
  readonly #byFoldedId: Index;
  readonly #byName: Index;
  readonly #bySpelling: Index;
  readonly #nearly: readonly ((text: string) => readonly Named[])[];

  readonly #rows: readonly Named[];
  readonly #same: Roster['same'];
  #shared: ReadonlyMap<Named, Known> | null = null;

  constructor(roster: Roster) {
    const rows = everybody(roster);
    this.#rows = rows;
    this.#same = roster.same;
    this.#byId = new Index(rows, ({ id }) => [id]);
    this.#byAddress = new Index(rows, ({ email }) => (email === '' ? [] : [fold(email)]));
    this.#byFoldedId = new Index(rows, ({ id }) => [fold(id)]);
    this.#byName = new Index(rows, ({ name }) => [fold(name)]);
    this.#bySpelling = new Index(rows, ({ name }) => spellingsOf(name));
    const byNumber = new Index(rows, ({ id }) => numberIn(id));
    const byLogin = new Index(rows, ({ email }) => [fold(email.replace(/@.*$/u, ''))]);
    const misspelt = new Misspelt(rows);
    this.#nearly = [
      text => numberIn(text).flatMap(number => byNumber.at(number)),
      // No name has digits, and most codes name somebody outside of the sheets.
      text => (/\d/u.test(text) ? NOBODY : this.#spelt(text)),
      text => byLogin.at(fold(text)),
      text => misspelt.near(text),
    ];
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
    return this.#byId.at(text).length > 0;
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
    const exactly = this.#byId.at(key);
    if (exactly.length > 0) return exactly;
    const byAddress = this.#byAddress.at(fold(key));
    return byAddress.length > 0 ? byAddress : this.#byFoldedId.at(fold(key));
  }

  /** Rows as people, each once and with all their rows. */
  #peopleIn(rows: readonly Named[]): Known[] {
    const people: Known[] = [];
    for (const row of rows) if (!people.some(person => person.includes(row))) people.push(this.#wholeOf(row));
    return people;
  }

  #wholeOf(row: Named): Known {
    this.#shared ??= sharedRows(this.#rows, this.#same);
    return this.#shared.get(row) ?? [row];
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
function sharedRows(rows: readonly Named[], same: Roster['same']): ReadonlyMap<Named, Known> {
  const register = new Register(
    rows.map(({ person }) => person),
    same,
  );
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

/** "007", "7" and "7.0" are one number; other texts have none. */
function numberIn(text: string): string[] {
  const digits = /^0*(\d+)(?:[.,]0+)?$/u.exec(text)?.[1];
  return digits === undefined ? [] : [digits];
}

const NOBODY: readonly Named[] = [];

/** Rows by keys, sorted when first asked: most sheets name nobody but by id. */
class Index {
  readonly #rows: readonly Named[];
  readonly #keysOf: (person: Participant) => readonly string[];
  #found: Map<string, Named | Named[]> | null = null;

  constructor(rows: readonly Named[], keysOf: (person: Participant) => readonly string[]) {
    this.#rows = rows;
    this.#keysOf = keysOf;
  }

  at(key: string): readonly Named[] {
    if (key === '') return NOBODY;
    this.#found ??= this.#sorted();
    const found = this.#found.get(key);
    return found === undefined ? NOBODY : Array.isArray(found) ? found : [found];
  }

  #sorted(): Map<string, Named | Named[]> {
    const found = new Map<string, Named | Named[]>();
    for (const row of this.#rows) {
      for (const key of this.#keysOf(row.person)) {
        const known = found.get(key);
        if (known === undefined) found.set(key, row);
        else if (Array.isArray(known)) known.push(row);
        else found.set(key, [known, row]);
      }
    }
    return found;
  }
}
