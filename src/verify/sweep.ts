/**
 * Looks at every pair and finds those that may be worth more than they ask: the part of a proof that takes time.
 *
 * Method. People are sorted by what the rules can tell apart (see Sights in domain/pairing.ts): mentors whom no rule of `must`
 * tells apart make a group, and in it those whom no preference but the widest tells apart make a run. For a mentee, a group is
 * barred or open as a whole, a run has one worth but for the widest preference, and of each mentor in it only two numbers are
 * looked up: what the widest preference adds, and what the mentor asks. Levels before `ties` are folded into one number where
 * that is exact (folded.ts). Whoever is suspected is looked at again, pair by pair and level by level, by the caller; so a pair
 * may be suspected wrongly, but none that is worth more than it asks is passed over.
 */
import type { KeyedRule } from '../domain/pairing.ts';
import { type TieKeys, tieOf } from '../domain/ties.ts';

export interface Sweep {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  readonly musts: readonly KeyedRule[];
  /** Preferences that are worth anything, and what a pair is worth by them, folded. */
  readonly preferences: readonly (KeyedRule & { readonly worth: (mentor: number, mentee: number) => number })[];
  /** What every pair is worth besides. */
  readonly usual: number;
  /** What each person asks, folded, and on the level of ties; null where ties are no level. */
  readonly asked: { readonly mentors: Float64Array; readonly mentees: Float64Array };
  readonly ties: {
    readonly keys: { readonly mentors: TieKeys; readonly mentees: TieKeys };
    readonly asked: { readonly mentors: Float64Array; readonly mentees: Float64Array };
  } | null;
}

/** Calls `suspect` with every pair that may be worth more than both ask, until that returns true. */
export function sweep(task: Sweep, suspect: (mentor: number, mentee: number) => boolean): void {
  const { preferences, mentors, mentees } = task;
  const widest = preferences[widestOf(preferences, mentors)];
  const hall = new Hall(task, widest);
  const queue = widest === undefined ? mentees : sortedBy([widest.menteeKeys], mentees);
  for (const mentee of queue) if (hall.walk(mentee, suspect)) return;
}

/** All mentors, sorted into groups and runs, for one mentee after the other to go along. */
class Hall {
  readonly #task: Sweep;
  readonly #order: Int32Array;
  readonly #asked: Float64Array;
  readonly #groups: readonly number[];
  readonly #runs: readonly number[];
  readonly #openGroups: OpenGroups;
  readonly #wide: Column;
  readonly #narrow: readonly Tables[];

  constructor(task: Sweep, widest: Preference | undefined) {
    const others = task.preferences.filter(preference => preference !== widest);
    const musts = task.musts.map(({ mentorKeys }) => mentorKeys);
    const all = [...musts, ...others.map(({ mentorKeys }) => mentorKeys)];
    this.#task = task;
    this.#order = sortedBy(all, task.mentors);
    this.#asked = Float64Array.from(this.#order, mentor => task.asked.mentors[mentor]!);
    this.#groups = runsOf(this.#order, musts);
    this.#runs = runsOf(this.#order, all);
    this.#openGroups = new OpenGroups(task.musts, this.#order, this.#groups);
    this.#wide = new Column(widest, this.#order);
    this.#narrow = others.map(preference => new Tables(preference, task.mentors));
  }

  /** @returns whether a suspicion was confirmed. */
  walk(mentee: number, suspect: (mentor: number, mentee: number) => boolean): boolean {
    const runs = this.#runs;
    this.#wide.turnTo(mentee);
    const tables = this.#narrow.map(table => table.of(mentee));
    const base = this.#task.usual - this.#task.asked.mentees[mentee]!;
    for (const group of this.#openGroups.of(mentee)) {
      const end = this.#groups[group + 1]!;
      for (let run = firstRun(runs, this.#groups[group]!); runs[run]! < end; run++) {
        const example = this.#order[runs[run]!]!;
        let worth = base;
        for (let t = 0; t < tables.length; t++) worth += tables[t]![this.#narrow[t]!.keys[example]!]!;
        if (this.#look(mentee, runs[run]!, runs[run + 1]!, worth, suspect)) return true;
      }
    }
    return false;
  }

  /** Looks at the mentors in some places, with whom the mentee is worth so much but for the widest preference. */
  #look(
    mentee: number,
    begin: number,
    end: number,
    worth: number,
    suspect: (mentor: number, mentee: number) => boolean,
  ): boolean {
    const { worth: wide, keyAt } = this.#wide;
    for (let place = begin; place < end; place++) {
      const more = worth + wide[keyAt[place]!]! - this.#asked[place]!;
      if (more < 0) continue;
      const mentor = this.#order[place]!;
      if ((more > 0 || tiesMore(this.#task, mentor, mentee)) && suspect(mentor, mentee)) return true;
    }
    return false;
  }
}

function tiesMore({ ties }: Sweep, mentor: number, mentee: number): boolean {
  if (ties === null) return false;
  const { keys, asked } = ties;
  return tieOf(keys.mentors, mentor, keys.mentees, mentee) > asked.mentors[mentor]! + asked.mentees[mentee]!;
}

/** The preference that tells most mentors apart. */
function widestOf(preferences: readonly KeyedRule[], mentors: Int32Array): number {
  const widths = preferences.map(({ mentorKeys }) => new Set(mentors.map(mentor => mentorKeys[mentor]!)).size);
  return widths.indexOf(Math.max(...widths));
}

function sortedBy(keys: readonly Int32Array[], people: Int32Array): Int32Array {
  return people.toSorted((a, b) => {
    for (const key of keys) if (key[a] !== key[b]) return key[a]! - key[b]!;
    return a - b;
  });
}

/** Where runs of people with the same keys begin in an order, and where the last one ends. */
function runsOf(order: Int32Array, keys: readonly Int32Array[]): number[] {
  const starts: number[] = [];
  for (let place = 0; place < order.length; place++) {
    const isNew = place === 0 || keys.some(key => key[order[place]!] !== key[order[place - 1]!]);
    if (isNew) starts.push(place);
  }
  return [...starts, order.length];
}

/** The number of the run that begins at a place. */
function firstRun(runs: readonly number[], place: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

type Preference = Sweep['preferences'][number];

/** What the widest preference adds with one mentee, by the mentors' keys; made anew for each key of a mentee. */
class Column {
  readonly worth: Float64Array;
  readonly keyAt: Int32Array;
  readonly #preference: Preference | undefined;
  readonly #examples: Int32Array;
  #key = -1;

  constructor(preference: Preference | undefined, order: Int32Array) {
    const numbers = new Map<number, number>();
    const examples: number[] = [];
    this.#preference = preference;
    this.keyAt = order.map(mentor => {
      const key = preference?.mentorKeys[mentor] ?? 0;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, examples.length);
      return examples.push(mentor) - 1;
    });
    this.#examples = Int32Array.from(examples);
    this.worth = new Float64Array(examples.length);
  }

  turnTo(mentee: number): void {
    const preference = this.#preference;
    if (preference === undefined || preference.menteeKeys[mentee] === this.#key) return;
    this.#key = preference.menteeKeys[mentee]!;
    for (let k = 0; k < this.worth.length; k++) this.worth[k] = preference.worth(this.#examples[k]!, mentee);
  }
}

/** What a preference adds with a mentee, by the mentors' keys; made once for each key of a mentee. */
class Tables {
  readonly keys: Int32Array;
  readonly #preference: Preference;
  readonly #examples = new Map<number, number>();
  readonly #known = new Map<number, Float64Array>();

  constructor(preference: Preference, mentors: Int32Array) {
    this.#preference = preference;
    this.keys = preference.mentorKeys;
    for (const mentor of mentors) this.#examples.set(this.keys[mentor]!, mentor);
  }

  of(mentee: number): Float64Array {
    const key = this.#preference.menteeKeys[mentee]!;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const table = new Float64Array(1 + [...this.#examples.keys()].reduce((most, other) => Math.max(most, other), 0));
    for (const [other, example] of this.#examples) table[other] = this.#preference.worth(example, mentee);
    this.#known.set(key, table);
    return table;
  }
}

/** The groups of mentors that no rule by keys keeps from a mentee; looked for once for all mentees with the same keys. */
class OpenGroups {
  readonly #musts: readonly KeyedRule[];
  readonly #order: Int32Array;
  readonly #groups: readonly number[];
  readonly #known = new Map<string, readonly number[]>();

  constructor(musts: readonly KeyedRule[], order: Int32Array, groups: readonly number[]) {
    this.#musts = musts;
    this.#order = order;
    this.#groups = groups;
  }

  of(mentee: number): readonly number[] {
    const key = this.#musts.map(({ menteeKeys }) => menteeKeys[mentee]).join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const open: number[] = [];
    for (let group = 0; group + 1 < this.#groups.length; group++) {
      const mentor = this.#order[this.#groups[group]!]!;
      if (!this.#musts.some(({ bars }) => bars(mentor, mentee))) open.push(group);
    }
    this.#known.set(key, open);
    return open;
  }
}
