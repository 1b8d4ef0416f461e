import type { Participant, Roster } from '../domain/roster.ts';
import { fold } from '../domain/text.ts';

/** Who is who across the sheets: rows that share an id or an address are one person. Persons are numbered. */
export interface Persons {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  /** All numbers are below this one. */
  readonly end: number;
  /** Everybody above a person, at any depth. */
  readonly above: ReadonlyArray<readonly number[]>;
  /** The direct managers: one, or two where two sheets name different ones. */
  readonly managers: ReadonlyArray<readonly number[]>;
  /** The person behind an id or an address, or undefined. */
  readonly named: (name: string) => number | undefined;
}

/** Numbers the people of a roster, their managers outside the sheets included. Nobody counts as their own manager. */
export function personsOf(roster: Roster): Persons {
  const persons = byRoster.get(roster) ?? numbered(roster);
  byRoster.set(roster, persons);
  return persons;
}

/** Checks and rules ask about one roster, and numbering a large one takes its time. */
const byRoster = new WeakMap<Roster, Persons>();

function numbered(roster: Roster): Persons {
  const everybody = [...roster.mentors, ...roster.mentees, ...roster.withdrawn.map(({ person }) => person)];
  const register = new Register(everybody);
  const numbers = Int32Array.from({ length: everybody.length }, (_, index) => register.root(index));
  const managers: (readonly number[])[] = [];
  for (const [index, person] of everybody.entries()) {
    const own = numbers[index]!;
    const known = managers[own] ?? NOBODY;
    const manager = person.manager === '' ? own : register.enter(person.manager);
    if (manager === own || known.includes(manager)) managers[own] = known;
    else managers[own] = known === NOBODY ? [manager] : [...known, manager];
  }
  const mentees = roster.mentors.length + roster.mentees.length;
  let above: Persons['above'] | null = null;
  return {
    mentors: numbers.slice(0, roster.mentors.length),
    mentees: numbers.slice(roster.mentors.length, mentees),
    end: register.end,
    managers,
    /** Worked out when it is first asked for: whoever only looks for names does without. */
    get above() {
      above ??= managers.map((_, person) => everybodyAbove(person, managers));
      return above;
    },
    named: name => register.find(name),
  };
}

/** Numbers for names (ids and addresses, without regard to case). Everybody has the number of their place, or shares one. */
class Register {
  readonly #numbers = new Map<string, number>();
  readonly #joined: number[];

  constructor(people: readonly Participant[]) {
    this.#joined = people.map((_, number) => number);
    let names = 0;
    for (const [number, person] of people.entries()) {
      const [id, email] = [fold(person.id), fold(person.email)];
      this.#numbers.set(id, number);
      this.#numbers.set(email, number);
      names += id === email ? 1 : 2;
    }
    if (this.#numbers.size < names) this.#join(people);
  }

  /** Somebody has a name of somebody else: whoever has a name is one person with the last who has it. */
  #join(people: readonly Participant[]): void {
    for (const [number, { id, email }] of people.entries()) {
      for (const name of [id, email]) this.#joined[this.root(number)] = this.find(name)!;
    }
  }

  /** The number of a name, which is entered where it is new. */
  enter(name: string): number {
    const key = fold(name);
    const known = this.#known(key);
    if (known !== undefined) return known;
    const own = this.#joined.push(this.#joined.length) - 1;
    this.#numbers.set(key, own);
    return own;
  }

  get end(): number {
    return this.#joined.length;
  }

  find(name: string): number | undefined {
    return this.#known(fold(name));
  }

  /** The number that all names of a person have in the end. */
  root(number: number): number {
    let root = number;
    while (this.#joined[root]! !== root) root = this.#joined[root]!;
    return root;
  }

  #known(key: string): number | undefined {
    const number = this.#numbers.get(key);
    return number === undefined ? undefined : this.root(number);
  }
}

const NOBODY: readonly number[] = [];

/** Follows the managers upwards; a circle of managers ends where it was entered. */
function everybodyAbove(person: number, managers: ReadonlyArray<readonly number[] | undefined>): readonly number[] {
  const above = new Set<number>();
  const ahead = [...(managers[person] ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === person || above.has(next)) continue;
    above.add(next);
    ahead.push(...(managers[next] ?? []));
  }
  return above.size === 0 ? NOBODY : [...above];
}
