import { Best } from './best';
import { Partners } from './partner-prices';
import { Question } from './question';
import { Splits } from './splits';

/** How far below the best that there could be the best few are looked for, in smallest steps between classes. */
const NEARLY: StaticArray<f64> = [0, 1, 2, 4, 8, Infinity];

/** As many values as a hash has. */
const HASHES: f64 = 1073741824;

/**
 * Goes through the partners in a region for one person after the other, and keeps the best.
 * See ../search.ts for the method.
 */
export class Walk {
  best: Best;
  splits: Splits;
  /** Among whom it goes. */
  partners: Partners = new Partners(0, 0);
  /** What every pair of whoever asks is worth, but for splits, prices of partners and hash. */
  base: StaticArray<f64>;
  /** What a pair asked by itself is worth but for its hash. */
  vector: StaticArray<f64>;
  private question: Question;
  private limbs: i32;
  /** What stands for whoever asks in the breaking of ties. */
  private first: i32 = 0;
  private second: i32 = 0;
  /** What a unit of the hash adds to the last limb. */
  private tie: f64;
  /** The most that a hash can add to the first limb, where it is in that. */
  private mostByHash: f64;
  /** The first limb below which nothing is looked at. */
  private least: f64 = -Infinity;

  constructor(question: Question, most: i32) {
    const limbs = question.limbs;
    this.question = question;
    this.limbs = limbs;
    this.best = new Best(most, limbs);
    this.splits = new Splits(question);
    this.base = new StaticArray<f64>(limbs);
    this.vector = new StaticArray<f64>(limbs);
    this.tie = question.tie[limbs - 1];
    this.mostByHash = question.tie[0] * HASHES;
  }

  /** Begins with somebody who asks. */
  begin(first: i32, second: i32): void {
    this.first = first;
    this.second = second;
    this.best.size = 0;
    this.least = -Infinity;
  }

  /**
   * Looks at all partners in some words. Where the best are asked for whatever they are worth, it looks first
   * only for what is nearly the best that there could be, so that most words are given up at once, and for
   * more only where that is too few.
   */
  words(eligible: StaticArray<i32>): void {
    const most = this.base[0] + this.mostByHash + this.splits.most;
    if (this.question.gaining) {
      this.wordsFrom(0, most, eligible);
      return;
    }
    const step = this.splits.smallestStep;
    for (let at = step < Infinity ? 0 : NEARLY.length - 1; at < NEARLY.length; at++) {
      const least = NEARLY[at] < Infinity ? most - NEARLY[at] * step : -Infinity;
      this.best.size = 0;
      this.wordsFrom(least, most, eligible);
      // Nobody left out could be worth as much as `least`.
      if (this.best.isFull && this.best.threshold(least) >= least) return;
    }
  }

  /** Offers a pair whose worth but for the hash is in `vector`. */
  offer(position: i32): void {
    const vector = this.vector;
    if (this.tie !== 0) vector[this.limbs - 1] += this.tie * <f64>this.hashWith(position);
    if (this.question.gaining && !this.isPositive()) return;
    if (this.best.offer(position, vector)) this.least = max(this.least, this.best.threshold(this.least));
  }

  /** @param least the first limb that a pair must have. @param most the first limb that it can have at no price. */
  private wordsFrom(least: f64, most: f64, eligible: StaticArray<i32>): void {
    this.least = least;
    const splits = this.splits;
    const lowest = this.partners.lowest;
    const first = this.base[0] + this.mostByHash + splits.part(most - this.partners.cheapest - least);
    const list = splits.list;
    const end = list === null ? this.partners.words : splits.end;
    for (let at = list === null ? 0 : splits.begin; at < end; at++) {
      const word = list === null ? at : list[at];
      let partners = eligible[word];
      for (let n = 0; n < splits.needs && partners !== 0; n++) {
        partners &= load<i32>(splits.needed[n] + ((<usize>word) << 2));
      }
      if (partners === 0) continue;
      const bound = first - lowest[word];
      if (bound + splits.bound(word) >= this.least) this.descend(0, word, partners, bound);
    }
  }

  /**
   * @param at how many of the open splits are behind.
   * @param first the first limb of what is true so far, at the lowest price in the word and with the largest hash.
   */
  private descend(at: i32, word: i32, partners: i32, first: f64): void {
    const splits = this.splits;
    if (at === splits.opened) {
      this.look(word, partners);
      return;
    }
    const split = splits.open[at];
    const classes = splits.classes[split];
    const firsts = splits.firsts[split];
    const falls = splits.falls[split];
    const rest = splits.rest[at + 1];
    let left = partners;
    for (let c = falls ? <i32>classes.first[word] : 0; c < classes.count && left !== 0; c++) {
      if (first + firsts[c] + rest < this.least) {
        if (falls) return;
        continue;
      }
      const some = left & classes.bits[c * classes.words + word];
      if (some === 0) continue;
      left ^= some;
      splits.taken[split] = c;
      this.descend(at + 1, word, some, first + firsts[c]);
    }
  }

  /** Looks at partners one by one who are worth the same but for their prices and hashes. */
  private look(word: i32, partners: i32): void {
    const question = this.question;
    const splits = this.splits;
    if (question.floor !== -Infinity && question.score + splits.score < question.floor) return;
    const prices = this.partners.prices;
    const limbs = this.limbs;
    const sum = this.base[0] + splits.sum(0);
    for (let rest = partners; rest !== 0; rest &= rest - 1) {
      const position = 32 * word + ctz(rest);
      if (sum - prices[position * limbs] + this.mostByHash < this.least) continue;
      this.vector[0] = sum - prices[position * limbs];
      for (let l = 1; l < limbs; l++) this.vector[l] = this.base[l] + splits.sum(l) - prices[position * limbs + l];
      this.offer(position);
    }
  }

  private isPositive(): bool {
    for (let l = 0; l < this.limbs; l++) if (this.vector[l] !== 0) return this.vector[l] > 0;
    return false;
  }

  /** As `computeTie` of domain/ties.ts, whose two halves of each person the other module has ready. */
  private hashWith(position: i32): u32 {
    const hashes = this.partners.hashes;
    return <u32>mixed(mixed(this.first ^ hashes[2 * position]) ^ this.second ^ hashes[2 * position + 1]) >>> 2;
  }
}

function mixed(bits: i32): i32 {
  bits = (bits ^ (bits >>> 16)) * 0x85ebca6b;
  bits = (bits ^ (bits >>> 13)) * 0xc2b2ae35;
  return bits ^ (bits >>> 16);
}
