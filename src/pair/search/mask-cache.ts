import { type Bits, makeEmptyBits, setBit } from '../../domain/bits.ts';

/** Room for sets that are kept; those beyond are made anew, but for one that is asked for again at once. */
export class MemoryBudget {
  #words: number;

  /** @param words of 32 bits. */
  constructor(words: number) {
    this.#words = words;
  }

  /** Takes some words of it, and says whether it had them. */
  take(words: number): boolean {
    if (words > this.#words) return false;
    this.#words -= words;
    return true;
  }
}

/**
 * Sets of people, in positions of some order, made once for each key of whoever asks: people with the same key are
 * answered alike, so that the answer for one is the answer for all.
 */
export class KeyMasks<Answer> {
  readonly #keys: Int32Array;
  readonly #make: (asking: number) => Answer;
  readonly #words: number;
  readonly #room: MemoryBudget;
  readonly #known = new Map<number, Answer>();
  /** The last answer that was not kept. */
  #last: { readonly key: number; readonly answer: Answer } | null = null;

  /** @param keys of everybody who may ask. @param words the size of an answer. @param room where answers are kept. */
  constructor(keys: Int32Array, words: number, room: MemoryBudget, make: (asking: number) => Answer) {
    this.#keys = keys;
    this.#make = make;
    this.#words = words;
    this.#room = room;
  }

  getAnswer(asking: number): Answer {
    const key = this.#keys[asking]!;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#last?.key === key) return this.#last.answer;
    const answer = this.#make(asking);
    if (this.#room.take(this.#words)) this.#known.set(key, answer);
    else this.#last = { key, answer };
    return answer;
  }
}

/** An order of people, with those who have the same key: what is asked of one of them is answered for all. */
export class KeyedOrder {
  /** For each key that occurs, somebody who has it. */
  readonly examples: Int32Array;
  /** The positions of the people with the n-th of these keys: positions[starts[n]] to positions[starts[n + 1] − 1]. */
  readonly starts: Int32Array;
  readonly positions: Int32Array;

  constructor(order: Int32Array, keys: Int32Array) {
    const numbers = new Map<number, number>();
    const examples: number[] = [];
    const keyAt = order.map(person => {
      const known = numbers.get(keys[person]!);
      if (known !== undefined) return known;
      numbers.set(keys[person]!, examples.length);
      return examples.push(person) - 1;
    });
    this.examples = Int32Array.from(examples);
    this.starts = new Int32Array(examples.length + 1);
    for (const key of keyAt) this.starts[key + 1]!++;
    for (let key = 0; key < examples.length; key++) this.starts[key + 1]! += this.starts[key]!;
    const next = this.starts.slice();
    this.positions = new Int32Array(order.length);
    keyAt.forEach((key, position) => {
      this.positions[next[key]!++] = position;
    });
  }

  /** The positions whose people pass a test that asks for nothing but the key. */
  findPassing(test: (person: number) => boolean): Bits {
    const bits = makeEmptyBits(this.positions.length);
    this.examples.forEach((person, key) => {
      if (!test(person)) return;
      for (let at = this.starts[key]!; at < this.starts[key + 1]!; at++) setBit(bits, this.positions[at]!);
    });
    return bits;
  }
}
