import { type Bits, lowestBit } from '../domain/bits.ts';
import type { Query } from '../domain/pairing.ts';
import { tieOf } from '../domain/ties.ts';
import { Best } from './best.ts';
import type { FitClasses } from './fit-classes.ts';
import type { Scene } from './scene.ts';
import { ofSide, otherSide, pairOf } from './sides.ts';
import { Splits } from './splits.ts';

/** How far below the best that there could be the best few are looked for, in smallest steps between classes. */
const NEARLY = [0, 1, 2, 4, 8, Number.POSITIVE_INFINITY];

const NOTHING = new Float64Array(0);

/** Goes through the partners in a region for one person after the other, and keeps the best. See search.ts for the method. */
export class Walk {
  readonly best: Best;
  readonly #scene: Scene;
  readonly #order: Int32Array;
  readonly #query: Query;
  readonly #limbs: number;
  /** What partners ask. */
  readonly #prices: Float64Array;
  readonly #splits: Splits;
  /** The lowest first limb that a partner in each word asks. */
  readonly #lowest: Float64Array;
  /** The lowest of all. */
  readonly #cheapest: number;
  /** What the usual answers to preferences by names are worth. */
  readonly #usual: { readonly worth: Float64Array; readonly score: number };
  #asker = 0;
  /** The most that a hash can add to the first limb, where it is in that. */
  readonly #mostByHash: number;
  /** What every pair of whoever asks is worth, but for splits, prices of partners and hash. */
  readonly #base: Float64Array;
  readonly #vector: Float64Array;
  /** The first limb below which nothing is looked at. */
  #least = Number.NEGATIVE_INFINITY;

  constructor(scene: Scene, order: Int32Array, words: number, query: Query) {
    const { limbs } = query.worth;
    this.best = new Best(query.most, limbs);
    this.#scene = scene;
    this.#order = order;
    this.#query = query;
    this.#limbs = limbs;
    this.#prices = ofSide(query, otherSide(query.asking));
    this.#splits = new Splits(scene, query);
    this.#lowest = lowestIn(order, words, this.#prices, limbs);
    this.#cheapest = this.#lowest.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    this.#usual = usualWorth(scene, query);
    this.#base = new Float64Array(limbs);
    this.#mostByHash = query.worth.tie[0]! * 2 ** 30;
    this.#vector = new Float64Array(limbs);
  }

  /** @param classesOf the classes of the preference by keys in a place. */
  begin(asker: number, classesOf: (at: number) => FitClasses): void {
    const { worth, asking } = this.#query;
    const prices = ofSide(this.#query, asking);
    const limbs = this.#limbs;
    this.best.clear();
    this.#asker = asker;
    for (let l = 0; l < limbs; l++) {
      this.#base[l] = worth.pair[l]! + this.#usual.worth[l]! - prices[asker * limbs + l]!;
    }
    this.#splits.begin(classesOf);
  }

  /**
   * Looks at all partners in some words. Where the best are asked for whatever they are worth, it looks first only for what is
   * nearly the best that there could be, so that most words are given up at once, and for more only where that is too few.
   */
  words(eligible: Bits): void {
    const most = this.#base[0]! + this.#mostByHash + this.#splits.most;
    if (this.#query.gaining) {
      this.#wordsFrom(0, most, eligible);
      return;
    }
    const step = this.#splits.smallestStep;
    for (const steps of Number.isFinite(step) ? NEARLY : NEARLY.slice(-1)) {
      const least = Number.isFinite(steps) ? most - steps * step : Number.NEGATIVE_INFINITY;
      this.best.clear();
      this.#wordsFrom(least, most, eligible);
      // Nobody left out could be worth as much as `least`.
      if (this.best.isFull && this.best.threshold(least) >= least) return;
    }
  }

  /** @param least the first limb that a pair must have. @param most the first limb that it can have at no price. */
  #wordsFrom(least: number, most: number, eligible: Bits): void {
    this.#least = least;
    const lowest = this.#lowest;
    const first = this.#base[0]! + this.#mostByHash + this.#splits.part(most - this.#cheapest - least);
    const { needed, where } = this.#splits;
    const words = where === null ? eligible.length : where.length;
    const lead = this.#splits.lead;
    const leading = lead === null ? NOTHING : this.#splits.firsts[this.#splits.open[0]!]!;
    const rest = lead === null ? this.#splits.rest[0]! : this.#splits.rest[1]!;
    for (let w = 0; w < words; w++) {
      const word = where === null ? w : where[w]!;
      let partners = eligible[word]!;
      for (let n = 0; n < needed.length && partners !== 0; n++) partners &= needed[n]![word]!;
      const led = lead === null ? 0 : leading[lead[word]!]!;
      if (partners === 0 || first + led + rest - lowest[word]! < this.#least) continue;
      this.#descend(0, word, partners, first - lowest[word]!);
    }
  }

  /**
   * @param at how many of the open splits are behind.
   * @param first the first limb of what is true so far, at the lowest price in the word and with the largest hash.
   */
  #descend(at: number, word: number, partners: number, first: number): void {
    const splits = this.#splits;
    if (at === splits.open.length) {
      this.#look(word, partners);
      return;
    }
    const split = splits.open[at]!;
    const { parts } = splits.classes[split]!;
    const firsts = splits.firsts[split]!;
    const rest = splits.rest[at + 1]!;
    for (let c = 0; c < parts.length; c++) {
      if (first + firsts[c]! + rest < this.#least) continue;
      const some = partners & parts[c]!.bits[word]!;
      if (some === 0) continue;
      splits.taken[split] = c;
      this.#descend(at + 1, word, some, first + firsts[c]!);
    }
  }

  /** Looks at partners one by one who are worth the same but for their prices and hashes. */
  #look(word: number, partners: number): void {
    const { floor } = this.#query;
    const prices = this.#prices;
    if (floor !== Number.NEGATIVE_INFINITY && this.#usual.score + this.#splits.score() < floor) return;
    const limbs = this.#limbs;
    const sum = this.#base[0]! + this.#splits.sum(0);
    for (let rest = partners; rest !== 0; rest &= rest - 1) {
      const partner = this.#order[32 * word + lowestBit(rest)]!;
      if (sum - prices[partner * limbs]! + this.#mostByHash < this.#least) continue;
      for (let l = 0; l < limbs; l++) {
        const own = l === 0 ? sum : this.#base[l]! + this.#splits.sum(l);
        this.#vector[l] = own - prices[partner * limbs + l]!;
      }
      this.#offer(partner);
    }
  }

  /** Asks a pair by itself. */
  single(partner: number): void {
    const { worth, floor, asking } = this.#query;
    const { affinity } = this.#scene;
    const { mentor, mentee } = pairOf(asking, this.#asker, partner);
    const own = ofSide(this.#query, asking);
    const limbs = this.#limbs;
    const score = affinity.score(mentor, mentee);
    if (score < floor) return;
    const held = affinity.held(mentor, mentee);
    for (let l = 0; l < limbs; l++) {
      let sum = worth.pair[l]! + score * worth.thousandth[l]!;
      for (let p = 0; p < worth.held.length; p++) if ((held >>> p) & 1) sum += worth.held[p]![l]!;
      this.#vector[l] = sum - this.#prices[partner * limbs + l]! - own[this.#asker * limbs + l]!;
    }
    this.#offer(partner);
  }

  /** Offers a pair whose worth but for the hash is in #vector. */
  #offer(partner: number): void {
    const vector = this.#vector;
    const { worth, gaining } = this.#query;
    const last = this.#limbs - 1;
    if (worth.tie[last] !== 0) vector[last]! += worth.tie[last]! * this.#hashWith(partner);
    if (gaining && !isPositive(vector)) return;
    if (this.best.offer(partner, vector)) this.#least = Math.max(this.#least, this.best.threshold(this.#least));
  }

  #hashWith(partner: number): number {
    const { mentors, mentees } = this.#scene.ties;
    return this.#query.asking === 'mentee'
      ? tieOf(mentors, partner, mentees, this.#asker)
      : tieOf(mentors, this.#asker, mentees, partner);
  }
}

function isPositive(vector: Float64Array): boolean {
  for (let l = 0; l < vector.length; l++) if (vector[l] !== 0) return vector[l]! > 0;
  return false;
}

function lowestIn(order: Int32Array, words: number, prices: Float64Array, limbs: number): Float64Array {
  const lowest = new Float64Array(words).fill(Number.POSITIVE_INFINITY);
  order.forEach((partner, place) => {
    lowest[place >>> 5] = Math.min(lowest[place >>> 5]!, prices[partner * limbs]!);
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
