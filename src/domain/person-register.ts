import type { Participant, Roster } from './roster.ts';
import { fold } from './text.ts';

/** The register of a roster: one for all who ask, since numbering a large one takes its time. */
export function getRegister(roster: Roster): Register {
  const known = byMentors.get(roster.mentors);
  if (known !== undefined && isOf(known.roster, roster)) return known.register;
  const register = new Register(
    [...roster.mentors, ...roster.mentees, ...roster.withdrawn.map(({ person }) => person)],
    roster.same,
  );
  byMentors.set(roster.mentors, { roster, register });
  return register;
}

/** A roster that says more of the same people has the same register. */
const byMentors = new WeakMap<Roster['mentors'], { readonly roster: Roster; readonly register: Register }>();

function isOf(one: Roster, other: Roster): boolean {
  return one.mentees === other.mentees && one.withdrawn === other.withdrawn && one.same === other.same;
}

/**
 * Who is who among rows: those that share an id or an address are one person, and those of which it is said. Rows are
 * numbered from 0, mentors first and who withdrew last, and all rows of a person have one number in the end.
 */
export class Register {
  /** The people of the rows. */
  readonly people: readonly Participant[];
  readonly #numbers = new Map<string, number>();
  readonly #joined: Int32Array;
  /** The number of the person whose id or address is what a row says of its manager, by row; −1 where there is none. */
  readonly managers: Int32Array;

  /** @param same ids whose bearers are one person. */
  constructor(people: readonly Participant[], same: Roster['same']) {
    this.people = people;
    this.#joined = new Int32Array(people.length).map((_, number) => number);
    let keys = 0;
    for (let number = 0; number < people.length; number++) {
      const { id } = people[number]!;
      const address = foldAddress(people[number]!);
      this.#numbers.set(id, number);
      keys++;
      if (address === '' || address === id) continue;
      this.#numbers.set(address, number);
      keys++;
    }
    if (this.#numbers.size < keys) this.#join(people);
    for (const [one, other] of same) this.#joined[this.find(one)!] = this.find(other)!;
    this.managers = this.#findManagers(people);
  }

  /** Found once for all who ask: it is one look in a large table for each row. */
  #findManagers(people: readonly Participant[]): Int32Array {
    const managers = new Int32Array(people.length).fill(-1);
    for (let number = 0; number < people.length; number++) {
      const { manager } = people[number]!;
      if (manager !== '') managers[number] = this.find(manager) ?? -1;
    }
    return managers;
  }

  /** Somebody has the id or address of somebody else: whoever has it is one person with the last who has it. */
  #join(people: readonly Participant[]): void {
    for (const [number, person] of people.entries()) {
      this.#joined[this.findRoot(number)] = this.find(person.id)!;
      const address = foldAddress(person);
      if (address !== '') this.#joined[this.findRoot(number)] = this.find(address)!;
    }
  }

  /** How many rows there are: all numbers are below this one. */
  get size(): number {
    return this.#joined.length;
  }

  /** The number of the person who has an id, or an address in small letters. */
  find(key: string): number | undefined {
    const number = this.#numbers.get(key);
    return number === undefined ? undefined : this.findRoot(number);
  }

  /**
   * The number that all rows of a person have in the end. Ways are halved as they are gone, so that none stays long.
   */
  findRoot(number: number): number {
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
function foldAddress({ email }: Participant): string {
  return fold(email);
}
