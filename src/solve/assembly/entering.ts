import { Arcs, INSIDE } from './arcs';

/** How many blocks there are to √m arcs: a finer block costs less to look through, and its best is worth less. */
const FINENESS = 4.0;

/** The fewest arcs of a block. */
const LEAST: i32 = 16;

/**
 * Finds arcs worth pivoting on, the best of a block at a time: it walks round all arcs, a block after the other, and stops
 * behind the first block in which any arc is worth something. Since neighbouring arcs have nothing to do with each other
 * (mixed.ts), the best of a block is nearly as good as the best of all. Király & Kovács (2012), §4 (block search).
 */
export class Entering {
  private arcs: Arcs;
  private prices: StaticArray<StaticArray<f64>>;
  /** Of the kinds of gains, the first that counts, and how many do. */
  private kind: i32 = 0;
  private limbs: i32 = 0;
  /** The first arc that may enter. */
  private begin: i32;
  private block: i32 = 0;
  private next: i32 = 0;

  constructor(arcs: Arcs, prices: StaticArray<StaticArray<f64>>, begin: i32) {
    this.arcs = arcs;
    this.prices = prices;
    this.begin = begin;
  }

  /** Begins a climb by some kinds of gains. */
  start(kind: i32, limbs: i32): void {
    this.kind = kind;
    this.limbs = limbs;
    this.block = max(LEAST, <i32>(Math.sqrt(this.arcs.count - this.begin) / FINENESS));
    this.next = this.begin;
  }

  /** The next arc to enter the tree; −1 only after a whole round without a find. */
  take(): i32 {
    const end = this.arcs.count;
    for (let left = end - this.begin; left > 0; ) {
      const stop = min(this.next + this.block, end);
      const best = this.limbs === 1 ? this.bestOf(this.next, stop) : this.bestByLimbs(this.next, stop);
      left -= stop - this.next;
      this.next = stop === end ? this.begin : stop;
      if (best >= 0) return best;
    }
    return -1;
  }

  /** The arc that is worth most of those from `first` to `stop` − 1; −1 where none is worth anything. */
  private bestOf(first: i32, stop: i32): i32 {
    const from = this.arcs.from;
    const to = this.arcs.to;
    const stands = this.arcs.stands;
    const gain = this.arcs.gains[this.kind];
    const price = this.prices[this.kind];
    let best = -1;
    let most: f64 = 0;
    for (let arc = first; arc < stop; arc++) {
      const worth = <f64>stands[arc] * (gain[arc] + price[to[arc]] - price[from[arc]]);
      if (worth > most) {
        best = arc;
        most = worth;
      }
    }
    return best;
  }

  /** The same where what an arc is worth has several limbs. */
  private bestByLimbs(first: i32, stop: i32): i32 {
    let best = -1;
    for (let arc = first; arc < stop; arc++) {
      if (this.arcs.stands[arc] !== INSIDE && this.isBetter(arc, best)) best = arc;
    }
    return best;
  }

  /** Whether an arc is worth more than another, or than nothing (−1). */
  private isBetter(arc: i32, than: i32): bool {
    for (let limb = 0; limb < this.limbs; limb++) {
      const difference = this.worthOf(arc, limb) - (than < 0 ? 0 : this.worthOf(than, limb));
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  private worthOf(arc: i32, limb: i32): f64 {
    const arcs = this.arcs;
    const price = this.prices[this.kind + limb];
    return <f64>arcs.stands[arc] * (arcs.gains[this.kind + limb][arc] + price[arcs.to[arc]] - price[arcs.from[arc]]);
  }
}
