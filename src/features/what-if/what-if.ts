import { compareCosts, makeLeastCost } from '../../certificate/least-cost-of-pair.ts';
import type { PairAccount, PersonAccount, WhatIf } from '../../domain/account.ts';
import { listNumbers } from '../../domain/bits.ts';
import { DEMANDS, type LevelValue } from '../../domain/certificate.ts';
import type { Unmatched } from '../../domain/matching.ts';
import { getOtherSide, makePair } from '../../domain/pair-keys.ts';
import type { Tandem } from '../../domain/pairing.ts';
import { mustMeet } from '../../domain/policy.ts';
import { ignoreProgress, type Progress } from '../../domain/progress.ts';
import type { Side } from '../../domain/roster.ts';
import { TIES } from '../../domain/ties.ts';
import { prepareVerdicts } from '../../pair/verdict.ts';
import { type ExchangePath, ExchangeSearch } from '../../residual/exchange-path.ts';
import { type Findings, TandemUsage } from '../../residual/usage.ts';
import { explainFewerMentors, explainUnmatched } from '../unmatched/reasons.ts';
import type { ProvenRun } from '../verify/verify-run.ts';
import { listRivalries } from './competitors.ts';
import { type ForcedStatus, makePairForcer, omitDemands } from './forced-pair.ts';
import { listMoves } from './moves.ts';

/** Why two people are a tandem or none, and what would be if it were the other way round. */
export function explainPair(run: ProvenRun, pair: Tandem, watch: Progress = ignoreProgress): PairAccount {
  watch('explain');
  const { roster, terms, pairing, tandems } = run;
  const isTandem = tandems.some(({ mentor, mentee }) => mentor === pair.mentor && mentee === pair.mentee);
  return {
    verdict: prepareVerdicts(roster, terms, pairing)(pair.mentor, pair.mentee),
    isTandem,
    whatIf: forcePair(run, isTandem ? 'apart' : 'together', pair),
    gaps: pairing.gaps(),
  };
}

/**
 * Why somebody has the tandems they have, or none, and what the best others would change.
 * @param index −1 for who withdrew.
 */
export function explainPerson(
  run: ProvenRun,
  { side, index, person }: Pick<PersonAccount, 'side' | 'index' | 'person'>,
  watch: Progress = ignoreProgress,
): PersonAccount {
  const { roster, terms, pairing, tandems } = run;
  const findings = { roster, terms, tandems, ...pairing };
  const situation = new TandemUsage(findings);
  const own = tandems.filter(tandem => tandem[side] === index);
  const isTheirs = (one: Unmatched) => one.side === side && one.person.id === person.id;
  const verdictOf = prepareVerdicts(roster, terms, pairing);
  watch('explain');
  return {
    ...{ side, index, person },
    tandems: own.map(({ mentor, mentee }) => verdictOf(mentor, mentee)),
    rivalries: own.length === 0 ? [] : listRivalries(findings, situation, side, index),
    unmatched: own.length > 0 ? null : (explainUnmatched(findings, situation).find(isTheirs) ?? null),
    shortfall: side === 'mentee' && own.length > 0 ? findShortfall(findings, situation, index) : null,
    alternatives: index < 0 ? NONE : findAlternatives(run, side, index, watch),
    gaps: pairing.gaps(),
  };
}

function findShortfall(findings: Findings, situation: TandemUsage, mentee: number): PersonAccount['shortfall'] {
  const { wants } = findings.roster.mentees[mentee]!;
  const has = situation.mentorsOf[mentee]!.length;
  return has >= wants ? null : { wants, has, why: explainFewerMentors(findings, situation, mentee) };
}

const NONE = { best: [], others: 0, isProven: true };

/**
 * How many alternatives are told, and how many pairs are solved at most to find them where paths cannot be followed.
 */
const TOLD = 3;
const MOST_SOLVED = 4;

/** The pairs of somebody that would cost the whole least. */
function findAlternatives(run: ProvenRun, side: Side, index: number, watch: Progress): PersonAccount['alternatives'] {
  const pairs = listPossiblePairs(run, side, index);
  const { best, isProven } = hasWorst(run)
    ? findBySolving(run, pairs, watch)
    : { best: findByPaths(run, side, index, pairs), isProven: true };
  const { affinity } = run.pairing;
  return {
    best: best.map(({ pair, whatIf }) => ({
      ...{ partner: pair[getOtherSide(side)], score: affinity.score(pair.mentor, pair.mentee) },
      whatIf,
    })),
    others: pairs.length,
    isProven,
  };
}

interface CandidatePair {
  readonly pair: Tandem;
  readonly least: readonly number[];
}

type ForcedPair = { readonly pair: Tandem; readonly whatIf: WhatIf };

function findByPaths(run: ProvenRun, side: Side, index: number, pairs: readonly CandidatePair[]): ForcedPair[] {
  const partners = pairs.map(({ pair }) => pair[getOtherSide(side)]);
  const found = makeExchangeSearch(run).findCheapestPaths(side, index, TOLD, partners);
  return [...found].flatMap(([partner, path]) => {
    const pair = makePair(side, index, partner);
    const whatIf = buildWhatIf(run, path, pair, 0);
    return whatIf === null ? [] : [{ pair, whatIf }];
  });
}

/**
 * Prices say what each pair costs at least; they are solved in that order, until none that is left could be cheaper.
 */
function findBySolving(
  run: ProvenRun,
  pairs: readonly CandidatePair[],
  watch: Progress,
): { best: ForcedPair[]; isProven: boolean } {
  const solve = makeSolver(run);
  const found: (ForcedPair & { readonly cost: readonly number[] })[] = [];
  let solved = 0;
  const isDone = (least: readonly number[]) => found.length >= TOLD && compareCosts(found[TOLD - 1]!.cost, least) < 0;
  for (; solved < pairs.length && solved < MOST_SOLVED && !isDone(pairs[solved]!.least); solved++) {
    watch('explain', solved, MOST_SOLVED);
    const { pair } = pairs[solved]!;
    const result = solve('together', pair);
    if (result.whatIf.kind === 'impossible') continue;
    found.push({ pair, ...result });
    found.sort((a, b) => compareCosts(a.cost, b.cost));
  }
  return { best: found.slice(0, TOLD), isProven: solved === pairs.length || isDone(pairs[solved]!.least) };
}

/** Everybody whom somebody may meet and has not, with what pairing them costs at least; the cheapest first. */
function listPossiblePairs(
  { roster, terms, pairing, tandems, proof }: ProvenRun,
  side: Side,
  index: number,
): CandidatePair[] {
  const leastOf = makeLeastCost({ roster, terms, tandems, ...pairing }, proof);
  const has = new Set(tandems.filter(tandem => tandem[side] === index).map(tandem => tandem[getOtherSide(side)]));
  return listNumbers(pairing.candidates.partnersOf(side, index))
    .filter(partner => !has.has(partner))
    .map(partner => makePair(side, index, partner))
    .flatMap(pair => {
      const least = leastOf(pair.mentor, pair.mentee);
      return least === null ? [] : [{ pair, least }];
    })
    .sort((a, b) => compareCosts(a.least, b.least));
}

/** Where the worst tandem counts, prices do not tell everything (see residual/exchange-path.ts). */
function hasWorst({ proof }: ProvenRun): boolean {
  return proof.worst !== null;
}

function makeExchangeSearch({ roster, terms, pairing, tandems, proof }: ProvenRun): ExchangeSearch {
  return new ExchangeSearch({ roster, terms, tandems, ...pairing }, proof, 'tandems');
}

/**
 * What would be if a pair were forced: by the path of people who would move, or where that
 * does not tell, by solving again.
 */
function forcePair(run: ProvenRun, wish: ForcedStatus, pair: Tandem): WhatIf {
  if (!hasWorst(run)) {
    const path =
      wish === 'together'
        ? makeExchangeSearch(run).findPairingPath(pair)
        : makeExchangeSearch(run).findPartingPath(pair);
    const isLocked = run.terms.pairs.some(note => mustMeet(note) && isSame(note, pair));
    const whatIf = path && buildWhatIf(run, path, pair, isLocked ? 1 : 0);
    if (whatIf !== null) return whatIf;
  }
  return makeSolver(run)(wish, pair).whatIf;
}

function isSame(one: Tandem, other: Tandem): boolean {
  return one.mentor === other.mentor && one.mentee === other.mentee;
}

/**
 * null where demands would not be met. @param lifted how many demands are not made then:
 * the lock of a pair that is parted.
 */
function buildWhatIf({ tandems, proof }: ProvenRun, path: ExchangePath, pair: Tandem, lifted: number): WhatIf | null {
  const isDemand = ({ level }: LevelValue) => level === DEMANDS;
  const demands = proof.levels.findIndex(isDemand);
  if (demands >= 0 && path.cost[demands]! > lifted) return null;
  const levels = proof.levels.flatMap(({ level, value }, at) =>
    level === DEMANDS || level === TIES ? [] : [{ level, is: value, wouldBe: (value ?? 0) - path.cost[at]! }],
  );
  const after = tandems.filter(tandem => !path.ended.some(one => isSame(one, tandem)));
  return {
    kind: 'possible',
    isBetter: findFirstChange(levels.map(({ is, wouldBe }) => (is ?? 0) - wouldBe)) < 0,
    levels,
    moves: listMoves(tandems, [...after, ...path.begun], pair),
  };
}

function findFirstChange(costs: readonly number[]): number {
  return costs.find(cost => cost !== 0) ?? 0;
}

/**
 * Forces pairs by solving again, and holds what comes of it against the run. `cost` is a
 * number for each level of the proof.
 */
function makeSolver({ roster, terms, pairing, tandems, proof }: ProvenRun) {
  const force = makePairForcer(roster, terms, pairing);
  return (wish: ForcedStatus, pair: Tandem): { readonly whatIf: WhatIf; readonly cost: readonly number[] } => {
    const result = force(wish, pair);
    if (result.kind === 'impossible') return { whatIf: result, cost: [] };
    const levels = omitDemands(proof.levels)
      .map(({ level, value }, at) => ({ level, is: value, wouldBe: result.values[at]!.value }))
      .filter(({ level }) => level !== TIES);
    const cost = computeCosts(proof.levels, result.values);
    return {
      cost,
      whatIf: {
        kind: 'possible',
        isBetter: findFirstChange(cost.slice(0, -1)) < 0,
        levels,
        moves: listMoves(tandems, result.tandems, pair),
      },
    };
  };
}

/** Demands are met either way. Where there is no worst tandem, it cannot be better or worse. */
function computeCosts(now: readonly LevelValue[], values: readonly LevelValue[]): number[] {
  const then = new Map(values.map(({ level, value }) => [level, value]));
  return now.map(({ level, value }) => {
    const other = then.get(level);
    return value === null || other === undefined || other === null ? 0 : value - other;
  });
}
