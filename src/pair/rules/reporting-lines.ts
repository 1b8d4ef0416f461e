import { getRegister, type Register } from '../../domain/person-register.ts';
import type { Participant, Roster } from '../../domain/roster.ts';

/** Who is who across the sheets, and who is above whom. Persons are numbered, those in the sheets first. */
export interface Persons {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  /** The number of somebody in the sheets is below this one, and that of a manager outside of them is not. */
  readonly inSheets: number;
  /** All numbers are below this one. */
  readonly end: number;
  /** Everybody above a person, at any depth. */
  readonly above: ReadonlyArray<readonly number[]>;
  /** The direct managers: one, or two where two sheets name different ones. */
  readonly managers: ReadonlyArray<readonly number[]>;
  /** The person whom a text of the sheets names, or undefined. */
  readonly named: (name: string) => number | undefined;
}

/** Numbers the people of a roster, their managers outside the sheets included. Nobody counts as their own manager. */
export function getPersons(roster: Roster): Persons {
  const persons = byRoster.get(roster) ?? identifyPersons(roster);
  byRoster.set(roster, persons);
  return persons;
}

/** Checks and rules ask about one roster, and numbering a large one takes its time. */
const byRoster = new WeakMap<Roster, Persons>();

function identifyPersons(roster: Roster): Persons {
  const register = getRegister(roster);
  const { outside, findStranger } = makeStrangerFinder(roster, register);
  const numbers = new Int32Array(register.size).map((_, index) => register.findRoot(index));
  const managers: (readonly number[])[] = [];
  // Most people have the manager of others.
  const lists = new Map<number, readonly number[]>();
  const listOne = (manager: number) => {
    const list = lists.get(manager) ?? [manager];
    lists.set(manager, list);
    return list;
  };
  const enterManager = (index: number, { manager: written }: Participant) => {
    const own = numbers[index]!;
    const known = managers[own] ?? NOBODY;
    const manager = written === '' ? own : findManager(index, written, own);
    if (manager === own || known.includes(manager)) managers[own] = known;
    else managers[own] = known === NOBODY ? listOne(manager) : [...known, manager];
  };
  const findManager = (index: number, written: string, own: number) => {
    const number = register.managers[index]!;
    if (number >= 0) return number;
    const stranger = findStranger(written);
    return stranger < 0 ? own : stranger;
  };
  let index = 0;
  for (const person of roster.mentors) enterManager(index++, person);
  for (const person of roster.mentees) enterManager(index++, person);
  for (const { person } of roster.withdrawn) enterManager(index++, person);
  const mentees = roster.mentors.length + roster.mentees.length;
  let above: Persons['above'] | null = null;
  return {
    mentors: numbers.slice(0, roster.mentors.length),
    mentees: numbers.slice(roster.mentors.length, mentees),
    inSheets: register.size,
    end: register.size + outside.size,
    managers,
    /** Worked out when it is first asked for: whoever only looks for names does without. */
    get above() {
      above ??= managers.map((_, person) => listManagersAbove(person, managers));
      return above;
    },
    named: text => {
      const name = resolveMeaning(text, roster);
      return register.find(name) ?? outside.get(name);
    },
  };
}

/**
 * Finds whom a cell names that is neither an id nor an address of the sheets; −1 for nobody. Each text is looked up
 * once, since many have the same manager. `outside` has the numbers of all who are in no sheet, by what is meant.
 */
function makeStrangerFinder(roster: Roster, register: Register) {
  const outside = new Map<string, number>();
  const known = new Map<string, number>();
  const addOutsider = (name: string) => {
    const number = outside.get(name) ?? register.size + outside.size;
    outside.set(name, number);
    return number;
  };
  const findStranger = (written: string) => {
    const found = known.get(written);
    if (found !== undefined) return found;
    const name = resolveMeaning(written, roster);
    const number = name === '' ? -1 : (register.find(name) ?? addOutsider(name));
    known.set(written, number);
    return number;
  };
  return { outside, findStranger };
}

function resolveMeaning(text: string, { meanings }: Roster): string {
  return meanings.get(text) ?? text;
}

const NOBODY: readonly number[] = [];

/** Follows the managers upwards; a circle of managers ends where it was entered. */
function listManagersAbove(person: number, managers: ReadonlyArray<readonly number[] | undefined>): readonly number[] {
  const above = new Set<number>();
  const ahead = [...(managers[person] ?? [])];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (next === person || above.has(next)) continue;
    above.add(next);
    ahead.push(...(managers[next] ?? []));
  }
  return above.size === 0 ? NOBODY : [...above];
}

/**
 * How many managers each person has one above the other at least; a circle ends where it was
 * entered. Linear in all managers.
 */
export function measureDepths(managers: ReadonlyArray<readonly number[] | undefined>): Int32Array {
  const depths = new Int32Array(managers.length);
  const state = new Uint8Array(managers.length);
  const path: number[] = [];
  for (let first = 0; first < managers.length; first++) {
    if (state[first] === 0) path.push(first);
    while (path.length > 0) {
      const person = path.at(-1)!;
      state[person] = ENTERED;
      let depth = 0;
      let next = -1;
      for (const manager of managers[person] ?? NOBODY) {
        if (next < 0 && state[manager] === 0) next = manager;
        depth = Math.max(depth, 1 + (state[manager] === DONE ? depths[manager]! : 0));
      }
      if (next >= 0) {
        path.push(next);
        continue;
      }
      depths[person] = depth;
      state[person] = DONE;
      path.pop();
    }
  }
  return depths;
}

const ENTERED = 1;
const DONE = 2;
