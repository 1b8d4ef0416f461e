import { type Bits, countBits, countWords, makeFullBits } from '../../domain/bits.ts';
import { getOtherSide } from '../../domain/pair-keys.ts';
import type { NearMisses } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';
import type { EligibleSets, Musts } from './eligible-sets.ts';

/** As many bars as a number of 32 bits tells apart, in binary. */
const PLANES = 6;

/**
 * Counts the bars between a person and everybody of the other side, 32 people at once: plane p holds bit
 * p of each count, and a set of people is added to all planes as one is added to a number (Warren,
 * Hacker's Delight (2nd ed., 2012), §8-2).
 */
export class BarCounts {
  readonly #musts: Musts;
  readonly #sieve: EligibleSets;
  readonly #side: Side;
  readonly #everybody: Bits;
  readonly #planes: readonly Bits[];
  readonly #out: Bits;

  /** @param sieve that of a side, over everybody of the other in the order of the roster. */
  constructor(musts: Musts, sieve: EligibleSets, side: Side) {
    const { mentors, mentees } = musts.roster;
    this.#musts = musts;
    this.#sieve = sieve;
    this.#side = side;
    this.#everybody = makeFullBits((side === 'mentor' ? mentees : mentors).length);
    const words = countWords((side === 'mentor' ? mentees : mentors).length);
    this.#planes = Array.from({ length: PLANES }, () => new Int32Array(words));
    this.#out = new Int32Array(words);
  }

  countBars(index: number): NearMisses {
    for (const plane of this.#planes) plane.fill(0);
    this.#countRules(index);
    this.#countNotes(index);
    return { barredBy: bars => this.#findBarredBy(bars), fewest: this.#findFewest() };
  }

  #countRules(index: number): void {
    const { rules, pairsOnly } = this.#musts;
    rules.byKeys.forEach((_, rule) => {
      const passing = this.#sieve.getPassing(rule, index);
      for (let word = 0; word < passing.length; word++) this.#add(word, ~passing[word]!);
    });
    for (const { usually, exceptions } of rules.byNames) {
      const found = new Set<number>();
      exceptions.visit(this.#side, index, partner => found.add(partner));
      if (usually === 'fails') this.#addAll();
      for (const partner of found) this.#set(partner, this.#getCount(partner) + (usually === 'holds' ? 1 : -1));
    }
    if (pairsOnly) this.#addAll();
  }

  /** What is said of a pair decides about it alone. */
  #countNotes(index: number): void {
    for (const note of this.#musts.notes.listNotes(this.#side, index)) {
      const partner = note[getOtherSide(this.#side)];
      this.#set(partner, countBits(this.#musts.barred(note.mentor, note.mentee)));
    }
  }

  #addAll(): void {
    for (let word = 0; word < this.#everybody.length; word++) this.#add(word, this.#everybody[word]!);
  }

  #add(word: number, some: number): void {
    for (let p = 0, carry = some; carry !== 0 && p < PLANES; p++) {
      const plane = this.#planes[p]!;
      const next = plane[word]! & carry;
      plane[word]! ^= carry;
      carry = next;
    }
  }

  #getCount(partner: number): number {
    return this.#planes.reduce((sum, plane, p) => sum + (((plane[partner >>> 5]! >>> (partner & 31)) & 1) << p), 0);
  }

  #set(partner: number, bars: number): void {
    const bit = 1 << (partner & 31);
    this.#planes.forEach((plane, p) => {
      const rest = plane[partner >>> 5]! & ~bit;
      plane[partner >>> 5] = (bars >>> p) & 1 ? rest | bit : rest;
    });
  }

  #findBarredBy(bars: number): Bits {
    const out = this.#out;
    out.set(this.#everybody);
    this.#planes.forEach((plane, p) => {
      const flip = (bars >>> p) & 1 ? 0 : -1;
      for (let word = 0; word < out.length; word++) out[word]! &= plane[word]! ^ flip;
    });
    return out;
  }

  /** The least count: from the highest plane, a bit is 0 where anybody who is left has a 0 there. */
  #findFewest(): number {
    const left = this.#everybody.slice();
    let fewest = 0;
    for (let p = PLANES - 1; p >= 0; p--) {
      const plane = this.#planes[p]!;
      if (left.every((word, at) => (word & ~plane[at]!) === 0)) fewest |= 1 << p;
      else for (let word = 0; word < left.length; word++) left[word]! &= ~plane[word]!;
    }
    return fewest;
  }
}
