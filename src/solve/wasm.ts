/**
 * The simplex's inner loops as WebAssembly (assembly/), and its memory as typed arrays. V8 reads the length
 * and address of a typed array anew at every access, unless it is a constant: the same loops in JavaScript
 * take twice to three times as long.
 */
import { loadModule } from './assembled.ts';

/** What is used of what TypeScript only knows of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** What assembly/simplex.ts exports. */
interface SimplexExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly begin: (nodes: number, kinds: number) => void;
  readonly widen: (arcs: number) => void;
  readonly lay: (stretches: number, parts: number) => void;
  readonly firsts: () => number;
  readonly begins: () => number;
  readonly ends: () => number;
  readonly climb: (kind: number, limbs: number, mostPivots: number) => number;
  readonly close: (kind: number) => void;
  readonly from: () => number;
  readonly to: () => number;
  readonly capacity: () => number;
  readonly flow: () => number;
  readonly stands: () => number;
  readonly above: () => number;
  readonly gain: (kind: number) => number;
  readonly price: (kind: number) => number;
}

/** Arcs as a simplex has them, in an order of its own: their ends, and how they stand. */
export interface ArcStates {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly capacity: Int32Array;
  readonly flow: Int32Array;
  /** TREE (in the tree, or closed), LOWER or UPPER (outside of it): the sign of a reduced gain worth having. */
  readonly stands: Int8Array;
  /** For each kind of gain, what a unit gains. */
  readonly gains: readonly Float64Array[];
}

/** Arcs that stand one after the other, and the one behind the last. */
export interface ArcRange {
  readonly begin: number;
  readonly end: number;
}

export const LOWER = 1;
export const TREE = 0;
export const UPPER = -1;

const MOST_PIVOTS = 2 ** 31 - 1;

let compiled: object | null = null;

/** A network simplex with a memory of its own; see assembly/simplex.ts. */
export class SimplexMachine {
  readonly #nodes: number;
  readonly #kinds: number;
  readonly #exports: SimplexExports;
  #count: number;
  /** Views of the memory; `reserve` and `setRanges` make them anew, because views of a memory that grew are empty. */
  arcs: ArcStates;

  /** Begins with arc v < nodes from each node v to a root outside the network. @param kinds of gains that arcs have. */
  constructor(nodes: number, kinds: number) {
    compiled ??= new WebAssembly.Module(loadModule());
    this.#nodes = nodes;
    this.#kinds = kinds;
    this.#exports = new WebAssembly.Instance(compiled).exports as SimplexExports;
    this.#exports.begin(nodes, kinds);
    this.#count = nodes;
    this.arcs = this.#makeViews();
  }

  /** Makes room for arcs up to a count; nothing of the new ones is set. */
  reserve(arcs: number): void {
    this.#exports.widen(arcs);
    this.#count = arcs;
    this.arcs = this.#makeViews();
  }

  /** Says in which stretches the arcs of each part of the network stand: climbs go through one part after the other. */
  setRanges(parts: ReadonlyArray<readonly ArcRange[]>): void {
    const all = parts.flat();
    const { memory, lay, firsts, begins, ends } = this.#exports;
    lay(all.length, parts.length);
    const first = new Int32Array(memory.buffer, firsts(), parts.length + 1);
    first[0] = 0;
    parts.forEach((stretches, part) => {
      first[part + 1] = first[part]! + stretches.length;
    });
    new Int32Array(memory.buffer, begins(), all.length).set(all.map(({ begin }) => begin));
    new Int32Array(memory.buffer, ends(), all.length).set(all.map(({ end }) => end));
    this.arcs = this.#makeViews();
  }

  /** Pivots until no open arc is worth anything by some kinds of gains, the first limb first. @returns how often. */
  optimise(kind: number, limbs: number, mostPivots = MOST_PIVOTS): number {
    return this.#exports.climb(kind, limbs, Math.min(mostPivots, MOST_PIVOTS));
  }

  /** Closes the arcs on which nothing may move any more without loss by a kind of gain, after a climb by it. */
  fix(kind: number): void {
    this.#exports.close(kind);
  }

  /** What nodes asked when a kind of gain was last climbed by; as seen from node 0, which asks nothing. */
  readPrices(kind: number): Float64Array {
    const price = new Float64Array(this.#exports.memory.buffer, this.#exports.price(kind), this.#nodes);
    return price.map(own => own - price[0]!);
  }

  /** The arcs of the tree. */
  get inside(): Int32Array {
    return new Int32Array(this.#exports.memory.buffer, this.#exports.above(), this.#nodes);
  }

  #makeViews(): ArcStates {
    const { memory, from, to, capacity, flow, stands, gain } = this.#exports;
    const viewInts = (at: number) => new Int32Array(memory.buffer, at, this.#count);
    return {
      from: viewInts(from()),
      to: viewInts(to()),
      capacity: viewInts(capacity()),
      flow: viewInts(flow()),
      stands: new Int8Array(memory.buffer, stands(), this.#count),
      gains: Array.from({ length: this.#kinds }, (_, kind) => new Float64Array(memory.buffer, gain(kind), this.#count)),
    };
  }
}
