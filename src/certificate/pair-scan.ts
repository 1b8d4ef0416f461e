/**
 * Looks at every pair and finds those that may be worth more than they ask: the part of a proof that takes time.
 *
 * Method. People are sorted by what the rules can tell apart (see Sights in domain/pairing.ts): mentors whom no rule of
 * `must` tells apart make a group, and in it those whom no preference but the widest tells apart make a run, in which
 * who asks least comes first. For a mentee, a group is barred or open as a whole, a run has one worth but for the
 * widest preference, and is gone along as far as the widest preference could make up for what the mentors ask; only
 * there it is looked up what that adds. Which runs are near enough for that is found once for all mentees who are alike
 * but for the widest preference. Levels before `ties` are folded into one number where that is exact
 * (packed-levels.ts). Whoever is suspected is looked at again, pair by pair and level by level, by the caller; so a
 * pair may be suspected wrongly, but none that is worth more than it asks is passed over.
 */

import type { KeyedRule } from '../domain/pairing.ts';
import { computeTie, type Ties } from '../domain/ties.ts';
import { findChunkStart } from '../domain/worker-pool.ts';

export interface ScanTask {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  readonly musts: readonly KeyedRule[];
  /** Preferences that are worth anything, and what a pair is worth by them, folded. */
  readonly preferences: readonly (Keys & {
    readonly worth: (mentor: number, mentee: number) => number;
    /** The most that it may be. */
    readonly most: number;
  })[];
  /** What every pair is worth besides. */
  readonly usual: number;
  /** What each person asks, folded, and on the level of ties; null where ties are no level. */
  readonly asked: { readonly mentors: Float64Array; readonly mentees: Float64Array };
  readonly ties: {
    readonly keys: Ties;
    readonly asked: { readonly mentors: Float64Array; readonly mentees: Float64Array };
  } | null;
}

type Keys = Pick<KeyedRule, 'mentorKeys' | 'menteeKeys'>;

/**
 * Makes ready to look at all pairs, in parts (see domain/worker-pool.ts). What is returned calls `suspect` with every
 * pair of a part that may be worth more than both ask, until that returns true.
 */
export function makePartScan(task: ScanTask): (part: number, suspect: Suspect) => void {
  const widest = findWidestPreference(task);
  const hall = new MentorIndex(task, widest);
  const queue = sortPeople([widest.menteeKeys], task.asked.mentees, task.mentees);
  return (part, suspect) => {
    const own = queue.subarray(findChunkStart(part, queue.length), findChunkStart(part + 1, queue.length));
    for (const mentee of own) if (hall.walk(mentee, suspect)) return;
  };
}

/** The same for one mentee at a time, in any order; whoever is taken out is passed over from then on. */
export interface PairScan {
  /**
   * @param take is called as `suspect` is, and says whether the mentor is to be taken
   * out. @param mentee one of the task.
   */
  readonly walk: (mentee: number, take: Suspect) => void;
  /** Brings back everybody who was taken out. */
  readonly renew: () => void;
}

export function makePairScan(task: ScanTask): PairScan {
  const hall = new MentorIndex(task, findWidestPreference(task));
  const itself = Int32Array.from({ length: task.mentors.length + 1 }, (_, position) => position);
  const next = itself.slice();
  return { walk: (mentee, take) => hall.walkRemaining(mentee, next, take), renew: () => next.set(itself) };
}

/** Is called with a pair, and says whether it has been looking for it. */
export type Suspect = (mentor: number, mentee: number) => boolean;

/**
 * The runs that are near enough to some mentees, and what each is worth but for the widest preference and what all are.
 */
interface NearRuns {
  readonly runs: Int32Array;
  readonly worths: Float64Array;
}

/** So many runs are kept for mentees who are alike, 48 MiB. */
const MOST_KEPT = 2 ** 22;

/** All mentors, sorted into groups and runs, for one mentee after the other to go along. */
class MentorIndex {
  readonly #task: ScanTask;
  readonly #order: Int32Array;
  readonly #asked: Float64Array;
  /** Where each run begins, and where the last one ends. */
  readonly #runs: Int32Array;
  /** What the mentors in each run ask at least. */
  readonly #cheapest: Float64Array;
  /** The first run of each group, and the number of runs. */
  readonly #groups: Int32Array;
  readonly #openGroups: OpenGroups;
  readonly #wide: WidestPreference;
  readonly #narrow: NarrowPreferences;
  readonly #alike: Alike;
  /** Room for all runs. */
  readonly #room: NearRuns;
  readonly #near = new Map<number, NearRuns>();
  /** What a mentee may ask at most to be worth a look with anybody. */
  readonly #most: number;
  #kept = 0;

  constructor(task: ScanTask, widest: ScanPreference) {
    const others = task.preferences.filter(preference => preference !== widest);
    const musts = task.musts.map(({ mentorKeys }) => mentorKeys);
    const all = [...musts, ...others.map(({ mentorKeys }) => mentorKeys)];
    const order = sortPeople(all, task.asked.mentors, task.mentors);
    const groups = findRuns(order, musts);
    const runs = findRuns(order, all);
    this.#task = task;
    this.#order = order;
    this.#asked = Float64Array.from(order, mentor => task.asked.mentors[mentor]!);
    this.#runs = runs;
    this.#cheapest = Float64Array.from(runs, position => this.#asked[position]!);
    this.#groups = groups.map(position => runs.indexOf(position));
    this.#openGroups = new OpenGroups(task.musts, order, groups);
    this.#wide = new WidestPreference(widest, order);
    this.#narrow = new NarrowPreferences(
      others,
      task.mentors,
      runs.subarray(0, -1).map(position => order[position]!),
    );
    const told = [...task.musts, ...others].map(({ menteeKeys }) => menteeKeys);
    this.#room = { runs: new Int32Array(runs.length), worths: new Float64Array(runs.length) };
    this.#alike = groupAlike(told, task.asked.mentees, task.mentees);
    const least = this.#asked.reduce((so, asked) => Math.min(so, asked), Number.POSITIVE_INFINITY);
    this.#most = task.preferences.reduce((so, { most }) => so + most, task.usual) - least;
  }

  /** @returns whether a suspicion was confirmed. */
  walk(mentee: number, suspect: Suspect): boolean {
    if (this.#task.asked.mentees[mentee]! > this.#most) return false;
    const { runs, worths } = this.#getNearRuns(mentee);
    const base = this.#task.usual - this.#task.asked.mentees[mentee]!;
    this.#wide.turnTo(mentee);
    for (let at = 0; at < runs.length; at++) {
      const run = runs[at]!;
      if (this.#look(mentee, this.#runs[run]!, this.#runs[run + 1]!, base + worths[at]!, suspect)) return true;
    }
    return false;
  }

  /** @param next for each position, itself or, where its mentor was taken out, one behind it. */
  walkRemaining(mentee: number, next: Int32Array, take: Suspect): void {
    const { runs, worths } = this.#getNearRuns(mentee);
    const base = this.#task.usual - this.#task.asked.mentees[mentee]!;
    const asked = this.#asked;
    this.#wide.turnTo(mentee);
    for (let at = 0; at < runs.length; at++) {
      const worth = base + worths[at]!;
      const most = worth + this.#wide.most;
      const end = this.#runs[runs[at]! + 1]!;
      for (
        let position = findRemaining(next, this.#runs[runs[at]!]!);
        position < end;
        position = findRemaining(next, position + 1)
      ) {
        if (most <= asked[position]!) break;
        if (worth + this.#wide.getWorth(position, mentee) - asked[position]! <= 0) continue;
        if (take(this.#order[position]!, mentee)) next[position] = position + 1;
      }
    }
  }

  /** The runs that are near enough to a mentee, or to one who is alike. */
  #getNearRuns(mentee: number): NearRuns {
    const alike = this.#alike.of[mentee]!;
    const known = this.#near.get(alike);
    if (known !== undefined) return known;
    const near = this.#findNear(mentee, this.#alike.least[alike]!);
    this.#kept += near.runs.length;
    if (this.#kept <= MOST_KEPT) this.#near.set(alike, near);
    return near;
  }

  /** @param least what a mentee asks at least. */
  #findNear(mentee: number, least: number): NearRuns {
    const { width, keys } = this.#narrow;
    const { tables, begins } = this.#narrow.getTables(mentee);
    const groups = this.#groups;
    const cheapest = this.#cheapest;
    const near = this.#room;
    const far = least - this.#task.usual - this.#wide.most;
    let count = 0;
    for (const group of this.#openGroups.listGroupsFor(mentee)) {
      const end = groups[group + 1]!;
      for (let run = groups[group]!; run < end; run++) {
        let worth = 0;
        for (let nth = 0; nth < width; nth++) worth += tables[begins[nth]! + keys[run * width + nth]!]!;
        if (worth - cheapest[run]! < far) continue;
        near.runs[count] = run;
        near.worths[count] = worth;
        count++;
      }
    }
    return { runs: near.runs.slice(0, count), worths: near.worths.slice(0, count) };
  }

  /** Looks at the mentors in some positions, with whom the mentee is worth so much but for the widest preference. */
  #look(mentee: number, begin: number, end: number, worth: number, suspect: Suspect): boolean {
    const asked = this.#asked;
    const most = worth + this.#wide.most;
    for (let position = begin; position < end; position++) {
      if (most < asked[position]!) return false;
      const more = worth + this.#wide.getWorth(position, mentee) - asked[position]!;
      if (more < 0) continue;
      const mentor = this.#order[position]!;
      if ((more > 0 || hasTieGain(this.#task, mentor, mentee)) && suspect(mentor, mentee)) return true;
    }
    return false;
  }
}

/**
 * The first position from one on whose mentor was not taken out; paths to it are made
 * shorter (a union-find with halving).
 */
function findRemaining(next: Int32Array, position: number): number {
  let at = position;
  while (next[at] !== at) {
    next[at] = next[next[at]!]!;
    at = next[at]!;
  }
  return at;
}

function hasTieGain({ ties }: ScanTask, mentor: number, mentee: number): boolean {
  if (ties === null) return false;
  const { keys, asked } = ties;
  return computeTie(keys.mentors, mentor, keys.mentees, mentee) > asked.mentors[mentor]! + asked.mentees[mentee]!;
}

/** The preference that tells most mentors apart; where there is none, one that adds nothing. */
function findWidestPreference({ preferences, mentors, asked }: ScanTask): ScanPreference {
  const widths = preferences.map(({ mentorKeys }) => new Set(mentors.map(mentor => mentorKeys[mentor]!)).size);
  const widest = preferences[widths.indexOf(Math.max(...widths))];
  const makeEqualKeys = (people: Float64Array) => new Int32Array(people.length);
  return (
    widest ?? {
      mentorKeys: makeEqualKeys(asked.mentors),
      menteeKeys: makeEqualKeys(asked.mentees),
      worth: () => 0,
      most: 0,
    }
  );
}

/**
 * People by their keys; of those with the same ones, who asks least comes first, and of
 * those who ask alike, who came first.
 */
function sortPeople(keys: readonly Int32Array[], asked: Float64Array, people: Int32Array): Int32Array {
  return people.toSorted((a, b) => {
    for (const key of keys) if (key[a] !== key[b]) return key[a]! - key[b]!;
    // Of two who ask less than anything this is NaN, which sorting takes for 0.
    return asked[a]! - asked[b]!;
  });
}

/**
 * People who have the same keys: for each person the number of those who are alike, and for
 * each number what they ask at least.
 */
interface Alike {
  readonly of: Int32Array;
  readonly least: Float64Array;
}

function groupAlike(keys: readonly Int32Array[], asked: Float64Array, people: Int32Array): Alike {
  const numbers = new Map<string, number>();
  const of = new Int32Array(asked.length);
  const least: number[] = [];
  for (const person of people) {
    const name = keys.map(key => key[person]).join(' ');
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    of[person] = number;
    least[number] = Math.min(least[number] ?? Number.POSITIVE_INFINITY, asked[person]!);
  }
  return { of, least: Float64Array.from(least) };
}

/** Where runs of people with the same keys begin in an order, and where the last one ends. */
function findRuns(order: Int32Array, keys: readonly Int32Array[]): Int32Array {
  const starts: number[] = [];
  for (let position = 0; position < order.length; position++) {
    const isNew = position === 0 || keys.some(key => key[order[position]!] !== key[order[position - 1]!]);
    if (isNew) starts.push(position);
  }
  return Int32Array.from([...starts, order.length]);
}

type ScanPreference = ScanTask['preferences'][number];

/**
 * What the widest preference adds with one mentee, by the mentors' keys; worked out when
 * first asked for each key of a mentee.
 */
class WidestPreference {
  /** The most that it can add. */
  readonly most: number;
  readonly #preference: ScanPreference;
  readonly #keyAt: Int32Array;
  readonly #examples: Int32Array;
  readonly #worth: Float64Array;
  #key = -1;

  constructor(preference: ScanPreference, order: Int32Array) {
    const numbers = new Map<number, number>();
    const examples: number[] = [];
    this.most = preference.most;
    this.#preference = preference;
    this.#keyAt = order.map(mentor => {
      const key = preference.mentorKeys[mentor]!;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, examples.length);
      return examples.push(mentor) - 1;
    });
    this.#examples = Int32Array.from(examples);
    this.#worth = new Float64Array(examples.length);
  }

  turnTo(mentee: number): void {
    const key = this.#preference.menteeKeys[mentee]!;
    if (key === this.#key) return;
    this.#key = key;
    this.#worth.fill(UNKNOWN);
  }

  /** What the preference adds between the mentor in a position and the mentee whom it was turned to. */
  getWorth(position: number, mentee: number): number {
    const key = this.#keyAt[position]!;
    const known = this.#worth[key]!;
    if (!Number.isNaN(known)) return known;
    const worth = this.#preference.worth(this.#examples[key]!, mentee);
    this.#worth[key] = worth;
    return worth;
  }
}

const UNKNOWN = Number.NaN;

/**
 * What the other preferences add, by the keys of both; worked out for a key of a mentee when it is first asked about.
 */
class NarrowPreferences {
  /** How many there are. */
  readonly width: number;
  /** For each run, the keys of its mentors, one for each preference. */
  readonly keys: Int32Array;
  readonly #parts: readonly NarrowPart[];
  /** Worths by the mentors' keys, table after table. */
  #tables = new Float64Array(0);
  #end = 0;

  /** @param examples somebody of each run. */
  constructor(preferences: readonly ScanPreference[], mentors: Int32Array, examples: Int32Array) {
    const { length: width } = preferences;
    this.width = width;
    this.keys = new Int32Array(examples.length * width);
    this.#parts = preferences.map(preference => makeNarrowPart(preference, mentors));
    for (const [nth, { mentorKeys }] of preferences.entries()) {
      for (let run = 0; run < examples.length; run++) this.keys[run * width + nth] = mentorKeys[examples[run]!]!;
    }
  }

  /** Tables for a mentee, and where that of each preference begins. */
  getTables(mentee: number): { readonly tables: Float64Array; readonly begins: Int32Array } {
    const begins = Int32Array.from(this.#parts, part => this.#findTable(part, mentee));
    return { tables: this.#tables, begins };
  }

  #findTable({ preference, examples, size, known }: NarrowPart, mentee: number): number {
    const key = preference.menteeKeys[mentee]!;
    const made = known.get(key);
    if (made !== undefined) return made;
    const begin = this.#end;
    this.#end += size;
    if (this.#end > this.#tables.length) {
      const longer = new Float64Array(2 * this.#end);
      longer.set(this.#tables);
      this.#tables = longer;
    }
    for (const [other, mentor] of examples) this.#tables[begin + other] = preference.worth(mentor, mentee);
    known.set(key, begin);
    return begin;
  }
}

interface NarrowPart {
  readonly preference: ScanPreference;
  /** A mentor with each key, and how many keys there may be. */
  readonly examples: ReadonlyMap<number, number>;
  readonly size: number;
  /** Where the table of each key of a mentee begins. */
  readonly known: Map<number, number>;
}

function makeNarrowPart(preference: ScanPreference, mentors: Int32Array): NarrowPart {
  const examples = new Map(Array.from(mentors, mentor => [preference.mentorKeys[mentor]!, mentor]));
  const size = 1 + [...examples.keys()].reduce((most, key) => Math.max(most, key), 0);
  return { preference, examples, size, known: new Map() };
}

/**
 * The groups of mentors that no rule by keys keeps from a mentee; looked for once for all mentees with the same keys.
 */
class OpenGroups {
  readonly #musts: readonly KeyedRule[];
  readonly #order: Int32Array;
  readonly #groups: Int32Array;
  readonly #known = new Map<string, readonly number[]>();

  constructor(musts: readonly KeyedRule[], order: Int32Array, groups: Int32Array) {
    this.#musts = musts;
    this.#order = order;
    this.#groups = groups;
  }

  listGroupsFor(mentee: number): readonly number[] {
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
