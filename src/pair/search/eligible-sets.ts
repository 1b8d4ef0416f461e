import { type Bits, clearBit, countNumbers, countWords, makeFullBits, setBit } from '../../domain/bits.ts';
import { getOtherSide } from '../../domain/pair-keys.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import type { Notes } from '../rules/noted-pair-index.ts';
import type { Exceptions } from './exceptions.ts';
import { KeyedOrder, KeyMasks, MemoryBudget } from './mask-cache.ts';
import type { RuleIndex } from './rule-classes.ts';
import { pickSide } from './sides.ts';

/** What decides who may meet whom: the rules of `must`, and what is said of single pairs. */
export interface Musts {
  readonly roster: Roster;
  readonly rules: RuleIndex;
  readonly notes: Notes;
  /** Nobody may meet outside the pairs with a note. */
  readonly pairsOnly: boolean;
  /** The bits of the bars that keep a pair apart, asked pair by pair; see domain/pairing.ts. */
  readonly barred: (mentor: number, mentee: number) => number;
}

/** From so many words on, it pays to remember who passes all rules. */
const MANY = 32;

/** Room for sets, in words: 32 MiB; and for whom each person may meet in the end, 1 MiB. */
const ROOM = 2 ** 23;
const ROOM_FOR_PARTNERS = 2 ** 18;

/** Says for many pairs at once who may meet: for somebody of one side, which of some people of the other, as bits. */
export class EligibleSets {
  readonly words: number;
  readonly #asking: Side;
  readonly #musts: Musts;
  readonly #order: Int32Array;
  /** Where each person of the order stands in it; of others, anything. */
  readonly #positionOf: Int32Array;
  /** For each rule by keys, the positions of those whom it does not keep from who asks. */
  readonly #passes: readonly KeyMasks<{ readonly bits: Bits; readonly size: number }>[];

  /** The positions of those whom none of them does, by the number of those who are alike. */
  readonly #together = new Map<number, Bits>();
  readonly #room: MemoryBudget;
  /** What was found for each person, as far as there is room. */
  readonly #partners = new Map<number, Bits>();
  readonly #roomForPartners = new MemoryBudget(ROOM_FOR_PARTNERS);

  /**
   * @param asking the side of those who ask. @param order people of the other side; the bits are positions
   * in it. @param room for the sets. @param positionOf where people stand, to be filled; sieves of orders
   * with nobody in common may share it.
   */
  constructor(
    musts: Musts,
    asking: Side,
    order: Int32Array,
    room = new MemoryBudget(ROOM),
    positionOf = new Int32Array(pickSide(musts.roster, getOtherSide(asking)).length),
  ) {
    const { rules } = musts;
    this.words = countWords(order.length);
    this.#asking = asking;
    this.#musts = musts;
    this.#order = order;
    this.#room = room;
    this.#positionOf = positionOf;
    order.forEach((person, position) => {
      positionOf[person] = position;
    });
    this.#passes = rules.byKeys.map(({ rule, keys }) => {
      const keyed = new KeyedOrder(order, keys[getOtherSide(asking)]);
      return new KeyMasks(keys[asking], this.words, room, index => {
        const bits = keyed.findPassing(
          other => !(asking === 'mentee' ? rule.bars(other, index) : rule.bars(index, other)),
        );
        return { bits, size: countNumbers(bits) };
      });
    });
  }

  /** Where somebody stands in the order; −1 for who does not. */
  findPosition(person: number): number {
    const position = this.#positionOf[person]!;
    return this.#order[position] === person ? position : -1;
  }

  /** Fills `out` with the positions of those whom somebody may meet, leaving out pairs that something is said of. */
  sift(index: number, out: Bits): void {
    const { rules, notes, pairsOnly } = this.#musts;
    if (pairsOnly) {
      out.fill(0);
      return;
    }
    this.#siftByKeys(index, out);
    for (const { usually, exceptions } of rules.byNames) {
      if (usually === 'holds') this.#clear(exceptions, index, out);
      else this.#keepOnly(exceptions, index, out);
    }
    for (const note of notes.listNotes(this.#asking, index)) this.#clearPartner(note[getOtherSide(this.#asking)], out);
  }

  /** Fills `out` with the positions of all whom somebody may meet. */
  fillPartners(index: number, out: Bits): void {
    const known = this.#partners.get(index);
    if (known !== undefined) {
      out.set(known);
      return;
    }
    this.sift(index, out);
    for (const { mentor, mentee } of this.#musts.notes.listNotes(this.#asking, index)) {
      const position = this.findPosition(this.#asking === 'mentor' ? mentee : mentor);
      if (position >= 0 && this.#musts.barred(mentor, mentee) === 0) setBit(out, position);
    }
    if (this.#roomForPartners.take(this.words)) this.#partners.set(index, out.slice());
  }

  /** How many of the order a rule does not keep from somebody; the rule by its position among those by keys. */
  countPassing(rule: number, index: number): number {
    return this.#passes[rule]!.getAnswer(index).size;
  }

  /** The positions of those whom a rule does not keep from somebody. Not to be changed. */
  getPassing(rule: number, index: number): Bits {
    return this.#passes[rule]!.getAnswer(index).bits;
  }

  /** Leaves those whom no rule by keys keeps away; where they are many, looked up for people with the same keys. */
  #siftByKeys(index: number, out: Bits): void {
    if (this.words < MANY) {
      this.#passAll(index, out);
      return;
    }
    const alike = this.#musts.rules.alike(this.#asking)[index]!;
    const known = this.#together.get(alike);
    if (known !== undefined) {
      out.set(known);
      return;
    }
    this.#passAll(index, out);
    if (this.#room.take(this.words)) this.#together.set(alike, out.slice());
  }

  #passAll(index: number, out: Bits): void {
    const passes = this.#passes;
    out.set(passes[0]?.getAnswer(index).bits ?? makeFullBits(this.#order.length));
    for (let p = 1; p < passes.length; p++) {
      const mask = passes[p]!.getAnswer(index).bits;
      for (let word = 0; word < mask.length; word++) out[word]! &= mask[word]!;
    }
  }

  #clear(exceptions: Exceptions, index: number, out: Bits): void {
    exceptions.visit(this.#asking, index, partner => this.#clearPartner(partner, out));
  }

  #clearPartner(partner: number, out: Bits): void {
    const position = this.findPosition(partner);
    if (position >= 0) clearBit(out, position);
  }

  #keepOnly(exceptions: Exceptions, index: number, out: Bits): void {
    const kept = new Int32Array(this.words);
    exceptions.visit(this.#asking, index, partner => {
      const position = this.findPosition(partner);
      if (position >= 0) setBit(kept, position);
    });
    for (let word = 0; word < kept.length; word++) out[word]! &= kept[word]!;
  }
}
