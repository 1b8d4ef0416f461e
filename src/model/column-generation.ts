/**
 * Solves a task exactly over all candidates, of which there may be a billion, with arcs for a few of each mentee.
 *
 * Method. Begin with the candidates that are worth most to each mentee. Solve; at the prices found, look through all
 * candidates for pairs that are worth more than both ask (pricing); take them in, go on from where the solver stands,
 * and repeat until there are none. Then no pair outside could change anything: the prices prove the tandems best among
 * all candidates. It is column generation (Barnhart et al., Branch-and-price, Operations Research 46 (1998), 316–329,
 * §1), with every pair that prices itself in taken at once, the best of each mentee first. Once few prices change, only
 * the pairs are looked at that could gain by it (changed-prices.ts).
 *
 * Where a level counts of a pair what only looking at it tells, all candidates are arcs from
 * the start, and there is no pricing.
 *
 * It ends: no candidate is taken in twice, because arcs that are there are tandems, or worth no more than their prices.
 */
import { PointsTooLarge } from '../domain/errors.ts';
import { isOther } from '../domain/objective-level-table.ts';
import { makePairKey } from '../domain/pair-keys.ts';
import type { Marked, Pairs, PairWorth, Query } from '../domain/pairing.ts';
import { findUnsafeLevel, type Solution } from '../solve/network-definition.ts';
import type { LevelPacking } from '../solve/packing.ts';
import { Simplex } from '../solve/simplex.ts';
import { markCheaper, measureShare, type PairPrices } from './changed-prices.ts';
import { Encoding } from './encode.ts';
import { chooseInitialPairs, runQuery } from './initial-columns.ts';
import { packWorth } from './largest-gains.ts';
import { isLittleRoom } from './narrow-to-room.ts';
import type { Task } from './task.ts';

/** How many candidates of each mentee a round of pricing may add. */
const MORE = 12;

/**
 * The same where most pairs are held together: then few have anything to gain, and they would come
 * by everybody, round after round.
 */
const MORE_OF_FEW = 1000;

/** While no more than this share of all pairs may have changed, only these are looked at. */
const FEW = 0.7;

/**
 * Solves over a few candidates of each mentee, and prices candidates in until none is worth more than it asks. The
 * solution is null where the packing was not faithful.
 */
export function generateColumns(
  task: Task,
  packing: LevelPacking,
): { readonly encoding: Encoding; readonly solution: Solution | null } {
  const worth = packWorth(task, packing);
  const encoding = new Encoding(task, chooseInitialPairs(task, worth));
  const buildNetwork = () => encoding.arcs.buildNetwork(encoding.nodes.count);
  const first = buildNetwork();
  const unsafe = findUnsafeLevel(first);
  if (unsafe >= 0) throw new PointsTooLarge(encoding.levels[unsafe]!);
  task.watch('solve');
  const simplex = new Simplex(first, packing);
  const isPriceless = task.levels.some(isOther);
  const more = isLittleRoom(task) ? MORE_OF_FEW : MORE;
  let last: PricingRound | null = null;
  for (;;) {
    simplex.warmStart();
    if (isPriceless) {
      simplex.optimise();
      break;
    }
    last = priceCandidates(task, encoding, simplex, { worth, more }, last);
    const { fresh } = last;
    if (fresh.mentors.length === 0) break;
    task.watch('solve');
    encoding.addPairs(fresh);
    simplex.extend(buildNetwork());
  }
  return { encoding, solution: simplex.solveExactly() };
}

/** A look at all candidates. */
interface PricingRound {
  readonly asked: PairPrices;
  /** Pairs that are worth more than they ask, a few of each mentee at most. */
  readonly fresh: Pairs;
  /** Marks the mentees who may have more of them. */
  readonly full: Uint8Array;
}

/**
 * Climbs, and finds the candidates that are worth more than they ask at the prices of all
 * nodes. @param last the look before.
 */
function priceCandidates(
  task: Task,
  encoding: Encoding,
  simplex: Simplex,
  { worth, more }: { readonly worth: PairWorth; readonly more: number },
  last: PricingRound | null,
): PricingRound {
  const asked = collectPairPrices(task, encoding, simplex.optimise());
  task.watch('price');
  // A tandem may be worth more than its prices; it is no candidate any more.
  const { isTandem, counts } = readSolverTandems(task, encoding, simplex);
  const most = more + counts.reduce((most, count) => Math.max(most, count), 0);
  const only = last === null ? null : markGaining(last, asked, worth.limbs);
  const query: Query = { asking: 'mentee', worth, ...asked, gaining: true, most, floor: task.floor, only };
  const pairs = runQuery(task, query);
  return { asked, fresh: dropTandems(isTandem, pairs), full: markFull(pairs, counts.length, most) };
}

/** Marks people of whom each pair has one that gains now and did not before; null where that is nearly everybody. */
function markGaining(last: PricingRound, asked: PairPrices, limbs: number): Marked | null {
  const marked = markCheaper(last.asked, asked, limbs);
  last.full.forEach((isFull, mentee) => {
    marked.mentees[mentee]! |= isFull;
  });
  return measureShare(marked) > FEW ? null : marked;
}

function markFull({ mentees }: Pairs, size: number, most: number): Uint8Array {
  const counts = new Int32Array(size);
  for (const mentee of mentees) counts[mentee]!++;
  return Uint8Array.from(counts, count => (count >= most ? 1 : 0));
}

function dropTandems(isTandem: (mentor: number, mentee: number) => boolean, { mentors, mentees }: Pairs): Pairs {
  const isFresh = (_: number, p: number) => !isTandem(mentors[p]!, mentees[p]!);
  return { mentors: mentors.filter(isFresh), mentees: mentees.filter(isFresh) };
}

/** The tandems that the solver has now, and how many each mentee has. */
function readSolverTandems({ roster }: Task, { pairs }: Encoding, simplex: Simplex) {
  const makeKey = (mentor: number, mentee: number) => makePairKey(mentor, mentee, roster.mentees.length);
  const keys = new Set<number>();
  const counts = new Int32Array(roster.mentees.length);
  pairs.arc.forEach((arc, p) => {
    if (simplex.getFlow(arc) === 0) return;
    keys.add(makeKey(pairs.mentor[p]!, pairs.mentee[p]!));
    counts[pairs.mentee[p]!]!++;
  });
  return {
    isTandem: (mentor: number, mentee: number) => keys.has(makeKey(mentor, mentee)),
    counts,
  };
}

/**
 * What everybody asks of a pair at the solver's prices, an array a limb; nobody pays for people who may meet nobody.
 */
function collectPairPrices({ roster }: Task, { nodes }: Encoding, prices: readonly Float64Array[]): PairPrices {
  const limbs = prices.length;
  const mentors = new Float64Array(roster.mentors.length * limbs).fill(Number.POSITIVE_INFINITY);
  const mentees = new Float64Array(roster.mentees.length * limbs).fill(Number.POSITIVE_INFINITY);
  prices.forEach((price, limb) => {
    nodes.mentors.forEach((node, m) => {
      if (node >= 0) mentors[m * limbs + limb] = price[node]!;
    });
    nodes.mentees.forEach((node, e) => {
      if (node >= 0) mentees[e * limbs + limb] = 0 - price[node]!;
    });
  });
  return { mentors, mentees };
}
