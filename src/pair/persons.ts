import type { Participant, Roster } from '../domain/roster.ts';
import { fold } from '../domain/text.ts';

/** Who is who across the sheets: rows that share an id or an address are one person. Persons are numbered. */
export interface Persons {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  /** Everybody above a person, at any depth. */
  readonly above: ReadonlyArray<readonly number[]>;
  /** The direct managers: one, or two where two sheets name different ones. */
  readonly managers: ReadonlyArray<readonly number[]>;
  /** The person behind an id or an address, or undefined. */
  readonly named: (name: string) => number | undefined;
}

/** Numbers the people of a roster, their managers outside the sheets included. Nobody counts as their own manager. */
export function personsOf(roster: Roster): Persons {
  const register = new Register();
  const everybody = [...roster.mentors, ...roster.mentees, ...roster.withdrawn.map(({ person }) => person)];
  for (const { id, email } of everybody) register.join(id, email);
  const number = (person: Participant) => register.enter(person.id);
  const managers: (readonly number[])[] = [];
  for (const person of everybody) {
    const own = number(person);
    const known = managers[own] ?? NOBODY;
    const manager = person.manager === '' ? own : register.enter(person.manager);
    managers[own] = manager === own || known.includes(manager) ? known : known.concat(manager);
  }
  return {
    mentors: Int32Array.from(roster.mentors, number),
    mentees: Int32Array.from(roster.mentees, number),
    managers,
    above: managers.map((_, person) => everybodyAbove(person, managers)),
    named: name => register.find(name),
  };
}

/** Numbers for names (ids and addresses, without regard to case); names that are joined belong to one number. */
class Register {
  readonly #numbers = new Map<string, number>();
  readonly #joined: number[] = [];

  enter(name: string): number {
    const key = fold(name);
    const known = this.#find(key);
    if (known !== undefined) return known;
    const own = this.#unused();
    this.#numbers.set(key, own);
    return own;
  }

  join(name: string, other: string): void {
    const [key, otherKey] = [fold(name), fold(other)];
    const met = this.#find(otherKey);
    const own = this.#find(key) ?? met ?? this.#unused();
    if (met !== undefined) this.#joined[met] = own;
    this.#numbers.set(key, own);
    this.#numbers.set(otherKey, own);
  }

  find(name: string): number | undefined {
    return this.#find(fold(name));
  }

  #unused(): number {
    return this.#joined.push(this.#joined.length) - 1;
  }

  #find(key: string): number | undefined {
    const number = this.#numbers.get(key);
    return number === undefined ? undefined : this.#root(number);
  }

  #root(number: number): number {
    let root = number;
    while (this.#joined[root]! !== root) root = this.#joined[root]!;
    return root;
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
  // A list that grew has room to grow on; its copy has none.
  return above.size === 0 ? NOBODY : [...above].slice();
}
