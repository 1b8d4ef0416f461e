/**
 * Finds the candidates that are worth most to each person of a side, at prices, without asking pair by pair.
 *
 * Problem. For each of some people who ask (mentees, say), the few candidates with the largest worth less prices, out of all
 * partners; worths are vectors in lexicographic order (see domain/pairing.ts).
 *
 * Method. People are parted into regions that cannot meet each other (regions.ts). In a region, partners stand in an order,
 * 32 of them to a word. For whoever asks, the eligible ones are a set of bits (sieve.ts), and each preference parts the
 * partners into a few classes by what it is worth, sets of bits made once for each key of those who ask (key-masks.ts). A word
 * is split by one preference after the other, the weightiest first, and given up as soon as the best that the rest could add
 * would not get in at the lowest price in the word (walk.ts). What is left of a word is a set of partners that are worth the same: only
 * these are looked at one by one, for their prices and hashes. Pairs that a rule singles out by names, or that something is
 * said of, are asked one by one (branch and bound over conjunctions of bitmaps: O'Neil & Quass, Improved query performance
 * with variant indexes, SIGMOD 1997, §3; upper bounds as in Fagin, Lotem & Naor, J. Comput. Syst. Sci. 66 (2003), 614–656, §4).
 *
 * Partners are ordered by price once prices are known, so that words have one price and are given up at once.
 *
 * Complexity. Some operations a word of 32 partners and person, and a few nanoseconds for each pair that is as good as what
 * is found. Where all are alike, that is every pair. Memory: the sets of a region.
 */
import { type Bits, clearBit, hasBit } from '../domain/bits.ts';
import { beginOf } from '../domain/crew.ts';
import type { Affinity, CandidateSearch, Query, Tandem } from '../domain/pairing.ts';
import type { Preference } from '../domain/policy.ts';
import type { Side } from '../domain/roster.ts';
import type { Ties } from '../domain/ties.ts';
import type { SightedRules } from './exceptions.ts';
import { KeyedOrder, KeyMasks, type Part, Room } from './key-masks.ts';
import type { Region } from './regions.ts';
import type { ReadyRule } from './rules.ts';
import { type Musts, otherSide, Sieve } from './sieve.ts';
import { Walk } from './walk.ts';

/** What a search needs to know besides who may meet. */
export interface Scene {
  readonly musts: Musts;
  readonly affinity: Affinity;
  readonly prefer: readonly Preference[];
  readonly preferred: SightedRules;
  readonly ties: Ties;
}

/** The partners in a region, parted into classes for whom a preference fits alike: what is true of each, and its places. */
export interface FitClasses {
  readonly fits: Float64Array;
  /** 1 where the preference holds. */
  readonly holds: Float64Array;
  readonly parts: readonly Part[];
  /** For each word of places, the first class that anybody in it is of. */
  readonly first: Uint16Array;
}

/** From so many partners on it pays to make the sets of a region anew, in the order of prices. */
const MANY = 3000;

/** Room for sets in words: 128 MiB where query after query uses them, 16 MiB where each is used by neighbours only. */
const ROOM = 2 ** 25;
const ROOM_AT_FIRST = 2 ** 22;

/** @param strays eligible pairs of people of different regions, which only a lock makes. */
export function searchIn(scene: Scene, regions: readonly Region[], strays: readonly Tandem[]): CandidateSearch {
  let kept: { readonly asking: Side; readonly isOrdered: boolean; readonly searches: readonly RegionSearch[] } | null =
    null;
  return {
    best: (query, part) => {
      const { asking, gaining } = query;
      const orders = gaining && regions.some(region => peopleOf(region, otherSide(asking)).length >= MANY);
      if (kept?.asking !== asking || (orders && !kept.isOrdered)) {
        const room = new Room(gaining ? ROOM : ROOM_AT_FIRST);
        const searches = regions.map(region => new RegionSearch(scene, asking, sidesOf(scene, region, query), room));
        kept = { asking, isOrdered: gaining, searches };
      }
      const found: Found = { mentors: [], mentees: [] };
      if (part === 0 && !gaining) for (const pair of strays) if (isAbove(scene, pair, query.floor)) add(found, pair);
      for (const search of kept.searches) search.run(query, part, found);
      return { mentors: Int32Array.from(found.mentors), mentees: Int32Array.from(found.mentees) };
    },
  };
}

/** Pairs as they are found. */
interface Found {
  readonly mentors: number[];
  readonly mentees: number[];
}

function add({ mentors, mentees }: Found, { mentor, mentee }: Tandem): void {
  mentors.push(mentor);
  mentees.push(mentee);
}

function isAbove({ affinity }: Scene, { mentor, mentee }: Tandem, floor: number): boolean {
  return affinity.score(mentor, mentee) >= floor;
}

/**
 * The people of a region: those who ask, and those whom they may be paired with, the cheapest first. Of both, those who are alike
 * stand together: the same classes serve those who ask one after the other, and make whole words of partners.
 */
function sidesOf({ preferred }: Scene, region: Region, query: Query): Sides {
  const { limbs } = query.worth;
  const other = otherSide(query.asking);
  const prices = pricesOf(query, other);
  const askers = peopleOf(region, query.asking);
  const partners = peopleOf(region, other);
  const all = preferred.byKeys.map(({ keys }) => keys);
  const own = widest(
    all.map(keys => keys[query.asking]),
    askers,
  );
  const theirs = widest(
    all.map(keys => keys[other]),
    partners,
  );
  return {
    askers: askers.toSorted((a, b) => own[a]! - own[b]! || a - b),
    partners: partners.toSorted((a, b) => prices[a * limbs]! - prices[b * limbs]! || theirs[a]! - theirs[b]! || a - b),
  };
}

/** The keys that tell most of some people apart; nobody, where there are none. */
function widest(all: readonly Int32Array[], people: Int32Array): Int32Array {
  const widths = all.map(keys => new Set(people.map(person => keys[person]!)).size);
  return all[widths.indexOf(Math.max(...widths))] ?? new Int32Array(1 + people.reduce((a, b) => Math.max(a, b), 0));
}

interface Sides {
  readonly askers: Int32Array;
  readonly partners: Int32Array;
}

function peopleOf({ mentors, mentees }: Region, side: Side): Int32Array {
  return side === 'mentor' ? mentors : mentees;
}

/** The search in one region. */
class RegionSearch {
  readonly #scene: Scene;
  readonly #asking: Side;
  readonly #sides: Sides;
  readonly #sieve: Sieve;
  readonly #classes: readonly KeyMasks<FitClasses>[];
  readonly #eligible: Bits;

  constructor(scene: Scene, asking: Side, sides: Sides, room: Room) {
    this.#scene = scene;
    this.#asking = asking;
    this.#sides = sides;
    this.#sieve = new Sieve(scene.musts, asking, sides.partners, room);
    this.#eligible = new Int32Array(this.#sieve.words);
    this.#classes = scene.preferred.byKeys.map(({ rule, keys }) => {
      const places = new KeyedOrder(sides.partners, keys[otherSide(asking)]);
      const words = 4 * this.#sieve.words;
      return new KeyMasks(keys[asking], words, room, asker => classesFor(rule, places, asking, asker));
    });
  }

  run(query: Query, part: number, found: Found): void {
    const { askers, partners } = this.#sides;
    const walk = new Walk(this.#scene, partners, this.#sieve.words, query);
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

/** A pair of somebody who asks and a partner. */
export function pairOf(asking: Side, asker: number, partner: number): Tandem {
  return asking === 'mentor' ? { mentor: asker, mentee: partner } : { mentor: partner, mentee: asker };
}

/** What the people of a side ask. */
export function pricesOf({ mentors, mentees }: Query, side: Side): Float64Array {
  return side === 'mentor' ? mentors : mentees;
}

/** The partners by what a preference is worth with somebody, the worthiest first. */
function classesFor(rule: ReadyRule, places: KeyedOrder, asking: Side, asker: number): FitClasses {
  const answers = answersOf(rule, asking, asker, places.examples);
  const values: number[] = [];
  for (let at = 0; at < answers.length; at++) {
    const answer = answers[at]!;
    if (CLASS_OF[answer]! < 0) CLASS_OF[answer] = values.push(answer) - 1;
    answers[at] = CLASS_OF[answer]!;
  }
  for (const value of values) CLASS_OF[value] = -1;
  const parts = places.parted(answers, values.length);
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!);
  const ordered = order.map(at => parts[at]!);
  return {
    fits: Float64Array.from(order, at => values[at]! >> 1),
    holds: Float64Array.from(order, at => values[at]! & 1),
    parts: ordered,
    first: firstIn(ordered),
  };
}

/** For each word, the first part that has any bit in it. */
function firstIn(parts: readonly Part[]): Uint16Array {
  const first = new Uint16Array(parts[0]?.bits.length ?? 0);
  let part = 0;
  for (let word = 0; word < first.length; word++) {
    for (part = 0; part < parts.length - 1 && parts[part]!.bits[word] === 0; ) part++;
    first[word] = part;
  }
  return first;
}

/** The class of each answer while classes are made: answers are 0 … 2001. */
const CLASS_OF = new Int16Array(2002).fill(-1);

/** For each partner, twice the fit, and one more where the rule holds. */
function answersOf(rule: ReadyRule, asking: Side, asker: number, partners: Int32Array): Int32Array {
  if (rule.answers !== undefined) return rule.answers(asking, asker, partners);
  return partners.map(partner => {
    const { mentor, mentee } = pairOf(asking, asker, partner);
    return 2 * rule.fit(mentor, mentee) + (rule.holds(mentor, mentee) ? 1 : 0);
  });
}
