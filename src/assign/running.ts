import { Circulation } from '../solve/circulation.ts';
import { addPacked, type Packing } from '../solve/packing.ts';
import type { Bundle, Encoding } from './encode.ts';
import { type LimitPrices, packedGuess } from './guess.ts';
import type { Task } from './task.ts';

/** A limit whose price is guessed lets everybody pass who pays it. */
const MORE_THAN_ALL = 2 ** 31 - 1;

/** A solver at work on an encoding: it is given the arcs, and takes in those that are added later. */
export class Running {
  readonly circulation: Circulation;
  readonly #task: Task;
  readonly #encoding: Encoding;
  readonly #packing: Packing;
  readonly #limitGuess: LimitPrices;
  /** The solver's number of each arc of the encoding. */
  readonly #numbers: number[] = [];

  /** Hands over all arcs that the encoding has. */
  constructor(task: Task, encoding: Encoding, packing: Packing, guess: LimitPrices) {
    this.#task = task;
    this.#limitGuess = guess;
    this.#encoding = encoding;
    this.#packing = packing;
    this.circulation = new Circulation(encoding.nodes.count, encoding.nodes.hubs, packing.limbs);
    const provisional = this.#hang();
    this.takeIn();
    for (const [bundle, arc] of provisional) {
      const arcs = numbersOf(bundle).map(own => ({ capacity: encoding.arcs.ends(own).capacity, gain: this.#gain(own) }));
      this.circulation.replace(arc, arcs).forEach((number, at) => {
        this.#numbers[bundle.begin + at] = number;
      });
    }
  }

  /** Units on an arc of the encoding. */
  flow(arc: number): number {
    return this.circulation.flow(this.#numbers[arc]!);
  }

  /** Hands over the arcs that were added since. */
  takeIn(): void {
    const { arcs, firstWant } = this.#encoding;
    for (let arc = Math.max(firstWant, this.#numbers.length); arc < arcs.count; arc++) {
      if (arc % 256 === 0) this.#task.watch('solve', arc, arcs.count);
      const { from, to, capacity } = arcs.ends(arc);
      this.#numbers[arc] = this.circulation.insert(from, to, capacity, this.#gain(arc));
    }
  }

  /** Hangs all arcs before the wants, for each bundle one in its place whose gain is guessed. */
  #hang(): ReadonlyMap<Bundle, number> {
    const { arcs, bundles, firstWant } = this.#encoding;
    const provisional = new Map<Bundle, number>();
    const bundleAt = new Map(bundles.map(bundle => [bundle.begin, bundle]));
    for (let arc = 0; arc < firstWant; ) {
      const { from, to, capacity } = arcs.ends(arc);
      const bundle = bundleAt.get(arc);
      const guess = bundle === undefined ? null : this.#guess(bundle);
      if (bundle === undefined || guess === null) {
        this.#numbers[arc] = this.circulation.hang(from, to, capacity, this.#gain(arc));
        arc++;
        continue;
      }
      const capacities = numbersOf(bundle).map(own => arcs.ends(own).capacity);
      const total = bundle.limit === null ? capacities.reduce((sum, units) => sum + units) : MORE_THAN_ALL;
      provisional.set(bundle, this.circulation.hang(from, to, total, guess));
      arc = bundle.end;
    }
    return provisional;
  }

  /**
   * A limit's units are taken to gain what leaves them without a price in a sample of the people, and a mentor's places what
   * the place gains that an average mentor would fill last. null where the true gains will do.
   */
  #guess({ limit, mentor, begin, end }: Bundle): Float64Array | null {
    if (mentor !== null) {
      const { roster } = this.#task;
      const average = Math.ceil(roster.mentees.length / roster.mentors.length);
      return this.#gain(Math.min(begin + average, end) - 1);
    }
    const guess = packedGuess(limit!, this.#packing, this.#limitGuess, this.#encoding.levels);
    const last = this.#gain(end - 1);
    return guess === null || guess.every((part, l) => part === last[l]) ? null : guess;
  }

  #gain(arc: number): Float64Array {
    const { arcs } = this.#encoding;
    const gain = new Float64Array(this.#packing.limbs);
    for (let level = 0; level < arcs.levels; level++) addPacked(this.#packing, gain, 0, level, arcs.gainOf(level, arc));
    return gain;
  }
}

function numbersOf({ begin, end }: Bundle): number[] {
  return Array.from({ length: end - begin }, (_, at) => begin + at);
}
