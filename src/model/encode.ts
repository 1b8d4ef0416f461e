import { computeArrears } from '../domain/arrears.ts';
import { findLimitsAround, type LimitsAround, orderOutermostFirst } from '../domain/limit-tree.ts';
import { isInSet } from '../domain/noted-pairs.ts';
import { FEWER_EARLIER, type NotedSet } from '../domain/objective-level-table.ts';
import { makePairKey } from '../domain/pair-keys.ts';
import type { Pairs } from '../domain/pairing.ts';
import type { Mentee, Mentor, Participant, Side } from '../domain/roster.ts';
import { compareText } from '../domain/text.ts';
import { computeTie } from '../domain/ties.ts';
import { ArcBuilder } from './arcs.ts';
import { DemandIndex } from './demand-index.ts';
import { boundGains } from './largest-gains.ts';
import { listTaskLevels, type Task, type TaskLevel } from './task.ts';

const ROOT = 0;
const NO_NODE = -1;

/** More tandems than there can be: the solver counts in 32 bits. */
const UNLIMITED = 2 ** 31 - 1;

/**
 * Here, and only here, people become numbers. Every tandem is a unit of flow on a round trip
 *
 *   root → limits of the mentor's country, outermost first → mentor → mentee → limits of the mentee's country → root
 *
 * where a country without a limit on a side is passed over. An arc's capacity is how many tandems it may carry;
 * where the levels value the first units differently from later ones, there is an arc for each kind of unit.
 * Minimums, least loads and locks are units that gain on a level above all others, so that the network always has a
 * solution and shows which are not met.
 *
 * Not all candidates are arcs: the encoding begins with some and takes in more as pricing finds them. Left out, because
 * no tandem can come of it: people who may meet nobody, who have no slot or are under a limit of 0, and limits that
 * concern nobody else. Places that differ are arcs of their own, one more than a mentor has candidates among the arcs
 * at most, so that a last one is never full.
 */
export class Encoding {
  /** Names of the levels, in order. */
  readonly levels: readonly string[];
  readonly arcs: ArcBuilder;
  /** Node 0 is the root; NO_NODE (−1) for whoever was left out, and for limits that concern nobody. */
  readonly nodes: Nodes;
  /** The pairs among the arcs: the people, and the arc of each. */
  readonly pairs: { readonly mentor: number[]; readonly mentee: number[]; readonly arc: number[] } = {
    mentor: [],
    mentee: [],
    arc: [],
  };
  readonly #task: Task;
  readonly #around: LimitsAround;
  readonly #asked: DemandIndex;
  readonly #pairLevels: PairLevels;
  /** How many slots of a mentor are arcs, and how many candidates. */
  readonly #addedSlots: Int32Array;
  readonly #paired: Int32Array;

  /** @param pairs the candidates to begin with. */
  constructor(task: Task, pairs: Pairs) {
    const { roster, terms, demands, hopes } = task;
    this.#task = task;
    this.#around = findLimitsAround(roster, terms);
    this.#asked = new DemandIndex(roster.mentees.length, demands, hopes);
    const levels = listTaskLevels(task);
    this.levels = levels.map(({ name }) => name);
    this.arcs = new ArcBuilder(this.levels, boundGains(task, levels));
    this.#pairLevels = sortPairLevels(task, levels);
    this.nodes = assignNodes(task, this.#around, pairs);
    this.#addedSlots = new Int32Array(roster.mentors.length);
    this.#paired = new Int32Array(roster.mentors.length);
    this.#addLimits('mentor');
    for (const mentor of pairs.mentors) this.#paired[mentor]!++;
    for (const mentor of roster.mentors.keys()) this.#addSlots(mentor);
    this.#addLimits('mentee');
    for (let p = 0; p < pairs.mentors.length; p++) this.#addArcOf(pairs.mentors[p]!, pairs.mentees[p]!);
    this.#addWants();
  }

  /** Takes in more candidates, of people who have nodes. */
  addPairs({ mentors, mentees }: Pairs): void {
    mentors.forEach((mentor, p) => {
      this.#paired[mentor]!++;
      this.#addSlots(mentor);
      this.#addArcOf(mentor, mentees[p]!);
    });
  }

  /**
   * A limit stands between the root, or the limit around it, and what it holds. Its first `min` units may be asked for.
   */
  #addLimits(side: Side): void {
    const { arcs } = this;
    for (const index of orderOutermostFirst(this.#around)) {
      const limit = this.#task.terms.limits[index]!;
      const node = this.nodes.limits[index]!;
      if (limit.side !== side || node === NO_NODE) continue;
      const outer = this.nodes.limits[this.#around.outerOf[index]!]!;
      const [from, to] = side === 'mentor' ? [outer, node] : [node, outer];
      const minimum = this.#asked.findMinimum(limit);
      const first = minimum?.units ?? 0;
      const max = Math.min(limit.max, UNLIMITED);
      if (minimum !== undefined) arcs.setGain(minimum.level, arcs.add(from, to, first), 1);
      if (max > first) arcs.add(from, to, max - first);
    }
  }

  /**
   * A mentor's slots: the first `min_load` may be asked for, the first of all makes the mentor count,
   * and for an even load the k-th costs 2k − 1, so that k slots cost k². Adds those that are not arcs
   * yet, as far as they may be needed.
   */
  #addSlots(mentor: number): void {
    const { arcs } = this;
    const node = this.nodes.mentors[mentor]!;
    if (node === NO_NODE) return;
    const { capacity } = this.#task.roster.mentors[mentor]!;
    const above = this.nodes.limits[this.#around.homeOf.mentor[mentor]!]!;
    const least = this.#asked.findLoad(mentor);
    const isEven = arcs.has('balance');
    const slots = isEven ? Math.min(capacity, this.#paired[mentor]! + 1) : Math.min(capacity, UNLIMITED);
    const ends = [arcs.has('mentors') ? 1 : 0, least?.units ?? 0];
    for (let k = this.#addedSlots[mentor]! + 1; k <= slots; ) {
      const end = Math.min(isEven ? k : slots, ...ends.filter(last => last >= k));
      const arc = arcs.add(above, node, end - k + 1);
      if (least !== undefined && k <= least.units) arcs.setGain(least.level, arc, 1);
      if (k === 1) arcs.setGain('mentors', arc, 1);
      arcs.setGain('balance', arc, 1 - 2 * k);
      k = end + 1;
    }
    this.#addedSlots[mentor] = Math.max(this.#addedSlots[mentor]!, slots);
  }

  #addArcOf(mentor: number, mentee: number): void {
    const { arcs, pairs } = this;
    const { roster, affinity, ties } = this.#task;
    const { constants, scores, preferences, noted, others, hash } = this.#pairLevels;
    const arc = arcs.add(this.nodes.mentors[mentor]!, this.nodes.mentees[mentee]!, 1);
    const lock = this.#asked.findLockLevel(mentor, mentee);
    if (lock !== undefined) arcs.setGain(lock, arc, 1);
    for (const level of constants) arcs.setGainAt(level, arc, 1);
    for (const { level, preference } of preferences) {
      arcs.setGainAt(level, arc, affinity.holds(preference, mentor, mentee) ? 1 : 0);
    }
    const isIn = (set: ReadonlySet<number>) => set.has(makePairKey(mentor, mentee, roster.mentees.length));
    for (const { level, pairs: set } of noted) if (isIn(set)) arcs.setGainAt(level, arc, 1);
    for (const { level, pairs: set, kept } of scores) {
      arcs.setGainAt(level, arc, affinity.score(mentor, mentee) + (kept > 0 && isIn(set) ? kept : 0));
    }
    for (const { level, count } of others) {
      arcs.setGainAt(level, arc, count(roster.mentors[mentor]!, roster.mentees[mentee]!));
    }
    if (ties !== null) arcs.setGainAt(hash, arc, computeTie(ties.mentors, mentor, ties.mentees, mentee));
    pairs.mentor.push(mentor);
    pairs.mentee.push(mentee);
    pairs.arc.push(arc);
  }

  /**
   * A mentee's wants: the first one makes the mentee count, on the level of their priority; further ones do not. Each
   * counts by how many fewer earlier tandems the mentee had than others.
   */
  #addWants(): void {
    const { arcs } = this;
    const { roster, terms, levels } = this.#task;
    const addUnits = (from: number, to: number, units: number, arrears: number): number => {
      const arc = arcs.add(from, to, units);
      arcs.setGain(FEWER_EARLIER, arc, arrears);
      return arc;
    };
    const countedOn = new Map(
      levels.flatMap(level => (level.kind === 'mentees' ? [[level.priority, level.name]] : [])),
    );
    for (const index of this.nodes.menteeOrder) {
      const { id, wants, priority } = roster.mentees[index]!;
      const node = this.nodes.mentees[index]!;
      const above = this.nodes.limits[this.#around.homeOf.mentee[index]!]!;
      const arrears = computeArrears(terms, id);
      arcs.setGain(countedOn.get(priority) ?? '', addUnits(node, above, 1, arrears), 1);
      if (wants > 1) addUnits(node, above, wants - 1, arrears);
    }
  }
}

/** The indexes of the levels on which pairs gain, by what they count of a pair. */
interface PairLevels {
  readonly constants: readonly number[];
  /** With what kept pairs have more, in thousandths. */
  readonly scores: readonly { readonly level: number; readonly kept: number; readonly pairs: ReadonlySet<number> }[];
  readonly preferences: readonly { readonly level: number; readonly preference: number }[];
  readonly noted: readonly { readonly level: number; readonly pairs: ReadonlySet<number> }[];
  readonly others: readonly { readonly level: number; readonly count: PairCount }[];
  /** −1 where ties count for nothing. */
  readonly hash: number;
}

const NO_LEVELS: PairLevels = { constants: [], scores: [], preferences: [], noted: [], others: [], hash: -1 };

function sortPairLevels(task: Task, levels: readonly TaskLevel[]): PairLevels {
  return levels.reduce((sorted, { pairTerm }, level) => addPairLevel(sorted, pairTerm, level, task), NO_LEVELS);
}

function addPairLevel(sorted: PairLevels, term: TaskLevel['pairTerm'], level: number, task: Task): PairLevels {
  switch (term.kind) {
    case 'constant':
      return { ...sorted, constants: [...sorted.constants, level] };
    case 'score':
      return { ...sorted, scores: [...sorted.scores, { level, kept: 0, pairs: NO_PAIRS }] };
    case 'weighed':
      return {
        ...sorted,
        scores: [...sorted.scores, { level, kept: term.kept, pairs: collectNoted('kept', task) }],
      };
    case 'preference':
      return { ...sorted, preferences: [...sorted.preferences, { level, preference: term.preference }] };
    case 'noted':
      return { ...sorted, noted: [...sorted.noted, { level, pairs: collectNoted(term.set, task) }] };
    case 'other':
      return { ...sorted, others: [...sorted.others, { level, count: term.count }] };
    case 'tie':
      return { ...sorted, hash: level };
    case 'none':
    case 'asked':
      return sorted;
  }
}

const NO_PAIRS: ReadonlySet<number> = new Set();

function collectNoted(set: NotedSet, { roster, terms }: Task): ReadonlySet<number> {
  const notes = terms.pairs.filter(note => isInSet(set, note));
  return new Set(notes.map(({ mentor, mentee }) => makePairKey(mentor, mentee, roster.mentees.length)));
}

type PairCount = (mentor: Mentor, mentee: Mentee) => number;

export interface Nodes {
  readonly count: number;
  /** The root and the limits come first: nodes 0 … hubs − 1. */
  readonly hubs: number;
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  /** Of each limit, and at last of `outside`, which is the root. */
  readonly limits: Int32Array;
  /** The mentees with a node, those who are alike next to each other. */
  readonly menteeOrder: readonly number[];
}

function assignNodes({ roster }: Task, { outside, homeOf, outerOf }: LimitsAround, pairs: Pairs): Nodes {
  const { mentors, mentees } = roster;
  const nodes = {
    mentors: new Int32Array(mentors.length).fill(NO_NODE),
    mentees: new Int32Array(mentees.length).fill(NO_NODE),
    limits: new Int32Array(outside + 1).fill(NO_NODE).fill(ROOT, outside),
  };
  const pairing = new Set(pairs.mentors);
  const paired = new Set(pairs.mentees);
  let count = ROOT + 1;
  const note = (home: number) => {
    for (let limit = home; nodes.limits[limit] === NO_NODE; limit = outerOf[limit]!) nodes.limits[limit] = count++;
  };
  for (const mentor of pairing) note(homeOf.mentor[mentor]!);
  for (const mentee of paired) note(homeOf.mentee[mentee]!);
  const hubs = count;
  for (const mentor of sortByLikeness(pairing, mentors)) nodes.mentors[mentor] = count++;
  const menteeOrder = sortByLikeness(paired, mentees);
  for (const mentee of menteeOrder) nodes.mentees[mentee] = count++;
  return { count, hubs, menteeOrder, ...nodes };
}

/** People in an order in which those who are alike are neighbours: a search then stays in near memory. */
function sortByLikeness(some: Iterable<number>, people: readonly Participant[]): number[] {
  const keyed = Array.from(some, index => {
    const { country, city, topics } = people[index]!;
    return { index, key: `${country} ${city} ${topics.join(' ')}` };
  });
  return keyed.sort((a, b) => compareText(a.key, b.key) || a.index - b.index).map(({ index }) => index);
}
