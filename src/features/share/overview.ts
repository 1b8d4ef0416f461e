import { isAboutVetoes, omitVetoes } from '../../domain/confidential-bars.ts';
import { listFieldLedger } from '../../domain/field-ledger.ts';
import type { Unmatched } from '../../domain/matching.ts';
import type {
  Overview,
  OverviewCells,
  OverviewGroup,
  OverviewSide,
  ToldCount,
  ToldShare,
} from '../../domain/overview.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { compareText } from '../../domain/text.ts';
import type { Reason } from '../../domain/unmatched-reasons.ts';
import { FEWEST, veilCount, veilPart } from '../../domain/veiled-count.ts';
import { TandemUsage } from '../../residual/usage.ts';
import { hideSmallGroups } from '../privacy/small-groups.ts';
import { explainUnmatched } from '../unmatched/reasons.ts';
import type { ProvenRun } from '../verify/verify-run.ts';

/**
 * A run without names, and without figures about one to four people, also by subtraction: of departments, countries and
 * reasons, those are hidden that would tell of a small group beside the totals and each other (see
 * privacy/small-groups.ts). @param id of the run.
 */
export function makeOverview(run: ProvenRun, id: string | null): Overview {
  const { roster, terms, tandems, pairing } = run;
  const findings = { roster, terms, tandems, ...pairing };
  const unmatched = explainUnmatched(findings, new TandemUsage(findings));
  const names = {
    department: listNames(roster, 'department'),
    country: listNames(roster, 'country'),
  };
  const told = {
    mentor: tellSide(roster.mentors, unmatched, 'mentor', names),
    mentee: tellSide(roster.mentees, unmatched, 'mentee', names),
  };
  const scores = tandems.map(({ mentor, mentee }) => pairing.affinity.score(mentor, mentee));
  return {
    run: id,
    sides: { mentor: told.mentor.side, mentee: told.mentee.side },
    tandems: tellTandems(tandems.length, told),
    crossDepartment: tellShareApart(run, 'department'),
    crossBorder: tellShareApart(run, 'country'),
    meanScore: scores.length < FEWEST ? null : Math.round(scores.reduce((a, b) => a + b, 0) / scores.length / 1000),
    departments: listGroups(names.department, told.mentor.departments, told.mentee.departments),
    countries: listGroups(names.country, told.mentor.countries, told.mentee.countries),
    policy: omitVetoes(terms.policy),
    hasPriorities: new Set(roster.mentees.map(({ priority }) => priority)).size > 1,
    limits: terms.limits,
    gaps: {
      rules: pairing.gaps().rules.filter(({ state, kind }) => state === 'absent' && !isAboutVetoes({ rule: kind })),
      limits: [],
    },
    ledger: listFieldLedger(roster, terms.policy),
  };
}

type PlaceColumn = 'department' | 'country';

function listNames({ mentors, mentees }: Roster, place: PlaceColumn): readonly string[] {
  return [...new Set([...mentors, ...mentees].map(person => person[place]))].sort(compareText);
}

/** What is told of one side, and how many have a tandem, whether that is told or not. */
interface ToldSide {
  readonly side: OverviewSide;
  readonly served: number;
  readonly departments: readonly OverviewCells[];
  readonly countries: readonly OverviewCells[];
}

function tellSide(
  people: readonly Participant[],
  unmatched: readonly Unmatched[],
  side: Side,
  names: Readonly<Record<PlaceColumn, readonly string[]>>,
): ToldSide {
  const reasons = new Map(
    unmatched.filter(one => one.side === side).map(({ person, reason }) => [person.id, reason.kind]),
  );
  const kinds = [...new Set(reasons.values())].sort(compareText);
  /** Behind each name those with a tandem, and those without. */
  const findCell = (place: PlaceColumn, person: Participant) =>
    2 * names[place].indexOf(person[place]) + (reasons.has(person.id) ? 1 : 0);
  const findOutcome = ({ id }: Participant) => 1 + kinds.indexOf(reasons.get(id) as Reason['kind']);
  const units = people.map(person => [
    findCell('department', person),
    findCell('country', person),
    findOutcome(person),
  ]);
  const counts = [2 * names.department.length, 2 * names.country.length, 1 + kinds.length];
  const shown = showCounts(units, counts, [[], [], [0]]);
  const served = units.filter(([, , outcome]) => outcome === 0).length;
  const total = shown[2]![0] ?? null;
  return {
    served,
    side: {
      people: veilCount(people.length),
      withTandem: people.length < FEWEST ? { kind: 'few' } : tellServed(served, people.length, total),
      reasons: kinds.flatMap((reason, at) => {
        const count = shown[2]![at + 1]!;
        return count === null ? [] : [{ reason, people: count }];
      }),
    },
    departments: names.department.map((_, at) => ({ withTandem: shown[0]![2 * at]!, without: shown[0]![2 * at + 1]! })),
    countries: names.country.map((_, at) => ({ withTandem: shown[1]![2 * at]!, without: shown[1]![2 * at + 1]! })),
  };
}

/**
 * The sizes of all groups of some breakdowns that may be told, those that are kept before others; null for the others,
 * and for groups in which nobody is.
 */
function showCounts(
  units: readonly (readonly number[])[],
  counts: readonly number[],
  kept: readonly (readonly number[])[],
): (number | null)[][] {
  const sizes = counts.map((count, at) =>
    Array.from({ length: count }, (_, group) => units.filter(groups => groups[at] === group).length),
  );
  if (units.length < FEWEST) return sizes.map(groups => groups.map(() => null));
  const breakdowns = sizes.map((groups, at) => ({
    count: groups.length,
    kept: kept[at]!,
    neverShown: [],
    // That nobody is somewhere tells of nobody.
    empty: groups.flatMap((size, group) => (size === 0 ? [group] : [])),
  }));
  const hidden = hideSmallGroups(units, breakdowns);
  return sizes.map((groups, at) => groups.map((size, group) => (hidden[at]![group] ? null : size)));
}

/** @param shown how many have a tandem, where that may be told. */
function tellServed(served: number, people: number, shown: number | null): ToldCount {
  if (shown !== null) return { kind: 'exact', count: shown };
  const veiled = veilPart(served, people);
  return veiled.kind === 'exact' ? { kind: 'hidden' } : veiled;
}

/** How many tandems there are: beside how many people have one, it tells of those who have several. */
function tellTandems(tandems: number, told: Readonly<Record<Side, ToldSide>>): ToldCount {
  const isSafe = ({ side, served }: ToldSide) =>
    tandems - served >= FEWEST || (tandems === served && side.withTandem.kind === 'exact');
  const veiled = veilCount(tandems);
  return veiled.kind === 'exact' && !(isSafe(told.mentor) && isSafe(told.mentee)) ? { kind: 'hidden' } : veiled;
}

/**
 * Of the tandems in which both have a value, how many have different ones, in whole per cent:
 * counts would tell of those without.
 */
function tellShareApart({ roster: { mentors, mentees }, tandems }: ProvenRun, place: PlaceColumn): ToldShare {
  const pairs = tandems
    .map(({ mentor, mentee }) => [mentors[mentor]![place], mentees[mentee]![place]])
    .filter(([one, other]) => one !== '' && other !== '');
  if (pairs.length === 0) return null;
  const apart = pairs.filter(([one, other]) => one !== other).length;
  const veiled = veilPart(apart, pairs.length);
  return veiled.kind === 'exact' ? { kind: 'percent', percent: Math.round((100 * apart) / pairs.length) } : veiled;
}

/** Groups of which nothing is told are not named: few and none look alike. */
function listGroups(
  names: readonly string[],
  mentors: readonly OverviewCells[],
  mentees: readonly OverviewCells[],
): OverviewGroup[] {
  const isTold = ({ withTandem, without }: OverviewCells) => withTandem !== null || without !== null;
  return names
    .map((name, at) => ({ name, mentors: mentors[at]!, mentees: mentees[at]! }))
    .filter(group => isTold(group.mentors) || isTold(group.mentees));
}
