import type { Roster } from '../domain/roster.ts';
import { fold } from '../domain/text.ts';

/** Who is who across the sheets: rows that share an id or an address are one person. Persons are numbered. */
export interface Persons {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  /** Everybody above a person, at any depth. */
  readonly above: ReadonlyArray<readonly number[]>;
  /** The direct managers: one, or two where two sheets name different ones. */
  readonly managers: ReadonlyArray<ReadonlySet<number>>;
  /** The person behind an id or an address, or undefined. */
  readonly named: (name: string) => number | undefined;
}

/** Numbers the people of a roster, their managers outside the sheets included. Nobody counts as their own manager. */
export function personsOf(roster: Roster): Persons {
  const register = new Register();
  const everybody = [...roster.mentors, ...roster.mentees, ...roster.withdrawn.map(({ person }) => person)];
  const entered = Int32Array.from(everybody, ({ id, email }) => register.enter(id, email));
  const numbers = entered.map(number => register.root(number));
  const managers: Set<number>[] = [];
  for (const [index, { manager }] of everybody.entries()) {
    const own = numbers[index]!;
    managers[own] ??= new Set();
    if (manager !== '') managers[own].add(register.enter(manager));
    managers[own].delete(own);
  }
  const mentees = roster.mentors.length + roster.mentees.length;
  let above: Persons['above'] | null = null;
  return {
    mentors: numbers.slice(0, roster.mentors.length),
    mentees: numbers.slice(roster.mentors.length, mentees),
    managers,
    /** Worked out when it is first asked for: whoever only looks for names does without. */
    get above() {
      above ??= managers.map((_, person) => everybodyAbove(person, managers));
      return above;
    },
    named: name => register.find(name),
  };
}

/** Numbers for names (ids and addresses, without regard to case); names entered together belong to one number. */
class Register {
  readonly #numbers = new Map<string, number>();
  readonly #joined: number[] = [];

  enter(name: string, other = name): number {
    const [key, otherKey] = [fold(name), fold(other)];
    const [known, otherKnown] = [this.#known(key), this.#known(otherKey)];
    const own = known ?? otherKnown ?? this.#joined.push(this.#joined.length) - 1;
    if (otherKnown !== undefined) this.#joined[otherKnown] = own;
    this.#numbers.set(key, own);
    if (otherKey !== key) this.#numbers.set(otherKey, own);
    return own;
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
function everybodyAbove(person: number, managers: ReadonlyArray<ReadonlySet<number> | undefined>): readonly number[] {
  const above = new Set<number>();
  const ahead = [...(managers[person] ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === person || above.has(next)) continue;
    above.add(next);
    ahead.push(...(managers[next] ?? []));
  }
  return above.size === 0 ? NOBODY : [...above];
}
