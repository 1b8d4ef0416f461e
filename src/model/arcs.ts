import { InternalError } from '../domain/errors.ts';
import type { Gains, Network } from '../solve/network-definition.ts';
import { widenArray } from '../solve/widened-array.ts';

/** The arcs of a network under construction. Gains are 0 until set, and a level that the objective lacks is ignored. */
export class ArcBuilder {
  readonly #levels: ReadonlyMap<string, number>;
  #from = new Int32Array(1024);
  #to = new Int32Array(1024);
  #capacity = new Int32Array(1024);
  #gains: Gains[];
  #count = 0;

  /**
   * @param largest for each level, the most that a unit can gain or lose on it: it decides how narrow its numbers are.
   */
  constructor(levels: readonly string[], largest: readonly number[]) {
    this.#levels = new Map(levels.map((level, index) => [level, index]));
    this.#gains = largest.map(gain => new (chooseArrayType(gain))(1024));
  }

  get count(): number {
    return this.#count;
  }

  add(from: number, to: number, capacity: number): number {
    if (this.#count === this.#from.length) this.#grow();
    this.#from[this.#count] = from;
    this.#to[this.#count] = to;
    this.#capacity[this.#count] = capacity;
    return this.#count++;
  }

  /**
   * Sets what a unit on an arc gains on a level. @throws InternalError if that is more than the level was said to have.
   */
  setGain(level: string, arc: number, gain: number): void {
    this.setGainAt(this.findLevelIndex(level), arc, gain);
  }

  /** The same for a level by its index; −1 for one that the objective lacks. */
  setGainAt(level: number, arc: number, gain: number): void {
    if (level < 0) return;
    const gains = this.#gains[level]!;
    gains[arc] = gain;
    if (gains[arc] !== gain)
      throw new InternalError(
        `a unit gains ${gain} on the level ${this.#findLevelName(level)}, more than was expected`,
      );
  }

  findLevelIndex(level: string): number {
    return this.#levels.get(level) ?? -1;
  }

  has(level: string): boolean {
    return this.#levels.has(level);
  }

  /** The network as it is now; arcs added later are not in it. */
  buildNetwork(nodes: number): Network {
    return {
      nodes,
      from: this.#from.subarray(0, this.#count),
      to: this.#to.subarray(0, this.#count),
      capacity: this.#capacity.subarray(0, this.#count),
      gains: this.#gains.map(gain => gain.subarray(0, this.#count)),
    };
  }

  #findLevelName(index: number): string | undefined {
    return [...this.#levels].find(([, other]) => other === index)?.[0];
  }

  #grow(): void {
    const size = 2 * this.#from.length;
    this.#from = widenArray(this.#from, new Int32Array(size));
    this.#to = widenArray(this.#to, new Int32Array(size));
    this.#capacity = widenArray(this.#capacity, new Int32Array(size));
    this.#gains = this.#gains.map((gain: Gains) => widenArray<Gains>(gain, new (gain.constructor as NumbersOf)(size)));
  }
}

type NumbersOf = new (size: number) => Gains;

/** The narrowest numbers that hold all integers up to one. */
function chooseArrayType(largest: number): NumbersOf {
  if (largest < 2 ** 7) return Int8Array;
  return largest < 2 ** 31 ? Int32Array : Float64Array;
}
