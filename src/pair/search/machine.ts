/**
 * The search's inner loops as WebAssembly (assembly/), with a memory of their own, in which a thing is known by a number. V8 reads
 * the length and address of a typed array anew at every access, unless it is a constant: the same loops in JavaScript take
 * three times as long.
 */
import { ASSEMBLED } from './assembled.ts';

/** What is used of what TypeScript only knows of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** Partners in an order, with the keys that they have by a preference. */
export type Order = number & { readonly is?: 'order' };
/** Partners parted by how a preference fits. */
export type Classes = number & { readonly is?: 'classes' };
/** Partners in an order, with what they ask. */
export type Partners = number & { readonly is?: 'partners' };
/** What a query asks of every pair. */
export type Question = number & { readonly is?: 'question' };
/** What goes through partners for one person after the other. */
export type Walk = number & { readonly is?: 'walk' };

/** What assembly/search.ts exports, and says of it. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly orderOf: (partners: number, keys: number) => Order;
  readonly placesOf: (order: Order) => number;
  readonly startsOf: (order: Order) => number;
  readonly answersOf: (order: Order) => number;
  readonly list: (order: Order, shares: number) => void;
  readonly sharesOf: (order: Order) => number;
  readonly partsOf: (order: Order) => number;
  readonly wantedOf: (order: Order) => number;
  readonly share: (order: Order, parts: number, wanted: number) => void;
  readonly shareWith: (order: Order, parts: number) => void;
  readonly noClasses: () => Classes;
  readonly part: (classes: Classes, order: Order) => void;
  readonly sizeOf: (classes: Classes) => number;
  readonly copyOf: (classes: Classes) => Classes;
  readonly partnersOf: (count: number, limbs: number) => Partners;
  readonly pricesOf: (partners: Partners) => number;
  readonly hashesOf: (partners: Partners) => number;
  readonly bound: (partners: Partners, limbs: number) => void;
  readonly questionOf: (limbs: number, splits: number, gaining: boolean, floor: number, score: number) => Question;
  readonly value: (question: Question, limb: number, thousandth: number, tie: number) => void;
  readonly weigh: (question: Question, split: number, weight: number) => void;
  readonly hold: (question: Question, split: number, limb: number, worth: number) => void;
  readonly walkOf: (question: Question, most: number) => Walk;
  readonly enter: (walk: Walk, partners: Partners) => void;
  readonly take: (walk: Walk, split: number, classes: Classes) => void;
  readonly begin: (walk: Walk, first: number, second: number) => void;
  readonly base: (walk: Walk, limb: number, worth: number) => void;
  readonly bitsOf: (words: number) => number;
  readonly look: (walk: Walk, eligible: number) => void;
  readonly single: (walk: Walk, limb: number, worth: number) => void;
  readonly offer: (walk: Walk, place: number) => void;
  readonly foundOf: (walk: Walk) => number;
  readonly bestOf: (walk: Walk) => number;
}

let compiled: object | null = null;

/** The inner loops with a memory of their own. */
export class Machine {
  readonly run: Exports;

  constructor() {
    compiled ??= new WebAssembly.Module(Buffer.from(ASSEMBLED, 'base64'));
    this.run = new WebAssembly.Instance(compiled).exports as Exports;
  }

  /** Some numbers of the memory; not to be used any more after something new has been made there. */
  ints(from: number, length: number): Int32Array {
    return new Int32Array(this.run.memory.buffer, from, length);
  }

  floats(from: number, length: number): Float64Array {
    return new Float64Array(this.run.memory.buffer, from, length);
  }
}
