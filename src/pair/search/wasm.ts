/**
 * The search's inner loops as WebAssembly (assembly/), with a memory of their own, in which a thing is known by a
 * number. V8 reads the length and address of a typed array anew at every access, unless it is a constant: the same
 * loops in JavaScript take three times as long.
 */
import { loadModule } from './assembled.ts';

/** What is used of what TypeScript only knows of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** Partners in an order, with the keys that they have by a preference. */
export type OrderHandle = number & { readonly is?: 'order' };
/** Partners parted by how a preference fits. */
export type ClassesHandle = number & { readonly is?: 'classes' };
/** Partners in an order, with what they ask. */
export type PartnersHandle = number & { readonly is?: 'partners' };
/** What a query asks of every pair. */
export type QuestionHandle = number & { readonly is?: 'question' };
/** What goes through partners for one person after the other. */
export type WalkHandle = number & { readonly is?: 'walk' };

/** What assembly/search.ts exports, and says of it. */
interface SearchExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly orderOf: (partners: number, keys: number) => OrderHandle;
  readonly positionsOf: (order: OrderHandle) => number;
  readonly startsOf: (order: OrderHandle) => number;
  readonly answersOf: (order: OrderHandle) => number;
  readonly list: (order: OrderHandle, shares: number) => void;
  readonly sharesOf: (order: OrderHandle) => number;
  readonly partsOf: (order: OrderHandle) => number;
  readonly wantedOf: (order: OrderHandle) => number;
  readonly share: (order: OrderHandle, parts: number, wanted: number) => void;
  readonly shareWith: (order: OrderHandle, parts: number) => void;
  readonly noClasses: () => ClassesHandle;
  readonly part: (classes: ClassesHandle, order: OrderHandle) => void;
  readonly sizeOf: (classes: ClassesHandle) => number;
  readonly copyOf: (classes: ClassesHandle) => ClassesHandle;
  readonly partnersOf: (count: number, limbs: number) => PartnersHandle;
  readonly pricesOf: (partners: PartnersHandle) => number;
  readonly hashesOf: (partners: PartnersHandle) => number;
  readonly bound: (partners: PartnersHandle, limbs: number) => void;
  readonly questionOf: (
    limbs: number,
    splits: number,
    gaining: boolean,
    floor: number,
    score: number,
  ) => QuestionHandle;
  readonly value: (question: QuestionHandle, limb: number, thousandth: number, tie: number) => void;
  readonly weigh: (question: QuestionHandle, split: number, weight: number) => void;
  readonly hold: (question: QuestionHandle, split: number, limb: number, worth: number) => void;
  readonly walkOf: (question: QuestionHandle, most: number) => WalkHandle;
  readonly enter: (walk: WalkHandle, partners: PartnersHandle) => void;
  readonly take: (walk: WalkHandle, split: number, classes: ClassesHandle) => void;
  readonly begin: (walk: WalkHandle, first: number, second: number) => void;
  readonly base: (walk: WalkHandle, limb: number, worth: number) => void;
  readonly bitsOf: (words: number) => number;
  readonly look: (walk: WalkHandle, eligible: number) => void;
  readonly single: (walk: WalkHandle, limb: number, worth: number) => void;
  readonly offer: (walk: WalkHandle, position: number) => void;
  readonly foundOf: (walk: WalkHandle) => number;
  readonly bestOf: (walk: WalkHandle) => number;
}

let compiled: object | null = null;

/** The inner loops with a memory of their own. */
export class SearchMachine {
  readonly run: SearchExports;

  constructor() {
    compiled ??= new WebAssembly.Module(loadModule());
    this.run = new WebAssembly.Instance(compiled).exports as SearchExports;
  }

  /** Some numbers of the memory; not to be used any more after something new has been made there. */
  viewInts(from: number, length: number): Int32Array {
    return new Int32Array(this.run.memory.buffer, from, length);
  }

  viewFloats(from: number, length: number): Float64Array {
    return new Float64Array(this.run.memory.buffer, from, length);
  }
}
