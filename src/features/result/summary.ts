import type {
  DepartmentRow,
  PricedFigures,
  ScoredTandem,
  Summary,
  Unmatched,
  WishesMet,
} from '../../domain/matching.ts';
import type { Tandem } from '../../domain/pairing.ts';
import type { Participant, Roster, Side } from '../../domain/roster.ts';
import { makeShare, type Share } from '../../domain/share.ts';
import { compareText, fold } from '../../domain/text.ts';
import type { Findings } from '../../residual/usage.ts';
import { countBy, type ParticipantPair, sum } from './counting.ts';
import { countByCountry, listCountryRows, listRegionRows } from './country-rows.ts';

/** The statistics of a matching. Whatever it counts, it counts on the tandems themselves. */
export function buildSummary(
  findings: Findings,
  tandems: readonly ScoredTandem[],
  unmatched: readonly Unmatched[],
  { objective, oneMore }: PricedFigures,
): Summary {
  const { roster, terms, eligibility, candidates } = findings;
  const census = candidates.census();
  const pairs = tandems.map(({ mentor, mentee }) => ({
    mentor: roster.mentors[mentor]!,
    mentee: roster.mentees[mentee]!,
  }));
  const served = new Set(tandems.map(({ mentee }) => mentee)).size;
  const spelling = mapSpellings([...listDepartmentNames(roster.mentors), ...listDepartmentNames(roster.mentees)]);
  const tallies = countByCountry(roster, pairs);
  return {
    schemaVersion: 2,
    people: { mentors: roster.mentors.length, mentees: roster.mentees.length, withdrawn: roster.withdrawn.length },
    slots: sum(roster.mentors.map(({ capacity }) => capacity)),
    wanted: sum(roster.mentees.map(({ wants }) => wants)),
    tandems: tandems.length,
    menteesWithTandem: served,
    menteesWithFewer: countMenteesWithFewer(roster, tandems),
    mentorsWithTandem: new Set(tandems.map(({ mentor }) => mentor)).size,
    coverage: makeShare(served, roster.mentees.length),
    crossDepartment: measureShareApart(pairs, ({ department }) => spelling(department)),
    crossBorder: measureShareApart(pairs, ({ country }) => country),
    score: measureScores(tandems.map(({ score }) => score)),
    objective,
    countries: listCountryRows(tallies, terms, oneMore),
    regions: listRegionRows(tallies, terms, oneMore),
    departments: listDepartmentRows(roster, pairs, spelling),
    flows: countFlows(pairs, spelling),
    load: countLoads(roster, tandems),
    wishes: measureWishesMet(findings),
    overrides: listOverrides(findings),
    gaps: findings.gaps(),
    eligiblePairs: census.pairs,
    ruledOut: countRuledOut(eligibility.bars, census.barred),
    unmatched: countReasons(unmatched),
  };
}

/** How many mentees have a tandem, and fewer than they want. */
function countMenteesWithFewer({ mentees }: Roster, tandems: readonly Tandem[]): number {
  const has = new Int32Array(mentees.length);
  for (const { mentee } of tandems) has[mentee]!++;
  return mentees.filter(({ wants }, mentee) => has[mentee]! > 0 && has[mentee]! < wants).length;
}

/** Of the pairs in which both have a value, those in which it differs. */
function measureShareApart(pairs: readonly ParticipantPair[], textOf: (person: Participant) => string): Share {
  const known = pairs.filter(({ mentor, mentee }) => textOf(mentor) !== '' && textOf(mentee) !== '');
  return makeShare(known.filter(({ mentor, mentee }) => textOf(mentor) !== textOf(mentee)).length, known.length);
}

/**
 * Least, median, mean, most and spread in points; computed in thousandths, so that nothing but division and root round.
 */
function measureScores(thousandths: readonly number[]): Summary['score'] {
  if (thousandths.length === 0) return null;
  const ordered = thousandths.toSorted((a, b) => a - b);
  const middle = ordered.length >> 1;
  const median = ordered.length % 2 === 1 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
  const total = sum(ordered);
  const mean = total / ordered.length;
  const roundToPoints = (value: number) => Math.round(value) / 1000;
  return {
    total: roundToPoints(total),
    least: roundToPoints(ordered[0]!),
    median: roundToPoints(median),
    mean: roundToPoints(mean),
    most: roundToPoints(ordered.at(-1)!),
    spread: roundToPoints(Math.sqrt(sum(ordered.map(value => (value - mean) ** 2)) / ordered.length)),
  };
}

/** One spelling for each value that differs in case only: the first by code units. */
function mapSpellings(texts: readonly string[]): (text: string) => string {
  const first = new Map<string, string>();
  const known = new Map<string, string>();
  for (const text of [...new Set(texts)].sort(compareText)) {
    const spelling = first.get(fold(text)) ?? text;
    first.set(fold(text), spelling);
    known.set(text, spelling);
  }
  return text => known.get(text) ?? text;
}

function listDepartmentNames(people: readonly Participant[]): string[] {
  return people.map(({ department }) => department);
}

function measureWishesMet({ roster, wishes, tandems }: Findings): Summary['wishes'] {
  const countMet = (people: readonly Participant[], rankOf: (tandem: Tandem) => number, side: Side): WishesMet => {
    const best = new Map<number, number>();
    for (const tandem of tandems) {
      const rank = rankOf(tandem);
      if (rank > 0) best.set(tandem[side], Math.min(rank, best.get(tandem[side]) ?? rank));
    }
    const wishing = people.filter(person => person.wishes.some(wish => wish !== '')).length;
    const ranks = countBy([...best.values()], String);
    const byRank = [...ranks].map(([rank, count]) => ({ rank: Number(rank), share: makeShare(count, wishing) }));
    return {
      met: makeShare(best.size, wishing),
      byRank: byRank.toSorted((a, b) => a.rank - b.rank),
      none: makeShare(wishing - best.size, wishing),
    };
  };
  return {
    mentees: countMet(roster.mentees, ({ mentor, mentee }) => wishes.ofMentee(mentor, mentee), 'mentee'),
    mentors: countMet(roster.mentors, ({ mentor, mentee }) => wishes.ofMentor(mentor, mentee), 'mentor'),
  };
}

function listOverrides({ roster, terms, broken }: Findings): Summary['overrides'] {
  return terms.pairs
    .filter(({ override }) => override !== '')
    .map(({ mentor, mentee, override }) => ({
      mentor: roster.mentors[mentor]!.id,
      mentee: roster.mentees[mentee]!.id,
      rules: broken(mentor, mentee),
      reason: override,
    }));
}

function listDepartmentRows(
  roster: Roster,
  pairs: readonly ParticipantPair[],
  spelling: (text: string) => string,
): DepartmentRow[] {
  const countByDepartment = (people: readonly Participant[]) =>
    countBy(people, ({ department }) => spelling(department));
  const mentors = countByDepartment(roster.mentors);
  const mentees = countByDepartment(roster.mentees);
  const mentorTandems = countByDepartment(pairs.map(({ mentor }) => mentor));
  const menteeTandems = countByDepartment(pairs.map(({ mentee }) => mentee));
  return [...new Set([...mentors.keys(), ...mentees.keys()])].sort(compareText).map(department => ({
    department,
    mentors: mentors.get(department) ?? 0,
    mentees: mentees.get(department) ?? 0,
    mentorTandems: mentorTandems.get(department) ?? 0,
    menteeTandems: menteeTandems.get(department) ?? 0,
  }));
}

function countFlows(pairs: readonly ParticipantPair[], spelling: (text: string) => string): Summary['flows'] {
  const counts = countBy(pairs, ({ mentor, mentee }) =>
    JSON.stringify([spelling(mentor.department), spelling(mentee.department)]),
  );
  return [...counts]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([key, tandems]) => {
      const [mentorDepartment, menteeDepartment] = JSON.parse(key) as [string, string];
      return { mentorDepartment, menteeDepartment, tandems };
    });
}

function countLoads({ mentors }: Roster, tandems: readonly ScoredTandem[]): Summary['load'] {
  const load = new Int32Array(mentors.length);
  for (const { mentor } of tandems) load[mentor]!++;
  const counts = new Map<string, { capacity: number; load: number; mentors: number }>();
  for (const [index, { capacity }] of mentors.entries()) {
    const key = `${capacity} ${load[index]}`;
    const cell = counts.get(key) ?? { capacity, load: load[index]!, mentors: 0 };
    counts.set(key, { ...cell, mentors: cell.mentors + 1 });
  }
  return [...counts.values()].sort((a, b) => a.capacity - b.capacity || a.load - b.load);
}

/** How many pairs each bar keeps apart; a pair may be kept apart by several. */
function countRuledOut(bars: readonly string[], barred: readonly number[]): Summary['ruledOut'] {
  return bars.map((rule, index) => ({ rule, pairs: barred[index]! })).filter(row => row.pairs > 0);
}

function countReasons(unmatched: readonly Unmatched[]): Summary['unmatched'] {
  const sides = ['mentee', 'mentor'] as const;
  return sides.flatMap(side => {
    const counts = countBy(
      unmatched.filter(person => person.side === side),
      ({ reason }) => reason.kind,
    );
    return [...counts]
      .toSorted(([a], [b]) => compareText(a, b))
      .map(([kind, people]) => ({
        side,
        reason: kind as Unmatched['reason']['kind'],
        people,
      }));
  });
}
