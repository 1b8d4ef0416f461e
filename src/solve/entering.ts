import type { ArcStates } from './pivot.ts';

/** The fewest arcs of a block. */
const LEAST = 16;

/**
 * Finds arcs worth pivoting on, the best of a block at a time: it walks round all arcs, a block of √m after the other, and stops
 * behind the first block in which any arc is worth something. Since neighbouring arcs have nothing to do with each other
 * (mixed.ts), the best of a block is nearly as good as the best of all. Király & Kovács (2012), §4 (block search).
 */
export class Entering {
  readonly #arcs: ArcStates;
  /** A number an arc, or a node, for each limb. */
  readonly #gain: readonly Float64Array[];
  readonly #price: readonly Float64Array[];
  readonly #first: number;
  readonly #block: number;
  #next: number;

  /** @param first the first arc that may enter. */
  constructor(arcs: ArcStates, gain: readonly Float64Array[], price: readonly Float64Array[], first: number) {
    this.#arcs = arcs;
    this.#gain = gain;
    this.#price = price;
    this.#first = first;
    this.#block = Math.max(LEAST, Math.floor(Math.sqrt(arcs.from.length - first)));
    this.#next = first;
  }

  /** The next arc to enter the tree; −1 only after a whole round without a find. */
  take(): number {
    const { stands } = this.#arcs;
    const end = stands.length;
    for (let left = end - this.#first; left > 0; ) {
      const stop = Math.min(this.#next + this.#block, end);
      const best = this.#bestOf(this.#next, stop);
      left -= stop - this.#next;
      this.#next = stop === end ? this.#first : stop;
      if (best >= 0) return best;
    }
    return -1;
  }

  /** The arc that is worth most of those from `first` to `stop` − 1; −1 where none is worth anything. */
  #bestOf(first: number, stop: number): number {
    const { from, to, stands } = this.#arcs;
    const gain = this.#gain[0]!;
    const price = this.#price[0]!;
    const hasMore = this.#gain.length > 1;
    let best = -1;
    let most = 0;
    for (let arc = first; arc < stop; arc++) {
      const worth = stands[arc]! * (gain[arc]! + price[to[arc]!]! - price[from[arc]!]!);
      if (worth > most) {
        best = arc;
        most = worth;
      } else if (hasMore && worth === most && stands[arc] !== 0 && this.#isBetter(arc, best)) best = arc;
    }
    return best;
  }

  /** Whether an arc is worth more than another, or than nothing (−1), from the second limb on. */
  #isBetter(arc: number, than: number): boolean {
    for (let limb = 1; limb < this.#gain.length; limb++) {
      const difference = this.#worthOf(arc, limb) - (than < 0 ? 0 : this.#worthOf(than, limb));
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  #worthOf(arc: number, limb: number): number {
    const { from, to, stands } = this.#arcs;
    const price = this.#price[limb]!;
    return stands[arc]! * (this.#gain[limb]![arc]! + price[to[arc]!]! - price[from[arc]!]!);
  }
}
