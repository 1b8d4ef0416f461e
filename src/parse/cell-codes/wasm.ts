/**
 * The cells of lines as numbers, and what is looked for in every byte of a text (UTF-8, signs), by WebAssembly
 * (assembly/): V8 has not optimised the same loops when a small run is over, and in a large one most of the time would
 * go to strings of cells that are written alike.
 */
import { loadModule } from './assembled.ts';

/** What is used of what TypeScript only knows of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** What assembly/encode-cells.ts exports, and says of it. */
export interface CodesExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly inputAt: () => number;
  readonly codesAt: () => number;
  readonly freshAt: () => number;
  readonly freshColumnsAt: () => number;
  readonly countCodes: () => number;
  readonly countFreshBytes: () => number;
  readonly countFreshCells: () => number;
  readonly pairsAt: () => number;
  readonly measureUtf8: (length: number) => number;
  readonly beginPairs: () => void;
  readonly findPair: (from: number, to: number) => number;
  readonly begin: (delimiter: number) => void;
  readonly addCode: (column: number) => number;
  readonly readLines: (length: number) => number;
}

/** How many bytes it takes at once, as in assembly/encode-cells.ts; a test compares them. */
export const ROOM = 65_536;

let machine: CodesExports | null = null;

/** There is one machine: it forgets all when a text is begun, and a text is read to its end before the next one is. */
export function startMachine(): CodesExports {
  machine ??= new WebAssembly.Instance(new WebAssembly.Module(loadModule())).exports as CodesExports;
  return machine;
}
