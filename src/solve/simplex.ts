/**
 * Lexicographic network simplex: the circulation whose gains are largest, level by level, and the prices that prove it.
 *
 * Method. A basis is a spanning tree of arcs (assembly/tree.ts); every other arc is empty or full. The tree fixes a
 * price for each node on each level (tree arcs gain nothing at these prices). An arc outside the tree whose reduced
 * gain has the wrong sign closes a cycle with the tree; pushing flow around it until an arc blocks, and exchanging the
 * two arcs, is a pivot (assembly/pivot.ts). A level is optimal when no arc has the wrong sign left. The next level may
 * then only use arcs whose reduced gain is 0 on every level before: pivots with them leave the earlier prices, and so
 * the earlier proofs, as they are (`solution`).
 *
 * Speed. Level after level from the start is slow: on the first levels most arcs are worth the same. So a rough climb
 * over folded levels goes before (rough-weights.ts), then one over levels packed into a few doubles (packing.ts). Where
 * the packing is faithful, the levels find nothing left to do; where not, they say so. Arcs may be added between
 * climbs, which then go on from the tree. The order in which arcs are looked through decides how many pivots there are
 * (mixed-order.ts): neighbours in the network as neighbours in that order take five times as many.
 *
 * Start. Nothing flows, and the tree is a star: every node has an arc to a root outside the network, over which nothing
 * can ever flow, because no arc leads back. All arcs of the star have room, which makes the tree strongly feasible. The
 * choice of the leaving arc (the last blocking one, seen from the top of the cycle along the push) keeps it so, and
 * strongly feasible trees never cycle.
 *
 * Complexity. Exponential in theory like every primal simplex; in practice about one pivot an arc. A pivot costs a
 * block of √m / 4 arcs, the cycle, and the subtree that moves: 1 to 4 microseconds between 10 thousand and a million
 * arcs. Memory: 33 bytes an arc, 8 more a limb, and 29 a node besides the network.
 *
 * Parts of the network that only meet at its root are climbed one after the other (components.ts): where borders are
 * not to be crossed, every country is a small network of its own.
 *
 * The inner loops are WebAssembly (wasm.ts says why), made from the AssemblyScript in assembly/.
 *
 * Assumes: what network-definition.ts says.
 *
 * Sources: Ahuja, Magnanti & Orlin, Network Flows (1993), §11.5 (network simplex) and §11.6 (strongly feasible trees);
 * Cunningham, A network simplex method, Math. Programming 11 (1976), 105–116 (leaving arc); Király & Kovács, Efficient
 * implementations of minimum-cost flow algorithms, Acta Univ. Sapientiae Informatica 4 (2012), §4 (candidate lists).
 * The levels are those of lexicographic goal programming: Isermann, Linear lexicographic optimization, OR Spektrum 4
 * (1982), 223–228.
 */

import { Components } from './components.ts';
import { mixOrder } from './mixed-order.ts';
import { type Gains, type Network, type Solution, sumGains } from './network-definition.ts';
import type { LevelPacking } from './packing.ts';
import { chooseRoughWeights } from './rough-weights.ts';
import { type ArcRange, type ArcStates, LOWER, SimplexMachine, TREE, UPPER } from './wasm.ts';
import { widenArray } from './widened-array.ts';

/** A rough climb ends after so many pivots an arc, wherever it stands: rounded sums could lead it round in a circle. */
const ROUGH_PIVOTS = 50;

/** The kinds of gains that arcs have: folded roughly, those of one level, and packed, from PACKED on a limb each. */
const ROUGH = 0;
const LEVEL = 1;
const PACKED = 2;

/** Solves a network, and again with arcs added to it, going on from where it stands. */
export class Simplex {
  #network: Network;
  readonly #packing: LevelPacking;
  readonly #weights: readonly number[];
  /** Arc v < nodes leads from node v to the root of the tree; the arcs of the network follow, mixed. */
  readonly #machine: SimplexMachine;
  /** Where each arc of the network is among these. */
  #positionOf: Int32Array;
  readonly #parts: Components;
  /** Where arcs of the same part stand together, and one of them. */
  readonly #stretches: (ArcRange & { readonly arc: number })[] = [];

  constructor(network: Network, packing: LevelPacking) {
    this.#packing = packing;
    this.#weights = chooseRoughWeights(network);
    this.#machine = new SimplexMachine(network.nodes, PACKED + packing.limbs);
    this.#positionOf = new Int32Array(0);
    this.#parts = new Components(network.nodes);
    this.#network = network;
    this.extend(network);
  }

  getFlow(arc: number): number {
    return this.#machine.arcs.flow[this.#positionOf[arc]!]!;
  }

  /** Takes over a network that has more arcs behind those it had; they carry nothing yet. */
  extend(network: Network): void {
    const { nodes, from, to } = network;
    const known = this.#positionOf.length;
    this.#network = network;
    this.#positionOf = widenArray(this.#positionOf, new Int32Array(from.length));
    this.#machine.reserve(nodes + from.length);
    for (let arc = known; arc < from.length; arc++) this.#parts.join(from[arc]!, to[arc]!);
    let begin = nodes + known;
    for (const arcs of this.#groupByComponent(known)) {
      const order = mixOrder(arcs.length);
      for (let at = 0; at < order.length; at++) this.#takeIn(this.#machine.arcs, begin + at, arcs[order[at]!]!);
      this.#stretches.push({ begin, end: begin + arcs.length, arc: arcs[0]! });
      begin += arcs.length;
    }
    this.#machine.setRanges([...groupBy(this.#stretches, ({ arc }) => this.#findComponent(arc))]);
  }

  /** The arcs from one on, those of each part of the network together. */
  #groupByComponent(known: number): Iterable<readonly number[]> {
    const more = Array.from({ length: this.#network.from.length - known }, (_, at) => known + at);
    return groupBy(more, arc => this.#findComponent(arc));
  }

  #findComponent(arc: number): number {
    return this.#parts.findComponent(this.#network.from[arc]!, this.#network.to[arc]!);
  }

  #takeIn(arcs: ArcStates, position: number, arc: number): void {
    const { from, to, capacity, gains } = this.#network;
    this.#positionOf[arc] = position;
    arcs.from[position] = from[arc]!;
    arcs.to[position] = to[arc]!;
    arcs.capacity[position] = capacity[arc]!;
    arcs.flow[position] = 0;
    arcs.stands[position] = capacity[arc] === 0 ? TREE : LOWER;
    const { limbs, limbOf, multiplier } = this.#packing;
    for (let limb = 0; limb < limbs; limb++) arcs.gains[PACKED + limb]![position] = 0;
    let rough = 0;
    for (let level = 0; level < gains.length; level++) {
      const gain = gains[level]![arc]!;
      if (gain === 0) continue;
      arcs.gains[PACKED + limbOf[level]!]![position]! += gain * multiplier[level]!;
      rough += gain * this.#weights[level]!;
    }
    arcs.gains[ROUGH]![position] = Math.round(rough);
  }

  /** Climbs on levels folded with small weights: a quick way to where the objective is nearly best. */
  warmStart(): void {
    this.#machine.optimise(ROUGH, 1, ROUGH_PIVOTS * this.#network.from.length);
  }

  /**
   * Climbs on all levels at once, as packed: exact where the packing is faithful. @returns the prices, an array a limb.
   */
  optimise(): Float64Array[] {
    const { limbs } = this.#packing;
    this.#machine.optimise(PACKED, limbs);
    return Array.from({ length: limbs }, (_, limb) => this.#machine.readPrices(PACKED + limb));
  }

  /**
   * Climbs level after level, which is always exact, and tells what was found; null where that moved anything, so that
   * the packing has not been faithful and the packed prices were not the true ones.
   */
  solveExactly(): Solution | null {
    let pivots = 0;
    const prices = this.#network.gains.map(gain => {
      this.#setLevel(gain);
      pivots += this.#machine.optimise(LEVEL, 1);
      this.#machine.fix(LEVEL);
      return this.#machine.readPrices(LEVEL);
    });
    this.#reopen();
    const { flow: flows } = this.#machine.arcs;
    const flow = this.#positionOf.map(position => flows[position]!);
    return pivots > 0 ? null : { flow, prices, values: sumGains(this.#network, flow) };
  }

  #setLevel(gain: Gains): void {
    const own = this.#machine.arcs.gains[LEVEL]!;
    const positionOf = this.#positionOf;
    own.fill(0, 0, this.#network.nodes);
    for (let arc = 0; arc < gain.length; arc++) own[positionOf[arc]!] = gain[arc]!;
  }

  #reopen(): void {
    const { flow, capacity, stands } = this.#machine.arcs;
    this.#positionOf.forEach(position => {
      if (capacity[position]! > 0) stands[position] = flow[position] === 0 ? LOWER : UPPER;
    });
    for (const position of this.#machine.inside) stands[position] = TREE;
  }
}

/** Lists of those for whom a number is the same. */
function groupBy<One>(all: readonly One[], numberOf: (one: One) => number): Iterable<readonly One[]> {
  const groups = new Map<number, One[]>();
  for (const one of all) {
    const number = numberOf(one);
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [one]);
    else group.push(one);
  }
  return groups.values();
}
