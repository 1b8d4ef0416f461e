import { type Advice, byGain, type Change, type Measure } from '../../domain/advice.ts';
import type { Proof } from '../../domain/certificate.ts';
import { demandsOf } from '../../domain/demands.ts';
import { coverageOf } from '../../domain/forecast.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { unwatched, type Watch } from '../../domain/watch.ts';
import { type Pairing, pairingOf } from '../../pair/pairing.ts';
import { liftableIn } from '../../pair/relaxed.ts';
import { Arrangement } from '../../residual/flow.ts';
import { Openings } from '../../residual/openings.ts';
import { hasPriorities, menteesUnder, mostUnder, raised, wantsOneEach } from '../match/most-tandems.ts';
import { gainsOfRaising, type Raise } from '../trade-offs/limit-values.ts';
import { changesTogether } from './change-pairs.ts';
import { changesBesides } from './other-gains.ts';
import { changesAlone, withPlace } from './single-changes.ts';

/** A finished run: its inputs, what follows from them, and its tandems. */
export interface Finished {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly pairing: Pairing;
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
}

/** Which changes would give more mentees a tandem, and how many each. */
export function advise(run: Finished, watch: Watch = unwatched): Advice {
  const { roster, terms, tandems } = run;
  const { mentees: served } = coverageOf(tandems);
  const mentees = roster.mentees.length;
  watch('compile');
  const find = isFlow(roster, terms) ? byChains : byPrices;
  const found = served === mentees ? NOTHING : find(run, served, watch);
  return {
    ...{ mentees, served, untried: found.untried },
    alone: byGain(found.alone),
    together: found.together && byGain(found.together),
    besides: changesBesides(run, found.alone, liftableIn(terms), watch),
  };
}

const NOTHING: Found = { alone: [], together: [], untried: 0 };

type Found = Pick<Advice, 'alone' | 'together' | 'untried'>;

/** Whether the objective begins with what one more tandem adds to, whoever it is: then mentees are a matter of flows alone. */
function isFlow(roster: Roster, terms: Terms): boolean {
  switch (terms.policy.objective[0]?.kind) {
    case 'mentees':
      return !hasPriorities(roster) && (wantsOneEach(roster) || demandsOf(roster, terms).length === 0);
    case 'tandems':
      return wantsOneEach(roster);
    default:
      return false;
  }
}

/**
 * Where mentees come first, all alike, and nobody's second mentor is demanded, it is enough to look at one mentor for each mentee:
 * then one more tandem is one more mentee, and chains of people who move tell all there is to know.
 */
function byChains({ roster, terms, tandems, pairing }: Finished, _: number, watch: Watch): Found {
  const people = { ...roster, mentees: roster.mentees.map(mentee => ({ ...mentee, wants: 1 })) };
  const arrangement = new Arrangement({ roster: people, terms, candidates: pairing.candidates }, oneEach(tandems));
  watch('explain');
  const openings = new Openings(arrangement);
  const liftable = liftableIn(terms);
  const bars = liftable.map(relaxed => ({
    bar: relaxed.bar,
    candidates: pairingOf(roster, relaxed.terms).candidates,
  }));
  const alone = changesAlone(arrangement, openings, bars);
  const both = (bar: string, other: string) => {
    const without = liftable.find(relaxed => relaxed.bar === bar)!;
    const withoutBoth = liftableIn(without.terms).find(relaxed => relaxed.bar === other)!;
    return pairingOf(roster, withoutBoth.terms).candidates;
  };
  const together = changesTogether(arrangement, openings, alone, both);
  return { alone: alone.measures, together, untried: 0 };
}

function oneEach(tandems: readonly Tandem[]): Tandem[] {
  return [...new Map(tandems.map(tandem => [tandem.mentee, tandem])).values()];
}

/** What it would bring to serve mentees first, where the run could serve more than it does. */
function menteesFirst(missed: number): Measure[] {
  return missed > 0 ? [{ changes: [{ kind: 'mentees-first' }], gain: missed }] : [];
}

/** How often everything is solved again at most. */
const MOST_TRIALS = 16;

/** A change, and what everything is then. */
interface Trial {
  readonly change: Change;
  readonly roster: Roster;
  readonly terms: Terms;
}

/**
 * Where another level comes first, or it matters who the mentees are: what one more of a limit or a place brings is told by the
 * proof of the run (see features/trade-offs/limit-values.ts); rules are lifted and everything solved again, under the same objective.
 */
function byPrices({ roster, terms, pairing, tandems, proof }: Finished, served: number, watch: Watch): Found {
  const raises = raisesOf(roster, terms);
  const gains = gainsOfRaising({ roster, terms, tandems, ...pairing }, proof, raises, 'mentees');
  const told = raises.map((raise, at): Measure => {
    return { changes: [changeOf(raise)], gain: gains[at]?.mentees ?? 0 };
  });
  const trials = [
    ...liftableIn(terms).map(
      ({ bar, terms: lifted }): Trial => ({ change: { kind: 'bar', bar }, roster, terms: lifted }),
    ),
    ...raises.filter((_, at) => gains[at] === null).map(raise => trialOf(raise, roster, terms)),
  ];
  const tried = trials.slice(0, MOST_TRIALS).map(({ change, ...changed }): Measure => {
    return { changes: [change], gain: menteesUnder(changed.roster, changed.terms, watch) - served };
  });
  const missed =
    terms.policy.objective[0]?.kind === 'mentees'
      ? 0
      : coverageOf(mostUnder(roster, terms, watch).tandems).mentees - served;
  return {
    alone: [...menteesFirst(missed), ...withPlacesTogether([...told, ...tried].filter(({ gain }) => gain > 0))],
    together: null,
    untried: Math.max(0, trials.length - MOST_TRIALS),
  };
}

/** All limits that have a maximum, then all mentors' places. */
function raisesOf({ mentors }: Roster, { limits }: Terms): Raise[] {
  return [
    ...[...limits.entries()].flatMap(([index, { max }]) =>
      Number.isFinite(max) ? [{ kind: 'limit', index } as const] : [],
    ),
    ...[...mentors.keys()].map(index => ({ kind: 'place', index }) as const),
  ];
}

function changeOf({ kind, index }: Raise): Change {
  return kind === 'limit' ? { kind, limit: index, by: 1 } : { kind, mentors: [index] };
}

function trialOf(raise: Raise, roster: Roster, terms: Terms): Trial {
  const change = changeOf(raise);
  return raise.kind === 'limit'
    ? { change, roster, terms: raised(terms, raise.index) }
    : { change, roster: withPlace(roster, raise.index), terms };
}

/** Places that bring the same are one change: any one of them will do. */
function withPlacesTogether(measures: readonly Measure[]): Measure[] {
  const mentorsBy = new Map<number, number[]>();
  const others = measures.filter(({ changes: [change], gain }) => {
    if (change?.kind !== 'place') return true;
    mentorsBy.set(gain, [...(mentorsBy.get(gain) ?? []), ...change.mentors]);
    return false;
  });
  const places = [...mentorsBy].map(([gain, mentors]): Measure => ({ changes: [{ kind: 'place', mentors }], gain }));
  return [...others, ...places];
}
