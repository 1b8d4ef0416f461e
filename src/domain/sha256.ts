/**
 * SHA-256 (FIPS 180-4) of text, wherever the core runs. Browsers hash only asynchronously, and in
 * JavaScript the rounds take a hundred times as long until V8 has optimised them, by when a small run is
 * over: so these are WebAssembly (assembly/).
 */
import { loadModule } from './assembled.ts';

/** What is used of what TypeScript only knows of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** What assembly/sha256.ts exports. */
interface ShaExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly inputAt: () => number;
  readonly stateAt: () => number;
  readonly compress: (blocks: number) => void;
  readonly finish: (bytes: number, length: number) => void;
}

const BLOCK = 64;
/** How many bytes the input takes, as in assembly/sha256.ts. */
const ROOM = 1024 * BLOCK;

/** The first 32 bits behind the point of the square roots of the first 8 primes. */
const START = Uint32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
);

/** The module, and where in its memory text and state are. */
interface Machine extends Pick<ShaExports, 'compress' | 'finish'> {
  readonly input: Uint8Array;
  readonly state: Uint32Array;
}

let machine: Machine | null = null;

function startMachine(): Machine {
  const instance = new WebAssembly.Instance(new WebAssembly.Module(loadModule()));
  const { memory, inputAt, stateAt, compress, finish } = instance.exports as ShaExports;
  const input = new Uint8Array(memory.buffer, inputAt(), ROOM);
  return { input, state: new Uint32Array(memory.buffer, stateAt(), START.length), compress, finish };
}

/**
 * The first two words of the hash of a text, each with its first byte lowest: for a caller that hashes thousands of
 * short texts and needs no more of each hash.
 */
export function hashToWords(text: string): readonly [number, number] {
  machine ??= startMachine();
  const { input, state, finish } = machine;
  const { read, written } = ENCODER.encodeInto(text, input);
  if (read < text.length || written >= BLOCK) {
    const digest = new DataView(new Sha256().add(text).digest().buffer);
    return [digest.getInt32(0, true), digest.getInt32(4, true)];
  }
  state.set(START);
  finish(written, written);
  return [state[0]! | 0, state[1]! | 0];
}

const ENCODER = new TextEncoder();
const NOTHING = new Uint8Array();

/** Hashes a text that comes in pieces. Several may be at work in turn: between pieces, each keeps its own state. */
export class Sha256 {
  readonly #machine: Machine;
  #state = START;
  /** Bytes that do not fill a block yet. */
  #rest = NOTHING;
  #length = 0;

  constructor() {
    machine ??= startMachine();
    this.#machine = machine;
  }

  add(text: string): this {
    let rest = text;
    return this.#fill(room => {
      const { read, written } = ENCODER.encodeInto(rest, room);
      rest = rest.slice(read);
      return { written, isDone: rest === '' };
    });
  }

  addBytes(bytes: Uint8Array): this {
    let rest = bytes;
    return this.#fill(room => {
      const some = rest.subarray(0, room.length);
      room.set(some);
      rest = rest.subarray(some.length);
      return { written: some.length, isDone: rest.length === 0 };
    });
  }

  /** Hashes what is put into the room that is there, until all of it was. */
  #fill(put: (room: Uint8Array) => { readonly written: number; readonly isDone: boolean }): this {
    const { input, state, compress } = this.#machine;
    state.set(this.#state);
    for (let isDone = false; !isDone; ) {
      input.set(this.#rest);
      const part = put(input.subarray(this.#rest.length));
      const filled = this.#rest.length + part.written;
      if (filled >= BLOCK) compress(Math.floor(filled / BLOCK));
      this.#rest = input.slice(filled - (filled % BLOCK), filled);
      this.#length += part.written;
      isDone = part.isDone;
    }
    this.#state = state.slice();
    return this;
  }

  /** The hash of all that was added, 32 bytes. */
  digest(): Uint8Array {
    const { input, state, finish } = this.#machine;
    state.set(this.#state);
    input.set(this.#rest);
    finish(this.#rest.length, this.#length);
    return new Uint8Array(state.slice().buffer);
  }
}
