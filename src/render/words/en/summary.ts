import type { Level } from '../../../domain/policy.ts';
import type { Side } from '../../../domain/roster.ts';
import type { RunFile, WORKBOOK } from '../../../domain/run-files.ts';
import type { Share } from '../../../domain/share.ts';
import type { ChangeCounts } from '../../../domain/tandem-changes.ts';
import { quoteValue } from '../../../domain/text.ts';
import type { Reason } from '../../../domain/unmatched-reasons.ts';
import { phraseCounts } from './changes.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';
import { reasons } from './reasons.ts';

const { formatPercent, formatNumber } = grammar;
const { names: NAMES } = reasons;

/** What is said of a run as a whole, on the screen and in summary.md. */
export const summary = {
  paired: 'PAIRED',
  notPaired: 'NOT PAIRED',
  changed: 'CHANGED',
  warnings: 'WARNINGS',
  proven: 'PROVEN',
  files: 'FILES',
  /** @param id one of those that are like it. */
  sayZeros: (id: string): string =>
    `The id ${quoteValue(id)} begins with 0, and Excel drops such zeros. To edit a CSV file in Excel, open it with Data > From Text/CSV and choose Text for the id columns. Or add --workbook, and edit run.xlsx instead.`,
  /** @param id the number of the run. */
  sayRun: (id: string): string => `Run ${id}. summary.json and certificate.json have the same number.`,
  dryRun: 'DRY RUN',
  sayDryRun: (folder: string, files: readonly string[], replaced: readonly string[]): string => {
    const instead =
      replaced.length === 0 ? '' : ` in place of the earlier ones: ${joinNames(replaced, replaced.length)}`;
    return `Nothing was written. Without --dry-run, ${folder} would hold ${joinNames(files, files.length)}${instead}.`;
  },
  next: 'NEXT',
  sayPaired: (mentees: Share, mentors: Share): string =>
    mentees.whole > 0 && mentees.part === mentees.whole
      ? `${mentees.whole === 1 ? 'the 1 mentee' : `all ${mentees.whole} mentees`}, with ${mentors.part} of ${formatCount(mentors.whole, 'mentor')}`
      : `${mentees.part} of ${formatCount(mentees.whole, 'mentee')} (${formatPercent(mentees)}), with ${mentors.part} of ${formatCount(mentors.whole, 'mentor')}`,
  sayTandems: (tandems: number, crossDepartment: Share, crossBorder: Share): string => {
    const shares = [
      ...sayAcross(crossDepartment, tandems, 'departments'),
      ...sayAcross(crossBorder, tandems, 'borders'),
    ];
    return `${formatCount(tandems, 'tandem')}${shares.length === 0 ? '' : `: ${shares.join(', ')}`}`;
  },
  sayFit: (mean: number, lowest: number, highest: number): string =>
    `fit: ${formatPoints(mean)} points on average (${formatPoints(lowest)} to ${formatPoints(highest)})`,
  sayWishes: (wishing: number, first: number, met: number): string =>
    wishing === 1
      ? `wishes: the 1 mentee with wishes got ${first === 1 ? 'their first choice' : met === 1 ? 'one of their choices' : 'none of them'}`
      : `wishes: ${first} of ${wishing} mentees with wishes got their first choice, ${met - first} another one`,
  sayOverrides: (tandems: number): string =>
    `${formatCount(tandems, 'tandem')} ${tandems === 1 ? 'breaks' : 'break'} a rule (forced pair; reason in tandems.csv)`,
  sayFewer: (people: number, tandems: number, wanted: number): string =>
    `${formatCount(people, 'mentee')} ${people === 1 ? 'has' : 'have'} fewer mentors than wanted (${tandems} of ${wanted} in all)`,
  sayUnmatchedMentees: (people: number, reason: Reason['kind']): string =>
    `${formatCount(people, 'mentee')}: ${NAMES[reason]}`,
  sayUnmatchedMentors: (people: number, reasons: readonly (readonly [number, Reason['kind']])[]): string =>
    `${formatCount(people, 'mentor')} without a mentee: ${joinNames(
      reasons.map(([count, reason]) => (count === people ? NAMES[reason] : `${count} (${NAMES[reason]})`)),
      9,
    )}`,
  sayAgain: (names: readonly string[]): string =>
    `${formatCount(names.length, 'mentee')} again, as in the earlier run: ${joinNames(names, 6)}`,
  sayNever: (names: readonly string[]): string =>
    `${formatCount(names.length, 'mentee')} without a tandem in any earlier round either: ${joinNames(names, 6)}`,
  sayWithdrawn: (people: number): string => `${formatCount(people, 'person', 'people')} withdrew (not counted)`,
  /** "Germany (mentors)" */
  nameLimit: (place: string, side: Side): string => (side === 'mentee' ? place : `${place} (mentors)`),
  sayHeldBack: (people: number, whole: number | null): string =>
    whole === null ? `${people}` : `${people} of ${whole}`,
  sayLimit: (max: number): string => `limit ${max}`,
  sayMoreLimits: (limits: number): string => `and ${formatCount(limits, 'more limit')} (summary.md)`,
  sayChanges: (changes: ChangeCounts): string => `since the last run: ${phraseCounts(changes)}`,
  /** @param areOfSheets whether all are about the sheets, and none about decisions. */
  sayWarnings: (warnings: number, areOfSheets: boolean): string =>
    areOfSheets ? `${warnings} (rmentor validate shows them)` : `${warnings} (listed with the messages)`,
  sayUnchecked: (rules: readonly string[]): string =>
    `${formatCount(rules.length, 'rule')} could not be checked, because the sheets lack the data: ${joinNames(rules, 99)}`,
  sayMoreGaps: (rules: readonly string[]): string =>
    `data is missing for ${joinNames(rules, 99)}, too (see summary.md)`,
  /** What nothing under the rules can beat, by the first level of the objective. */
  sayProven: (first: Level['kind'] | null): string => {
    const none = 'no other pairing under these rules';
    if (first === 'mentees') return `${none} pairs more mentees`;
    if (first === 'tandems') return `${none} has more tandems`;
    if (first === 'mentors') return `${none} gives more mentors a mentee`;
    if (first === 'score') return `${none} fits better in all`;
    return `${none} meets your goals better`;
  },
  fileNotes: {
    'tandems.csv': 'the list',
    'unmatched.csv': 'who has none, and why',
    'reserve.csv': 'who waits, and for whom',
    'alternates.csv': 'other possible mentors',
    'changes.csv': 'what changed, and why',
    'curve.json': 'what more changes would bring',
    'declined.csv': 'pairs that were declined',
    'run.xlsx': 'a workbook to read and decide in',
    'summary.md': 'all figures',
    'summary.json': 'all figures, for programs',
    'report.html': 'to look at and to print',
    'certificate.json': 'the proof',
  } satisfies Readonly<Record<RunFile | typeof WORKBOOK, string>>,

  pageTitles: {
    summary: 'Summary',
    objective: 'Goals',
    places: 'Countries',
    departments: 'Departments',
    load: 'Workload of the mentors',
    wishes: 'Wishes',
    rules: 'Rules',
    unmatched: 'Without a tandem',
  },
  columns: {
    figure: 'Figure',
    value: 'Value',
    note: 'Note',
    goal: 'Goal',
    place: 'Country or region',
    country: 'Country',
    department: 'Department',
    mentors: 'Mentors',
    mentees: 'Mentees',
    slots: 'Slots',
    tandems: 'Tandems',
    limit: 'Limit',
    mentorTandems: 'Tandems of mentors',
    menteeTandems: 'Tandems of mentees',
    flows: 'Its mentors have mentees from',
    wishing: 'Who wished',
    got: 'Got',
    people: 'People',
    share: 'Share',
    rule: 'Rule',
    pairs: 'Pairs kept apart',
    who: 'Who',
    reason: 'Reason',
  },
  figures: {
    withdrawn: 'Withdrawn',
    tandems: 'Tandems',
    coverage: 'Mentees with a mentor',
    crossDepartment: 'Across departments',
    crossBorder: 'Across borders',
    fit: 'Fit in all',
  },
  sides: { mentor: 'mentors', mentee: 'mentees' },
  nowhere: '(none)',
  noTandem: 'no tandem',
  sayMentors: (slots: number, paired: number): string =>
    `${formatCount(slots, 'slot')}; ${paired === 1 ? '1 mentor is' : `${paired} mentors are`} paired`,
  sayMentees: (wanted: number, paired: number): string =>
    `want ${formatCount(wanted, 'mentor')}; ${paired === 1 ? '1 mentee is' : `${paired} mentees are`} paired`,
  notCounted: 'not included in any other figure',
  sayShareOfMentees: ({ part, whole }: Share): string => `${part} of ${formatCount(whole, 'mentee')}`,
  sayShareOfTandems: ({ part, whole }: Share, known: 'departments' | 'countries' | null): string =>
    `${part} of ${formatCount(whole, 'tandem')}${known === null ? '' : ` whose ${known} are known`}`,
  sayScores: (lowest: number, median: number, mean: number, highest: number, spread: number): string =>
    `points per tandem: lowest ${formatPoints(lowest)}, median ${formatPoints(median)}, average ${formatPoints(mean)}, highest ${formatPoints(highest)}, standard deviation ${formatPoints(spread)}`,
  seeWorkload: 'see “Workload of the mentors”',
  /** "22 mentors have 2 mentees, 19 have 1, 3 have none" */
  sayWorkload: (rows: readonly (readonly [mentors: number, mentees: number])[]): string =>
    `${rows
      .map(([mentors, mentees], at) => {
        const verb = mentors === 1 ? 'has' : 'have';
        const load = mentees === 0 ? 'none' : at === 0 ? formatCount(mentees, 'mentee') : String(mentees);
        return `${at === 0 ? formatCount(mentors, 'mentor') : mentors} ${verb} ${at === 0 && mentees === 0 ? 'no mentee' : load}`;
      })
      .join(', ')}.`,
  /** A range of tandems, and whether its upper end is used up. */
  sayRange: (min: number, max: number | null, isReached: boolean): string => {
    const range = max === null ? `at least ${min}` : min > 0 ? `${min} to ${max}` : `at most ${max}`;
    return isReached ? `${range}, used up` : range;
  },
  sayOneMore: (places: readonly string[], side: Side, gain: 'mentee' | 'mentor-of-mentee' | 'nothing'): string => {
    const list = `${joinNames(places, 12)} (${side}s)`;
    const what = places.length === 1 ? 'this limit were' : 'any of these limits were';
    if (gain === 'mentee') return `One more mentee could be paired if ${what} raised by 1: ${list}.`;
    if (gain === 'mentor-of-mentee')
      return `One more mentor of a mentee could be paired if ${what} raised by 1: ${list}.`;
    return `Raising ${places.length === 1 ? 'this limit' : 'these limits'} by 1 would not help anyone: ${list}.`;
  },
  sayOneMoreOtherwise: (places: readonly string[], side: Side, mentees: number, tandems: number): string =>
    `With ${places.length === 1 ? 'this limit' : 'any of these limits'} raised by 1 there would be ${formatDifference(mentees, 'mentee')} with a mentor and ${formatDifference(tandems, 'tandem')}, because something else comes first: ${joinNames(places, 12)} (${side}s).`,
  sayOneMoreUnknown: (places: readonly string[], side: Side): string =>
    `What raising ${places.length === 1 ? 'this limit' : 'these limits'} by 1 would bring was not computed: ${joinNames(places, 12)} (${side}s).`,
  sayEligible: (pairs: number): string => `${formatCount(pairs, 'pair')} may be paired.`,
  sayOverride: (mentor: string, mentee: string, rules: readonly string[], reason: string): string =>
    `${mentor} and ${mentee} are a forced pair that breaks ${joinNames(rules)}: ${reason}`,
  everybody: 'Everybody has a tandem.',
  choice: (rank: number): string => (rank === 1 ? 'first choice' : `choice ${rank}`),
  noChoice: 'none of them',
};

function sayAcross(share: Share, tandems: number, what: string): string[] {
  if (share.whole === 0) return [];
  const known = share.whole < tandems ? ` (of ${share.whole} where it is known)` : '';
  return [`${formatPercent(share)} across ${what}${known}`];
}

/** Points as people read them: one decimal is enough. */
function formatPoints(points: number): string {
  return formatNumber(Math.round(points * 10) / 10);
}

function formatDifference(count: number, noun: string): string {
  if (count === 0) return `as many ${noun}s`;
  return `${Math.abs(count)} ${count < 0 ? 'fewer' : 'more'} ${Math.abs(count) === 1 ? noun : `${noun}s`}`;
}
