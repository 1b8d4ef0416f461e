import { type Bits, setBit, wordsFor } from '../domain/bits.ts';

/** The most words that are kept, 64 MiB; sets beyond are made anew each time. */
const MOST_WORDS = 2 ** 24;

/**
 * Sets of people, in places of some order, made once for each key of whoever asks: people with the same key are answered
 * alike, so that the answer for one is the answer for all.
 */
export class KeyMasks<Answer> {
  readonly #keys: Int32Array;
  readonly #make: (asking: number) => Answer;
  readonly #words: number;
  readonly #known = new Map<number, Answer>();

  /** @param keys of everybody who may ask. @param words the size of an answer. */
  constructor(keys: Int32Array, words: number, make: (asking: number) => Answer) {
    this.#keys = keys;
    this.#make = make;
    this.#words = words;
  }

  of(asking: number): Answer {
    const key = this.#keys[asking]!;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const answer = this.#make(asking);
    if ((this.#known.size + 1) * this.#words <= MOST_WORDS) this.#known.set(key, answer);
    return answer;
  }
}

/** The places of an order whose people pass a test. */
export function passing(order: Int32Array, test: (person: number) => boolean): Bits {
  const bits = new Int32Array(wordsFor(order.length));
  for (let place = 0; place < order.length; place++) if (test(order[place]!)) setBit(bits, place);
  return bits;
}
