/**
 * Decides by prices whether no tandems come to more than given ones, on some levels and
 * among pairs of some least score.
 *
 * Why it suffices: take any tandems that keep the rules. Sum up what each pair is worth less its prices, and what each
 * used unit of a mentor, mentee and limit gains plus its price. Prices cancel, because each tandem uses one unit of
 * each, so the sum is what the tandems come to. The given ones hold every term that is positive and none that is
 * negative, so no others have a larger sum. Terms are vectors, one number a level, in lexicographic order; addition
 * keeps that order, which is all that the argument needs. (Linear programming duality; Ahuja, Magnanti & Orlin, Network
 * Flows (1993), §9.4.) Units gain less the more are used, so that the last used and the first unused one speak for all.
 */
import type { Prices } from '../domain/certificate.ts';
import type { Tandem } from '../domain/pairing.ts';
import {
  type PairFault,
  type PricedUnit,
  type ProofRefutation,
  pickLimit,
  pickPair,
  pickPerson,
  type UnitFault,
} from '../domain/refutation.ts';
import { findChunkStart, runAllChunks } from '../domain/worker-pool.ts';
import { computeDuals, type Duals, getDual, type SideDuals } from './duals.ts';
import { countTandemsByLimit, countTandemsByPerson } from './feasibility.ts';
import type { Claim, LevelWorth } from './level-worths.ts';
import { computePairUnits, computeUsualWorth, makeFold } from './packed-levels.ts';
import { makePartScan, type ScanTask, type Suspect } from './pair-scan.ts';

/** What is to be decided. */
export interface ProofSection {
  readonly levels: readonly LevelWorth[];
  readonly prices: Prices;
  readonly tandems: readonly Tandem[];
  /** The least score, in thousandths, of the pairs that count. */
  readonly floor: number;
}

/**
 * The pair, person or limit that the prices do not fit, or null.
 * @param shared has all parts of the pairs looked at, and gives what was found in each.
 */
export function findSlacknessFault(
  claim: Claim,
  section: ProofSection,
  shared: Shared = runAllChunks,
): ProofRefutation | null {
  return findUnfitPrice(claim, section) ?? findUnitFault(claim, section) ?? findPairFault(claim, section, shared);
}

type Shared = (look: (part: number) => ProofRefutation | null) => ReadonlyArray<ProofRefutation | null>;

/** Prices must be exact integers, small enough that some of them and a worth add up exactly. */
function findUnfitPrice({ roster, terms }: Claim, { prices, levels }: ProofSection): ProofRefutation | null {
  const isFit = (price: readonly number[] | null | undefined) =>
    price === null ||
    (price !== undefined &&
      price.length === levels.length &&
      price.every(n => Number.isInteger(n) && Math.abs(n) <= 2 ** 49));
  const refute = (of: PricedUnit): ProofRefutation => ({ kind: 'price-unfit', of, levels: levels.length });
  const mentor = roster.mentors.find((_, m) => !isFit(prices.mentors[m]));
  if (mentor !== undefined) return refute({ kind: 'mentor', ...pickPerson(mentor) });
  const mentee = roster.mentees.find((_, e) => !isFit(prices.mentees[e]));
  if (mentee !== undefined) return refute({ kind: 'mentee', ...pickPerson(mentee) });
  const limit = terms.limits.find((_, l) => !isFit(prices.limits[l]));
  return limit === undefined ? null : refute({ kind: 'limit', ...pickLimit(limit) });
}

/** Mentors' slots, mentees' wants and limits: used ones must be worth their price, unused ones not more. */
function findUnitFault({ roster, terms }: Claim, { levels, prices, tandems }: ProofSection): ProofRefutation | null {
  const loads = countTandemsByPerson(tandems, 'mentor', roster.mentors.length);
  const served = countTandemsByPerson(tandems, 'mentee', roster.mentees.length);
  for (const [m, mentor] of roster.mentors.entries()) {
    const gain = (k: number, level: number) => levels[level]!.slot(k, mentor);
    const fault = checkUse(prices.mentors[m]!, loads[m]!, mentor.capacity, gain);
    const of = { kind: 'mentor', ...pickPerson(mentor) } as const;
    if (fault !== null) return { kind: 'unit-price', of, used: loads[m]!, most: mentor.capacity, fault };
  }
  for (const [e, mentee] of roster.mentees.entries()) {
    const gain = (k: number, level: number) => levels[level]!.want(k, mentee);
    const fault = checkUse(prices.mentees[e]!, served[e]!, mentee.wants, gain);
    const of = { kind: 'mentee', ...pickPerson(mentee) } as const;
    if (fault !== null) return { kind: 'unit-price', of, used: served[e]!, most: mentee.wants, fault };
  }
  const under = countTandemsByLimit(terms.limits, roster, tandems);
  for (const [l, limit] of terms.limits.entries()) {
    const used = under[l]!;
    const gain = (k: number, level: number) => levels[level]!.counted(k, limit);
    const fault = checkUse(prices.limits[l]!, used, limit.max, gain);
    const of = { kind: 'limit', ...pickLimit(limit) } as const;
    if (fault !== null) return { kind: 'unit-price', of, used, most: limit.max, fault };
  }
  return null;
}

/** @param gain what the k-th unit gains on a level. */
function checkUse(
  price: readonly number[] | null,
  used: number,
  most: number,
  gain: (k: number, level: number) => number,
): UnitFault | null {
  if (price === null) return used === 0 ? null : 'left-out';
  if (used > 0 && computeGainSign(price, used, gain) < 0) return 'fewer-better';
  return used < most && computeGainSign(price, used + 1, gain) > 0 ? 'more-better' : null;
}

/** Has the sign of what the k-th unit gains plus its price. */
function computeGainSign(price: readonly number[], k: number, gain: (k: number, level: number) => number): number {
  for (let level = 0; level < price.length; level++) {
    const sum = gain(k, level) + price[level]!;
    if (sum !== 0) return sum;
  }
  return 0;
}

/** Finds every given tandem among the pairs that may meet, and looks at all other pairs. */
function findPairFault(claim: Claim, section: ProofSection, shared: Shared): ProofRefutation | null {
  const { roster, sights } = claim;
  const asked = computeDuals(claim, section);
  const { levels, tandems } = section;
  const judge = makeJudge(claim, section, asked);
  if (judge.chosen.size < tandems.length) return { kind: 'proof-counts-twice' };
  for (const { mentor, mentee } of tandems) {
    if (!judge.counts(mentor, mentee)) return { kind: 'proof-counts-barred' };
    const fault = checkPair(levels, asked, mentor, mentee, true);
    if (fault !== null) return { kind: 'pair-price', pair: pickPair(roster, { mentor, mentee }), fault };
  }
  for (const mentee of roster.mentees.keys()) {
    let fault: ProofRefutation | null = null;
    sights.singled(mentee, mentor => {
      fault ??= judge.faultOf(mentor, mentee);
    });
    if (fault !== null) return fault;
  }
  return shared(makeRestCheck(claim, section, asked, judge)).find(fault => fault !== null) ?? null;
}

/**
 * Makes ready to look at all pairs that are no tandem and that no rule or note singles out. What is returned looks at a
 * part of them, and gives the first one found that the prices do not fit, or null. Prices must fit (see above).
 */
export function makePartCheck(claim: Claim, section: ProofSection): (part: number) => ProofRefutation | null {
  const asked = computeDuals(claim, section);
  return makeRestCheck(claim, section, asked, makeJudge(claim, section, asked));
}

function makeRestCheck(
  claim: Claim,
  section: ProofSection,
  asked: Duals,
  { faultOf }: Judge,
): (part: number) => ProofRefutation | null {
  const task = makeScanTask(claim, section.levels, asked) ?? makeCutScanTask(claim, section.levels, asked);
  const look = task === null ? makeFullScan(claim) : makePartScan(task);
  return part => {
    let fault: ProofRefutation | null = null;
    look(part, (mentor, mentee) => {
      fault = faultOf(mentor, mentee);
      return fault !== null;
    });
    return fault;
  };
}

type Judge = ReturnType<typeof makeJudge>;

/** What counts in a section, and what is wrong with a pair that is no tandem. */
function makeJudge(claim: Claim, section: ProofSection, asked: Duals) {
  const { roster } = claim;
  const { levels, tandems } = section;
  const width = roster.mentees.length;
  const chosen = new Set(tandems.map(({ mentor, mentee }) => mentor * width + mentee));
  const counts = makePairTest(claim, section, asked);
  const faultOf = (mentor: number, mentee: number): ProofRefutation | null => {
    if (chosen.has(mentor * width + mentee) || !counts(mentor, mentee)) return null;
    const fault = checkPair(levels, asked, mentor, mentee, false);
    return fault === null ? null : { kind: 'pair-price', pair: pickPair(roster, { mentor, mentee }), fault };
  };
  return { chosen, counts, faultOf };
}

/** Which pairs count in a section: of people who may meet and are open, and of some least score. */
export function makePairTest(
  { eligibility, affinity }: Claim,
  { floor }: Pick<ProofSection, 'floor'>,
  { closed }: Duals,
) {
  return (mentor: number, mentee: number): boolean =>
    !closed.mentors[mentor] &&
    !closed.mentees[mentee] &&
    eligibility.barred(mentor, mentee) === 0 &&
    (floor === Number.NEGATIVE_INFINITY || affinity.score(mentor, mentee) >= floor);
}

/** Looks at pair after pair, where levels cannot be folded. */
function makeFullScan({ roster: { mentors, mentees } }: Claim): (part: number, suspect: Suspect) => void {
  return (part, suspect) => {
    for (
      let mentee = findChunkStart(part, mentees.length);
      mentee < findChunkStart(part + 1, mentees.length);
      mentee++
    ) {
      for (const mentor of mentors.keys()) if (suspect(mentor, mentee)) return;
    }
  };
}

/**
 * A look at all pairs that are worth more than they ask on some levels; null where these cannot be folded exactly.
 * @param without the index of a level that is not to count.
 */
export function makeScanTask(claim: Claim, levels: readonly LevelWorth[], asked: Duals, without = -1): ScanTask | null {
  const { sights } = claim;
  const hasTies = levels.at(-1)?.kind === 'ties';
  const first = hasTies ? levels.slice(0, -1) : levels;
  const exact = makeFold(
    claim,
    first,
    first.map((_, level) => findLargestDual(asked, level)),
  );
  if (exact === null) return null;
  const fold = { units: exact.units.map((unit, level) => (level === without ? 0 : unit)) };
  const units = computePairUnits(claim, first, fold);
  const foldVector = (vector: Float64Array) => fold.units.reduce((sum, unit, level) => sum + unit * vector[level]!, 0);
  const open = (closed: readonly boolean[]) => Int32Array.from(closed.keys()).filter(index => !closed[index]);
  const ask = (of: (vector: Float64Array) => number) => ({
    mentors: foldDuals(asked.mentors, of),
    mentees: foldDuals(asked.mentees, of),
  });
  return {
    mentors: open(asked.closed.mentors),
    mentees: open(asked.closed.mentees),
    musts: sights.musts,
    preferences: listPreferenceWorths(claim, units),
    usual: computeUsualWorth(claim, sights, units),
    asked: ask(foldVector),
    ties: hasTies ? { keys: claim.ties, asked: ask(vector => vector[first.length]!) } : null,
  };
}

/**
 * The same where all levels are too many for one number: a look at all pairs that are worth as much as they ask, or
 * more, on the levels up to the first of points. Few are worth just as much in points; null where no level is of
 * points, or these are too many too.
 */
function makeCutScanTask(claim: Claim, levels: readonly LevelWorth[], asked: Duals): ScanTask | null {
  const points = levels.findIndex(({ pairTerm }) => pairTerm.kind === 'score' || pairTerm.kind === 'weighed');
  const task = points < 0 ? null : makeScanTask(claim, levels.slice(0, points + 1), asked);
  // Folded numbers are whole: with one more, those are above 0 that were 0.
  return task && { ...task, usual: task.usual + 1 };
}

/** The preferences by keys that are worth anything on the levels, with what they are worth. */
function listPreferenceWorths(
  { sights, terms }: Claim,
  units: ReturnType<typeof computePairUnits>,
): ScanTask['preferences'] {
  return sights.preferences.flatMap(known => {
    const held = units.held[known.preference]!;
    const points = units.thousandth * terms.policy.prefer[known.preference]!.weight;
    if (held === 0 && points === 0) return [];
    const worth = (mentor: number, mentee: number) =>
      points * known.fit(mentor, mentee) + (known.holds(mentor, mentee) ? held : 0);
    return [{ ...known, worth, most: 1000 * Math.max(0, points) + held }];
  });
}

/**
 * What each person asks as one number, made of a vector that begins with their prices; who
 * has none asks less than anything.
 */
function foldDuals({ levels, prices, isLeftOut }: SideDuals, of: (vector: Float64Array) => number): Float64Array {
  return Float64Array.from(isLeftOut, (isOut, index) =>
    isOut ? Number.NEGATIVE_INFINITY : of(prices.subarray(index * levels)),
  );
}

function findLargestDual({ mentors, mentees }: Duals, level: number): number {
  let most = 0;
  for (const { levels, prices } of [mentors, mentees]) {
    for (let at = level; at < prices.length; at += levels) most = Math.max(most, Math.abs(prices[at]!));
  }
  return most;
}

function checkPair(
  levels: readonly LevelWorth[],
  asked: Duals,
  mentor: number,
  mentee: number,
  isTandem: boolean,
): PairFault | null {
  if (asked.mentors.isLeftOut[mentor]) return 'mentor-left-out';
  if (asked.mentees.isLeftOut[mentee]) return 'mentee-left-out';
  for (let level = 0; level < levels.length; level++) {
    const prices = getDual(asked.mentors, mentor, level) + getDual(asked.mentees, mentee, level);
    const gain = levels[level]!.pair(mentor, mentee) - prices;
    if (gain > 0) return isTandem ? null : 'should-be';
    if (gain < 0) return isTandem ? 'should-not-be' : null;
  }
  return null;
}
