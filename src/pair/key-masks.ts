import { all, type Bits, moveRange, none } from '../domain/bits.ts';

/** Room for sets that are kept; those beyond are made anew, but for one that is asked for again at once. */
export class Room {
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
 * Sets of people, in places of some order, made once for each key of whoever asks: people with the same key are answered
 * alike, so that the answer for one is the answer for all.
 */
export class KeyMasks<Answer> {
  readonly #keys: Int32Array;
  readonly #make: (asking: number) => Answer;
  readonly #words: number;
  readonly #room: Room;
  readonly #known = new Map<number, Answer>();
  /** The last answer that was not kept. */
  #last: { readonly key: number; readonly answer: Answer } | null = null;

  /** @param keys of everybody who may ask. @param words the size of an answer. @param room where answers are kept. */
  constructor(keys: Int32Array, words: number, room: Room, make: (asking: number) => Answer) {
    this.#keys = keys;
    this.#make = make;
    this.#words = words;
    this.#room = room;
  }

  of(asking: number): Answer {
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
  readonly #size: number;
  /** The places of the people with the n-th of these keys: #places from #start[n] to #start[n + 1] − 1. */
  readonly #start: Int32Array;
  readonly #places: Int32Array;

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
    this.#size = order.length;
    this.#start = new Int32Array(examples.length + 1);
    for (const key of keyAt) this.#start[key + 1]!++;
    for (let key = 0; key < examples.length; key++) this.#start[key + 1]! += this.#start[key]!;
    const next = this.#start.slice();
    this.#places = new Int32Array(order.length);
    keyAt.forEach((key, place) => {
      this.#places[next[key]!++] = place;
    });
  }

  /** The places whose people pass a test that asks for nothing but the key. */
  passing(test: (person: number) => boolean): Bits {
    return this.parted(
      this.examples.map(person => (test(person) ? 1 : 0)),
      2,
    )[1]!.bits;
  }

  /** The places parted into classes. @param classOf the class of each of the keys. */
  parted(classOf: Int32Array, classes: number): Part[] {
    const sizes = new Int32Array(classes);
    for (let key = 0; key < classOf.length; key++) sizes[classOf[key]!]! += this.#start[key + 1]! - this.#start[key]!;
    // Most people are in one class mostly: that one is what the others leave.
    const largest = sizes.indexOf(sizes.reduce((a, b) => Math.max(a, b), 0));
    const bits = Array.from(sizes, (_, at) => (at === largest ? all(this.#size) : none(this.#size)));
    for (let key = 0; key < classOf.length; key++) {
      if (classOf[key] !== largest) this.#move(key, bits[largest]!, bits[classOf[key]!]!);
    }
    return bits.map((own, at) => ({ bits: own, words: 4 * sizes[at]! < own.length ? wordsIn(own) : null }));
  }

  /** Moves the places of a key from one set to another. */
  #move(key: number, from: Bits, to: Bits): void {
    const places = this.#places;
    for (let at = this.#start[key]!; at < this.#start[key + 1]!; ) {
      const begin = places[at]!;
      let end = begin + 1;
      for (at++; at < this.#start[key + 1]! && places[at] === end; at++) end++;
      moveRange(from, to, begin, end);
    }
  }
}

/** A class of people as their places; where they are few, the words in which any are. */
export interface Part {
  readonly bits: Bits;
  readonly words: Int32Array | null;
}

/** The words of a set that are not 0. */
function wordsIn(bits: Bits): Int32Array {
  const words: number[] = [];
  for (let word = 0; word < bits.length; word++) if (bits[word] !== 0) words.push(word);
  return Int32Array.from(words);
}
