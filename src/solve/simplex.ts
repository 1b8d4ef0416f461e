/**
 * Lexicographic network simplex: the circulation whose gains are largest, level by level, and the prices that prove it.
 *
 * Method. A basis is a spanning tree of arcs (tree.ts); every other arc is empty or full. The tree fixes a price for each node on
 * each level (tree arcs gain nothing at these prices). An arc outside the tree whose reduced gain has the wrong sign
 * closes a cycle with the tree; pushing flow around it until an arc blocks, and exchanging the two arcs, is a pivot (pivot.ts).
 * A level is optimal when no arc has the wrong sign left. The next level may then only use arcs whose reduced gain is 0
 * on every level before: pivots with them leave the earlier prices, and so the earlier proofs, as they are (`solution`).
 *
 * Speed. Level after level from the start is slow: on the first levels most arcs are worth the same. So a rough climb over
 * folded levels goes before (rough.ts), then one over levels packed into a few doubles (packing.ts). Where the packing is
 * faithful, the levels find nothing left to do; where not, they say so. Arcs may be added between climbs, which then go on
 * from the tree. The order in which arcs are looked through decides how many pivots there are (mixed.ts): neighbours in the
 * network as neighbours in that order take five times as many.
 *
 * Start. Nothing flows, and the tree is a star: every node has an arc to a root outside the network, over which nothing can
 * ever flow, because no arc leads back. All arcs of the star have room, which makes the tree strongly feasible. The choice of
 * the leaving arc (the last blocking one, seen from the top of the cycle along the push) keeps it so, and strongly feasible
 * trees never cycle.
 *
 * Complexity. Exponential in theory like every primal simplex; in practice about one pivot an arc. A pivot costs a block of √m
 * arcs, the cycle, and the subtree that moves: 3 to 8 microseconds between 10 thousand and a million arcs. Memory: 33 bytes an
 * arc, 8 more a limb, and 29 a node besides the network.
 *
 * Assumes: what network.ts says.
 *
 * Sources: Ahuja, Magnanti & Orlin, Network Flows (1993), §11.5 (network simplex) and §11.6 (strongly feasible trees);
 * Cunningham, A network simplex method, Math. Programming 11 (1976), 105–116 (leaving arc); Király & Kovács, Efficient
 * implementations of minimum-cost flow algorithms, Acta Univ. Sapientiae Informatica 4 (2012), §4 (candidate lists).
 * The levels are those of lexicographic goal programming: Isermann, Linear lexicographic optimization, OR Spektrum 4
 * (1982), 223–228.
 */
import { Entering } from './entering.ts';
import { mixed } from './mixed.ts';
import { type Gains, type Network, reducedGain, type Solution, valuesOf } from './network.ts';
import type { Packing } from './packing.ts';
import { type ArcStates, EMPTY, FULL, INSIDE, pivot } from './pivot.ts';
import { roughWeights } from './rough.ts';
import { Tree } from './tree.ts';
import { widened } from './widened.ts';

/** More units than any arc carries. */
const UNLIMITED = 2 ** 31 - 1;

/** A rough climb ends after so many pivots an arc, wherever it stands: rounded sums could lead it round in a circle. */
const ROUGH_PIVOTS = 50;

/** Solves a network, and again with arcs added to it, going on from where it stands. */
export class Simplex {
  #network: Network;
  readonly #packing: Packing;
  readonly #weights: readonly number[];
  readonly #tree: Tree;
  /** Arc v < nodes leads from node v to the root of the tree; the arcs of the network follow, mixed. */
  #arcs: ArcStates;
  /** Where each arc of the network is among these. */
  #place: Int32Array;
  /** The gains of arcs, an array a limb, and folded roughly. */
  #gain: readonly Float64Array[];
  #rough: Float64Array;

  constructor(network: Network, packing: Packing) {
    const { nodes } = network;
    this.#packing = packing;
    this.#weights = roughWeights(network);
    this.#tree = new Tree(nodes);
    this.#arcs = {
      from: Int32Array.from({ length: nodes }, (_, node) => node),
      to: new Int32Array(nodes).fill(nodes),
      capacity: new Int32Array(nodes).fill(UNLIMITED),
      flow: new Int32Array(nodes),
      stands: new Int8Array(nodes).fill(INSIDE),
    };
    this.#place = new Int32Array(0);
    this.#gain = Array.from({ length: packing.limbs }, () => new Float64Array(nodes));
    this.#rough = new Float64Array(nodes);
    this.#network = network;
    this.extend(network);
  }

  flow(arc: number): number {
    return this.#arcs.flow[this.#place[arc]!]!;
  }

  /** Takes over a network that has more arcs behind those it had; they carry nothing yet. */
  extend(network: Network): void {
    const known = this.#place.length;
    const begin = this.#arcs.from.length;
    const order = mixed(known, network.from.length);
    const size = begin + order.length;
    this.#network = network;
    this.#place = widened(this.#place, new Int32Array(network.from.length));
    const { from, to, capacity, flow, stands } = this.#arcs;
    this.#arcs = {
      from: widened(from, new Int32Array(size)),
      to: widened(to, new Int32Array(size)),
      capacity: widened(capacity, new Int32Array(size)),
      flow: widened(flow, new Int32Array(size)),
      stands: widened(stands, new Int8Array(size)),
    };
    this.#gain = this.#gain.map(gain => widened(gain, new Float64Array(size)));
    this.#rough = widened(this.#rough, new Float64Array(size));
    for (let at = 0; at < order.length; at++) this.#takeIn(begin + at, order[at]!);
  }

  #takeIn(place: number, arc: number): void {
    const { from, to, capacity, gains } = this.#network;
    const arcs = this.#arcs;
    this.#place[arc] = place;
    arcs.from[place] = from[arc]!;
    arcs.to[place] = to[arc]!;
    arcs.capacity[place] = capacity[arc]!;
    arcs.stands[place] = capacity[arc] === 0 ? INSIDE : EMPTY;
    const { limbOf, multiplier } = this.#packing;
    let rough = 0;
    for (let level = 0; level < gains.length; level++) {
      const gain = gains[level]![arc]!;
      if (gain === 0) continue;
      this.#gain[limbOf[level]!]![place]! += gain * multiplier[level]!;
      rough += gain * this.#weights[level]!;
    }
    this.#rough[place] = Math.round(rough);
  }

  /** Climbs on levels folded with small weights: a quick way to where the objective is nearly best. */
  climbRoughly(): void {
    this.#climb([this.#rough], ROUGH_PIVOTS * this.#rough.length);
  }

  /** Climbs on all levels at once, as packed: exact where the packing is faithful. @returns the prices, an array a limb. */
  climb(): Float64Array[] {
    return this.#climb(this.#gain).prices;
  }

  /**
   * Climbs level after level, which is always exact, and tells what was found; null where that moved anything, so that the
   * packing has not been faithful and the packed prices were not the true ones.
   */
  solution(): Solution | null {
    let pivots = 0;
    const prices = this.#network.gains.map(gain => {
      const climbed = this.#climb([this.#mixed(gain)]);
      pivots += climbed.pivots;
      this.#close(gain, climbed.prices[0]!);
      return climbed.prices[0]!;
    });
    this.#reopen();
    const flow = Int32Array.from(this.#place, place => this.#arcs.flow[place]!);
    return pivots > 0 ? null : { flow, prices, values: valuesOf(this.#network, flow) };
  }

  /** The gains of a level in the order of the arcs here. */
  #mixed(gain: Gains): Float64Array {
    const own = new Float64Array(this.#rough.length);
    for (let arc = 0; arc < gain.length; arc++) own[this.#place[arc]!] = gain[arc]!;
    return own;
  }

  /** Closes the arcs on which nothing may move any more without loss on a level. */
  #close(gain: Gains, price: Float64Array): void {
    const { stands } = this.#arcs;
    for (let arc = 0; arc < gain.length; arc++) {
      const place = this.#place[arc]!;
      if (stands[place] !== INSIDE && reducedGain(this.#network, gain, price, arc) !== 0) stands[place] = INSIDE;
    }
  }

  #reopen(): void {
    const { flow, capacity, stands } = this.#arcs;
    this.#place.forEach(place => {
      if (capacity[place]! > 0) stands[place] = flow[place] === 0 ? EMPTY : FULL;
    });
    for (const place of this.#tree.arc.subarray(0, this.#network.nodes)) stands[place] = INSIDE;
  }

  /** Pivots until no open arc is worth anything. */
  #climb(gain: readonly Float64Array[], mostPivots = Number.POSITIVE_INFINITY): Climbed {
    const tree = this.#tree;
    const arcs = this.#arcs;
    const prices = gain.map(limb => tree.prices(limb));
    const entering = new Entering(arcs, gain, prices, this.#network.nodes);
    let pivots = 0;
    for (let arc = entering.take(); arc >= 0 && pivots < mostPivots; arc = entering.take()) {
      const moved = pivot(arcs, tree, arc);
      pivots++;
      if (moved < 0) continue;
      for (let limb = 0; limb < gain.length; limb++) {
        const price = prices[limb]!;
        const worth = gain[limb]![arc]! + price[arcs.to[arc]!]! - price[arcs.from[arc]!]!;
        if (worth !== 0) tree.raise(moved, moved === arcs.from[arc] ? worth : -worth, price);
      }
    }
    return { pivots, prices: prices.map(price => fromRoot(price)) };
  }
}

interface Climbed {
  readonly pivots: number;
  readonly prices: Float64Array[];
}

/** Prices as seen from node 0, which is worth nothing. */
function fromRoot(price: Float64Array): Float64Array {
  const root = price[0]!;
  return price.subarray(0, -1).map(own => own - root);
}
