/**
 * Exact largest circulation by inserting one arc after the other.
 *
 * Problem. That of network.ts: a circulation within the capacities whose vector of gains is lexicographically largest.
 * Vectors come packed (packing.ts); the algorithm only adds and compares them, so any number of limbs will do.
 *
 * Notation. At prices π, an arc u → v with gain g has the reduced gain g + π(v) − π(u). The residual arcs are the arcs with
 * room, and the carrying arcs backwards at the opposite gain. Flow and prices are optimal when no residual arc has a
 * positive reduced gain; the cost of a residual arc is its reduced gain with the sign turned, so never below 0.
 *
 * Method. Start with a flow of 0 and arcs that do not gain at their prices (`hang` sets the prices so). `insert` adds an arc
 * u → v and keeps the optimum: while it has room and gains, the cheapest residual path v ⇝ u is looked for, backwards from u
 * (Dijkstra), but only among paths that cost less than the arc gains. If there is one, a unit more goes around the cycle; if
 * there is none, the prices of what was searched rise until the arc gains nothing. Either way every node nearer than the
 * search's end rises by the difference, which keeps all costs at 0 or more. It is the method of successive shortest paths,
 * with the arcs as sources: Ahuja, Magnanti & Orlin, Network Flows (1993), §9.7; early ends and updates of the settled
 * nodes only as in Jonker & Volgenant, Computing 38 (1987), 325–340, §3; new arcs on a solved problem: §9.11 (sensitivity).
 *
 * Complexity. A search costs O(s log s) with s the arcs it sees; a unit more is found by one search. Searches stay near
 * their arc where values differ; in the worst case s is all arcs. Memory: 40 bytes an arc and a limb, 70 a node.
 *
 * Assumes: integers whose sums stay exact (unsafeLevel in network.ts). Cannot detect: a hung arc whose prices cannot be set
 * because both ends have prices already and the arc gains; such an arc must be inserted.
 */
import { Heap } from './heap.ts';

const NONE = -1;

export class Circulation {
  readonly limbs: number;
  /** The price of node v is the vector from v × limbs. */
  readonly price: Float64Array;
  #from = new Int32Array(1024);
  #to = new Int32Array(1024);
  #capacity = new Int32Array(1024);
  #flow = new Int32Array(1024);
  #gain: Float64Array;
  #count = 0;
  /** The arcs into each node, in the order in which they came. */
  readonly #firstInto: Int32Array;
  readonly #lastInto: Int32Array;
  #nextInto = new Int32Array(1024);
  /** The arcs out of each node that carry something. */
  readonly #firstCarrying: Int32Array;
  #nextCarrying = new Int32Array(1024);
  #previousCarrying = new Int32Array(1024);
  readonly #isPriced: Uint8Array;
  /** For a node that is reached: the residual arc towards the end of the search, as 2 × arc, + 1 where it is taken back. */
  readonly #via: Int32Array;
  readonly #bound: Float64Array;
  readonly #label: Float64Array;
  readonly #heap: Heap;
  readonly #settled: Int32Array;

  constructor(nodes: number, limbs: number) {
    this.limbs = limbs;
    this.price = new Float64Array(nodes * limbs);
    this.#gain = new Float64Array(1024 * limbs);
    this.#firstInto = new Int32Array(nodes).fill(NONE);
    this.#lastInto = new Int32Array(nodes).fill(NONE);
    this.#firstCarrying = new Int32Array(nodes).fill(NONE);
    this.#isPriced = new Uint8Array(nodes);
    this.#isPriced[0] = 1;
    this.#via = new Int32Array(nodes);
    this.#bound = new Float64Array(limbs);
    this.#label = new Float64Array(limbs);
    this.#heap = new Heap(nodes, limbs);
    this.#settled = new Int32Array(nodes);
  }

  get arcs(): number {
    return this.#count;
  }

  /** Units on an arc. */
  flow(arc: number): number {
    return this.#flow[arc]!;
  }

  /**
   * Adds an arc before anything flows, and sets the price of whichever end has none so that the arc gains nothing. A head
   * that has a price is lowered where it must be: all arcs into a node have to be hung before any out of it.
   * @param gain a packed vector. @returns the arc's number.
   */
  hang(from: number, to: number, capacity: number, gain: Float64Array): number {
    const arc = this.#add(from, to, capacity, gain);
    const { price, limbs } = this;
    const isPriced = this.#isPriced;
    if (isPriced[from] === 1) {
      const fits = isPriced[to] === 1 && !this.#gains(arc);
      if (!fits) for (let l = 0; l < limbs; l++) price[to * limbs + l] = price[from * limbs + l]! - gain[l]!;
      isPriced[to] = 1;
    } else {
      for (let l = 0; l < limbs; l++) price[from * limbs + l] = price[to * limbs + l]! + gain[l]!;
      isPriced[from] = 1;
    }
    this.#link(arc);
    return arc;
  }

  /** Adds an arc and makes the flow and the prices optimal again. @returns the arc's number. */
  insert(from: number, to: number, capacity: number, gain: Float64Array): number {
    const arc = this.#add(from, to, capacity, gain);
    while (this.#flow[arc]! < capacity && this.#gains(arc)) {
      const isReached = this.#search(arc);
      this.#raise();
      if (isReached) this.#push(arc);
    }
    this.#link(arc);
    return arc;
  }

  #add(from: number, to: number, capacity: number, gain: Float64Array): number {
    const arc = this.#count++;
    if (arc === this.#from.length) this.#grow();
    this.#from[arc] = from;
    this.#to[arc] = to;
    this.#capacity[arc] = capacity;
    this.#nextInto[arc] = NONE;
    for (let l = 0; l < this.limbs; l++) this.#gain[arc * this.limbs + l] = gain[l]!;
    return arc;
  }

  #link(arc: number): void {
    const head = this.#to[arc]!;
    const last = this.#lastInto[head]!;
    if (last === NONE) this.#firstInto[head] = arc;
    else this.#nextInto[last] = arc;
    this.#lastInto[head] = arc;
  }

  /** Whether an arc's reduced gain is positive; leaves it in #bound. */
  #gains(arc: number): boolean {
    const { limbs, price } = this;
    const from = this.#from[arc]! * limbs;
    const to = this.#to[arc]! * limbs;
    let sign = 0;
    for (let l = 0; l < limbs; l++) {
      const gain = this.#gain[arc * limbs + l]! + price[to + l]! - price[from + l]!;
      this.#bound[l] = gain;
      if (sign === 0) sign = gain;
    }
    return sign > 0;
  }

  #settledCount = 0;

  /**
   * Looks backwards from the tail of an arc for the nearest path from its head, nearer than #bound (what the arc gains).
   * Afterwards #bound is the distance at which the search ended. @returns whether the head was reached.
   */
  #search(arc: number): boolean {
    const heap = this.#heap;
    const source = this.#from[arc]!;
    const target = this.#to[arc]!;
    heap.clear();
    this.#settledCount = 0;
    this.#label.fill(0);
    heap.put(source, this.#label);
    let isReached = false;
    for (let node = heap.pop(); node >= 0; node = heap.pop()) {
      if (!this.#isNearer(node)) break;
      this.#settled[this.#settledCount++] = node;
      if (this.#spread(node, target)) isReached = true;
    }
    return isReached;
  }

  #isNearer(node: number): boolean {
    const { distance } = this.#heap;
    const { limbs } = this;
    for (let l = 0; l < limbs; l++) {
      const difference = distance[node * limbs + l]! - this.#bound[l]!;
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  /** Reaches everybody with a residual arc into a node. @returns whether the target is reached nearer than before. */
  #spread(node: number, target: number): boolean {
    const capacity = this.#capacity;
    const flow = this.#flow;
    let isReached = false;
    for (let arc = this.#firstInto[node]!; arc !== NONE; arc = this.#nextInto[arc]!) {
      if (flow[arc]! === capacity[arc]!) continue;
      if (this.#reach(node, this.#from[arc]!, arc, -1, target)) {
        isReached = true;
        if (!this.#isNearer(node)) return true;
      }
    }
    for (let arc = this.#firstCarrying[node]!; arc !== NONE; arc = this.#nextCarrying[arc]!) {
      if (this.#reach(node, this.#to[arc]!, arc, 1, target)) {
        isReached = true;
        if (!this.#isNearer(node)) return true;
      }
    }
    return isReached;
  }

  /**
   * Labels a node with its distance over a residual arc into `node`, if that is nearer than its label and the bound.
   * @param sign −1 for an arc with room from `next`; 1 for a carrying arc to `next`, to be taken back.
   * @returns whether `next` is the target and was labelled.
   */
  #reach(node: number, next: number, arc: number, sign: number, target: number): boolean {
    const { limbs, price } = this;
    const heap = this.#heap;
    const label = this.#label;
    const bound = this.#bound;
    const gain = this.#gain;
    let nearer = 0;
    for (let l = 0; l < limbs; l++) {
      const cost = sign * gain[arc * limbs + l]! + price[next * limbs + l]! - price[node * limbs + l]!;
      const distance = heap.distance[node * limbs + l]! + cost;
      label[l] = distance;
      if (nearer === 0) {
        nearer = bound[l]! - distance;
        if (nearer < 0) return false;
      }
    }
    if (nearer === 0) return false;
    const via = 2 * arc + (sign > 0 ? 1 : 0);
    if (next === target) {
      bound.set(label);
      this.#via[next] = via;
      return true;
    }
    if (heap.put(next, label)) this.#via[next] = via;
    return false;
  }

  /** Raises the price of every settled node by what it is nearer than the end of the search. */
  #raise(): void {
    const { limbs, price } = this;
    const { distance } = this.#heap;
    for (let s = 0; s < this.#settledCount; s++) {
      const at = this.#settled[s]! * limbs;
      for (let l = 0; l < limbs; l++) price[at + l]! += this.#bound[l]! - distance[at + l]!;
    }
  }

  /** Sends as much as fits around an arc and the path that was found from its head to its tail. */
  #push(arc: number): void {
    const source = this.#from[arc]!;
    let units = this.#capacity[arc]! - this.#flow[arc]!;
    for (let node = this.#to[arc]!; node !== source; node = this.#after(node)) {
      units = Math.min(units, this.#roomOn(this.#via[node]!));
    }
    this.#change(arc, units);
    for (let node = this.#to[arc]!; node !== source; ) {
      const via = this.#via[node]!;
      node = this.#after(node);
      this.#change(via >> 1, (via & 1) === 1 ? -units : units);
    }
  }

  #after(node: number): number {
    const via = this.#via[node]!;
    return (via & 1) === 1 ? this.#from[via >> 1]! : this.#to[via >> 1]!;
  }

  #roomOn(via: number): number {
    const arc = via >> 1;
    return (via & 1) === 1 ? this.#flow[arc]! : this.#capacity[arc]! - this.#flow[arc]!;
  }

  #change(arc: number, units: number): void {
    const before = this.#flow[arc]!;
    this.#flow[arc] = before + units;
    if (before === 0) this.#carry(arc);
    else if (before + units === 0) this.#uncarry(arc);
  }

  #carry(arc: number): void {
    const tail = this.#from[arc]!;
    const first = this.#firstCarrying[tail]!;
    this.#nextCarrying[arc] = first;
    this.#previousCarrying[arc] = NONE;
    if (first !== NONE) this.#previousCarrying[first] = arc;
    this.#firstCarrying[tail] = arc;
  }

  #uncarry(arc: number): void {
    const next = this.#nextCarrying[arc]!;
    const previous = this.#previousCarrying[arc]!;
    if (next !== NONE) this.#previousCarrying[next] = previous;
    if (previous !== NONE) this.#nextCarrying[previous] = next;
    else this.#firstCarrying[this.#from[arc]!] = next;
  }

  #grow(): void {
    const size = 2 * this.#from.length;
    const wider = (old: Int32Array) => {
      const wide = new Int32Array(size);
      wide.set(old);
      return wide;
    };
    this.#from = wider(this.#from);
    this.#to = wider(this.#to);
    this.#capacity = wider(this.#capacity);
    this.#flow = wider(this.#flow);
    this.#nextInto = wider(this.#nextInto);
    this.#nextCarrying = wider(this.#nextCarrying);
    this.#previousCarrying = wider(this.#previousCarrying);
    const gain = new Float64Array(size * this.limbs);
    gain.set(this.#gain);
    this.#gain = gain;
  }
}
