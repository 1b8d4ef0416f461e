import { isApproval } from '../../domain/demands.ts';
import { findGap, type Gaps, isWithoutData, type RuleGap } from '../../domain/gaps.ts';
import { getLevelName, type Level, type Policy, type Preference, type Rule, type Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { formatCount, joinNames, makePlain } from '../../domain/text.ts';
import type { Defaults } from '../../domain/understood.ts';
import type { Paint } from '../layout/paint.ts';
import { describeBar } from './bars.ts';
import { describeDefaults, NOTHING_SAID } from './defaults.ts';
import { phraseGapSuffix } from './gaps.ts';
import { findLevelWords } from './levels.ts';
import { describeRule } from './rule.ts';

interface RulesInput {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly defaults: Defaults;
  readonly gaps: Gaps;
}

/** The policy in force as a sheet that anybody can read: what keeps people apart, what brings them together, what comes first. */
export function renderRules({ roster, terms, defaults, gaps }: RulesInput, paint: Paint): string {
  const { policy, limits, pairs } = terms;
  const { mentors, mentees, withdrawn } = roster;
  const away =
    withdrawn.length === 0 ? '' : ` ${formatCount(withdrawn.length, 'person', 'people')} took their names back.`;
  const sections = [
    [`${formatCount(mentors.length, 'mentor')} and ${formatCount(mentees.length, 'mentee')}.${away}`],
    ...buildDefaultSection(defaults),
    ['A mentor and a mentee may meet only if', ...formatBullets(describeMusts(policy, pairs, gaps))],
    ['Points for a pair that may meet', ...formatBullets(describePreferences(policy, pairs, gaps))],
    [
      'Limits',
      ...formatBullets(limits.length === 0 ? ['There are none.'] : limits.map(limit => describeLimit(limit, gaps))),
    ],
    ...buildNoDataSection(policy, gaps),
    [
      'What is decided first; what comes later never costs anything that comes earlier',
      ...numberLines(describeLevels(policy, roster, gaps)),
    ],
    ['What is still equal is decided by a hash of the ids, not by rows or names.'],
  ];
  return `${sections.map(([head = '', ...lines]) => [paint.bold(head), ...lines].join('\n')).join('\n\n')}\n`;
}

function buildDefaultSection(defaults: Defaults): string[][] {
  const lines = describeDefaults(defaults);
  return lines.length === 0 ? [] : [[NOTHING_SAID, ...formatBullets(lines)]];
}

function formatBullets(lines: readonly string[]): string[] {
  return lines.map(line => `  - ${makePlain(line)}`);
}

function numberLines(lines: readonly string[]): string[] {
  return lines.map((line, index) => `  ${index + 1}. ${makePlain(line)}`);
}

/** Rules that have nothing to judge by: nobody should take them for rules that are kept. */
function buildNoDataSection({ must, prefer }: Policy, gaps: Gaps): string[][] {
  const open = (list: RuleGap['list'], rules: readonly Rule[]) =>
    rules.flatMap(rule => {
      const gap = findGap(gaps, list, rule.name);
      return gap === undefined || !isWithoutData(gap)
        ? []
        : [`${describeRule(rule)}${formatName(rule)}${phraseGapSuffix(gap)}`];
    });
  const lines = [...open('must', must), ...open('prefer', prefer)];
  return lines.length === 0 ? [] : [['What the sheets have no data for', ...formatBullets(lines)]];
}

function describeMusts(policy: Policy, pairs: Terms['pairs'], gaps: Gaps): string[] {
  const { must, pairsOnly, repeatAfterMonths, start } = policy;
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
      : ` less than ${formatCount(repeatAfterMonths, 'month')} before ${start}, or on a day that the history does not give`;
  return [
    ...listRulesWithData('must', must, gaps).map(([rule, open]) => `${describeRule(rule)}${formatName(rule)}${open}`),
    ...(pairsOnly ? [describeBar('not-listed', policy)] : []),
    ...(banned > 0 ? [`${describeBar('banned-pair', policy)} (it bans ${formatCount(banned, 'pair')})`] : []),
    ...(declined > 0
      ? [`${describeBar('declined', policy)} (${formatCount(declined, 'pair')} of today's people did)`]
      : []),
    ...(met > 0 ? [`they have not been a tandem${since} (${formatCount(met, 'pair')} of today's people have)`] : []),
    ...(locked > 0 ? [`and ${formatCount(locked, 'pair')} must become a tandem: they are locked`] : []),
    ...(approved > 0 ? [`and ${formatCount(approved, 'approved tandem')} ${approved === 1 ? 'stays' : 'stay'}`] : []),
    ...(overridden > 0 ? [`of these, ${overridden} may break a rule, for a reason that is given`] : []),
  ];
}

/** The rules that judge somebody at least, each with what is open for it. */
function listRulesWithData<Any extends Rule>(
  list: RuleGap['list'],
  rules: readonly Any[],
  gaps: Gaps,
): [Any, string][] {
  return rules.flatMap((rule): [Any, string][] => {
    const gap = findGap(gaps, list, rule.name);
    return gap !== undefined && isWithoutData(gap) ? [] : [[rule, phraseGapSuffix(gap)]];
  });
}

function describePreferences({ prefer }: Policy, pairs: Terms['pairs'], gaps: Gaps): string[] {
  const scored = pairs.filter(({ points }) => points !== 0).length;
  const worth = listRulesWithData('prefer', prefer, gaps)
    .filter(([{ weight }]) => weight !== 0)
    .map(([rule, open]) => `${describePoints(rule)}${formatName(rule)}${open}`);
  const own = scored > 0 ? [`the points that the list of pairs gives (${formatCount(scored, 'pair')})`] : [];
  return worth.length + own.length === 0 ? ['None: every pair that may meet fits equally well.'] : [...worth, ...own];
}

function formatName({ name }: Rule): string {
  return ` (${name})`;
}

/** "50 points where …", or up to so many where a fit may be partial. */
function describePoints(rule: Preference): string {
  const partial = rule.rule === 'overlap' || rule.rule === 'wished';
  const points = formatCount(rule.weight, 'point');
  if (!partial) return `${points} where ${describeRule(rule)}`;
  if (rule.rule === 'wished')
    return `up to ${points} where ${describeRule(rule)}: most for a first wish${phraseRanks(rule)}`;
  return `up to ${points} where ${describeRule(rule)}: the share of the mentee's ${rule.field} that the mentor covers`;
}

function phraseRanks({ weight, ranks }: Preference): string {
  return ranks === null
    ? ''
    : ` (${joinNames(
        ranks.map(fit => String((weight * fit) / 1000)),
        99,
      )} points)`;
}

function describeLimit({ place, countries, side, min, max }: Terms['limits'][number], { limits }: Gaps): string {
  const isIdle = limits.some(idle => idle.place === place && idle.side === side);
  const isRegion = countries.length !== 1 || countries[0] !== place;
  const where = isRegion ? `${place} (${countries.join(', ')})` : place;
  const least = min > 0 ? [`at least ${min}`] : [];
  const most = Number.isFinite(max) ? [`at most ${max}`] : [];
  return `${where}: ${[...least, ...most].join(' and ')} tandems of its ${side}s${isIdle ? ': nothing to count, because nobody is there' : ''}`;
}

function describeLevels({ objective, prefer }: Policy, { mentees }: Roster, gaps: Gaps): string[] {
  const hasPriorities = new Set(mentees.map(({ priority }) => priority)).size > 1;
  return objective.map(level => {
    const gap = level.kind === 'preference' ? findGap(gaps, 'prefer', level.preference) : undefined;
    return `${describeLevel(level, prefer, hasPriorities)}${gap?.state === 'partial' ? '' : phraseGapSuffix(gap)}`;
  });
}

function describeLevel(level: Level, prefer: readonly Preference[], hasPriorities: boolean): string {
  const name = getLevelName(level);
  const { goal } = findLevelWords(name);
  const rule = level.kind === 'preference' ? prefer.find(preference => preference.name === name) : undefined;
  if (rule !== undefined) return `as many tandems as possible where ${describeRule(rule)}`;
  return level.kind === 'mentees' && hasPriorities
    ? `${goal}, those of higher priority (the larger number) first`
    : goal;
}
