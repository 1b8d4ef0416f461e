import type { NumberColumn } from '../../../domain/field-ledger.ts';
import { findEntry } from '../../../domain/own-key-lookup.ts';
import type { Rule } from '../../../domain/policy.ts';
import type { Side } from '../../../domain/roster.ts';
import { isPlural, nameColumn, nameColumns } from './column-names-in-sentences.ts';
import { formatCount, formatNumber, joinNames } from './grammar.ts';

const DEFAULTS: Readonly<Record<NumberColumn, (value: string) => string>> = {
  capacity: value => `a mentor takes at most ${countMentees(value)}`,
  min_load: value => `a mentor takes at least ${countMentees(value)}`,
  wants: value => `a mentee wants ${value} ${value === '1' ? 'mentor' : 'mentors'}`,
  priority: value => `a mentee has the priority ${value}`,
};

/** The rules of a programme, as anybody can read them. */
export const rules = {
  /** What a rule asks of a pair: "they have the same department". */
  describe,
  /** Why a rule rules a pair out, as a noun: "no language in common". */
  cause: ({ rule, field, by }: Rule): string => {
    switch (rule) {
      case 'same':
        return `${isPlural(field) ? '' : 'a '}different ${nameColumn(field)}`;
      case 'different':
        return `the same ${nameColumn(field)}`;
      case 'overlap':
        return `no ${findEntry(ONE_OF, field) ?? nameColumn(field)} in common`;
      case 'at-least-apart':
        return `less than ${formatDistance(by ?? 0, field)} between their ${nameColumns(field)}`;
      case 'at-most-apart':
        return `more than ${formatDistance(by ?? 0, field)} between their ${nameColumns(field)}`;
      case 'below':
        return `a mentor whose ${nameColumn(field)} is not below the mentee’s`;
      case 'above':
        return `a mentor whose ${nameColumn(field)} is not above the mentee’s`;
      case 'outside-reporting-line':
        return 'the reporting line';
      case 'wished':
        return 'no wish for each other';
      case 'not-vetoed':
        return 'a request not to be paired';
      case 'not-the-same-person':
        return 'the same person';
      case 'not-alike':
        return 'perhaps the same person';
    }
  },
  people: (mentors: number, mentees: number): string =>
    `${formatCount(mentors, 'mentor')} and ${formatCount(mentees, 'mentee')}.`,
  withdrawn: (people: number): string => `${formatCount(people, 'person', 'people')} withdrew.`,

  defaultsHead: 'Where a cell is empty or its column is missing',
  /** What the config says of an empty cell, by column. */
  defaults: DEFAULTS,
  otherDefault: (column: string, value: string): string => `${nameColumn(column)}: ${value}`,

  mustHead: 'A mentor and a mentee may be paired only if',
  /** A rule in a list of conditions. */
  must: describe,
  notListed: 'the list of pairs gives them points',
  notBanned: (pairs: number): string => `the list of pairs does not ban them (it bans ${formatCount(pairs, 'pair')})`,
  notDeclined: (pairs: number): string =>
    `neither declined the other in an earlier run (${formatCount(pairs, 'pair')} did)`,
  /** @param repeat when two may be a tandem again; null for never. */
  notMet: (pairs: number, repeat: { readonly months: number; readonly start: string } | null): string => {
    const were = `${formatCount(pairs, 'pair')} ${pairs === 1 ? 'was' : 'were'}`;
    if (repeat === null) return `they have not been a tandem before (${were})`;
    return `they were not a tandem less than ${formatCount(repeat.months, 'month')} before ${repeat.start} or on an unknown date (${were})`;
  },

  notParted: (pairs: number): string =>
    `neither refused to meet the other again after an earlier round (${formatCount(pairs, 'pair')} did)`,

  fixedHead: 'Fixed in advance',
  locked: (pairs: number): string =>
    `${formatCount(pairs, 'forced pair')} from the list of pairs, who must become ${pairs === 1 ? 'a tandem' : 'tandems'}`,
  continued: (pairs: number): string =>
    `${formatCount(pairs, 'tandem')} of an earlier round ${pairs === 1 ? 'continues' : 'continue'}`,
  approved: (pairs: number): string => `${formatCount(pairs, 'approved tandem')} ${pairs === 1 ? 'stays' : 'stay'}`,
  held: (pairs: number): string =>
    `${formatCount(pairs, 'tandem')} ${pairs === 1 ? 'was' : 'were'} not to move in this repair`,
  overridden: (pairs: number): string =>
    `${formatCount(pairs, 'forced pair')} may break a rule, for the reason in the list of pairs`,

  preferHead: 'Points for a possible pair',
  noPreferences: 'None: every possible pair fits equally well.',
  points: (points: number, rule: Rule): string => `${formatCount(points, 'point')} if ${describe(rule)}`,
  pointsByShare: (points: number, rule: Rule): string =>
    `up to ${formatCount(points, 'point')} if ${describe(rule)}, in proportion to how many of the mentee's ${nameColumns(rule.field)} the mentor has`,
  /** @param ranks the points of a first, second, third … wish; null for an even descent. */
  pointsByWish: (points: number, rule: Rule, ranks: readonly number[] | null): string =>
    `up to ${formatCount(points, 'point')} if ${describe(rule)}, most for a first wish${
      ranks === null ? '' : ` (${joinNames(ranks.map(formatNumber), ranks.length)} points)`
    }`,
  pointsOfList: (pairs: number): string => `the points in the list of pairs (${formatCount(pairs, 'pair')})`,

  limitsHead: 'Limits',
  noLimits: 'none',
  region: (name: string, countries: readonly string[]): string => `${name} (${joinNames(countries, countries.length)})`,
  /** @param isIdle whether nobody is there. */
  limit: (place: string, side: Side, min: number, max: number | null, isIdle: boolean): string => {
    const bounds = [...(min > 0 ? [`at least ${min}`] : []), ...(max === null ? [] : [`at most ${max}`])];
    const noun = (max ?? min) === 1 ? 'tandem' : 'tandems';
    return `${place}, ${side}s: ${bounds.join(' and ')} ${noun}${isIdle ? ' (nobody is there)' : ''}`;
  },

  limited: (side: Side, places: readonly string[]): string => `for ${side}s: ${joinNames(places, places.length)}`,

  noDataHead: 'Rules that the sheets have no data for',
  levelsHead: 'What counts, most important first (a later goal never costs an earlier one anything)',
  tandemsWith: (rule: Rule): string => `as many tandems as possible where ${describe(rule)}`,
  byPriority: (goal: string): string => `${goal}, those of higher priority (the larger number) first`,
  ofRun: (folder: string, program: string): string =>
    `Rules of the run in ${folder}, from its certificate.json (made by ${program})`,
  notDeclinedOnce: 'neither declined the other in an earlier run (listed in declined.csv)',
  hopedFor: (tandems: number): string =>
    `${formatCount(tandems, 'tandem')} of the previous run ${tandems === 1 ? 'was' : 'were'} to stay if possible`,
  notHeldHead: 'Not in the certificate. To see it, open',
  limitsElsewhere: (path: string): string => `${path}: how high the limits are`,
  pairsElsewhere: (path: string): string => `${path}: forced and banned pairs, and points of pairs`,
  historyElsewhere: (
    paths: readonly string[],
    repeat: { readonly months: number; readonly start: string } | null,
  ): string =>
    `${joinNames(paths, paths.length)}: earlier tandems, which are not repeated${
      repeat === null ? '' : ` within ${formatCount(repeat.months, 'month')}`
    }`,
  gapsElsewhere: (path: string): string => `${path}: rules that the sheets have no data for`,
  ties: 'Ties are settled by a fixed draw from the ids. The order of rows and the names have no influence.',
};

function describe({ rule, field, by }: Rule): string {
  switch (rule) {
    case 'same':
      return `they have the same ${nameColumn(field)}`;
    case 'different':
      return `they have different ${nameColumns(field)}`;
    case 'overlap':
      return `they share at least one ${findEntry(ONE_OF, field) ?? `value of ${nameColumn(field)}`}`;
    case 'at-least-apart':
      return `their ${nameColumns(field)} are at least ${formatDistance(by ?? 0, field)} apart`;
    case 'at-most-apart':
      return `their ${nameColumns(field)} are at most ${formatDistance(by ?? 0, field)} apart`;
    case 'below':
      return `the mentor's ${nameColumn(field)} is below the mentee's, where both are known`;
    case 'above':
      return `the mentor's ${nameColumn(field)} is above the mentee's, where both are known`;
    case 'outside-reporting-line':
      return 'neither is the other’s manager, directly or further up, and they do not share a direct manager';
    case 'wished':
      return 'one of them wished for the other';
    case 'not-vetoed':
      return 'neither asked not to be paired with the other or with the other’s department';
    case 'not-the-same-person':
      return 'they are not the same person';
    case 'not-alike':
      return 'their names and e-mail addresses do not look like those of one person';
  }
}

const ONE_OF: Readonly<Record<string, string>> = { languages: 'language', topics: 'topic' };

function formatDistance(by: number, field: string): string {
  if (field === 'timezone') return formatCount(by, 'hour');
  return field === 'level' ? formatCount(by, 'step') : formatNumber(by);
}

function countMentees(count: string): string {
  return count === '1' ? '1 mentee' : `${count} mentees`;
}
