import { NOTED_BARS } from '../../domain/bars.ts';
import { countNumbers } from '../../domain/bits.ts';
import { getOtherSide } from '../../domain/pair-keys.ts';
import type { Candidates, Tandem } from '../../domain/pairing.ts';
import type { PairNote } from '../../domain/policy.ts';
import type { Side } from '../../domain/roster.ts';
import type { ReadyRule } from '../rules/ready-rule.ts';
import { EligibleSets } from './eligible-sets.ts';
import { listEverybody, type Region, splitRegions } from './islands.ts';
import { BarCounts } from './near-miss-counts.ts';
import { makeSearch } from './search.ts';
import type { SearchContext } from './search-context.ts';
import { cachePerSide, pickSide } from './sides.ts';

/**
 * All candidates of a roster, without a list of them.
 * @param notes what is said of single pairs. @param same the rules of `must` that want the same value of a column.
 * @param raw the bits of all bars between two people, overridden or not.
 */
export function makeCandidates(
  scene: SearchContext,
  notes: readonly PairNote[],
  same: readonly ReadyRule[],
  raw: (mentor: number, mentee: number) => number,
): Candidates {
  const { musts } = scene;
  const all = listEverybody(musts.roster);
  const sieveFor = cachePerSide(side => new EligibleSets(musts, side, pickSide(all, getOtherSide(side))));
  const missesFor = cachePerSide(side => new BarCounts(musts, sieveFor(side), side));
  const outs = { mentor: new Int32Array(0), mentee: new Int32Array(0) };
  const barsOf = (side: Side, index: number) => countBars(scene, sieveFor(side), side, index, raw);
  const openNotes = notes.filter(({ mentor, mentee }) => musts.barred(mentor, mentee) === 0);
  return {
    partnersOf: (side, index) => {
      const sieve = sieveFor(side);
      if (outs[side].length === 0) outs[side] = new Int32Array(sieve.words);
      sieve.fillPartners(index, outs[side]);
      return outs[side];
    },
    barsOf,
    missesOf: (side, index) => missesFor(side).countBars(index),
    census: () => ({
      pairs:
        same.length === 0
          ? countEligiblePairs(sieveFor('mentee'), all.mentees)
          : countRegionPairs(scene, splitRegions(all, same), openNotes),
      barred: sumOf(all.mentees, mentee => barsOf('mentee', mentee), musts.rules),
    }),
    searchAmong: (mentors, mentees) => {
      const regions = splitRegions({ mentors, mentees }, same);
      return makeSearch(scene, regions, listCrossRegionPairs(openNotes, regions, { mentors, mentees }));
    },
  };
}

/** Eligible pairs that something is said of and whose people are in different regions. */
function listCrossRegionPairs(notes: readonly PairNote[], regions: readonly Region[], people: Region): Tandem[] {
  const regionOf = new Map<number, number>();
  const home = new Map<number, number>();
  regions.forEach(({ mentors, mentees }, region) => {
    for (const mentor of mentors) regionOf.set(mentor, region);
    for (const mentee of mentees) home.set(mentee, region);
  });
  const mentors = new Set(people.mentors);
  const mentees = new Set(people.mentees);
  return notes.filter(
    ({ mentor, mentee }) =>
      mentors.has(mentor) &&
      mentees.has(mentee) &&
      (regionOf.get(mentor) === undefined || regionOf.get(mentor) !== home.get(mentee)),
  );
}

function countRegionPairs(scene: SearchContext, regions: readonly Region[], openNotes: readonly PairNote[]): number {
  return regions.reduce(
    (sum, { mentors, mentees }) => sum + countEligiblePairs(new EligibleSets(scene.musts, 'mentee', mentors), mentees),
    listCrossRegionPairs(openNotes, regions, listEverybody(scene.musts.roster)).length,
  );
}

/** How many pairs there are of some mentees and the mentors of a sieve. */
function countEligiblePairs(sieve: EligibleSets, mentees: Int32Array): number {
  const out = new Int32Array(sieve.words);
  let pairs = 0;
  for (const mentee of mentees) {
    sieve.fillPartners(mentee, out);
    pairs += countNumbers(out);
  }
  return pairs;
}

/** How many partners each bar keeps from a person. */
function countBars(
  { musts }: SearchContext,
  sieve: EligibleSets,
  side: Side,
  index: number,
  raw: (m: number, e: number) => number,
): number[] {
  const { rules, notes, pairsOnly, roster } = musts;
  const partners = (side === 'mentor' ? roster.mentees : roster.mentors).length;
  const count = rules.byKeys.length + rules.byNames.length;
  const barred = Array.from({ length: count + NOTED_BARS.length }, () => 0);
  rules.byKeys.forEach(({ at }, rule) => {
    barred[at] = partners - sieve.countPassing(rule, index);
  });
  for (const { at, usually, exceptions } of rules.byNames) {
    const found = new Set<number>();
    exceptions.visit(side, index, partner => found.add(partner));
    barred[at] = usually === 'holds' ? found.size : partners - found.size;
  }
  const said = notes.listNotes(side, index);
  if (pairsOnly) barred[count + NOTED_BARS.indexOf('not-listed')] = partners - said.length;
  for (const { mentor, mentee } of said) {
    // What rules say of the pair is counted already; a lock may override it.
    const [bits, counted] = [musts.barred(mentor, mentee), raw(mentor, mentee) & ((1 << count) - 1)];
    for (let bar = 0; bar < barred.length; bar++) barred[bar]! += ((bits >>> bar) & 1) - ((counted >>> bar) & 1);
  }
  return barred;
}

function sumOf(
  people: Int32Array,
  barsOf: (person: number) => readonly number[],
  rules: SearchContext['musts']['rules'],
): number[] {
  const sums = Array.from({ length: rules.byKeys.length + rules.byNames.length + NOTED_BARS.length }, () => 0);
  for (const person of people) {
    barsOf(person).forEach((count, bar) => {
      sums[bar]! += count;
    });
  }
  return sums;
}
