import type { Participant, Roster } from './roster.ts';
import { fold } from './text.ts';

/**
 * Who is who among rows: those that share an id or an address are one person, and those of which it is said. Rows are numbered by
 * their places, and all rows of a person have one number in the end. Whoever is known by a key alone may be entered too.
 */
export class Register {
  readonly #numbers = new Map<string, number>();
  readonly #joined: number[];

  /** @param same ids whose bearers are one person. */
  constructor(people: readonly Participant[], same: Roster['same']) {
    this.#joined = people.map((_, number) => number);
    let keys = 0;
    for (const [number, person] of people.entries()) {
      for (const key of keysOf(person)) {
        this.#numbers.set(key, number);
        keys++;
      }
    }
    if (this.#numbers.size < keys) this.#join(people);
    for (const [one, other] of same) this.#joined[this.find(one)!] = this.find(other)!;
  }

  /** Somebody has the id or address of somebody else: whoever has it is one person with the last who has it. */
  #join(people: readonly Participant[]): void {
    for (const [number, person] of people.entries()) {
      for (const key of keysOf(person)) this.#joined[this.root(number)] = this.find(key)!;
    }
  }

  /** The number of somebody, who is entered where they are new. */
  enter(key: string): number {
    const known = this.find(key);
    if (known !== undefined) return known;
    const own = this.#joined.push(this.#joined.length) - 1;
    this.#numbers.set(key, own);
    return own;
  }

  /** All numbers are below this one. */
  get end(): number {
    return this.#joined.length;
  }

  /** The number of the person who has an id, or an address in small letters. */
  find(key: string): number | undefined {
    const number = this.#numbers.get(key);
    return number === undefined ? undefined : this.root(number);
  }

  /** The number that all rows of a person have in the end. Ways are halved as they are gone, so that none stays long. */
  root(number: number): number {
    const joined = this.#joined;
    let root = number;
    while (joined[root]! !== root) {
      joined[root] = joined[joined[root]!]!;
      root = joined[root]!;
    }
    return root;
  }
}

/** Ids count exactly, addresses without regard to case. */
function keysOf({ id, email }: Participant): string[] {
  const address = fold(email);
  return address === '' || address === id ? [id] : [id, address];
}
