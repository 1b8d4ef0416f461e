import { ROOM, startMachine } from '../cell-codes/wasm.ts';

/** What a text may hold that has to be looked at more closely, found by the bytes that it begins with. */
export interface Sign {
  /**
   * The bytes that it may begin with; for each of them the bytes of which one must come
   * next, or null where any byte may.
   */
  readonly beginnings: ReadonlyMap<number, readonly number[] | null>;
  /** Whether it is, or may be, at a place where it may begin. */
  readonly isAt: (utf8: Uint8Array, at: number) => boolean;
}

/**
 * Which of some signs a text in UTF-8 may hold, in their order. Looking for them in the bytes of a file, for all at
 * once, costs a fraction of looking at its cells.
 */
export function findSigns(utf8: Uint8Array, signs: readonly Sign[]): boolean[] {
  const found = new Set<Sign>();
  for (const at of findBeginnings(utf8, signs)) {
    for (const sign of signs)
      if (!found.has(sign) && mayBeginAt(sign, utf8, at) && sign.isAt(utf8, at)) found.add(sign);
    if (found.size === signs.length) break;
  }
  return signs.map(sign => found.has(sign));
}

function mayBeginAt({ beginnings }: Sign, utf8: Uint8Array, at: number): boolean {
  const behind = beginnings.get(utf8[at]!);
  return behind === null || behind?.includes(utf8[at + 1]!) === true;
}

/** The places in a text at which a sign may begin. */
function* findBeginnings(utf8: Uint8Array, signs: readonly Sign[]): Generator<number> {
  const { memory, inputAt, pairsAt, beginPairs, findPair } = startMachine();
  const pairs = new Uint8Array(memory.buffer, pairsAt(), PAIRS).fill(0);
  for (const { beginnings } of signs) {
    for (const [first, behind] of beginnings) {
      if (behind === null) pairs.fill(1, first * BYTES, (first + 1) * BYTES);
      else for (const second of behind) pairs[first * BYTES + second] = 1;
    }
  }
  beginPairs();
  // Of each piece the last byte is the first of the next one.
  for (let start = 0; start < utf8.length; start += ROOM - 1) {
    const piece = utf8.subarray(start, start + ROOM);
    new Uint8Array(memory.buffer, inputAt(), ROOM).set(piece);
    const end = start + piece.length < utf8.length ? piece.length - 1 : piece.length;
    for (let at = findPair(0, end); at >= 0; at = findPair(at + 1, end)) yield start + at;
  }
}

const BYTES = 256;
const PAIRS = BYTES * BYTES;
