import type { Matching, ObjectiveRow, ScoredTandem, Summary, Unmatched } from './matching.ts';
import { findLevelKind, OF_PRIORITY } from './objective-levels.ts';
import type { Limit, Terms } from './policy.ts';
import type { Roster, Side } from './roster.ts';
import { takesPart } from './unmatched-reasons.ts';

/** What the page of a run counts besides its summary. */
export interface ReportFacts {
  readonly countries: number;
  /** Thousandths of a point that a tandem could have at most. */
  readonly most: number;
  readonly fit: FitCounts | null;
  /** Every maximum, those that are used up first. */
  readonly limits: readonly CountedLimit[];
  readonly levels: readonly LevelReach[];
  /** People without a tandem who have the same reason, the most first; mentees before mentors. */
  readonly reasons: readonly AlikeReasons[];
  readonly flows: FlowTable | null;
}

/** How many tandems have how many points. */
export interface FitCounts {
  /** Thousandths of a point that a bin is wide; it holds its lower end. */
  readonly width: number;
  readonly bins: readonly { readonly from: number; readonly tandems: number }[];
}

/** A maximum: how many tandems it allows, there are, and would be wanted. */
export interface CountedLimit {
  readonly place: string;
  readonly side: Side;
  readonly min: number;
  readonly max: number;
  readonly used: number;
  /** Mentors that the mentees under it want, or slots that its mentors offer. */
  readonly wanted: number;
  readonly oneMore: { readonly mentees: number; readonly tandems: number } | null;
}

/** What a level came to, and what it would come to if everybody got all; null where that is not a sum. */
export interface LevelReach extends ObjectiveRow {
  readonly whole: number | null;
}

export interface AlikeReasons {
  readonly side: Side;
  readonly people: readonly Unmatched[];
}

/**
 * How many tandems mentors of one department have with mentees of another; an index for
 * each department, most tandems first.
 */
export interface FlowTable {
  readonly departments: readonly string[];
  /** By the mentor's department, and within that by the mentee's. */
  readonly tandems: readonly (readonly number[])[];
  /** How many smaller departments the last row and column hold together; 0 where it is a department like the others. */
  readonly others: number;
}

/** Counts what the page of a run shows besides its summary. */
export function countReportFacts(matching: Matching, roster: Roster, terms: Terms): ReportFacts {
  const { summary, tandems } = matching;
  const most = findMostPoints(terms);
  return {
    countries: summary.countries.filter(({ place }) => place !== '').length,
    most,
    fit: countFit(tandems),
    limits: listLimitUses(summary, roster, terms.limits),
    levels: summary.objective.map(row => ({ ...row, whole: findWhole(row.level, matching, roster, terms, most) })),
    reasons: groupReasons(matching.unmatched),
    flows: tabulateFlows(summary),
  };
}

/** What all preferences together are worth, and what a list of pairs adds at most. */
function findMostPoints({ policy, pairs }: Terms): number {
  const listed = pairs.reduce((most, { points }) => Math.max(most, points), 0);
  return policy.prefer.reduce((sum, { weight }) => sum + 1000 * Math.max(0, weight), listed);
}

/** Widths of bins, in points, that people count in. */
const WIDTHS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000];

/** More bins than this would be a comb. */
const MOST_BINS = 20;

/** How many tandems are in each bin, from the lowest points to the highest. */
export function countFit(tandems: readonly Pick<ScoredTandem, 'score'>[]): FitCounts | null {
  if (tandems.length === 0) return null;
  const scores = tandems.map(({ score }) => score);
  const [least, most] = scores.reduce(([low, high], score) => [Math.min(low, score), Math.max(high, score)], [
    scores[0]!,
    scores[0]!,
  ] as const);
  const findBin = (score: number, width: number) => Math.floor(score / width);
  const width =
    WIDTHS.map(points => 1000 * points).find(wide => findBin(most, wide) - findBin(least, wide) < MOST_BINS) ??
    most - least + 1;
  const first = findBin(least, width);
  const counts = new Array<number>(findBin(most, width) - first + 1).fill(0);
  for (const score of scores) counts[findBin(score, width) - first]!++;
  return { width, bins: counts.map((tandems, at) => ({ from: (first + at) * width, tandems })) };
}

function listLimitUses(summary: Summary, { mentors, mentees }: Roster, limits: readonly Limit[]): CountedLimit[] {
  const rows = [...summary.countries, ...summary.regions];
  const uses = limits
    .filter(({ max }) => Number.isFinite(max))
    .flatMap(({ place, countries, side, min, max }) => {
      const row = rows.find(one => one.place === place)?.limits.find(one => one.side === side);
      if (row === undefined) return [];
      const under = new Set(countries);
      const wanted =
        side === 'mentor'
          ? mentors.filter(({ country }) => under.has(country)).reduce((sum, { capacity }) => sum + capacity, 0)
          : mentees.filter(({ country }) => under.has(country)).reduce((sum, { wants }) => sum + wants, 0);
      return [{ place, side, min, max, used: row.used, wanted, oneMore: row.oneMore }];
    });
  const isUsedUp = ({ used, max }: CountedLimit) => (used === max ? 0 : 1);
  const getGain = ({ oneMore }: CountedLimit) => oneMore?.mentees ?? 0;
  return uses.toSorted((a, b) => isUsedUp(a) - isUsedUp(b) || getGain(b) - getGain(a) || b.wanted - a.wanted);
}

function findWhole(
  level: string,
  { summary, tandems }: Matching,
  { mentees }: Roster,
  { pairs }: Terms,
  most: number,
): number | null {
  switch (findLevelKind(level)) {
    case 'mentees': {
      const priority = level.startsWith(OF_PRIORITY) ? Number(level.slice(OF_PRIORITY.length)) : null;
      return mentees.filter(mentee => priority === null || mentee.priority === priority).length;
    }
    case 'tandems':
      return summary.wanted;
    case 'mentors':
      return summary.people.mentors;
    case 'kept':
      return pairs.filter(({ kept }) => kept).length;
    case 'preference':
      return tandems.length;
    case 'score':
      return (tandems.length * most) / 1000;
    case 'worst':
      return most / 1000;
    case 'kept-and-score':
    case 'balance':
    case 'fewer-earlier':
      return null;
  }
}

/**
 * People of a side whose reason is of one kind, under the same limits: one sentence tells
 * them. Who withdrew is not among them.
 */
function groupReasons(unmatched: readonly Unmatched[]): AlikeReasons[] {
  const groups = new Map<string, Unmatched[]>();
  for (const one of unmatched) {
    const { side, reason } = one;
    if (!takesPart(reason.kind)) continue;
    const key = `${side} ${reason.kind} ${reason.kind === 'limit-reached' ? reason.limits.join() : ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const isMentor = ({ side }: AlikeReasons) => (side === 'mentor' ? 1 : 0);
  return [...groups.values()]
    .map(people => ({ side: people[0]!.side, people }))
    .sort((a, b) => isMentor(a) - isMentor(b) || b.people.length - a.people.length);
}

/** A matrix of more departments would not be read. */
const MOST_DEPARTMENTS = 24;

function tabulateFlows({ departments, flows }: Summary): FlowTable | null {
  const size = new Map(departments.map(row => [row.department, row.mentorTandems + row.menteeTandems]));
  const named = departments.map(({ department }) => department);
  if (flows.length === 0 || named.every(department => department === '')) return null;
  const others = named.length > MOST_DEPARTMENTS ? named.length - MOST_DEPARTMENTS + 1 : 0;
  const kept =
    others === 0 ? named : named.toSorted((a, b) => size.get(b)! - size.get(a)!).slice(0, MOST_DEPARTMENTS - 1);
  const shown = named.filter(department => kept.includes(department));
  const count = shown.length + (others > 0 ? 1 : 0);
  const tandems = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const findIndex = (department: string) => (kept.includes(department) ? shown.indexOf(department) : shown.length);
  for (const flow of flows)
    tandems[findIndex(flow.mentorDepartment)]![findIndex(flow.menteeDepartment)]! += flow.tandems;
  return { departments: shown, tandems, others };
}
