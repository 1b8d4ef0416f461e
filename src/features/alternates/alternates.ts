import type { Alternate } from '../../domain/alternate.ts';
import { countTandemsPerLimit, findLimitsAround } from '../../domain/limit-tree.ts';
import type { PairTerm } from '../../domain/objective-level-table.ts';
import { findPairTerm } from '../../domain/objective-levels.ts';
import { makePairKey } from '../../domain/pair-keys.ts';
import type { PairWorth, Query, Tandem } from '../../domain/pairing.ts';
import { listOpenPeople } from '../../domain/people-open-to-tandems.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { type WorkerPool, workAlone } from '../../domain/worker-pool.ts';
import type { Findings } from '../../residual/usage.ts';

/**
 * For each mentee, by index, the best other mentors they may meet, up to so many: for when somebody drops out. Mentors
 * with a free slot stand first, since they can step in at once; then whoever is better by what the objective says of a
 * single pair, level by level, then by points and at last by the hash of the ids. People whom a limit of 0 or no slot
 * keeps from any tandem are left out.
 * @param crew that searches among just these people.
 */
export function findAlternates(findings: Findings, most: number, crew: WorkerPool = workAlone): Alternate[] {
  const { roster, terms, tandems, candidates, affinity } = findings;
  const own = new Set(tandems.map(makeTandemKey(roster)));
  const mostOwn = countTandemsOfSide(tandems, 'mentee', roster.mentees.length).reduce(
    (most, own) => Math.max(most, own),
    0,
  );
  const free = countFreeSlots(roster, terms, tandems);
  const { mentors, mentees } = listOpenPeople(roster, terms);
  const search = candidates.searchAmong(mentors, mentees);
  const order = makePairOrder(findings, free);
  const query = makeQuery(roster, terms, free, order === null ? most + mostOwn : mentors.length);
  const found = crew({ kind: 'search', query }, part => search.best(query, part));
  const others: Tandem[][] = roster.mentees.map(() => []);
  for (const pairs of found) {
    pairs.mentors.forEach((mentor, p) => {
      const pair = { mentor, mentee: pairs.mentees[p]! };
      const list = others[pair.mentee]!;
      if ((list.length < most || order !== null) && !own.has(makeTandemKey(roster)(pair))) list.push(pair);
    });
  }
  return others.flatMap(list =>
    (order === null ? list : list.toSorted(order).slice(0, most)).map(({ mentor, mentee }, at) => ({
      ...{ mentor, mentee, rank: at + 1, freeSlots: free[mentor]! },
      score: affinity.score(mentor, mentee),
    })),
  );
}

function makeTandemKey({ mentees }: Roster): (tandem: Tandem) => number {
  return ({ mentor, mentee }) => makePairKey(mentor, mentee, mentees.length);
}

function countTandemsOfSide(tandems: readonly Tandem[], side: Side, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const tandem of tandems) counts[tandem[side]]!++;
  return counts;
}

/**
 * The order of pairs level by level, where one counts what only looking at a pair tells. The search then finds all
 * pairs, and has put equal ones in the order of their hashes. null where the search knows all that counts.
 */
function makePairOrder(
  { roster, terms, affinity }: Findings,
  free: readonly number[],
): ((one: Tandem, other: Tandem) => number) | null {
  const pairTerms = listPairTerms(terms);
  if (!pairTerms.some(({ kind }) => kind === 'other')) return null;
  const counts = [
    ({ mentor }: Tandem) => (free[mentor]! > 0 ? 1 : 0),
    ...pairTerms.map(term => makePairCount(term, roster, affinity)),
    ({ mentor, mentee }: Tandem) => affinity.score(mentor, mentee),
  ];
  return (one, other) => {
    const count = counts.find(count => count(one) !== count(other));
    return count === undefined ? 0 : count(other) - count(one);
  };
}

function listPairTerms({ policy: { objective, prefer } }: Terms): PairTerm[] {
  return objective.map(level => findPairTerm(level, prefer));
}

/**
 * What a level says of a pair; whether there is a tandem more or fewer, and who was kept,
 * is not what alternates are about.
 */
function makePairCount(
  term: PairTerm,
  { mentors, mentees }: Roster,
  affinity: Findings['affinity'],
): (pair: Tandem) => number {
  switch (term.kind) {
    case 'none':
    case 'constant':
    case 'noted':
      return () => 0;
    case 'score':
    case 'weighed':
      return ({ mentor, mentee }) => affinity.score(mentor, mentee);
    case 'preference':
      return ({ mentor, mentee }) => (affinity.holds(term.preference, mentor, mentee) ? 1 : 0);
    case 'other':
      return ({ mentor, mentee }) => term.count(mentors[mentor]!, mentees[mentee]!);
  }
}

/** How many more mentees each mentor could take, as far as their slots and the limits on the mentors' side go. */
function countFreeSlots(roster: Roster, terms: Terms, tandems: readonly Tandem[]): number[] {
  const around = findLimitsAround(roster, terms);
  const used = countTandemsPerLimit(around, tandems);
  const loads = countTandemsOfSide(tandems, 'mentor', roster.mentors.length);
  return roster.mentors.map(({ capacity }, mentor) => {
    let free = capacity - loads[mentor]!;
    for (let limit = around.homeOf.mentor[mentor]!; limit !== around.outside; limit = around.outerOf[limit]!) {
      free = Math.min(free, terms.limits[limit]!.max - used[limit]!);
    }
    return free;
  });
}

/** Mentors with a free slot ask less than nothing: that much more a pair with them is worth. */
function makeQuery({ mentors, mentees }: Roster, terms: Terms, free: readonly number[], most: number): Query {
  const { worth, ofFree } = makePairWorth(terms);
  const prices = new Float64Array(mentors.length * worth.limbs);
  free.forEach((slots, mentor) => {
    if (slots > 0) prices[mentor * worth.limbs] = -ofFree;
  });
  const nothing = new Float64Array(mentees.length * worth.limbs);
  return {
    asking: 'mentee',
    worth,
    mentors: prices,
    mentees: nothing,
    gaining: false,
    most,
    floor: NO_FLOOR,
    only: null,
  };
}

const NO_FLOOR = Number.NEGATIVE_INFINITY;

/** Sums of worths are exact below this. */
const EXACT = 2 ** 52;

/**
 * What a pair is worth: as one number in which a level counts for more than all later ones together, because a search
 * over one number gives up most people at once; the score apart where that would not be exact. Then the hash.
 */
function makePairWorth(terms: Terms): { readonly worth: PairWorth; readonly ofFree: number } {
  const { policy, pairs } = terms;
  const { prefer } = policy;
  const named = listPairTerms(terms).flatMap(listSearchedLevels);
  const levels = named.includes(SCORE) ? named : [...named, SCORE];
  const largest = pairs.reduce((sum, { points }) => Math.max(sum, Math.abs(points)), 0);
  const span = 2 * prefer.reduce((sum, { weight }) => sum + 1000 * Math.abs(weight), largest);
  const isExact = (span + 1) * 2 ** (levels.length + 1) < EXACT;
  const limbs = isExact ? 2 : levels.length + 2;
  const makeVector = (limb: number, unit: number) =>
    Float64Array.from({ length: limbs }, (_, l) => (l === limb ? unit : 0));
  const units = new Map<number, Float64Array>();
  let unit = 1;
  for (const [at, level] of [...levels.entries()].reverse()) {
    units.set(level, isExact ? makeVector(0, unit) : makeVector(at + 1, 1));
    unit *= level === SCORE ? span + 1 : 2;
  }
  const nothing = makeVector(0, 0);
  return {
    ofFree: isExact ? unit : 1,
    worth: {
      limbs,
      pair: nothing,
      thousandth: units.get(SCORE)!,
      held: prefer.map((_, preference) => units.get(preference) ?? nothing),
      tie: makeVector(limbs - 1, 1),
    },
  };
}

/** Stands for the score among the numbers of preferences. */
const SCORE = -1;

/** A level as the search values it, if it does. */
function listSearchedLevels(term: PairTerm): number[] {
  switch (term.kind) {
    case 'preference':
      return [term.preference];
    case 'score':
    case 'weighed':
      return [SCORE];
    case 'none':
    case 'constant':
    case 'noted':
    case 'other':
      return [];
  }
}
