/**
 * Finds the candidates that are worth most to each person of a side, at prices, without asking pair by pair.
 *
 * Problem. For each of some people who ask (mentees, say), the few candidates with the largest worth less prices, out
 * of all partners; worths are vectors in lexicographic order (see domain/pairing.ts).
 *
 * Method. People are parted into regions that cannot meet each other (regions.ts). In a region, partners stand in an
 * order, 32 of them to a word. For whoever asks, the eligible ones are a set of bits (eligible-sets.ts), and each
 * preference parts the partners into a few classes by what it is worth, sets of bits made once for each key of those
 * who ask (fit-classes.ts). A word is split by one preference after the other, the weightiest first, and given up as
 * soon as the best that the rest could add would not get in at the lowest price in the word (walk.ts). What is left of
 * a word is a set of partners that are worth the same: only these are looked at one by one, for their prices and
 * hashes. Pairs that a rule singles out by names, or that something is said of, are asked one by one (branch and bound
 * over conjunctions of bitmaps: O'Neil & Quass, Improved query performance with variant indexes, SIGMOD 1997, §3; upper
 * bounds as in Fagin, Lotem & Naor, J. Comput. Syst. Sci. 66 (2003), 614–656, §4).
 *
 * Partners are ordered by price once prices are known, so that words have one price and are given up at
 * once. Where only pairs of some people are wanted (`only`), these ask all others, and all others ask
 * them: sets of few are soon made.
 *
 * Complexity. Some operations a word of 32 partners and person, and a few nanoseconds for each pair that is as good as
 * what is found. Where all are alike, that is every pair. Memory: the sets of a region.
 */

import { getOtherSide } from '../../domain/pair-keys.ts';
import type { CandidateSearch, Marked, Query, Tandem } from '../../domain/pairing.ts';
import type { Side } from '../../domain/roster.ts';
import { findChunkStart } from '../../domain/worker-pool.ts';
import { BranchAndBound } from './branch-and-bound.ts';
import { add, type FoundPairs, RegionSearch, type SearchMemory } from './island-search.ts';
import type { Region } from './islands.ts';
import { MemoryBudget } from './mask-cache.ts';
import type { SearchContext } from './search-context.ts';
import { pickSide } from './sides.ts';
import { SearchMachine } from './wasm.ts';

/** From so many partners on it pays to make the sets of a region anew, in the order of prices. */
const MANY = 3000;

/** Room for sets in words: 128 MiB where query after query uses them, 16 MiB where each is used by neighbours only. */
const ROOM = 2 ** 25;
const ROOM_AT_FIRST = 2 ** 22;

/** Some people who ask all partners of a search. */
interface SearchJob {
  readonly search: RegionSearch;
  readonly askers: Int32Array;
}

/** Errands among partners who share a bench. */
interface Round {
  readonly bench: SearchMemory;
  readonly errands: readonly SearchJob[];
}

/** @param strays eligible pairs of people of different regions, which only a lock makes. */
export function makeSearch(
  scene: SearchContext,
  regions: readonly Region[],
  strays: readonly Tandem[],
): CandidateSearch {
  const wholeFor = prepareWholeRound(scene, regions);
  let now: {
    readonly query: Query;
    readonly rounds: readonly { walk: BranchAndBound; errands: readonly SearchJob[] }[];
  } | null = null;
  return {
    best: (query, part) => {
      if (now?.query !== query) {
        const whole = wholeFor(query);
        const rounds = query.only === null ? [whole] : listRounds(scene, whole, query, query.only);
        now = {
          query,
          rounds: rounds.map(({ bench, errands }) => ({
            walk: new BranchAndBound(bench.machine, scene, query),
            errands,
          })),
        };
      }
      const found: FoundPairs = { mentors: [], mentees: [] };
      const hasStrays = part === 0 && !query.gaining && query.only === null;
      if (hasStrays) for (const pair of strays) if (isAbove(scene, pair, query.floor)) add(found, pair);
      for (const { walk, errands } of now.rounds) {
        for (const { search, askers } of errands) search.run(walk, takeChunk(askers, part), found);
      }
      return { mentors: Int32Array.from(found.mentors), mentees: Int32Array.from(found.mentees) };
    },
  };
}

function takeChunk(people: Int32Array, part: number): Int32Array {
  return people.subarray(findChunkStart(part, people.length), findChunkStart(part + 1, people.length));
}

function isAbove({ affinity }: SearchContext, { mentor, mentee }: Tandem, floor: number): boolean {
  return affinity.score(mentor, mentee) >= floor;
}

/** The search in each region, with all who ask; kept from query to query while their order serves. */
function prepareWholeRound(scene: SearchContext, regions: readonly Region[]): (query: Query) => Round {
  let kept: (Round & { readonly asking: Side; readonly isOrdered: boolean }) | null = null;
  return query => {
    const { asking, gaining } = query;
    const orders = gaining && regions.some(region => pickSide(region, getOtherSide(asking)).length >= MANY);
    if (kept?.asking !== asking || (orders && !kept.isOrdered)) {
      const bench = makeSearchMemory(scene, asking, gaining ? ROOM : ROOM_AT_FIRST);
      const errands = regions.map((region): SearchJob => {
        const { askers, partners } = sortSides(scene, region, query);
        return { search: new RegionSearch(bench, scene, asking, partners), askers };
      });
      kept = { asking, isOrdered: gaining, bench, errands };
    }
    return kept;
  };
}

function makeSearchMemory({ musts }: SearchContext, asking: Side, words: number): SearchMemory {
  const positionOf = new Int32Array(pickSide(musts.roster, getOtherSide(asking)).length);
  return { machine: new SearchMachine(), room: new MemoryBudget(words), positionOf };
}

/**
 * What finds all pairs of marked people: those of them who ask, ask everybody; all others
 * ask those of them who are partners.
 */
function listRounds(scene: SearchContext, whole: Round, { asking }: Query, only: Marked): Round[] {
  const isAsking = pickSide(only, asking);
  const isPartner = pickSide(only, getOtherSide(asking));
  const bench = makeSearchMemory(scene, asking, ROOM_AT_FIRST);
  const few = whole.errands.map(({ search, askers }): SearchJob => {
    const partners = search.partners.filter(person => isPartner[person] === 1);
    return {
      search: new RegionSearch(bench, scene, asking, partners),
      askers: askers.filter(person => isAsking[person] === 0),
    };
  });
  const many = whole.errands.map(({ search, askers }): SearchJob => {
    return { search, askers: askers.filter(person => isAsking[person] === 1) };
  });
  return [
    { bench: whole.bench, errands: many.filter(isNeeded) },
    { bench, errands: few.filter(isNeeded) },
  ];
}

function isNeeded({ search, askers }: SearchJob): boolean {
  return search.partners.length > 0 && askers.length > 0;
}

/**
 * The people of a region: those who ask, and those whom they may be paired with, the cheapest first. Of both, those who
 * are alike stand together: the same classes serve those who ask one after the other, and make whole words of partners.
 */
function sortSides({ preferred }: SearchContext, region: Region, query: Query) {
  const { limbs } = query.worth;
  const other = getOtherSide(query.asking);
  const prices = pickSide(query, other);
  const askers = pickSide(region, query.asking);
  const partners = pickSide(region, other);
  const all = preferred.byKeys.map(({ keys }) => keys);
  const own = findWidestKeys(
    all.map(keys => keys[query.asking]),
    askers,
  );
  const theirs = findWidestKeys(
    all.map(keys => keys[other]),
    partners,
  );
  return {
    askers: askers.toSorted((a, b) => own[a]! - own[b]! || a - b),
    partners: partners.toSorted((a, b) => prices[a * limbs]! - prices[b * limbs]! || theirs[a]! - theirs[b]! || a - b),
  };
}

/** The keys that tell most of some people apart; nobody, where there are none. */
function findWidestKeys(all: readonly Int32Array[], people: Int32Array): Int32Array {
  const widths = all.map(keys => new Set(people.map(person => keys[person]!)).size);
  return all[widths.indexOf(Math.max(...widths))] ?? new Int32Array(1 + people.reduce((a, b) => Math.max(a, b), 0));
}
