import { Heap } from './heap.ts';
import { NONE, type Residual } from './residual.ts';
import { compared } from './vectors.ts';

/** Nodes with more arcs than this in a direction are heavy. */
const HEAVY = 64;

/** What the two sides of a search share: the shortest way found so far, and the node in which it meets. */
export interface Meeting {
  /** Its length, or the length that a way must stay under. */
  readonly bound: Float64Array;
  node: number;
}

/**
 * One side of a search: the nodes nearest to where it began, in order, forwards (distances from there) or backwards
 * (distances to there). It stops before a heavy node, one with many arcs, because the other side may well end the search
 * before: only the arcs between hubs are followed at once, and `open` has the others followed.
 */
export class Frontier {
  readonly heap: Heap;
  /** The residual arc by which a node was reached last: 2 × arc, + 1 where it is taken back. */
  readonly via: Int32Array;
  /** The distance below which everything is known. */
  readonly reach: Float64Array;
  readonly #graph: Residual;
  readonly #price: Float64Array;
  readonly #hubArcs: readonly number[];
  readonly #meeting: Meeting;
  readonly #sign: 1 | -1;
  readonly #limbs: number;
  readonly #label: Float64Array;
  readonly #settled: Int32Array;
  #settledCount = 0;
  readonly #heavies: number[] = [];
  #other: Frontier | null = null;

  /** @param sign 1 for forwards, −1 for backwards. @param price of all nodes, packed vectors. @param hubArcs arcs between hubs. */
  constructor(graph: Residual, price: Float64Array, hubArcs: readonly number[], meeting: Meeting, sign: 1 | -1) {
    const nodes = graph.firstInto.length;
    this.#graph = graph;
    this.#price = price;
    this.#hubArcs = hubArcs;
    this.#meeting = meeting;
    this.#sign = sign;
    this.#limbs = graph.limbs;
    this.heap = new Heap(nodes, graph.limbs);
    this.via = new Int32Array(nodes);
    this.reach = new Float64Array(graph.limbs);
    this.#label = new Float64Array(graph.limbs);
    this.#settled = new Int32Array(nodes);
  }

  begin(node: number, other: Frontier): void {
    this.heap.clear();
    this.#settledCount = 0;
    this.#heavies.length = 0;
    this.#other = other;
    this.#label.fill(0);
    this.heap.put(node, this.#label);
    this.reach.fill(0);
  }

  get size(): number {
    return this.#settledCount;
  }

  /** Whether a next node can be settled without opening a heavy one. */
  get isFree(): boolean {
    const top = this.heap.top();
    if (top === NONE) return false;
    return this.#heavies.length === 0 || compared(this.heap.distance, top * this.#limbs, this.reach, 0, this.#limbs) <= 0;
  }

  /** Settles the next node. */
  advance(): void {
    const node = this.heap.pop();
    this.#settled[this.#settledCount++] = node;
    if (this.#degree(node) > HEAVY) {
      this.#followHubs(node);
      this.#heavies.push(node);
    } else this.#follow(node);
    this.#see();
  }

  /** How many arcs the lightest of the heavy nodes has before which this side stands; infinite where there is none. */
  get weight(): number {
    return this.#heavies.reduce((least, node) => Math.min(least, this.#degree(node)), Number.POSITIVE_INFINITY);
  }

  /** Follows all arcs of the lightest heavy node. */
  open(): void {
    const weight = this.weight;
    const at = this.#heavies.findIndex(node => this.#degree(node) === weight);
    const [node] = this.#heavies.splice(at, 1);
    this.#follow(node!);
    this.#see();
  }

  /** Moves the prices of all nodes nearer than `end` by what they are nearer. */
  shift(end: Float64Array): void {
    const limbs = this.#limbs;
    const { distance } = this.heap;
    for (let s = 0; s < this.#settledCount; s++) {
      const at = this.#settled[s]! * limbs;
      if (compared(distance, at, end, 0, limbs) >= 0) continue;
      for (let l = 0; l < limbs; l++) this.#price[at + l]! -= this.#sign * (end[l]! - distance[at + l]!);
    }
  }

  /** The node before (forwards) or behind (backwards) one that was reached. */
  next(node: number): number {
    const via = this.via[node]!;
    const isHead = (via & 1) === (this.#sign > 0 ? 1 : 0);
    return isHead ? this.#graph.to[via >> 1]! : this.#graph.from[via >> 1]!;
  }

  #see(): void {
    if (this.#heavies.length > 0) {
      const at = this.#heavies[0]! * this.#limbs;
      for (let l = 0; l < this.#limbs; l++) this.reach[l] = this.heap.distance[at + l]!;
      return;
    }
    const top = this.heap.top();
    if (top === NONE) this.reach.fill(Number.POSITIVE_INFINITY);
    else for (let l = 0; l < this.#limbs; l++) this.reach[l] = this.heap.distance[top * this.#limbs + l]!;
  }

  #degree(node: number): number {
    const { into, out, bringing, taking } = this.#graph.counts;
    return this.#sign > 0 ? out[node]! + bringing[node]! : into[node]! + taking[node]!;
  }

  #follow(node: number): void {
    const { flow, capacity, from, to } = this.#graph;
    const isForwards = this.#sign > 0;
    const graph = this.#graph;
    const ends = isForwards ? to : from;
    const others = isForwards ? from : to;
    const next = isForwards ? graph.nextOut : graph.nextInto;
    for (let arc = (isForwards ? graph.firstOut : graph.firstInto)[node]!; arc !== NONE; arc = next[arc]!) {
      if (flow[arc]! < capacity[arc]!) this.#reachOver(node, ends[arc]!, arc, -1);
    }
    const carrying = isForwards ? graph.nextBringing : graph.nextTaking;
    for (let arc = (isForwards ? graph.firstBringing : graph.firstTaking)[node]!; arc !== NONE; arc = carrying[arc]!) {
      this.#reachOver(node, others[arc]!, arc, 1);
    }
  }

  /** Follows the arcs between a heavy node and other hubs, which are few. */
  #followHubs(node: number): void {
    const { flow, capacity, from, to } = this.#graph;
    const isForwards = this.#sign > 0;
    for (const arc of this.#hubArcs) {
      const [near, far] = isForwards ? [from[arc]!, to[arc]!] : [to[arc]!, from[arc]!];
      if (near === node && flow[arc]! < capacity[arc]!) this.#reachOver(node, far, arc, -1);
      if (far === node && flow[arc]! > 0) this.#reachOver(node, near, arc, 1);
    }
  }

  /**
   * Labels a node with its distance over a residual arc at `node`, if that is nearer than before and under the bound.
   * @param kind −1 for an arc with room, 1 for one that is taken back.
   */
  #reachOver(node: number, next: number, arc: number, kind: 1 | -1): void {
    if (this.heap.isOut(next)) return;
    const limbs = this.#limbs;
    const price = this.#price;
    const label = this.#label;
    const sign = this.#sign;
    const { bound } = this.#meeting;
    const { distance } = this.heap;
    let under = 0;
    for (let l = 0; l < limbs; l++) {
      const rise = price[node * limbs + l]! - price[next * limbs + l]!;
      label[l] = distance[node * limbs + l]! + kind * this.#graph.gain[arc * limbs + l]! + sign * rise;
      if (under === 0) {
        under = bound[l]! - label[l]!;
        if (under < 0) return;
      }
    }
    if (under === 0 || !this.heap.put(next, label)) return;
    this.via[next] = 2 * arc + (kind > 0 ? 1 : 0);
    if (this.#other!.heap.isReached(next)) this.#meet(next);
  }

  /** Takes note of a way through a node that both sides have reached, if it is shorter. */
  #meet(node: number): void {
    const limbs = this.#limbs;
    const { bound } = this.#meeting;
    const label = this.#label;
    const { distance } = this.#other!.heap;
    for (let l = 0; l < limbs; l++) label[l]! += distance[node * limbs + l]!;
    if (compared(label, 0, bound, 0, limbs) >= 0) return;
    bound.set(label);
    this.#meeting.node = node;
  }
}
