import { DEMANDS, HOPES } from '../domain/certificate.ts';
import { type Demand, demandsOf } from '../domain/demands.ts';
import type { Candidates } from '../domain/pairing.ts';
import { type Limit, levelName, type Policy, type Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { TIES, tieKey, tieOf } from '../domain/ties.ts';
import type { Network } from '../solve/network.ts';
import { Arcs } from './arcs.ts';
import { type LimitOf, limitsByCountry, type OpenPairs, openPairs } from './open.ts';

/**
 * The one place where people become numbers. Every tandem is a unit of flow on a round trip
 *
 *   root → limit of the mentor's country → mentor → mentee → limit of the mentee's country → root
 *
 * where a country without a limit on a side is passed over. An arc's capacity is how many tandems it may carry; where the
 * levels value the first units differently from later ones, there is an arc for each kind of unit. Minimums and locks are
 * units that gain on a level above all others, so that the network always has a solution and shows which are not met.
 *
 * Left out, because no tandem can come of it: whoever has no open pair (see open.ts), and limits that concern nobody open.
 * A capacity beyond anything that can be used is cut to just beyond, so that it is never full and its price never above 0.
 */
export interface Encoding {
  readonly network: Network;
  /** Names of the levels, in the order of the network's gains. */
  readonly levels: readonly string[];
  readonly nodes: Nodes;
  /** The first arc that is a pair; pair p is arc firstPair + p. */
  readonly firstPair: number;
  readonly pairs: OpenPairs;
}

/** The node of each mentor, mentee and limit of the terms; −1 where it was left out. Node 0 is the root. */
export interface Nodes {
  readonly count: number;
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
  readonly limits: Int32Array;
}

const ROOT = 0;

/**
 * @param demands what must come about; @param hopes what should, as far as demands allow (see explain/clash.ts).
 */
export function encode(
  roster: Roster,
  terms: Terms,
  candidates: Candidates,
  demands: readonly Demand[] = demandsOf(terms),
  hopes: readonly Demand[] = [],
): Encoding {
  const limitOf = limitsByCountry(terms.limits);
  const pairs = openPairs(roster, terms.limits, limitOf, candidates);
  const nodes = numberNodes(roster, terms.limits, limitOf, pairs);
  const asked = new Asked(roster, demands, hopes);
  const levels = [...asked.levels, ...terms.policy.objective.map(levelName), TIES];
  const arcs = new Arcs(levels);
  addLimits(arcs, 'mentor', terms.limits, asked, nodes);
  addPlaces(arcs, roster, nodes, limitOf);
  const firstPair = arcs.count;
  addPairs(arcs, roster, terms.policy, candidates, pairs, nodes);
  asked.addLocks(arcs, pairs, firstPair);
  addWants(arcs, roster, nodes, limitOf);
  addLimits(arcs, 'mentee', terms.limits, asked, nodes);
  return { network: arcs.network(nodes.count), levels, nodes, firstPair, pairs };
}

/** The demands and hopes, and the levels on which meeting them gains. */
class Asked {
  readonly levels: readonly string[];
  readonly #width: number;
  readonly #locks = new Map<number, string>();
  readonly #minimums = new Map<Limit, string>();

  constructor(roster: Roster, demands: readonly Demand[], hopes: readonly Demand[]) {
    this.levels = [...(demands.length > 0 ? [DEMANDS] : []), ...(hopes.length > 0 ? [HOPES] : [])];
    this.#width = roster.mentees.length;
    for (const demand of demands) this.#note(demand, DEMANDS);
    for (const hope of hopes) this.#note(hope, HOPES);
  }

  #note(demand: Demand, level: string): void {
    if (demand.kind === 'lock') this.#locks.set(demand.note.mentor * this.#width + demand.note.mentee, level);
    else this.#minimums.set(demand.limit, level);
  }

  /** The level on which the first units of a limit gain, or undefined where none is asked for. */
  minimumOf(limit: Limit): string | undefined {
    return this.#minimums.get(limit);
  }

  addLocks(arcs: Arcs, pairs: OpenPairs, firstPair: number): void {
    if (this.#locks.size === 0) return;
    for (let p = 0; p < pairs.mentor.length; p++) {
      const level = this.#locks.get(pairs.mentor[p]! * this.#width + pairs.mentee[p]!);
      if (level !== undefined) arcs.gain(level, firstPair + p, 1);
    }
  }
}

function numberNodes(roster: Roster, limits: readonly Limit[], limitOf: LimitOf, pairs: OpenPairs): Nodes {
  const mentors = new Int32Array(roster.mentors.length).fill(-1);
  const mentees = new Int32Array(roster.mentees.length).fill(-1);
  const limitNodes = new Int32Array(limits.length).fill(-1);
  let count = ROOT + 1;
  for (const mentor of pairs.mentor) if (mentors[mentor] === -1) mentors[mentor] = count++;
  for (const mentee of pairs.mentee) if (mentees[mentee] === -1) mentees[mentee] = count++;
  const note = (limit: number) => {
    if (limit >= 0 && limitNodes[limit] === -1) limitNodes[limit] = count++;
  };
  roster.mentors.forEach(({ country }, m) => {
    if (mentors[m]! >= 0) note(limitOf('mentor', country));
  });
  roster.mentees.forEach(({ country }, e) => {
    if (mentees[e]! >= 0) note(limitOf('mentee', country));
  });
  return { count, mentors, mentees, limits: limitNodes };
}

/** More tandems than there can be: the solver counts in 32 bits. */
const UNLIMITED = 2 ** 31 - 1;

/** A limit: its first `min` units may be asked for, the rest up to `max` are free. */
function addLimits(arcs: Arcs, side: Side, limits: readonly Limit[], asked: Asked, nodes: Nodes): void {
  limits.forEach((limit, index) => {
    const node = nodes.limits[index]!;
    if (limit.side !== side || node < 0) return;
    const [from, to] = side === 'mentor' ? [ROOT, node] : [node, ROOT];
    const level = asked.minimumOf(limit);
    const first = level === undefined ? 0 : limit.min;
    const max = Math.min(limit.max, UNLIMITED);
    if (level !== undefined) arcs.gain(level, arcs.add(from, to, first), 1);
    if (max > first) arcs.add(from, to, max - first);
  });
}

/** A mentor's places. For an even load the k-th place costs 2k − 1, so that k places cost k². */
function addPlaces(arcs: Arcs, roster: Roster, nodes: Nodes, limitOf: LimitOf): void {
  roster.mentors.forEach((mentor, index) => {
    const node = nodes.mentors[index]!;
    if (node < 0) return;
    const above = nodes.limits[limitOf('mentor', mentor.country)] ?? ROOT;
    const places = Math.min(mentor.capacity, roster.mentees.length + 1);
    if (!arcs.has('balance')) arcs.add(above, node, places);
    else for (let k = 1; k <= places; k++) arcs.gain('balance', arcs.add(above, node, 1), 1 - 2 * k);
  });
}

function addPairs(
  arcs: Arcs,
  roster: Roster,
  policy: Policy,
  candidates: Candidates,
  pairs: OpenPairs,
  nodes: Nodes,
): void {
  const preferences = countedPreferences(policy);
  const mentorKeys = roster.mentors.map(({ id }) => tieKey(id));
  const menteeKeys = roster.mentees.map(({ id }) => tieKey(id));
  for (let p = 0; p < pairs.candidate.length; p++) {
    const candidate = pairs.candidate[p]!;
    const mentor = pairs.mentor[p]!;
    const mentee = pairs.mentee[p]!;
    const arc = arcs.add(nodes.mentors[mentor]!, nodes.mentees[mentee]!, 1);
    arcs.gain('tandems', arc, 1);
    for (const { level, bit } of preferences) arcs.gain(level, arc, (candidates.held[candidate]! >>> bit) & 1);
    arcs.gain('score', arc, candidates.score[candidate]!);
    arcs.gain(TIES, arc, tieOf(mentorKeys[mentor]!, menteeKeys[mentee]!));
  }
}

/** The preferences that are levels of the objective, with their bits among those that a pair holds. */
function countedPreferences(policy: Policy): { level: string; bit: number }[] {
  return policy.objective.flatMap(level =>
    level.kind === 'preference'
      ? [{ level: levelName(level), bit: policy.prefer.findIndex(({ name }) => name === level.preference) }]
      : [],
  );
}

/** A mentee's wants: the first one makes the mentee count, further ones do not. */
function addWants(arcs: Arcs, roster: Roster, nodes: Nodes, limitOf: LimitOf): void {
  roster.mentees.forEach((mentee, index) => {
    const node = nodes.mentees[index]!;
    if (node < 0) return;
    const above = nodes.limits[limitOf('mentee', mentee.country)] ?? ROOT;
    arcs.gain('mentees', arcs.add(node, above, 1), 1);
    const further = Math.min(mentee.wants, roster.mentors.length + 1) - 1;
    if (further > 0) arcs.add(node, above, further);
  });
}
