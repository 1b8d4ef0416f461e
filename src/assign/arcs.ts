import type { Network } from '../solve/network.ts';

/** The arcs of a network under construction. Gains are 0 until set, and a level that the objective lacks is ignored. */
export class Arcs {
  readonly #levels: ReadonlyMap<string, number>;
  #from = new Int32Array(1024);
  #to = new Int32Array(1024);
  #capacity = new Int32Array(1024);
  #gains: Float64Array[];
  #count = 0;

  constructor(levels: readonly string[]) {
    this.#levels = new Map(levels.map((level, index) => [level, index]));
    this.#gains = levels.map(() => new Float64Array(1024));
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

  /** Sets what a unit on an arc gains on a level. */
  gain(level: string, arc: number, gain: number): void {
    const index = this.#levels.get(level);
    if (index !== undefined) this.#gains[index]![arc] = gain;
  }

  has(level: string): boolean {
    return this.#levels.has(level);
  }

  ends(arc: number): { readonly from: number; readonly to: number; readonly capacity: number } {
    return { from: this.#from[arc]!, to: this.#to[arc]!, capacity: this.#capacity[arc]! };
  }

  network(nodes: number): Network {
    return {
      nodes,
      from: this.#from.slice(0, this.#count),
      to: this.#to.slice(0, this.#count),
      capacity: this.#capacity.slice(0, this.#count),
      gains: this.#gains.map(gain => gain.slice(0, this.#count)),
    };
  }

  #grow(): void {
    const size = 2 * this.#from.length;
    this.#from = widened(this.#from, new Int32Array(size));
    this.#to = widened(this.#to, new Int32Array(size));
    this.#capacity = widened(this.#capacity, new Int32Array(size));
    this.#gains = this.#gains.map(gain => widened(gain, new Float64Array(size)));
  }
}

function widened<Numbers extends Int32Array | Float64Array>(old: Numbers, wide: Numbers): Numbers {
  wide.set(old);
  return wide;
}
