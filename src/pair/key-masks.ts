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

/** An order of people, with those who have the same key: what is asked of one of them is answered for all. */
export class KeyedOrder {
  /** For each place, the number of its key among the keys that occur. */
  readonly keyAt: Int32Array;
  /** For each of these keys, somebody who has it. */
  readonly examples: Int32Array;

  constructor(order: Int32Array, keys: Int32Array) {
    const numbers = new Map<number, number>();
    const examples: number[] = [];
    this.keyAt = order.map(person => {
      const known = numbers.get(keys[person]!);
      if (known !== undefined) return known;
      numbers.set(keys[person]!, examples.length);
      return examples.push(person) - 1;
    });
    this.examples = Int32Array.from(examples);
  }

  /** The places whose people pass a test that asks for nothing but the key. */
  passing(test: (person: number) => boolean): Bits {
    const passes = Uint8Array.from(this.examples, person => (test(person) ? 1 : 0));
    const bits = new Int32Array(wordsFor(this.keyAt.length));
    for (let place = 0; place < this.keyAt.length; place++) if (passes[this.keyAt[place]!] === 1) setBit(bits, place);
    return bits;
  }
}
