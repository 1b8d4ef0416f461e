import type { Demand } from '../domain/demands.ts';
import type { ProvenLevel } from '../domain/levels.ts';
import { type LimitChains, limitChains } from '../domain/limits.ts';
import type { Candidates } from '../domain/pairing.ts';
import type { Limit, Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { TIES, tieKey, tieOf } from '../domain/ties.ts';
import type { Network } from '../solve/network.ts';
import { Arcs } from './arcs.ts';
import { Asked } from './asked.ts';
import { type OpenPairs, openPairs } from './open.ts';

/**
 * The one place where people become numbers. Every tandem is a unit of flow on a round trip
 *
 *   root → limits of the mentor's country, outermost first → mentor → mentee → limits of the mentee's country → root
 *
 * where a country without a limit on a side is passed over. An arc's capacity is how many tandems it may carry; where the
 * levels value the first units differently from later ones, there is an arc for each kind of unit. Minimums, least loads
 * and locks are units that gain on a level above all others, so that the network always has a solution and shows which
 * are not met.
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

/** What is to be solved: which people and pairs, for which levels, and what must come about. */
export interface Task {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly candidates: Candidates;
  /** Without `worst`, which is no sum and is solved by trying floors (see objective.ts). */
  readonly levels: readonly ProvenLevel[];
  readonly demands: readonly Demand[];
  /** What should come about as far as demands allow (see explain/clash.ts). */
  readonly hopes: readonly Demand[];
  /** The least score of a pair in thousandths. */
  readonly floor: number;
  /** Whether what is still equal is to be decided by the hash of the ids. */
  readonly ties: boolean;
}

const ROOT = 0;

export function encode(task: Task): Encoding {
  const { roster, terms, candidates, demands, hopes, floor } = task;
  const chains = limitChains(terms.limits);
  const pairs = openPairs(roster, terms.limits, chains, candidates, floor);
  const nodes = numberNodes(roster, terms.limits, chains, pairs);
  const asked = new Asked(roster.mentees.length, demands, hopes);
  const levels = [...asked.levels, ...task.levels.map(({ name }) => name), ...(task.ties ? [TIES] : [])];
  const arcs = new Arcs(levels);
  addLimits(arcs, 'mentor', terms.limits, chains, asked, nodes);
  addPlaces(arcs, roster, nodes, chains, asked, countPairs(pairs.mentor, roster.mentors.length));
  const firstPair = arcs.count;
  addPairs(arcs, task, pairs, nodes);
  asked.addLocks(arcs, pairs, firstPair);
  addWants(arcs, task, nodes, chains, countPairs(pairs.mentee, roster.mentees.length));
  addLimits(arcs, 'mentee', terms.limits, chains, asked, nodes);
  return { network: arcs.network(nodes.count), levels, nodes, firstPair, pairs };
}

function numberNodes(
  { mentors, mentees }: Roster,
  limits: readonly Limit[],
  chains: LimitChains,
  pairs: OpenPairs,
): Nodes {
  const nodes = {
    mentors: new Int32Array(mentors.length).fill(-1),
    mentees: new Int32Array(mentees.length).fill(-1),
    limits: new Int32Array(limits.length).fill(-1),
  };
  let count = ROOT + 1;
  for (const mentor of pairs.mentor) if (nodes.mentors[mentor] === -1) nodes.mentors[mentor] = count++;
  for (const mentee of pairs.mentee) if (nodes.mentees[mentee] === -1) nodes.mentees[mentee] = count++;
  const note = (side: Side, country: string) => {
    for (const limit of chains(side, country)) if (nodes.limits[limit] === -1) nodes.limits[limit] = count++;
  };
  for (const [m, { country }] of mentors.entries()) if (nodes.mentors[m]! >= 0) note('mentor', country);
  for (const [e, { country }] of mentees.entries()) if (nodes.mentees[e]! >= 0) note('mentee', country);
  return { count, ...nodes };
}

/** How many open pairs each person has. */
function countPairs(people: Int32Array, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const person of people) counts[person]!++;
  return counts;
}

/** More tandems than there can be: the solver counts in 32 bits. */
const UNLIMITED = 2 ** 31 - 1;

/** A limit stands between the root, or the limit around it, and what it holds. Its first `min` units may be asked for. */
function addLimits(
  arcs: Arcs,
  side: Side,
  limits: readonly Limit[],
  chains: LimitChains,
  asked: Asked,
  nodes: Nodes,
): void {
  for (const [index, limit] of limits.entries()) {
    const node = nodes.limits[index]!;
    if (limit.side !== side || node < 0) continue;
    const chain = chains(side, limit.countries[0]!);
    const outer = nodes.limits[chain[chain.indexOf(index) + 1] ?? -1] ?? ROOT;
    const [from, to] = side === 'mentor' ? [outer, node] : [node, outer];
    const minimum = asked.minimumOf(limit);
    const first = minimum?.units ?? 0;
    const max = Math.min(limit.max, UNLIMITED);
    if (minimum !== undefined) arcs.gain(minimum.level, arcs.add(from, to, first), 1);
    if (max > first) arcs.add(from, to, max - first);
  }
}

/**
 * A mentor's places: the first `min_load` may be asked for, the first of all makes the mentor count, and for an even load
 * the k-th costs 2k − 1, so that k places cost k².
 */
function addPlaces(
  arcs: Arcs,
  { mentors }: Roster,
  nodes: Nodes,
  chains: LimitChains,
  asked: Asked,
  pairsOf: Int32Array,
): void {
  for (const [index, { capacity, country }] of mentors.entries()) {
    const node = nodes.mentors[index]!;
    if (node < 0) continue;
    const above = nodes.limits[chains('mentor', country)[0] ?? -1] ?? ROOT;
    const places = Math.min(capacity, pairsOf[index]! + 1);
    const least = asked.loadOf(index);
    const alike = arcs.has('balance') ? 1 : places;
    const ends = [arcs.has('mentors') ? 1 : 0, least?.units ?? 0];
    for (let k = 1; k <= places; ) {
      const end = Math.min(k + alike - 1, places, ...ends.filter(last => last >= k));
      const arc = arcs.add(above, node, end - k + 1);
      if (least !== undefined && k <= least.units) arcs.gain(least.level, arc, 1);
      if (k === 1) arcs.gain('mentors', arc, 1);
      arcs.gain('balance', arc, 1 - 2 * k);
      k = end + 1;
    }
  }
}

function addPairs(arcs: Arcs, { roster, terms, candidates, levels }: Task, pairs: OpenPairs, nodes: Nodes): void {
  const preferences = levels.filter(level => level.kind === 'preference');
  const mentorKeys = roster.mentors.map(({ id }) => tieKey(id));
  const menteeKeys = roster.mentees.map(({ id }) => tieKey(id));
  const keptPairs = terms.pairs
    .filter(({ kept }) => kept)
    .map(note => note.mentor * roster.mentees.length + note.mentee);
  const kept = new Set(keptPairs);
  for (let p = 0; p < pairs.candidate.length; p++) {
    const candidate = pairs.candidate[p]!;
    const mentor = pairs.mentor[p]!;
    const mentee = pairs.mentee[p]!;
    const arc = arcs.add(nodes.mentors[mentor]!, nodes.mentees[mentee]!, 1);
    arcs.gain('tandems', arc, 1);
    for (const { name, preference } of preferences)
      arcs.gain(name, arc, (candidates.held[candidate]! >>> preference) & 1);
    arcs.gain('kept', arc, kept.size > 0 && kept.has(mentor * roster.mentees.length + mentee) ? 1 : 0);
    arcs.gain('score', arc, candidates.score[candidate]!);
    arcs.gain(TIES, arc, tieOf(mentorKeys[mentor]!, menteeKeys[mentee]!));
  }
}

/** A mentee's wants: the first one makes the mentee count, on the level of their priority; further ones do not. */
function addWants(arcs: Arcs, { roster, levels }: Task, nodes: Nodes, chains: LimitChains, pairsOf: Int32Array): void {
  const countedOn = new Map(levels.flatMap(level => (level.kind === 'mentees' ? [[level.priority, level.name]] : [])));
  for (const [index, { wants, priority, country }] of roster.mentees.entries()) {
    const node = nodes.mentees[index]!;
    if (node < 0) continue;
    const above = nodes.limits[chains('mentee', country)[0] ?? -1] ?? ROOT;
    arcs.gain(countedOn.get(priority) ?? '', arcs.add(node, above, 1), 1);
    const further = Math.min(wants, pairsOf[index]! + 1) - 1;
    if (further > 0) arcs.add(node, above, further);
  }
}
