import { type Bits, clearBit, hasBit } from '../domain/bits.ts';
import { beginOf } from '../domain/crew.ts';
import type { Query, Tandem } from '../domain/pairing.ts';
import type { Side } from '../domain/roster.ts';
import { classesFor, type FitClasses } from './fit-classes.ts';
import { KeyedOrder, KeyMasks, type Room } from './key-masks.ts';
import type { Scene } from './scene.ts';
import { otherSide, pairOf } from './sides.ts';
import { Sieve } from './sieve.ts';
import { Walk } from './walk.ts';

/** Pairs as they are found. */
export interface Found {
  readonly mentors: number[];
  readonly mentees: number[];
}

export function add({ mentors, mentees }: Found, { mentor, mentee }: Tandem): void {
  mentors.push(mentor);
  mentees.push(mentee);
}

/** The search among some people who may meet, partners in some order: the sets of each key, and the walk through them. */
export class RegionSearch {
  readonly partners: Int32Array;
  readonly #scene: Scene;
  readonly #asking: Side;
  readonly #sieve: Sieve;
  readonly #classes: readonly KeyMasks<FitClasses>[];
  readonly #eligible: Bits;

  /** @param placeOf where partners stand, to be filled; searches with other partners may share it. */
  constructor(scene: Scene, asking: Side, partners: Int32Array, room: Room, placeOf: Int32Array<ArrayBuffer>) {
    this.partners = partners;
    this.#scene = scene;
    this.#asking = asking;
    this.#sieve = new Sieve(scene.musts, asking, partners, room, placeOf);
    this.#eligible = new Int32Array(this.#sieve.words);
    this.#classes = scene.preferred.byKeys.map(({ rule, keys }) => {
      const places = new KeyedOrder(partners, keys[otherSide(asking)]);
      const words = 4 * this.#sieve.words;
      return new KeyMasks(keys[asking], words, room, asker => classesFor(rule, places, asking, asker));
    });
  }

  /** Finds for a part of those who ask. */
  run(query: Query, askers: Int32Array, part: number, found: Found): void {
    const walk = new Walk(this.#scene, this.partners, this.#sieve.words, query);
    for (const asker of askers.subarray(beginOf(part, askers.length), beginOf(part + 1, askers.length))) {
      this.#sieve.sift(asker, this.#eligible);
      walk.begin(asker, at => this.#classes[at]!.of(asker));
      const singled = this.#singledOut(asker);
      walk.words(this.#eligible);
      for (const partner of singled) walk.single(partner);
      const { best } = walk;
      for (let place = 0; place < best.size; place++) add(found, pairOf(this.#asking, asker, best.partner[place]!));
    }
  }

  /** Takes out of the sieved who must be asked one by one, and returns them with those whom something is said of. */
  #singledOut(asker: number): number[] {
    const { musts, preferred } = this.#scene;
    const asking = this.#asking;
    const singled = musts.notes
      .of(asking, asker)
      .filter(note => this.#sieve.placeOf(note[otherSide(asking)]) >= 0 && musts.barred(note.mentor, note.mentee) === 0)
      .map(note => note[otherSide(asking)]);
    for (const { exceptions } of preferred.byNames) {
      exceptions.visit(asking, asker, partner => {
        const place = this.#sieve.placeOf(partner);
        if (place < 0 || !hasBit(this.#eligible, place)) return;
        clearBit(this.#eligible, place);
        singled.push(partner);
      });
    }
    return singled;
  }
}
