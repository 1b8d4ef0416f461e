/**
 * The simplex's inner loops as WebAssembly (assembly/), and its memory as typed arrays. V8 reads the length and address of a
 * typed array anew at every access, unless it is a constant: the same loops in JavaScript take twice to three times as long.
 */
import { ASSEMBLED } from './assembled.ts';

/** What is used of what TypeScript only knows of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** What assembly/simplex.ts exports. */
interface Exports {
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
  /** INSIDE the tree (or closed), or outside it and EMPTY or FULL: the sign of a reduced gain worth having. */
  readonly stands: Int8Array;
  /** For each kind of gain, what a unit gains. */
  readonly gains: readonly Float64Array[];
}

/** Arcs that stand one after the other, and the one behind the last. */
export interface Stretch {
  readonly begin: number;
  readonly end: number;
}

export const EMPTY = 1;
export const INSIDE = 0;
export const FULL = -1;

const MOST_PIVOTS = 2 ** 31 - 1;

let compiled: object | null = null;

/** A network simplex with a memory of its own; see assembly/simplex.ts. */
export class Machine {
  readonly #nodes: number;
  readonly #kinds: number;
  readonly #exports: Exports;
  #count: number;
  /** Views of the memory; `widen` and `lay` make them anew, because views of a memory that grew are empty. */
  arcs: ArcStates;

  /** Begins with arc v < nodes from each node v to a root outside the network. @param kinds of gains that arcs have. */
  constructor(nodes: number, kinds: number) {
    compiled ??= new WebAssembly.Module(Buffer.from(ASSEMBLED, 'base64'));
    this.#nodes = nodes;
    this.#kinds = kinds;
    this.#exports = new WebAssembly.Instance(compiled).exports as Exports;
    this.#exports.begin(nodes, kinds);
    this.#count = nodes;
    this.arcs = this.#views();
  }

  /** Makes room for arcs up to a count; nothing of the new ones is set. */
  widen(arcs: number): void {
    this.#exports.widen(arcs);
    this.#count = arcs;
    this.arcs = this.#views();
  }

  /** Says in which stretches the arcs of each part of the network stand: climbs go through one part after the other. */
  lay(parts: ReadonlyArray<readonly Stretch[]>): void {
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
    this.arcs = this.#views();
  }

  /** Pivots until no open arc is worth anything by some kinds of gains, the first limb first. @returns how often. */
  climb(kind: number, limbs: number, mostPivots = MOST_PIVOTS): number {
    return this.#exports.climb(kind, limbs, Math.min(mostPivots, MOST_PIVOTS));
  }

  /** Closes the arcs on which nothing may move any more without loss by a kind of gain, after a climb by it. */
  close(kind: number): void {
    this.#exports.close(kind);
  }

  /** What nodes asked when a kind of gain was last climbed by; as seen from node 0, which asks nothing. */
  price(kind: number): Float64Array {
    const price = new Float64Array(this.#exports.memory.buffer, this.#exports.price(kind), this.#nodes);
    return price.map(own => own - price[0]!);
  }

  /** The arcs of the tree. */
  get inside(): Int32Array {
    return new Int32Array(this.#exports.memory.buffer, this.#exports.above(), this.#nodes);
  }

  #views(): ArcStates {
    const { memory, from, to, capacity, flow, stands, gain } = this.#exports;
    const whole = (at: number) => new Int32Array(memory.buffer, at, this.#count);
    return {
      from: whole(from()),
      to: whole(to()),
      capacity: whole(capacity()),
      flow: whole(flow()),
      stands: new Int8Array(memory.buffer, stands(), this.#count),
      gains: Array.from({ length: this.#kinds }, (_, kind) => new Float64Array(memory.buffer, gain(kind), this.#count)),
    };
  }
}
