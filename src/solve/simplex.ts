/**
 * Lexicographic network simplex: the circulation whose gains are largest, level by level, and the prices that prove it.
 *
 * Method. A basis is a spanning tree of arcs; every other arc is empty or full. The tree fixes a price for each node on
 * each level (tree arcs gain nothing at these prices). An arc outside the tree whose reduced gain has the wrong sign
 * closes a cycle with the tree; pushing flow around it until an arc blocks, and exchanging the two arcs, is a pivot.
 * A level is optimal when no arc has the wrong sign left. The next level may then only use arcs whose reduced gain is 0
 * on every level before: pivots with them leave the earlier prices, and so the earlier proofs, as they are (`solution`).
 *
 * Speed. Level after level from the start is slow: on the first levels most arcs are worth the same. So a rough climb over
 * folded levels goes before, then one over levels packed into a few doubles (packing.ts). Where the packing is faithful, the
 * levels find nothing left to do; where not, they say so. Arcs may be added between climbs, which then go on from the tree.
 *
 * Start. A circulation, and a tree of residual paths to the root: every node can push flow rootwards, which makes the tree
 * strongly feasible. The choice of the leaving arc (the last blocking one, seen from the top of the cycle along the push)
 * keeps it so, and strongly feasible trees never cycle.
 *
 * Complexity. Exponential in theory like every primal simplex; in practice some 6 to 10 pivots an arc. A pivot costs the list
 * of arcs compared, the cycle, and the subtree that moves: 2 microseconds where trees are shallow, ten where they are deep.
 * Memory: 17 bytes an arc, 8 more a limb, and 45 a node besides the network.
 *
 * Assumes: what network.ts says. Cannot detect: a start that is no circulation (certify.ts does, afterwards).
 *
 * Sources: Ahuja, Magnanti & Orlin, Network Flows (1993), §11.5 (network simplex) and §11.6 (strongly feasible trees);
 * Cunningham, A network simplex method, Math. Programming 11 (1976), 105–116 (leaving arc); Király & Kovács, Efficient
 * implementations of minimum-cost flow algorithms, Acta Univ. Sapientiae Informatica 4 (2012), §4 (candidate lists).
 * The levels are those of lexicographic goal programming: Isermann, Linear lexicographic optimization, OR Spektrum 4
 * (1982), 223–228.
 */
import { type Network, reducedGain, type Solution, valuesOf } from './network.ts';
import { addPacked, type Packing } from './packing.ts';
import { type Tree, treeToRoot } from './tree.ts';

/** Where an arc stands: in the tree, or outside it and empty or full. The sign is that of a gain worth having. */
const EMPTY = 1;
const INSIDE = 0;
const FULL = -1;

/** Solves a network, and again with arcs added to it, going on from where it stands. */
export class Simplex {
  #network: Network;
  readonly #packing: Packing;
  readonly #tree: Tree;
  #flow: Int32Array;
  #stands: Int8Array;
  /** Gains and prices as packed vectors. */
  #gain: Float64Array;
  readonly #price: Float64Array;
  /** Levels folded with small weights, which a climb begins with. */
  #rough: Float64Array;
  readonly #weights: readonly number[];

  /**
   * @param flow a circulation to begin with, in which arcs between empty and full close no circle.
   * @throws Error if a node has no way to the root over arcs with room, or carrying ones backwards.
   */
  constructor(network: Network, flow: Int32Array, packing: Packing) {
    this.#network = network;
    this.#packing = packing;
    this.#tree = treeToRoot(network, flow);
    this.#flow = flow;
    this.#stands = Int8Array.from(flow, units => (units === 0 ? EMPTY : FULL));
    for (let node = 1; node < network.nodes; node++) this.#stands[this.#tree.arc[node]!] = INSIDE;
    this.#gain = packedGains(network, packing, new Float64Array(0));
    this.#weights = roughWeights(network);
    this.#rough = roughGains(network, this.#weights, new Float64Array(0));
    this.#price = this.#tree.prices(this.#gain, packing.limbs);
  }

  /** The packing that a rough climb amounts to: one limb, in which levels that did not fit count for nothing. */
  get roughPacking(): Packing {
    const levels = this.#weights.length;
    return {
      limbs: 1,
      limbOf: new Int32Array(levels),
      multiplier: Float64Array.from(this.#weights),
      span: new Float64Array(levels),
    };
  }

  flow(arc: number): number {
    return this.#flow[arc]!;
  }

  /** Takes over a network that has more arcs behind those it had; they carry nothing yet. */
  extend(network: Network): void {
    const arcs = network.from.length;
    const flow = new Int32Array(arcs);
    flow.set(this.#flow);
    const stands = new Int8Array(arcs).fill(EMPTY);
    stands.set(this.#stands);
    this.#network = network;
    this.#flow = flow;
    this.#stands = stands;
    this.#gain = packedGains(network, this.#packing, this.#gain);
    this.#rough = roughGains(network, this.#weights, this.#rough);
  }

  /**
   * Climbs on levels folded with small weights, as many as fit: a rough image of the objective, but a quick one. Where one
   * level counts for everything, the first on which most arcs are worth the same, trees grow deep and a climb takes three
   * times as long. @returns the prices of it.
   */
  climbRoughly(): Float64Array {
    const price = this.#tree.prices(this.#rough, 1);
    this.#climb(this.#rough, price, 1, this.#openArcs());
    return price;
  }

  /** Climbs on all levels at once, as packed: exact where the packing is faithful. @returns the prices, packed. */
  climb(): Float64Array {
    this.#price.set(this.#tree.prices(this.#gain, this.#packing.limbs));
    this.#climb(this.#gain, this.#price, this.#packing.limbs, this.#openArcs());
    return this.#price;
  }

  /**
   * Climbs level after level, which is always exact, and tells what was found; null where that moved anything, so that the
   * packing has not been faithful and the packed prices were not the true ones.
   */
  solution(): Solution | null {
    let open = this.#openArcs();
    let moved = false;
    const prices = this.#network.gains.map(gain => {
      const price = this.#tree.prices(gain, 1);
      if (this.#climb(gain, price, 1, open)) moved = true;
      open = open.filter(arc => reducedGain(this.#network, gain, price, arc) === 0);
      return price;
    });
    return moved ? null : { flow: this.#flow, prices, values: valuesOf(this.#network, this.#flow) };
  }

  #openArcs(): Int32Array {
    const { capacity } = this.#network;
    const open = new Int32Array(capacity.length);
    let count = 0;
    for (let arc = 0; arc < capacity.length; arc++) if (capacity[arc]! > 0) open[count++] = arc;
    return open.subarray(0, count);
  }

  /** Pivots until no open arc has the wrong sign. @returns whether there was anything to do. */
  #climb(gain: Float64Array, price: Float64Array, limbs: number, open: Int32Array): boolean {
    const state = { tree: this.#tree, flow: this.#flow, stands: this.#stands, open };
    const list = new ArcList(this.#network, gain, price, limbs, state);
    const worth = new Float64Array(limbs);
    let moved = false;
    for (let entering = list.take(); entering >= 0; entering = list.take()) {
      const from = this.#network.from[entering]! * limbs;
      const to = this.#network.to[entering]! * limbs;
      for (let l = 0; l < limbs; l++) worth[l] = gain[entering * limbs + l]! + price[to + l]! - price[from + l]!;
      pivot(this.#network, price, state, entering, worth);
      moved = true;
    }
    return moved;
  }
}

/** How much more a unit of a level counts than the largest gain on the next, when levels are folded roughly. */
const ROUGHLY = 4;

/** What a unit of each level counts where the first levels are folded into one, as many as fit into exact integers; 0 for the others. */
function roughWeights({ nodes, gains }: Network): number[] {
  const steps = gains.map(gain => {
    let most = 1;
    for (let arc = 0; arc < gain.length; arc++) most = Math.max(most, Math.abs(gain[arc]!));
    return ROUGHLY * most;
  });
  let room = Number.MAX_SAFE_INTEGER / (4 * nodes);
  let folded = 0;
  while (folded < steps.length && room >= steps[folded]!) room /= steps[folded++]!;
  const weights = steps.map(() => 0);
  for (let level = folded - 1, weight = 1; level >= 0; level--) {
    weights[level] = weight;
    weight *= steps[level]!;
  }
  return weights;
}

/** @param known the gains of the first arcs. */
function roughGains({ from, gains }: Network, weights: readonly number[], known: Float64Array): Float64Array {
  const rough = new Float64Array(from.length);
  rough.set(known);
  weights.forEach((weight, level) => {
    if (weight === 0) return;
    const gain = gains[level]!;
    for (let arc = known.length; arc < rough.length; arc++) rough[arc]! += weight * gain[arc]!;
  });
  return rough;
}

/** @param known the vectors of the first arcs. */
function packedGains({ from, gains }: Network, packing: Packing, known: Float64Array): Float64Array {
  const { limbs } = packing;
  const packed = new Float64Array(from.length * limbs);
  packed.set(known);
  gains.forEach((gain, level) => {
    for (let arc = known.length / limbs; arc < gain.length; arc++) {
      if (gain[arc] !== 0) addPacked(packing, packed, arc * limbs, level, gain[arc]!);
    }
  });
  return packed;
}

interface State {
  readonly tree: Tree;
  readonly flow: Int32Array;
  readonly stands: Int8Array;
  /** The arcs that earlier levels leave free. */
  readonly open: Int32Array;
}

/**
 * Finds arcs worth pivoting on: the best of a short list, which is filled by walking on over all arcs when nothing in it is
 * worth anything any more.
 */
class ArcList {
  readonly #network: Network;
  readonly #gain: Float64Array;
  readonly #price: Float64Array;
  readonly #limbs: number;
  readonly #state: State;
  readonly #list: Int32Array;
  #size = 0;
  #next = 0;

  constructor(network: Network, gain: Float64Array, price: Float64Array, limbs: number, state: State) {
    this.#network = network;
    this.#gain = gain;
    this.#price = price;
    this.#limbs = limbs;
    this.#state = state;
    this.#list = new Int32Array(Math.max(16, Math.ceil(Math.sqrt(state.open.length) / 4)));
  }

  /** The next arc to enter the tree; −1 only after a whole walk without a find. */
  take(): number {
    const found = this.#best();
    if (found >= 0) return found;
    this.#fill();
    return this.#best();
  }

  /** A limb of what an arc is worth. */
  #worthOf(arc: number, limb: number): number {
    const limbs = this.#limbs;
    const rise =
      this.#price[this.#network.to[arc]! * limbs + limb]! - this.#price[this.#network.from[arc]! * limbs + limb]!;
    return this.#state.stands[arc]! * (this.#gain[arc * limbs + limb]! + rise);
  }

  #isWorthy(arc: number): boolean {
    for (let l = 0; l < this.#limbs; l++) {
      const worth = this.#worthOf(arc, l);
      if (worth !== 0) return worth > 0;
    }
    return false;
  }

  #isBetter(arc: number, than: number): boolean {
    for (let l = 0; l < this.#limbs; l++) {
      const difference = this.#worthOf(arc, l) - this.#worthOf(than, l);
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  #fill(): void {
    const { open } = this.#state;
    for (let seen = 0; seen < open.length && this.#size < this.#list.length; seen++) {
      if (this.#next === open.length) this.#next = 0;
      const arc = open[this.#next++]!;
      if (this.#isWorthy(arc)) this.#list[this.#size++] = arc;
    }
  }

  /** The best of the list, which keeps only what is still worth something. */
  #best(): number {
    const list = this.#list;
    let found = -1;
    let kept = 0;
    for (let place = 0; place < this.#size; place++) {
      const arc = list[place]!;
      if (!this.#isWorthy(arc)) continue;
      list[kept++] = arc;
      if (found < 0 || this.#isBetter(arc, found)) found = arc;
    }
    this.#size = kept;
    return found;
  }
}

/** Pushes flow around the cycle that the entering arc closes, and exchanges it for the arc that blocks. */
function pivot(network: Network, price: Float64Array, state: State, entering: number, worth: Float64Array): void {
  const { tree, flow, stands } = state;
  const forward = stands[entering] === EMPTY;
  const tail = forward ? network.from[entering]! : network.to[entering]!;
  const head = forward ? network.to[entering]! : network.from[entering]!;
  const top = tree.meeting(tail, head);
  const block = blocking(network, state, entering, tail, head, top);
  push(state, entering, forward ? block.units : -block.units, block.units, tail, head, top);
  if (block.node < 0) {
    stands[entering] = forward ? FULL : EMPTY;
    return;
  }
  const leaving = tree.arc[block.node]!;
  stands[entering] = INSIDE;
  stands[leaving] = flow[leaving] === 0 ? EMPTY : FULL;
  const moved = block.onTailSide ? tail : head;
  const rises = moved === network.from[entering];
  if (!rises) for (let l = 0; l < worth.length; l++) worth[l] = 0 - worth[l]!;
  tree.rehang(block.node, moved, block.onTailSide ? head : tail, entering, rises);
  tree.raise(moved, worth, price);
}

interface Block {
  readonly units: number;
  /** The node below the blocking tree arc, or −1 where the entering arc itself blocks. */
  readonly node: number;
  readonly onTailSide: boolean;
}

/**
 * The most that can be pushed tail → head and back through the tree, and the last arc to block it: the cycle is walked
 * from its top down to the tail, over the entering arc, and from the head up; of several the last one counts.
 */
function blocking(network: Network, state: State, entering: number, tail: number, head: number, top: number): Block {
  const { tree, flow } = state;
  const { capacity } = network;
  let units = capacity[entering]!;
  let node = -1;
  let onTailSide = false;
  for (let v = tail; v !== top; v = tree.parent[v]!) {
    const arc = tree.arc[v]!;
    const room = tree.upward[v] === 1 ? flow[arc]! : capacity[arc]! - flow[arc]!;
    if (room < units) {
      units = room;
      node = v;
      onTailSide = true;
    }
  }
  for (let v = head; v !== top; v = tree.parent[v]!) {
    const arc = tree.arc[v]!;
    const room = tree.upward[v] === 1 ? capacity[arc]! - flow[arc]! : flow[arc]!;
    if (room <= units) {
      units = room;
      node = v;
      onTailSide = false;
    }
  }
  return { units, node, onTailSide };
}

function push(state: State, entering: number, change: number, units: number, tail: number, head: number, top: number) {
  if (units === 0) return;
  const { tree, flow } = state;
  flow[entering]! += change;
  for (let v = tail; v !== top; v = tree.parent[v]!) flow[tree.arc[v]!]! += tree.upward[v] === 1 ? -units : units;
  for (let v = head; v !== top; v = tree.parent[v]!) flow[tree.arc[v]!]! += tree.upward[v] === 1 ? units : -units;
}
