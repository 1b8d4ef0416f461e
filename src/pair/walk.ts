import { type Bits, lowestBit } from '../domain/bits.ts';
import type { Query } from '../domain/pairing.ts';
import { tieOf } from '../domain/ties.ts';
import { Best } from './best.ts';
import type { Part } from './key-masks.ts';
import { type FitClasses, pairOf, pricesOf, type Scene } from './search.ts';
import { otherSide } from './sieve.ts';

/** A preference by keys as a walk splits by it: its place among them, and what it is worth. */
interface Split {
  readonly at: number;
  readonly weight: number;
  readonly held: Float64Array;
}

/** How far below the best that there could be the best few are looked for, in smallest steps between classes. */
const NEARLY = [0, 1, 2, 4, 8, Number.POSITIVE_INFINITY];

/** Goes through the partners in a region for one person after the other, and keeps the best. See search.ts for the method. */
export class Walk {
  readonly best: Best;
  readonly #scene: Scene;
  readonly #order: Int32Array;
  readonly #query: Query;
  readonly #limbs: number;
  /** What partners ask. */
  readonly #prices: Float64Array;
  readonly #splits: readonly Split[];
  /** The lowest first limb that a partner in each word asks. */
  readonly #lowest: Float64Array;
  /** The lowest of all. */
  readonly #cheapest: number;
  /** What the usual answers to preferences by names are worth. */
  readonly #usual: { readonly worth: Float64Array; readonly score: number };
  #asker = 0;
  /** For each split, the bits of its classes and the first limb of what each is worth. */
  readonly #classes: FitClasses[] = [];
  readonly #firsts: Float64Array[] = [];
  /** For each split, the class that is worth most by its first limb. */
  readonly #top: Int32Array;
  /** The splits that a walk descends by, and the most that those from each one on can add to the first limb. */
  readonly #open: number[] = [];
  readonly #rest: Float64Array;
  /** The top classes that nobody can do without, on the walk that is made, and the words in which the fewest of them are. */
  readonly #needed: Bits[] = [];
  #where: Int32Array | null = null;
  /** The most that a hash can add to the first limb, where it is in that. */
  readonly #mostByHash: number;
  /** For each split, how much less than its best class the next one is worth. */
  readonly #steps: Float64Array;
  /** The class of each split that the walk is in. */
  readonly #taken: Int32Array;
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
    this.#prices = pricesOf(query, otherSide(query.asking));
    this.#splits = splitsOf(scene, query);
    this.#lowest = lowestIn(order, words, this.#prices, limbs);
    this.#cheapest = this.#lowest.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    this.#usual = usualWorth(scene, query);
    this.#rest = new Float64Array(this.#splits.length + 1);
    this.#steps = new Float64Array(this.#splits.length);
    this.#top = new Int32Array(this.#splits.length);
    this.#taken = new Int32Array(this.#splits.length);
    this.#base = new Float64Array(limbs);
    this.#mostByHash = query.worth.tie[0]! * 2 ** 30;
    this.#vector = new Float64Array(limbs);
  }

  /** @param classesOf the classes of the preference by keys in a place. */
  begin(asker: number, classesOf: (at: number) => FitClasses): void {
    const { worth, asking } = this.#query;
    const prices = pricesOf(this.#query, asking);
    const limbs = this.#limbs;
    this.best.clear();
    this.#asker = asker;
    for (let l = 0; l < limbs; l++) {
      this.#base[l] = worth.pair[l]! + this.#usual.worth[l]! - prices[asker * limbs + l]!;
    }
    for (let split = 0; split < this.#splits.length; split++) this.#price(split, classesOf);
  }

  /** Works out what each class of a split is worth. */
  #price(split: number, classesOf: (at: number) => FitClasses): void {
    const classes = classesOf(this.#splits[split]!.at);
    const firsts = this.#firstsFor(split, classes.fits.length);
    this.#classes[split] = classes;
    for (let c = 0; c < firsts.length; c++) firsts[c] = this.#worthOf(split, c, 0);
    let top = 0;
    let next = Number.NEGATIVE_INFINITY;
    for (let c = 1; c < firsts.length; c++) {
      const [more, less] = firsts[c]! > firsts[top]! ? [c, top] : [top, c];
      next = Math.max(next, firsts[less]!);
      top = more;
    }
    this.#top[split] = top;
    this.#steps[split] = firsts[top]! - next;
  }

  /** Room for a number a class, used again from mentee to mentee. */
  #firstsFor(split: number, classes: number): Float64Array {
    const known = this.#firsts[split];
    if (known?.length === classes) return known;
    this.#firsts[split] = new Float64Array(classes);
    return this.#firsts[split];
  }

  /** A limb of what a class of a split is worth. */
  #worthOf(split: number, c: number, limb: number): number {
    const { weight, held } = this.#splits[split]!;
    const { fits, holds } = this.#classes[split]!;
    return weight * fits[c]! * this.#query.worth.thousandth[limb]! + holds[c]! * held[limb]!;
  }

  /**
   * Looks at all partners in some words. Where the best are asked for whatever they are worth, it looks first only for what is
   * nearly the best that there could be, so that most words are given up at once, and for more only where that is too few.
   */
  words(eligible: Bits): void {
    const most = this.#most();
    if (this.#query.gaining) {
      this.#wordsFrom(0, most, eligible);
      return;
    }
    const step = this.#steps.reduce((a, b) => (b > 0 && b < a ? b : a), Number.POSITIVE_INFINITY);
    for (const steps of Number.isFinite(step) ? NEARLY : NEARLY.slice(-1)) {
      const least = Number.isFinite(steps) ? most - steps * step : Number.NEGATIVE_INFINITY;
      this.best.clear();
      this.#wordsFrom(least, most, eligible);
      // Nobody left out could be worth as much as `least`.
      if (this.best.isFull && this.best.threshold(least) >= least) return;
    }
  }

  /** The most that a pair can have on the first limb, but for the price of the partner. */
  #most(): number {
    let most = this.#base[0]! + this.#mostByHash;
    for (let split = 0; split < this.#splits.length; split++) most += this.#firsts[split]![this.#top[split]!]!;
    return most;
  }

  /** @param least the first limb that a pair must have. @param most the first limb that it can have at no price. */
  #wordsFrom(least: number, most: number, eligible: Bits): void {
    this.#least = least;
    const lowest = this.#lowest;
    const first = this.#part(least, most);
    const needed = this.#needed;
    const where = this.#where;
    const words = where === null ? eligible.length : where.length;
    for (let w = 0; w < words; w++) {
      const word = where === null ? w : where[w]!;
      let partners = eligible[word]!;
      for (let n = 0; n < needed.length && partners !== 0; n++) partners &= needed[n]![word]!;
      if (partners === 0 || most - lowest[word]! < this.#least) continue;
      this.#descend(0, word, partners, first - lowest[word]!);
    }
  }

  /**
   * Parts the splits: into those whose top class nobody can do without, since the next one is too little even at the lowest
   * price of all, and those to descend by. @returns the first limb of what is true of all who are in the top classes needed.
   */
  #part(least: number, most: number): number {
    this.#open.length = 0;
    this.#needed.length = 0;
    this.#where = null;
    let first = this.#base[0]! + this.#mostByHash;
    for (let split = 0; split < this.#splits.length; split++) {
      const top = this.#top[split]!;
      this.#taken[split] = top;
      if (most - this.#cheapest - this.#steps[split]! >= least) this.#open.push(split);
      else {
        first += this.#firsts[split]![top]!;
        this.#need(this.#classes[split]!.parts[top]!);
      }
    }
    this.#rest[this.#open.length] = 0;
    for (let at = this.#open.length - 1; at >= 0; at--) {
      const split = this.#open[at]!;
      this.#rest[at] = this.#rest[at + 1]! + this.#firsts[split]![this.#top[split]!]!;
    }
    return first;
  }

  #need({ bits, words }: Part): void {
    this.#needed.push(bits);
    if (words !== null && words.length < (this.#where?.length ?? bits.length)) this.#where = words;
  }

  /**
   * @param at how many of the open splits are behind.
   * @param first the first limb of what is true so far, at the lowest price in the word and with the largest hash.
   */
  #descend(at: number, word: number, partners: number, first: number): void {
    if (at === this.#open.length) {
      this.#look(word, partners);
      return;
    }
    const split = this.#open[at]!;
    const { parts } = this.#classes[split]!;
    const firsts = this.#firsts[split]!;
    const rest = this.#rest[at + 1]!;
    for (let c = 0; c < parts.length; c++) {
      if (first + firsts[c]! + rest < this.#least) continue;
      const some = partners & parts[c]!.bits[word]!;
      if (some === 0) continue;
      this.#taken[split] = c;
      this.#descend(at + 1, word, some, first + firsts[c]!);
    }
  }

  /** Looks at partners one by one who are worth the same but for their prices and hashes. */
  #look(word: number, partners: number): void {
    const { floor } = this.#query;
    const prices = this.#prices;
    if (floor !== Number.NEGATIVE_INFINITY && this.#score() < floor) return;
    const limbs = this.#limbs;
    const sum = this.#sum(0);
    for (let rest = partners; rest !== 0; rest &= rest - 1) {
      const partner = this.#order[32 * word + lowestBit(rest)]!;
      if (sum - prices[partner * limbs]! + this.#mostByHash < this.#least) continue;
      for (let l = 0; l < limbs; l++) this.#vector[l] = this.#sum(l) - prices[partner * limbs + l]!;
      this.#offer(partner);
    }
  }

  /** A limb of what is true of all pairs that the walk is at. */
  #sum(limb: number): number {
    let sum = this.#base[limb]!;
    for (let split = 0; split < this.#splits.length; split++) {
      const c = this.#taken[split]!;
      sum += limb === 0 ? this.#firsts[split]![c]! : this.#worthOf(split, c, limb);
    }
    return sum;
  }

  #score(): number {
    return this.#splits.reduce(
      (sum, { weight }, split) => sum + weight * this.#classes[split]!.fits[this.#taken[split]!]!,
      this.#usual.score,
    );
  }

  /** Asks a pair by itself. */
  single(partner: number): void {
    const { worth, floor, asking } = this.#query;
    const { affinity } = this.#scene;
    const { mentor, mentee } = pairOf(asking, this.#asker, partner);
    const own = pricesOf(this.#query, asking);
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
