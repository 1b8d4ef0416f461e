import type { Bits } from '../domain/bits.ts';
import type { Query } from '../domain/pairing.ts';
import type { FitClasses } from './fit-classes.ts';
import type { Part } from './key-masks.ts';
import type { Scene } from './scene.ts';

/** A preference by keys as a walk splits partners by it: its place among them, and what it is worth. */
interface Split {
  readonly at: number;
  readonly weight: number;
  readonly held: Float64Array;
}

/** What each preference by keys makes of the partners of one person after the other: classes, and what each is worth. */
export class Splits {
  readonly #splits: readonly Split[];
  readonly #thousandth: Float64Array;
  /** For each split its classes, and the first limb of what each is worth. */
  readonly classes: FitClasses[] = [];
  readonly firsts: Float64Array[] = [];
  /** For each split, the class that is worth most by its first limb, and how much less the next one is worth. */
  readonly #top: Int32Array;
  readonly #steps: Float64Array;
  /** The splits to descend by, and the most that those from each one on can add to the first limb. */
  readonly open: number[] = [];
  readonly rest: Float64Array;
  /** The top classes that nobody can do without, and the words in which the fewest of them are. */
  readonly needed: Bits[] = [];
  where: Int32Array | null = null;
  /** The class of each split that a walk is in. */
  readonly taken: Int32Array;

  /** Takes the preferences that are worth anything to a query, the weightiest first. */
  constructor({ prefer, preferred }: Scene, { worth, floor }: Query) {
    const counts = floor !== Number.NEGATIVE_INFINITY || worth.thousandth.some(limb => limb !== 0);
    this.#splits = preferred.byKeys
      .map(({ at }, place) => ({ at: place, weight: counts ? prefer[at]!.weight : 0, held: worth.held[at]! }))
      .filter(({ weight, held }) => weight !== 0 || held.some(limb => limb !== 0))
      .toSorted((a, b) => firstLimb(b, worth.thousandth[0]!) - firstLimb(a, worth.thousandth[0]!));
    this.#thousandth = worth.thousandth;
    this.#top = new Int32Array(this.#splits.length);
    this.#steps = new Float64Array(this.#splits.length);
    this.rest = new Float64Array(this.#splits.length + 1);
    this.taken = new Int32Array(this.#splits.length);
  }

  /** Works out what each class is worth to somebody. @param classesOf the classes of the preference by keys in a place. */
  begin(classesOf: (at: number) => FitClasses): void {
    for (let split = 0; split < this.#splits.length; split++) {
      const classes = classesOf(this.#splits[split]!.at);
      this.classes[split] = classes;
      const firsts = this.#firstsFor(split, classes.fits.length);
      for (let c = 0; c < firsts.length; c++) firsts[c] = this.#worthOf(split, c, 0);
      this.#rank(split, firsts);
    }
  }

  /** The most that all splits can add to the first limb. */
  get most(): number {
    let most = 0;
    for (let split = 0; split < this.#splits.length; split++) most += this.firsts[split]![this.#top[split]!]!;
    return most;
  }

  /** The least by which the best class of a split is better than the next one; infinite where none is. */
  get smallestStep(): number {
    return this.#steps.reduce((a, b) => (b > 0 && b < a ? b : a), Number.POSITIVE_INFINITY);
  }

  /**
   * Parts the splits: into those whose top class nobody can do without, and those to descend by.
   * @param room how much less than the most a pair may have on the first limb.
   * @returns what the top classes needed add to the first limb.
   */
  part(room: number): number {
    this.open.length = 0;
    this.needed.length = 0;
    this.where = null;
    let first = 0;
    for (let split = 0; split < this.#splits.length; split++) {
      const top = this.#top[split]!;
      this.taken[split] = top;
      if (this.#steps[split]! <= room) this.open.push(split);
      else {
        first += this.firsts[split]![top]!;
        this.#need(this.classes[split]!.parts[top]!);
      }
    }
    this.rest[this.open.length] = 0;
    for (let at = this.open.length - 1; at >= 0; at--) {
      const split = this.open[at]!;
      this.rest[at] = this.rest[at + 1]! + this.firsts[split]![this.#top[split]!]!;
    }
    return first;
  }

  /**
   * For each word, the class of the first open split that its best partner is in; null where no split is open, or where its
   * classes do not stand with the worthiest first.
   */
  get lead(): Uint16Array | null {
    const split = this.open[0];
    if (split === undefined) return null;
    const firsts = this.firsts[split]!;
    for (let c = 1; c < firsts.length; c++) if (firsts[c]! > firsts[c - 1]!) return null;
    return this.classes[split]!.first;
  }

  /** What the classes taken add to a limb. */
  sum(limb: number): number {
    let sum = 0;
    for (let split = 0; split < this.#splits.length; split++) {
      const c = this.taken[split]!;
      sum += limb === 0 ? this.firsts[split]![c]! : this.#worthOf(split, c, limb);
    }
    return sum;
  }

  /** What the classes taken add to a score. */
  score(): number {
    return this.#splits.reduce(
      (sum, { weight }, split) => sum + weight * this.classes[split]!.fits[this.taken[split]!]!,
      0,
    );
  }

  #need({ bits, words }: Part): void {
    this.needed.push(bits);
    if (words !== null && words.length < (this.where?.length ?? bits.length)) this.where = words;
  }

  /** Notes the best class of a split, and how far the next one is behind. */
  #rank(split: number, firsts: Float64Array): void {
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

  /** Room for a number a class, used again from person to person. */
  #firstsFor(split: number, classes: number): Float64Array {
    const known = this.firsts[split];
    if (known?.length === classes) return known;
    this.firsts[split] = new Float64Array(classes);
    return this.firsts[split];
  }

  /** A limb of what a class of a split is worth. */
  #worthOf(split: number, c: number, limb: number): number {
    const { weight, held } = this.#splits[split]!;
    const { fits, holds } = this.classes[split]!;
    return weight * fits[c]! * this.#thousandth[limb]! + holds[c]! * held[limb]!;
  }
}

function firstLimb({ weight, held }: Split, thousandth: number): number {
  return held[0]! + 1000 * weight * thousandth;
}
