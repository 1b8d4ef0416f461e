/**
 * Finds the candidates that are worth most to each mentee, at prices, without asking pair by pair.
 *
 * Problem. For each of some mentees, the few candidates with the largest worth less prices, out of all mentors; worths are
 * vectors in lexicographic order (see domain/pairing.ts).
 *
 * Method. People are parted into regions that cannot meet each other (regions.ts). In a region, mentors stand in an order,
 * 32 of them to a word. For a mentee, the eligible ones are a set of bits (sieve.ts), and each preference parts the mentors
 * into a few classes by what it is worth, sets of bits made once for each key of a mentee (key-masks.ts). A word is split by
 * one preference after the other, the weightiest first, and given up as soon as the best that the rest could add would not
 * get in at the lowest price in the word. What is left of a word is a set of mentors that are worth the same: only these are
 * looked at one by one, for their prices and hashes. Pairs that a rule singles out by names, or that something is said of,
 * are query one by one (branch and bound over conjunctions of bitmaps: O'Neil & Quass, Improved query performance with
 * variant indexes, SIGMOD 1997, §3; upper bounds as in Fagin, Lotem & Naor, J. Comput. Syst. Sci. 66 (2003), 614–656, §4).
 *
 * Mentors are ordered by price once prices are known, so that words have one price and are given up at once.
 *
 * Complexity. Some operations a word of 32 mentors and mentee, and a few nanoseconds for each pair that is as good as what
 * is found. Where all are alike, that is every pair. Memory: the sets of a region.
 */
import { type Bits, clearBit, hasBit } from '../domain/bits.ts';
import type { Affinity, CandidateSearch, Query, Tandem } from '../domain/pairing.ts';
import type { Preference } from '../domain/policy.ts';
import type { TieKeys } from '../domain/ties.ts';
import type { SightedRules } from './exceptions.ts';
import { KeyedOrder, KeyMasks } from './key-masks.ts';
import type { Region } from './regions.ts';
import type { ReadyRule } from './rules.ts';
import { type Musts, Sieve } from './sieve.ts';
import { Walk } from './walk.ts';

/** What a search needs to know besides who may meet. */
export interface Scene {
  readonly musts: Musts;
  readonly affinity: Affinity;
  readonly prefer: readonly Preference[];
  readonly preferred: SightedRules;
  readonly ties: { readonly mentors: TieKeys; readonly mentees: TieKeys };
}

/** The mentors of a region, parted into classes for whom a preference fits alike: what is true of each, and its places. */
export interface FitClasses {
  readonly fits: Float64Array;
  /** 1 where the preference holds. */
  readonly holds: Float64Array;
  readonly bits: readonly Bits[];
}

/** @param strays eligible pairs of people of different regions, which only a lock makes. */
export function searchIn(scene: Scene, regions: readonly Region[], strays: readonly Tandem[]): CandidateSearch {
  let searches: readonly RegionSearch[] | null = null;
  let isOrdered = false;
  return {
    best: query => {
      if (searches === null || (query.gaining && !isOrdered)) {
        searches = regions.map(region => new RegionSearch(scene, byPrice(region, query)));
        isOrdered = query.gaining;
      }
      const found: Tandem[] = query.gaining ? [] : strays.filter(pair => isAbove(scene, pair, query.floor));
      for (const search of searches) search.run(query, found);
      return found;
    },
  };
}

function isAbove({ affinity }: Scene, { mentor, mentee }: Tandem, floor: number): boolean {
  return affinity.score(mentor, mentee) >= floor;
}

function byPrice({ mentors, mentees }: Region, { mentors: prices, worth: { limbs } }: Query): Region {
  return { mentors: mentors.toSorted((a, b) => prices[a * limbs]! - prices[b * limbs]! || a - b), mentees };
}

/** The search in one region. */
class RegionSearch {
  readonly #scene: Scene;
  readonly #region: Region;
  readonly #sieve: Sieve;
  readonly #classes: readonly KeyMasks<FitClasses>[];
  readonly #eligible: Bits;

  constructor(scene: Scene, region: Region) {
    this.#scene = scene;
    this.#region = region;
    this.#sieve = new Sieve(scene.musts, 'mentee', region.mentors);
    this.#eligible = new Int32Array(this.#sieve.words);
    this.#classes = scene.preferred.byKeys.map(({ rule, keys }) => {
      const places = new KeyedOrder(region.mentors, keys.mentor);
      return new KeyMasks(keys.mentee, 4 * this.#sieve.words, mentee => classesFor(rule, places, mentee));
    });
  }

  run(query: Query, found: Tandem[]): void {
    const walk = new Walk(this.#scene, this.#region.mentors, this.#sieve.words, query);
    for (const mentee of this.#region.mentees) {
      this.#sieve.sift(mentee, this.#eligible);
      walk.begin(mentee, at => this.#classes[at]!.of(mentee));
      const singled = this.#singledOut(mentee);
      walk.words(this.#eligible);
      for (const mentor of singled) walk.single(mentor);
      const { best } = walk;
      for (let place = 0; place < best.size; place++) found.push({ mentor: best.partner[place]!, mentee });
    }
  }

  /** Takes out of the sieved who must be query one by one, and returns them with those whom something is said of. */
  #singledOut(mentee: number): number[] {
    const { musts, preferred } = this.#scene;
    const isEligible = (mentor: number) => this.#sieve.placeOf(mentor) >= 0 && musts.barred(mentor, mentee) === 0;
    const singled = musts.notes
      .of('mentee', mentee)
      .map(({ mentor }) => mentor)
      .filter(isEligible);
    for (const { exceptions } of preferred.byNames) {
      exceptions.visit('mentee', mentee, mentor => {
        const place = this.#sieve.placeOf(mentor);
        if (place < 0 || !hasBit(this.#eligible, place)) return;
        clearBit(this.#eligible, place);
        singled.push(mentor);
      });
    }
    return singled;
  }
}

/** The mentors by what a preference is worth with a mentee, the worthiest first. */
function classesFor(rule: ReadyRule, places: KeyedOrder, mentee: number): FitClasses {
  const { examples } = places;
  const values: number[] = [];
  const classOf = examples.map(mentor => {
    const value = 2 * rule.fit(mentor, mentee) + (rule.holds(mentor, mentee) ? 1 : 0);
    const known = values.indexOf(value);
    return known < 0 ? values.push(value) - 1 : known;
  });
  const bits = places.parted(classOf, values.length);
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  return {
    fits: Float64Array.from(order, at => values[at]! >> 1),
    holds: Float64Array.from(order, at => values[at]! & 1),
    bits: order.map(at => bits[at]!),
  };
}
