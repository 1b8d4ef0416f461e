import { type Advice, type Change, type Measure, sortByGain } from '../../domain/advice.ts';
import type { Proof } from '../../domain/certificate.ts';
import { hasDemands } from '../../domain/demands.ts';
import { measureCoverage } from '../../domain/forecast.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Terms } from '../../domain/policy.ts';
import { ignoreProgress, type Progress } from '../../domain/progress.ts';
import type { Roster } from '../../domain/roster.ts';
import { makePairing, type Pairing } from '../../pair/pairing.ts';
import { listLiftable } from '../../pair/relaxed.ts';
import { Openings } from '../../residual/one-more.ts';
import { KEEP_DEMANDS, ResidualGraph } from '../../residual/residual-graph.ts';
import { countMenteesUnder, findMostUnder, hasPriorities, isOneMentorEach, raiseLimit } from '../match/most-tandems.ts';
import { computeRaiseGains, type RaisedNumber } from '../trade-offs/limit-values.ts';
import { findCombinations } from './combined-changes.ts';
import { findOtherGains } from './other-gains.ts';
import { addSlot, findSingleChanges } from './single-changes.ts';

/** A finished run: its inputs, what follows from them, and its tandems. */
export interface FinishedRun {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly pairing: Pairing;
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
}

/** Which changes would give more mentees a tandem, and how many each. */
export function advise(run: FinishedRun, watch: Progress = ignoreProgress): Advice {
  const { roster, terms, tandems } = run;
  const { mentees: served } = measureCoverage(tandems);
  const mentees = roster.mentees.length;
  watch('compile');
  const find = isFlow(roster, terms) ? findChangesByFlow : findChangesByPrices;
  const found = served === mentees ? NOTHING : find(run, served, watch);
  return {
    ...{ mentees, served, untried: found.untried },
    alone: sortByGain(found.alone),
    together: found.together && sortByGain(found.together),
    besides: findOtherGains(run, found.alone, listLiftable(terms), watch),
  };
}

const NOTHING: FoundChanges = { alone: [], together: [], untried: 0 };

type FoundChanges = Pick<Advice, 'alone' | 'together' | 'untried'>;

/**
 * Whether the objective begins with what one more tandem adds to, whoever it is: then
 * mentees are a matter of flows alone.
 */
function isFlow(roster: Roster, terms: Terms): boolean {
  switch (terms.policy.objective[0]?.kind) {
    case 'mentees':
      return !hasPriorities(roster) && (isOneMentorEach(roster) || !hasDemands(roster, terms));
    case 'tandems':
      return isOneMentorEach(roster);
    default:
      return false;
  }
}

/**
 * Where mentees come first, all alike, and nobody's second mentor is demanded, it is enough to look at one mentor for
 * each mentee: then one more tandem is one more mentee, and paths of people who move tell all there is to know.
 */
function findChangesByFlow({ roster, terms, tandems, pairing }: FinishedRun, _: number, watch: Progress): FoundChanges {
  const people = { ...roster, mentees: roster.mentees.map(mentee => ({ ...mentee, wants: 1 })) };
  const inputs = { roster: people, terms, candidates: pairing.candidates };
  const residual = new ResidualGraph(inputs, keepOneEach(tandems), KEEP_DEMANDS);
  watch('explain');
  const openings = new Openings(residual);
  const liftable = listLiftable(terms);
  const bars = liftable.map(relaxed => ({
    bar: relaxed.bar,
    candidates: makePairing(roster, relaxed.terms).candidates,
  }));
  const alone = findSingleChanges(residual, openings, bars);
  const listCandidatesWithout = (bar: string, other: string) => {
    const without = liftable.find(relaxed => relaxed.bar === bar)!;
    const withoutBoth = listLiftable(without.terms).find(relaxed => relaxed.bar === other)!;
    return makePairing(roster, withoutBoth.terms).candidates;
  };
  const together = findCombinations(residual, openings, alone, listCandidatesWithout);
  return { alone: alone.measures, together, untried: 0 };
}

function keepOneEach(tandems: readonly Tandem[]): Tandem[] {
  return [...new Map(tandems.map(tandem => [tandem.mentee, tandem])).values()];
}

/** What it would bring to serve mentees first, where the run could serve more than it does. */
function measureMenteesFirst(missed: number): Measure[] {
  return missed > 0 ? [{ changes: [{ kind: 'mentees-first' }], gain: missed }] : [];
}

/** How often everything is solved again at most. */
const MOST_TRIALS = 16;

/** A change, and what everything is then. */
interface ChangeTrial {
  readonly change: Change;
  readonly roster: Roster;
  readonly terms: Terms;
}

/**
 * Where another level comes first, or it matters who the mentees are: what one more of a limit or a slot brings is
 * told by the proof of the run (see features/trade-offs/limit-values.ts); rules are lifted and everything solved
 * again, under the same objective.
 */
function findChangesByPrices(
  { roster, terms, pairing, tandems, proof }: FinishedRun,
  served: number,
  watch: Progress,
): FoundChanges {
  const raises = listRaises(roster, terms);
  const gains = computeRaiseGains({ roster, terms, tandems, ...pairing }, proof, raises, 'mentees');
  const told = raises.map((raise, at): Measure => {
    return { changes: [makeChange(raise)], gain: gains[at]?.mentees ?? 0 };
  });
  const trials = [
    ...listLiftable(terms).map(
      ({ bar, terms: lifted }): ChangeTrial => ({ change: { kind: 'bar', bar }, roster, terms: lifted }),
    ),
    ...raises.filter((_, at) => gains[at] === null).map(raise => makeTrial(raise, roster, terms)),
  ];
  const tried = trials.slice(0, MOST_TRIALS).map(({ change, ...changed }): Measure => {
    return { changes: [change], gain: countMenteesUnder(changed.roster, changed.terms, watch) - served };
  });
  const missed =
    terms.policy.objective[0]?.kind === 'mentees'
      ? 0
      : measureCoverage(findMostUnder(roster, terms, watch).tandems).mentees - served;
  return {
    alone: [...measureMenteesFirst(missed), ...mergeSlotChanges([...told, ...tried].filter(({ gain }) => gain > 0))],
    together: null,
    untried: Math.max(0, trials.length - MOST_TRIALS),
  };
}

/** All limits that have a maximum, then all mentors' slots. */
function listRaises({ mentors }: Roster, { limits }: Terms): RaisedNumber[] {
  return [
    ...[...limits.entries()].flatMap(([index, { max }]) =>
      Number.isFinite(max) ? [{ kind: 'limit', index } as const] : [],
    ),
    ...[...mentors.keys()].map(index => ({ kind: 'slot', index }) as const),
  ];
}

function makeChange({ kind, index }: RaisedNumber): Change {
  return kind === 'limit' ? { kind, limit: index, by: 1 } : { kind, mentors: [index] };
}

function makeTrial(raise: RaisedNumber, roster: Roster, terms: Terms): ChangeTrial {
  const change = makeChange(raise);
  return raise.kind === 'limit'
    ? { change, roster, terms: raiseLimit(terms, raise.index) }
    : { change, roster: addSlot(roster, raise.index), terms };
}

/** Slots that bring the same are one change: any one of them will do. */
function mergeSlotChanges(measures: readonly Measure[]): Measure[] {
  const mentorsBy = new Map<number, number[]>();
  const others = measures.filter(({ changes: [change], gain }) => {
    if (change?.kind !== 'slot') return true;
    mentorsBy.set(gain, [...(mentorsBy.get(gain) ?? []), ...change.mentors]);
    return false;
  });
  const slots = [...mentorsBy].map(([gain, mentors]): Measure => ({ changes: [{ kind: 'slot', mentors }], gain }));
  return [...others, ...slots];
}
