import { type Bits, lowestBit } from '../domain/bits.ts';
import type { Query } from '../domain/pairing.ts';
import { tieOf } from '../domain/ties.ts';
import { Best } from './best.ts';
import type { FitClass, Scene } from './search.ts';

/** A preference by keys as a walk splits by it: its place among them, and what it is worth. */
interface Split {
  readonly at: number;
  readonly weight: number;
  readonly held: Float64Array;
}

/** Goes through the mentors of a region for one mentee after the other, and keeps the best. See search.ts for the method. */
export class Walk {
  readonly best: Best;
  readonly #scene: Scene;
  readonly #order: Int32Array;
  readonly #query: Query;
  readonly #splits: readonly Split[];
  /** The lowest first limb that a mentor of each word asks. */
  readonly #lowest: Float64Array;
  /** What the usual answers to preferences by names are worth. */
  readonly #usual: { readonly worth: Float64Array; readonly score: number };
  #mentee = 0;
  /** For each split, the classes and, for class c, its worth from c × limbs. */
  readonly #classes: (readonly FitClass[])[] = [];
  readonly #worths: Float64Array[] = [];
  /** The most that the splits from each one on can add to the first limb. */
  readonly #rest: Float64Array;
  /** What is true so far, split by split: a vector from split × limbs, and a score. */
  readonly #sum: Float64Array;
  readonly #score: Float64Array;
  readonly #vector: Float64Array;

  constructor(scene: Scene, order: Int32Array, words: number, query: Query) {
    const { limbs } = query.worth;
    this.best = new Best(query.most, limbs);
    this.#scene = scene;
    this.#order = order;
    this.#query = query;
    this.#splits = splitsOf(scene, query);
    this.#lowest = lowestIn(order, words, query);
    this.#usual = usualWorth(scene, query);
    this.#rest = new Float64Array(this.#splits.length + 1);
    this.#sum = new Float64Array((this.#splits.length + 1) * limbs);
    this.#score = new Float64Array(this.#splits.length + 1);
    this.#vector = new Float64Array(limbs);
  }

  /** @param classesOf the classes of the preference by keys in a place. */
  begin(mentee: number, classesOf: (at: number) => readonly FitClass[]): void {
    const { worth, mentees: prices } = this.#query;
    const { limbs } = worth;
    this.best.clear();
    this.#mentee = mentee;
    for (let l = 0; l < limbs; l++) {
      this.#sum[l] = worth.pair[l]! + this.#usual.worth[l]! - prices[mentee * limbs + l]!;
    }
    this.#score[0] = this.#usual.score;
    for (let split = this.#splits.length - 1; split >= 0; split--) this.#price(split, classesOf);
  }

  /** Works out what each class of a split is worth. */
  #price(split: number, classesOf: (at: number) => readonly FitClass[]): void {
    const { limbs, thousandth } = this.#query.worth;
    const { at, weight, held } = this.#splits[split]!;
    const classes = classesOf(at);
    const worths = new Float64Array(classes.length * limbs);
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes.length; c++) {
      const { fit, holds } = classes[c]!;
      for (let l = 0; l < limbs; l++) worths[c * limbs + l] = weight * fit * thousandth[l]! + (holds ? held[l]! : 0);
      most = Math.max(most, worths[c * limbs]!);
    }
    this.#classes[split] = classes;
    this.#worths[split] = worths;
    this.#rest[split] = this.#rest[split + 1]! + (classes.length === 0 ? 0 : most);
  }

  /** Looks at all mentors of some words. */
  words(eligible: Bits): void {
    const most = this.#sum[0]! + this.#rest[0]!;
    const least = this.#query.gaining ? 0 : Number.NEGATIVE_INFINITY;
    for (let word = 0; word < eligible.length; word++) {
      if (eligible[word] === 0) continue;
      if (most - this.#lowest[word]! < this.best.threshold(least)) continue;
      this.#descend(0, word, eligible[word]!);
    }
  }

  #descend(split: number, word: number, mentors: number): void {
    if (split === this.#splits.length) {
      this.#look(word, mentors);
      return;
    }
    const { limbs } = this.#query.worth;
    const classes = this.#classes[split]!;
    const worths = this.#worths[split]!;
    const weight = this.#splits[split]!.weight;
    const at = split * limbs;
    const least = this.#query.gaining ? 0 : Number.NEGATIVE_INFINITY;
    for (let c = 0; c < classes.length; c++) {
      const some = mentors & classes[c]!.bits[word]!;
      if (some === 0) continue;
      const first = this.#sum[at]! + worths[c * limbs]!;
      if (first + this.#rest[split + 1]! - this.#lowest[word]! < this.best.threshold(least)) continue;
      for (let l = 0; l < limbs; l++) this.#sum[at + limbs + l] = this.#sum[at + l]! + worths[c * limbs + l]!;
      this.#score[split + 1] = this.#score[split]! + weight * classes[c]!.fit;
      this.#descend(split + 1, word, some);
    }
  }

  /** Looks at mentors one by one who are worth the same but for their prices and hashes. */
  #look(word: number, mentors: number): void {
    const { floor, gaining } = this.#query;
    const at = this.#splits.length;
    if (this.#score[at]! < floor) return;
    const { limbs, tie } = this.#query.worth;
    const prices = this.#query.mentors;
    const sum = this.#sum;
    const least = gaining ? 0 : Number.NEGATIVE_INFINITY;
    const hashes = tie[0] !== 0;
    for (let rest = mentors; rest !== 0; rest &= rest - 1) {
      const mentor = this.#order[32 * word + lowestBit(rest)]!;
      const first = sum[at * limbs]! - prices[mentor * limbs]!;
      if (!hashes && first < this.best.threshold(least)) continue;
      for (let l = 0; l < limbs; l++) this.#vector[l] = sum[at * limbs + l]! - prices[mentor * limbs + l]!;
      this.#offer(mentor);
    }
  }

  /** Asks a pair by itself. */
  single(mentor: number): void {
    const { worth, floor, mentors, mentees } = this.#query;
    const { affinity } = this.#scene;
    const mentee = this.#mentee;
    const { limbs } = worth;
    const score = affinity.score(mentor, mentee);
    if (score < floor) return;
    const held = affinity.held(mentor, mentee);
    for (let l = 0; l < limbs; l++) {
      let sum = worth.pair[l]! + score * worth.thousandth[l]!;
      for (let p = 0; p < worth.held.length; p++) if ((held >>> p) & 1) sum += worth.held[p]![l]!;
      this.#vector[l] = sum - mentors[mentor * limbs + l]! - mentees[mentee * limbs + l]!;
    }
    this.#offer(mentor);
  }

  /** Offers a pair whose worth but for the hash is in #vector. */
  #offer(mentor: number): void {
    const vector = this.#vector;
    const { worth, gaining } = this.#query;
    const { mentors, mentees } = this.#scene.ties;
    const last = worth.limbs - 1;
    if (worth.tie[last] !== 0) vector[last]! += worth.tie[last]! * tieOf(mentors, mentor, mentees, this.#mentee);
    if (gaining && !isPositive(vector)) return;
    this.best.offer(mentor, vector);
  }
}

function isPositive(vector: Float64Array): boolean {
  for (let l = 0; l < vector.length; l++) if (vector[l] !== 0) return vector[l]! > 0;
  return false;
}

/** The preferences by keys that are worth anything, the weightiest first. */
function splitsOf({ prefer, preferred }: Scene, { worth, floor }: Query): Split[] {
  const counts = floor !== Number.NEGATIVE_INFINITY || worth.thousandth.some(limb => limb !== 0);
  return preferred.byKeys
    .map(({ at }, place) => ({ at: place, weight: counts ? prefer[at]!.weight : 0, held: worth.held[at]! }))
    .filter(({ weight, held }) => weight !== 0 || held.some(limb => limb !== 0))
    .toSorted((a, b) => firstLimb(b, worth.thousandth[0]!) - firstLimb(a, worth.thousandth[0]!));
}

function firstLimb({ weight, held }: Split, thousandth: number): number {
  return held[0]! + 1000 * weight * thousandth;
}

function lowestIn(order: Int32Array, words: number, { mentors, worth: { limbs } }: Query): Float64Array {
  const lowest = new Float64Array(words).fill(Number.POSITIVE_INFINITY);
  order.forEach((mentor, place) => {
    lowest[place >>> 5] = Math.min(lowest[place >>> 5]!, mentors[mentor * limbs]!);
  });
  return lowest;
}

function usualWorth({ prefer, preferred }: Scene, { worth }: Query) {
  const sum = new Float64Array(worth.limbs);
  let score = 0;
  for (const { at, usually } of preferred.byNames) {
    if (usually === 'fails') continue;
    const points = 1000 * prefer[at]!.weight;
    score += points;
    for (let l = 0; l < sum.length; l++) sum[l]! += points * worth.thousandth[l]! + worth.held[at]![l]!;
  }
  return { worth: sum, score };
}
