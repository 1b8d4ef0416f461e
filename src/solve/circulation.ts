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
import { Frontier, type Meeting } from './frontier.ts';
import { NONE, Residual } from './residual.ts';
import { compared } from './vectors.ts';

export class Circulation {
  readonly limbs: number;
  /** The price of node v is the packed vector from v × limbs. */
  readonly price: Float64Array;
  readonly #graph: Residual;
  readonly #hubs: number;
  readonly #hubArcs: number[] = [];
  readonly #isPriced: Uint8Array;
  readonly #meeting: Meeting;
  readonly #forwards: Frontier;
  readonly #backwards: Frontier;
  readonly #ends: readonly [Float64Array, Float64Array];

  /** @param hubs nodes 0 … hubs − 1 may have very many arcs, but few among each other. */
  constructor(nodes: number, hubs: number, limbs: number) {
    this.limbs = limbs;
    this.price = new Float64Array(nodes * limbs);
    this.#graph = new Residual(nodes, limbs);
    this.#hubs = hubs;
    this.#isPriced = new Uint8Array(nodes);
    this.#isPriced[0] = 1;
    this.#meeting = { bound: new Float64Array(limbs), node: NONE };
    this.#forwards = new Frontier(this.#graph, this.price, this.#hubArcs, this.#meeting, 1);
    this.#backwards = new Frontier(this.#graph, this.price, this.#hubArcs, this.#meeting, -1);
    this.#ends = [new Float64Array(limbs), new Float64Array(limbs)];
  }

  get arcs(): number {
    return this.#graph.count;
  }

  /** Units on an arc. */
  flow(arc: number): number {
    return this.#graph.flow[arc]!;
  }

  /**
   * Adds an arc before anything flows, and sets the price of whichever end has none so that the arc gains nothing. A head
   * that has a price is lowered where it must be: all arcs into a node have to be hung before any out of it.
   * @param gain a packed vector. @returns the arc's number.
   */
  hang(from: number, to: number, capacity: number, gain: Float64Array): number {
    const arc = this.#graph.add(from, to, capacity, gain);
    const { price, limbs } = this;
    const isPriced = this.#isPriced;
    if (isPriced[from] === 1) {
      const fits = isPriced[to] === 1 && !this.#gains(arc, 1);
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
    const arc = this.#graph.add(from, to, capacity, gain);
    this.#settleIn(arc, 0);
    return arc;
  }

  /**
   * Puts other arcs between the same ends in the place of one, and makes the flow and the prices optimal again. What the arc
   * carries goes over to them, to the first ones first, as far as they hold it; the rest finds other ways. For an arc whose
   * gain was a guess, made because a search is short where prices are nearly right from the start.
   * @param arcs with falling gains. @returns their numbers.
   */
  replace(
    provisional: number,
    arcs: readonly { readonly capacity: number; readonly gain: Float64Array }[],
  ): readonly number[] {
    const graph = this.#graph;
    const from = graph.from[provisional]!;
    const to = graph.to[provisional]!;
    let units = graph.hide(provisional);
    const numbers = arcs.map(({ capacity, gain }) => graph.add(from, to, capacity, gain));
    const shares = arcs.map(({ capacity }) => {
      const share = Math.min(units, capacity);
      units -= share;
      return share;
    });
    numbers.forEach((arc, at) => {
      this.#settleIn(arc, shares[at]!);
    });
    while (units > 0) {
      this.#meeting.bound.fill(Number.POSITIVE_INFINITY);
      this.#search(from, to);
      this.#settle();
      if (this.#meeting.node === NONE) throw new Error(`arc ${provisional} carries more than can go elsewhere`);
      units -= this.#push(from, to, units);
    }
    return numbers;
  }

  /** Makes a new arc that carries some units optimal: filled while it gains, emptied while it loses. */
  #settleIn(arc: number, units: number): void {
    const from = this.#graph.from[arc]!;
    const to = this.#graph.to[arc]!;
    const capacity = this.#graph.capacity[arc]!;
    while (units < capacity && this.#gains(arc, 1)) {
      this.#search(to, from);
      this.#settle();
      if (this.#meeting.node !== NONE) units += this.#push(to, from, capacity - units);
    }
    while (units > 0 && this.#gains(arc, -1)) {
      this.#search(from, to);
      this.#settle();
      if (this.#meeting.node !== NONE) units -= this.#push(from, to, units);
    }
    this.#graph.show(arc, units);
    if (from < this.#hubs && to < this.#hubs) this.#hubArcs.push(arc);
  }

  #link(arc: number): void {
    this.#graph.link(arc);
    if (this.#graph.from[arc]! < this.#hubs && this.#graph.to[arc]! < this.#hubs) this.#hubArcs.push(arc);
  }

  /** Whether a unit more (1) or a unit less (−1) on an arc gains; leaves by how much as the bound of the next search. */
  #gains(arc: number, units: 1 | -1): boolean {
    const { limbs, price } = this;
    const { bound } = this.#meeting;
    const from = this.#graph.from[arc]! * limbs;
    const to = this.#graph.to[arc]! * limbs;
    let sign = 0;
    for (let l = 0; l < limbs; l++) {
      bound[l] = units * (this.#graph.gain[arc * limbs + l]! + price[to + l]! - price[from + l]!);
      if (sign === 0) sign = bound[l]!;
    }
    return sign > 0;
  }

  /** Looks for the shortest residual path that is shorter than the bound, from both ends. */
  #search(source: number, target: number): void {
    const forwards = this.#forwards;
    const backwards = this.#backwards;
    this.#meeting.node = NONE;
    forwards.begin(source, backwards);
    backwards.begin(target, forwards);
    while (this.#maySeeMore()) {
      const isFree = forwards.isFree;
      const isOtherFree = backwards.isFree;
      if (isFree && (!isOtherFree || forwards.size < backwards.size)) forwards.advance();
      else if (isOtherFree) backwards.advance();
      else if (forwards.weight < backwards.weight) forwards.open();
      else backwards.open();
    }
  }

  /** Whether a path could still be shorter than the bound. */
  #maySeeMore(): boolean {
    const { bound } = this.#meeting;
    const near = this.#forwards.reach;
    const far = this.#backwards.reach;
    for (let l = 0; l < this.limbs; l++) {
      const difference = near[l]! + far[l]! - bound[l]!;
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  /** Moves prices so that the path found costs nothing, or where there is none, the arc gains nothing. */
  #settle(): void {
    const { bound } = this.#meeting;
    const [near, far] = this.#ends;
    far.set(compared(this.#backwards.reach, 0, bound, 0, this.limbs) < 0 ? this.#backwards.reach : bound);
    for (let l = 0; l < this.limbs; l++) near[l] = bound[l]! - far[l]!;
    this.#backwards.shift(far);
    this.#forwards.shift(near);
  }

  /** Sends as much as fits, `most` at most, over the path that was found between two nodes. @returns how much. */
  #push(source: number, target: number, most: number): number {
    const ways = [
      { side: this.#forwards, end: source },
      { side: this.#backwards, end: target },
    ];
    let units = most;
    for (const { side, end } of ways) {
      for (let node = this.#meeting.node; node !== end; node = side.next(node)) {
        units = Math.min(units, this.#roomOn(side.via[node]!));
      }
    }
    for (const { side, end } of ways) {
      for (let node = this.#meeting.node; node !== end; node = side.next(node)) {
        const via = side.via[node]!;
        this.#graph.change(via >> 1, (via & 1) === 1 ? -units : units);
      }
    }
    return units;
  }

  #roomOn(via: number): number {
    const { flow, capacity } = this.#graph;
    const arc = via >> 1;
    return (via & 1) === 1 ? flow[arc]! : capacity[arc]! - flow[arc]!;
  }
}
