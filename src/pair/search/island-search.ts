import { type Bits, clearBit, hasBit } from '../../domain/bits.ts';
import { getOtherSide, makePair } from '../../domain/pair-keys.ts';
import type { Query, Tandem } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';
import type { BranchAndBound } from './branch-and-bound.ts';
import { EligibleSets } from './eligible-sets.ts';
import { FitClasses } from './fit-classes.ts';
import type { MemoryBudget } from './mask-cache.ts';
import type { SearchContext } from './search-context.ts';
import { pickSide } from './sides.ts';
import type { PartnersHandle, SearchMachine } from './wasm.ts';

/** What searches among different partners share. */
export interface SearchMemory {
  readonly machine: SearchMachine;
  readonly room: MemoryBudget;
  /** Where partners stand in their search, to be filled. */
  readonly positionOf: Int32Array<ArrayBuffer>;
}

/** Pairs as they are found. */
export interface FoundPairs {
  readonly mentors: number[];
  readonly mentees: number[];
}

export function add({ mentors, mentees }: FoundPairs, { mentor, mentee }: Tandem): void {
  mentors.push(mentor);
  mentees.push(mentee);
}

/**
 * The search among some people who may meet, partners in some order: who is sieved out, and how the others are parted.
 */
export class RegionSearch {
  readonly partners: Int32Array;
  readonly #machine: SearchMachine;
  readonly #scene: SearchContext;
  readonly #asking: Side;
  readonly #sieve: EligibleSets;
  readonly #classes: readonly FitClasses[];
  readonly #eligible: number;
  /** The partners with their prices of the last query. */
  #priced: { readonly limbs: number; readonly partners: PartnersHandle } | null = null;
  #query: Query | null = null;

  constructor({ machine, room, positionOf }: SearchMemory, scene: SearchContext, asking: Side, partners: Int32Array) {
    this.partners = partners;
    this.#machine = machine;
    this.#scene = scene;
    this.#asking = asking;
    this.#sieve = new EligibleSets(scene.musts, asking, partners, room, positionOf);
    this.#eligible = machine.run.bitsOf(this.#sieve.words);
    this.#classes = scene.preferred.byKeys.map(
      ({ rule, keys }) => new FitClasses(machine, rule, keys, asking, partners, room),
    );
  }

  /** Finds for some people who ask. */
  run(walk: BranchAndBound, askers: Int32Array, found: FoundPairs): void {
    walk.enter(this.#pricePartners(walk.query));
    for (const asker of askers) {
      walk.begin(asker, at => this.#classes[at]!.getClasses(asker));
      const eligible = this.#machine.viewInts(this.#eligible, this.#sieve.words);
      this.#sieve.sift(asker, eligible);
      const singled = this.#takeOutExceptions(asker, eligible);
      walk.look(this.#eligible);
      for (const partner of singled) walk.offerPair(partner, this.#sieve.findPosition(partner));
      for (const position of walk.best) add(found, makePair(this.#asking, asker, this.partners[position]!));
    }
  }

  #pricePartners(query: Query): PartnersHandle {
    const { run } = this.#machine;
    const { limbs } = query.worth;
    if (this.#priced?.limbs !== limbs) this.#priced = { limbs, partners: this.#makePartners(limbs) };
    const { partners } = this.#priced;
    if (this.#query === query) return partners;
    this.#query = query;
    const prices = pickSide(query, getOtherSide(this.#asking));
    const own = this.#machine.viewFloats(run.pricesOf(partners), this.partners.length * limbs);
    this.partners.forEach((partner, position) => {
      for (let l = 0; l < limbs; l++) own[position * limbs + l] = prices[partner * limbs + l]!;
    });
    run.bound(partners, limbs);
    return partners;
  }

  /** The partners with what stands for them in the breaking of ties. */
  #makePartners(limbs: number): PartnersHandle {
    const { run } = this.#machine;
    const partners = run.partnersOf(this.partners.length, limbs);
    const hashes = pickSide(this.#scene.ties, getOtherSide(this.#asking));
    const own = this.#machine.viewInts(run.hashesOf(partners), 2 * this.partners.length);
    this.partners.forEach((partner, position) => {
      own[2 * position] = hashes[2 * partner]!;
      own[2 * position + 1] = hashes[2 * partner + 1]!;
    });
    return partners;
  }

  /** Takes out of the sieved who must be asked one by one, and returns them with those whom something is said of. */
  #takeOutExceptions(asker: number, eligible: Bits): number[] {
    const { musts, preferred } = this.#scene;
    const asking = this.#asking;
    const singled = musts.notes
      .listNotes(asking, asker)
      .filter(
        note =>
          this.#sieve.findPosition(note[getOtherSide(asking)]) >= 0 && musts.barred(note.mentor, note.mentee) === 0,
      )
      .map(note => note[getOtherSide(asking)]);
    for (const { exceptions } of preferred.byNames) {
      exceptions.visit(asking, asker, partner => {
        const position = this.#sieve.findPosition(partner);
        if (position < 0 || !hasBit(eligible, position)) return;
        clearBit(eligible, position);
        singled.push(partner);
      });
    }
    return singled;
  }
}
