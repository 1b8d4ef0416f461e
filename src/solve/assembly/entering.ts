import { Stretches } from './arc-stretches';
import { Arcs, TREE } from './arcs';

/** How many blocks there are to √m arcs: a finer block costs less to look through, and its best is worth less. */
const FINENESS = 4.0;

/** The fewest arcs of a block. */
const LEAST: i32 = 16;

/**
 * Finds arcs worth pivoting on, the best of a block at a time: it walks round the arcs of a part of the network, a
 * block after the other, and stops behind the first block in which any arc is worth something; where none is, it goes
 * on to the next part. Since neighbouring arcs have nothing to do with each other (mixed-order.ts), the best of a block
 * is nearly as good as the best of all. Király & Kovács (2012), §4 (block search).
 */
export class Entering {
  private arcs: Arcs;
  private stretches: Stretches;
  private prices: StaticArray<StaticArray<f64>>;
  /** Of the kinds of gains, the first that counts, and how many do. */
  private kind: i32 = 0;
  private limbs: i32 = 0;
  /** The part that is walked round, how many arcs it has, and how many make a block. */
  private part: i32 = 0;
  private size: i32 = 0;
  private block: i32 = 0;
  /** Where the walk is. */
  private stretch: i32 = 0;
  private next: i32 = 0;

  constructor(arcs: Arcs, stretches: Stretches, prices: StaticArray<StaticArray<f64>>) {
    this.arcs = arcs;
    this.stretches = stretches;
    this.prices = prices;
  }

  /** Begins a climb by some kinds of gains. */
  start(kind: i32, limbs: i32): void {
    this.kind = kind;
    this.limbs = limbs;
    if (this.stretches.parts > 0) this.enter(0);
  }

  /** The next arc to enter the tree; −1 only after a whole round through all parts without a find. */
  findEnteringArc(): i32 {
    for (let quiet = 0; quiet < this.stretches.parts; quiet++) {
      for (let left = this.size; left > 0; ) {
        const end = this.stretches.ends[this.stretch];
        const first = this.next;
        const stop = min(first + this.block, end);
        left -= stop - first;
        this.next = stop;
        if (stop === end) this.turn();
        const best = this.limbs === 1 ? this.bestOf(first, stop) : this.bestByLimbs(first, stop);
        if (best >= 0) return best;
      }
      this.enter(this.part + 1 < this.stretches.parts ? this.part + 1 : 0);
    }
    return -1;
  }

  private enter(part: i32): void {
    this.part = part;
    this.size = this.stretches.sizeOf(part);
    this.block = max(LEAST, <i32>(Math.sqrt(this.size) / FINENESS));
    this.stretch = this.stretches.firsts[part];
    this.next = this.stretches.begins[this.stretch];
  }

  /** Goes on to the next stretch of the part, after the last to the first. */
  private turn(): void {
    const isLast = this.stretch + 1 === this.stretches.firsts[this.part + 1];
    this.stretch = isLast ? this.stretches.firsts[this.part] : this.stretch + 1;
    this.next = this.stretches.begins[this.stretch];
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
      if (this.arcs.stands[arc] !== TREE && this.isBetter(arc, best)) best = arc;
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
