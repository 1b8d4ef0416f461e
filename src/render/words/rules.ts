import { isApproval } from '../../domain/demands.ts';
import { type Gaps, gapOf, isWithoutData, type RuleGap } from '../../domain/gaps.ts';
import { type Level, levelName, type Policy, type Preference, type Rule, type Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { counted, listed, plain } from '../../domain/text.ts';
import type { Defaults } from '../../domain/understood.ts';
import type { Paint } from '../layout/paint.ts';
import { defaultLines, NOTHING_SAID } from './defaults.ts';
import { behindName } from './gaps.ts';

interface Ruled {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly defaults: Defaults;
  readonly gaps: Gaps;
}

/** The policy in force as a sheet that anybody can read: what keeps people apart, what brings them together, what comes first. */
export function rulesText({ roster, terms, defaults, gaps }: Ruled, paint: Paint): string {
  const { policy, limits, pairs } = terms;
  const { mentors, mentees, withdrawn } = roster;
  const away = withdrawn.length === 0 ? '' : ` ${counted(withdrawn.length, 'person', 'people')} took their names back.`;
  const sections = [
    [`${counted(mentors.length, 'mentor')} and ${counted(mentees.length, 'mentee')}.${away}`],
    ...defaultSection(defaults),
    ['A mentor and a mentee may meet only if', ...bulleted(mustLines(policy, pairs, gaps))],
    ['Points for a pair that may meet', ...bulleted(preferLines(policy, pairs, gaps))],
    ['Limits', ...bulleted(limits.length === 0 ? ['There are none.'] : limits.map(limit => limitLine(limit, gaps)))],
    ...openSection(policy, gaps),
    [
      'What is decided first; what comes later never costs anything that comes earlier',
      ...numbered(levelLines(policy, roster, gaps)),
    ],
    ['What is still equal is decided by a hash of the ids, not by rows or names.'],
  ];
  return `${sections.map(([head = '', ...lines]) => [paint.bold(head), ...lines].join('\n')).join('\n\n')}\n`;
}

function defaultSection(defaults: Defaults): string[][] {
  const lines = defaultLines(defaults);
  return lines.length === 0 ? [] : [[NOTHING_SAID, ...bulleted(lines)]];
}

function bulleted(lines: readonly string[]): string[] {
  return lines.map(line => `  - ${plain(line)}`);
}

function numbered(lines: readonly string[]): string[] {
  return lines.map((line, index) => `  ${index + 1}. ${plain(line)}`);
}

/** Rules that have nothing to judge by: nobody should take them for rules that are kept. */
function openSection({ must, prefer }: Policy, gaps: Gaps): string[][] {
  const open = (list: RuleGap['list'], rules: readonly Rule[]) =>
    rules.flatMap(rule => {
      const gap = gapOf(gaps, list, rule.name);
      return gap === undefined || !isWithoutData(gap) ? [] : [`${ruleWords(rule)}${named(rule)}${behindName(gap)}`];
    });
  const lines = [...open('must', must), ...open('prefer', prefer)];
  return lines.length === 0 ? [] : [['What the sheets have no data for', ...bulleted(lines)]];
}

function mustLines({ must, pairsOnly, repeatAfterMonths, start }: Policy, pairs: Terms['pairs'], gaps: Gaps): string[] {
  const count = (is: (note: Terms['pairs'][number]) => boolean) => pairs.filter(is).length;
  const [locked, approved, banned, declined, met, overridden] = [
    count(({ locked }) => locked),
    count(isApproval),
    count(({ banned }) => banned),
    count(({ declined }) => declined),
    count(({ met }) => met),
    count(({ override }) => override !== ''),
  ];
  const since =
    repeatAfterMonths === null
      ? ''
      : ` less than ${counted(repeatAfterMonths, 'month')} before ${start}, or on a day that the history does not give`;
  return [
    ...rulesWithData('must', must, gaps).map(([rule, open]) => `${ruleWords(rule)}${named(rule)}${open}`),
    ...(pairsOnly ? ['the list of pairs gives them points'] : []),
    ...(banned > 0 ? [`the list of pairs does not ban them (it bans ${counted(banned, 'pair')})`] : []),
    ...(declined > 0
      ? [`neither declined the other in an earlier run (${counted(declined, 'pair')} of today's people did)`]
      : []),
    ...(met > 0 ? [`they have not been a tandem${since} (${counted(met, 'pair')} of today's people have)`] : []),
    ...(locked > 0 ? [`and ${counted(locked, 'pair')} must become a tandem: they are locked`] : []),
    ...(approved > 0 ? [`and ${counted(approved, 'approved tandem')} ${approved === 1 ? 'stays' : 'stay'}`] : []),
    ...(overridden > 0 ? [`of these, ${overridden} may break a rule, for a reason that is given`] : []),
  ];
}

/** The rules that judge somebody at least, each with what is open for it. */
function rulesWithData<Any extends Rule>(list: RuleGap['list'], rules: readonly Any[], gaps: Gaps): [Any, string][] {
  return rules.flatMap((rule): [Any, string][] => {
    const gap = gapOf(gaps, list, rule.name);
    return gap !== undefined && isWithoutData(gap) ? [] : [[rule, behindName(gap)]];
  });
}

function preferLines({ prefer }: Policy, pairs: Terms['pairs'], gaps: Gaps): string[] {
  const scored = pairs.filter(({ points }) => points !== 0).length;
  const worth = rulesWithData('prefer', prefer, gaps)
    .filter(([{ weight }]) => weight !== 0)
    .map(([rule, open]) => `${pointsWords(rule)}${named(rule)}${open}`);
  const own = scored > 0 ? [`the points that the list of pairs gives (${counted(scored, 'pair')})`] : [];
  return worth.length + own.length === 0 ? ['None: every pair that may meet fits equally well.'] : [...worth, ...own];
}

function named({ name }: Rule): string {
  return ` (${name})`;
}

/** "50 points where …", or up to so many where a fit may be partial. */
function pointsWords(rule: Preference): string {
  const partial = rule.rule === 'overlap' || rule.rule === 'wished';
  const points = counted(rule.weight, 'point');
  if (!partial) return `${points} where ${ruleWords(rule)}`;
  if (rule.rule === 'wished')
    return `up to ${points} where ${ruleWords(rule)}: most for a first wish${rankWords(rule)}`;
  return `up to ${points} where ${ruleWords(rule)}: the share of the mentee's ${rule.field} that the mentor covers`;
}

function rankWords({ weight, ranks }: Preference): string {
  return ranks === null
    ? ''
    : ` (${listed(
        ranks.map(fit => String((weight * fit) / 1000)),
        99,
      )} points)`;
}

/** What a rule asks of a pair, in words that need no knowledge of the program. */
export function ruleWords({ rule, field, by }: Rule): string {
  const what = field === 'level' ? 'level' : field;
  switch (rule) {
    case 'same':
      return `they have the same ${what}`;
    case 'different':
      return `they have a different ${what}`;
    case 'overlap':
      return `they have ${what} in common`;
    case 'at-least-apart':
      return `their ${what} is at least ${distance(by, field)} apart`;
    case 'at-most-apart':
      return `their ${what} is at most ${distance(by, field)} apart`;
    case 'below':
      return `the mentor's ${what} is below the mentee's, where both are known`;
    case 'above':
      return `the mentor's ${what} is above the mentee's, where both are known`;
    case 'outside-reporting-line':
      return 'neither is above the other in the reporting line, and they do not share a direct manager';
    case 'wished':
      return 'one of them wished for the other';
    case 'not-vetoed':
      return 'neither named the other, or the other’s department, as somebody not to meet';
    case 'not-the-same-person':
      return 'they are not the same person';
    case 'not-alike':
      return 'they do not look like one person by name or address';
  }
}

function distance(by: number | null, field: string): string {
  if (field === 'timezone') return counted(by ?? 0, 'hour');
  return field === 'level' ? counted(by ?? 0, 'level') : String(by ?? 0);
}

function limitLine({ place, countries, side, min, max }: Terms['limits'][number], { limits }: Gaps): string {
  const isIdle = limits.some(idle => idle.place === place && idle.side === side);
  const isRegion = countries.length !== 1 || countries[0] !== place;
  const where = isRegion ? `${place} (${countries.join(', ')})` : place;
  const least = min > 0 ? [`at least ${min}`] : [];
  const most = Number.isFinite(max) ? [`at most ${max}`] : [];
  return `${where}: ${[...least, ...most].join(' and ')} tandems of its ${side}s${isIdle ? ': nothing to count, because nobody is there' : ''}`;
}

function levelLines({ objective, prefer }: Policy, { mentees }: Roster, gaps: Gaps): string[] {
  const hasPriorities = new Set(mentees.map(({ priority }) => priority)).size > 1;
  return objective.map(level => {
    const gap = level.kind === 'preference' ? gapOf(gaps, 'prefer', level.preference) : undefined;
    return `${levelWords(level, prefer, hasPriorities)}${gap?.state === 'partial' ? '' : behindName(gap)}`;
  });
}

function levelWords(level: Level, prefer: readonly Preference[], hasPriorities: boolean): string {
  switch (level.kind) {
    case 'mentees':
      return `as many mentees as possible have a mentor${hasPriorities ? ', those of higher priority (the larger number) first' : ''}`;
    case 'tandems':
      return 'as many tandems as possible (mentees may want several mentors)';
    case 'mentors':
      return 'as many mentors as possible have a mentee';
    case 'kept':
      return 'as many tandems of the previous run as possible are kept';
    case 'worst':
      return 'the tandem with the fewest points has as many as possible';
    case 'score':
      return 'the points of all tandems together are as many as possible';
    case 'balance':
      return 'mentees are spread as evenly over the mentors as possible';
    case 'preference': {
      const rule = prefer.find(({ name }) => name === level.preference);
      return `as many tandems as possible where ${rule === undefined ? levelName(level) : ruleWords(rule)}`;
    }
  }
}
