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
import { type Share, shareOf } from '../../domain/share.ts';
import { byText, fold } from '../../domain/text.ts';
import type { Findings } from '../../residual/usage.ts';
import { countBy, type Pair, sum } from './counting.ts';
import { countryRows, regionRows, talliesOf } from './country-rows.ts';

/** The statistics of a matching. Whatever it counts, it counts on the tandems themselves. */
export function summaryOf(
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
  const spelling = spellings([...departmentsOf(roster.mentors), ...departmentsOf(roster.mentees)]);
  const tallies = talliesOf(roster, pairs);
  return {
    schemaVersion: 2,
    people: { mentors: roster.mentors.length, mentees: roster.mentees.length, withdrawn: roster.withdrawn.length },
    places: sum(roster.mentors.map(({ capacity }) => capacity)),
    wanted: sum(roster.mentees.map(({ wants }) => wants)),
    tandems: tandems.length,
    menteesWithTandem: served,
    menteesWithFewer: withFewer(roster, tandems),
    mentorsWithTandem: new Set(tandems.map(({ mentor }) => mentor)).size,
    coverage: shareOf(served, roster.mentees.length),
    crossDepartment: shareApart(pairs, ({ department }) => spelling(department)),
    crossBorder: shareApart(pairs, ({ country }) => country),
    score: scores(tandems.map(({ score }) => score)),
    objective,
    countries: countryRows(tallies, terms, oneMore),
    regions: regionRows(tallies, terms, oneMore),
    departments: departments(roster, pairs, spelling),
    flows: flows(pairs, spelling),
    load: loads(roster, tandems),
    wishes: wishesMet(findings),
    overrides: overrides(findings),
    gaps: findings.gaps(),
    eligiblePairs: census.pairs,
    ruledOut: ruledOut(eligibility.bars, census.barred),
    unmatched: reasonCounts(unmatched),
  };
}

/** How many mentees have a tandem, and fewer than they want. */
function withFewer({ mentees }: Roster, tandems: readonly Tandem[]): number {
  const has = new Int32Array(mentees.length);
  for (const { mentee } of tandems) has[mentee]!++;
  return mentees.filter(({ wants }, mentee) => has[mentee]! > 0 && has[mentee]! < wants).length;
}

/** Of the pairs in which both have a value, those in which it differs. */
function shareApart(pairs: readonly Pair[], textOf: (person: Participant) => string): Share {
  const known = pairs.filter(({ mentor, mentee }) => textOf(mentor) !== '' && textOf(mentee) !== '');
  return shareOf(known.filter(({ mentor, mentee }) => textOf(mentor) !== textOf(mentee)).length, known.length);
}

/** Least, median, mean, most and spread in points; computed in thousandths, so that nothing but division and root round. */
function scores(thousandths: readonly number[]): Summary['score'] {
  if (thousandths.length === 0) return null;
  const ordered = thousandths.toSorted((a, b) => a - b);
  const middle = ordered.length >> 1;
  const median = ordered.length % 2 === 1 ? ordered[middle]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
  const total = sum(ordered);
  const mean = total / ordered.length;
  const points = (value: number) => Math.round(value) / 1000;
  return {
    total: points(total),
    least: points(ordered[0]!),
    median: points(median),
    mean: points(mean),
    most: points(ordered.at(-1)!),
    spread: points(Math.sqrt(sum(ordered.map(value => (value - mean) ** 2)) / ordered.length)),
  };
}

/** One spelling for each value that differs in case only: the first by code units. */
function spellings(texts: readonly string[]): (text: string) => string {
  const first = new Map<string, string>();
  const known = new Map<string, string>();
  for (const text of [...new Set(texts)].sort(byText)) {
    const spelling = first.get(fold(text)) ?? text;
    first.set(fold(text), spelling);
    known.set(text, spelling);
  }
  return text => known.get(text) ?? text;
}

function departmentsOf(people: readonly Participant[]): string[] {
  return people.map(({ department }) => department);
}

function wishesMet({ roster, wishes, tandems }: Findings): Summary['wishes'] {
  const met = (people: readonly Participant[], rankOf: (tandem: Tandem) => number, side: Side): WishesMet => {
    const best = new Map<number, number>();
    for (const tandem of tandems) {
      const rank = rankOf(tandem);
      if (rank > 0) best.set(tandem[side], Math.min(rank, best.get(tandem[side]) ?? rank));
    }
    const wishing = people.filter(person => person.wishes.some(wish => wish !== '')).length;
    const ranks = countBy([...best.values()], String);
    const byRank = [...ranks].map(([rank, count]) => ({ rank: Number(rank), share: shareOf(count, wishing) }));
    return {
      met: shareOf(best.size, wishing),
      byRank: byRank.toSorted((a, b) => a.rank - b.rank),
      none: shareOf(wishing - best.size, wishing),
    };
  };
  return {
    mentees: met(roster.mentees, ({ mentor, mentee }) => wishes.ofMentee(mentor, mentee), 'mentee'),
    mentors: met(roster.mentors, ({ mentor, mentee }) => wishes.ofMentor(mentor, mentee), 'mentor'),
  };
}

function overrides({ roster, terms, broken }: Findings): Summary['overrides'] {
  return terms.pairs
    .filter(({ override }) => override !== '')
    .map(({ mentor, mentee, override }) => ({
      mentor: roster.mentors[mentor]!.id,
      mentee: roster.mentees[mentee]!.id,
      rules: broken(mentor, mentee),
      reason: override,
    }));
}

function departments(roster: Roster, pairs: readonly Pair[], spelling: (text: string) => string): DepartmentRow[] {
  const of = (people: readonly Participant[]) => countBy(people, ({ department }) => spelling(department));
  const mentors = of(roster.mentors);
  const mentees = of(roster.mentees);
  const mentorTandems = of(pairs.map(({ mentor }) => mentor));
  const menteeTandems = of(pairs.map(({ mentee }) => mentee));
  return [...new Set([...mentors.keys(), ...mentees.keys()])].sort(byText).map(department => ({
    department,
    mentors: mentors.get(department) ?? 0,
    mentees: mentees.get(department) ?? 0,
    mentorTandems: mentorTandems.get(department) ?? 0,
    menteeTandems: menteeTandems.get(department) ?? 0,
  }));
}

function flows(pairs: readonly Pair[], spelling: (text: string) => string): Summary['flows'] {
  const counts = countBy(pairs, ({ mentor, mentee }) =>
    JSON.stringify([spelling(mentor.department), spelling(mentee.department)]),
  );
  return [...counts]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([key, tandems]) => {
      const [mentorDepartment, menteeDepartment] = JSON.parse(key) as [string, string];
      return { mentorDepartment, menteeDepartment, tandems };
    });
}

function loads({ mentors }: Roster, tandems: readonly ScoredTandem[]): Summary['load'] {
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
function ruledOut(bars: readonly string[], barred: readonly number[]): Summary['ruledOut'] {
  return bars.map((rule, index) => ({ rule, pairs: barred[index]! })).filter(row => row.pairs > 0);
}

function reasonCounts(unmatched: readonly Unmatched[]): Summary['unmatched'] {
  const sides = ['mentee', 'mentor'] as const;
  return sides.flatMap(side => {
    const counts = countBy(
      unmatched.filter(person => person.side === side),
      ({ reason }) => reason.kind,
    );
    return [...counts]
      .toSorted(([a], [b]) => byText(a, b))
      .map(([kind, people]) => ({
        side,
        reason: kind as Unmatched['reason']['kind'],
        people,
      }));
  });
}
