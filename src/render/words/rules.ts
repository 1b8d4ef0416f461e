import { findGap, type Gaps, isWithoutData, type RuleGap } from '../../domain/data-gaps.ts';
import { isApproval, isHeld } from '../../domain/demands.ts';
import { findEntry } from '../../domain/own-key-lookup.ts';
import {
  getLevelName,
  type Level,
  type Limit,
  type Policy,
  type Preference,
  type Rule,
  type Terms,
} from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { getRuleTraits } from '../../domain/rule-table.ts';
import type { Defaults } from '../../domain/understood.ts';
import { wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { phraseGapSuffix } from './data-gaps.ts';
import type { Words } from './en/index.ts';
import { findLevelWords } from './levels.ts';

interface RulesInput {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly defaults: Defaults;
  readonly gaps: Gaps;
}

/**
 * The policy in force as a sheet that anybody can read: what keeps people apart, what brings
 * them together, what comes first.
 */
export function renderRules({ roster, terms, defaults, gaps }: RulesInput, words: Words, layout: Layout): string {
  const { rules } = words;
  const { policy, limits, pairs } = terms;
  const { mentors, mentees, withdrawn } = roster;
  const away = withdrawn.length === 0 ? '' : ` ${rules.withdrawn(withdrawn.length)}`;
  const hasPriorities = new Set(mentees.map(({ priority }) => priority)).size > 1;
  const list = makeListSection(layout);
  return renderSections(
    [
      [`${rules.people(mentors.length, mentees.length)}${away}`, []],
      list(rules.defaultsHead, describeDefaults(defaults, words)),
      list(rules.mustHead, describeMusts(policy, pairs, gaps, words)),
      list(rules.fixedHead, describeFixedPairs(pairs, words)),
      list(rules.preferHead, describePreferences(policy, pairs, gaps, words)),
      list(
        rules.limitsHead,
        limits.length === 0 ? [rules.noLimits] : limits.map(limit => describeLimit(limit, gaps, words)),
      ),
      list(rules.noDataHead, describeRulesWithoutData(policy, gaps, words)),
      [rules.levelsHead, numberLines(describeLevels(policy, hasPriorities, gaps, words), layout)],
      ['', [wrapText(rules.ties, layout.width)]],
    ],
    layout,
  );
}

/** What the config says of empty cells and absent columns, a line each. */
export function describeDefaults(defaults: Defaults, { rules }: Words): string[] {
  return Object.entries(defaults).map(
    ([column, value]) =>
      findEntry<(value: string) => string>(rules.defaults, column)?.(value) ?? rules.otherDefault(column, value),
  );
}

export function makeListSection(layout: Layout): (head: string, lines: readonly string[]) => TextSection {
  return (head, lines) => [lines.length === 0 ? '' : head, formatBullets(lines, layout)];
}

export function formatBullets(lines: readonly string[], { width }: Layout): string[] {
  return lines.map(line => wrapText(`- ${line}`, width, 2, 2));
}

export function numberLines(lines: readonly string[], { width }: Layout): string[] {
  return lines.map((line, index) => wrapText(`${index + 1}. ${line}`, width, 2, 3));
}

/** Rules that have nothing to judge by: nobody should take them for rules that are kept. */
function describeRulesWithoutData({ must, prefer }: Policy, gaps: Gaps, words: Words): string[] {
  const listOpen = (list: RuleGap['list'], rules: readonly Rule[]) =>
    rules.flatMap(rule => {
      const gap = findGap(gaps, list, rule.name);
      return gap === undefined || !isWithoutData(gap)
        ? []
        : [`${words.rules.describe(rule)}${formatName(rule)}${phraseGapSuffix(gap, words)}`];
    });
  return [...listOpen('must', must), ...listOpen('prefer', prefer)];
}

function describeMusts(policy: Policy, pairs: Terms['pairs'], gaps: Gaps, words: Words): string[] {
  const { repeatAfterMonths, start } = policy;
  const { rules } = words;
  const count = (is: (note: Terms['pairs'][number]) => boolean) => pairs.filter(is).length;
  const [banned, declined, met] = [count(note => note.banned), count(note => note.declined), count(note => note.met)];
  const parted = count(note => note.parted);
  const repeat = repeatAfterMonths === null ? null : { months: repeatAfterMonths, start };
  return [
    ...describePolicy(policy, gaps, words),
    ...(banned > 0 ? [rules.notBanned(banned)] : []),
    ...(declined > 0 ? [rules.notDeclined(declined)] : []),
    ...(met > 0 ? [rules.notMet(met, repeat)] : []),
    ...(parted > 0 ? [rules.notParted(parted)] : []),
  ];
}

/** What the policy alone asks of a pair. */
export function describePolicy({ must, pairsOnly }: Policy, gaps: Gaps, words: Words): string[] {
  const { rules } = words;
  const asked = listRulesWithData('must', must, gaps, words);
  return [
    ...asked.map(([rule, open]) => `${rules.must(rule)}${formatName(rule)}${open}`),
    ...(pairsOnly ? [rules.notListed] : []),
  ];
}

/** Pairs that are tandems whatever else there is. */
function describeFixedPairs(pairs: Terms['pairs'], { rules }: Words): string[] {
  const locked = pairs.filter(note => note.locked).length;
  const approved = pairs.filter(isApproval).length;
  const held = pairs.filter(isHeld).length;
  const continued = pairs.filter(({ continues }) => continues).length;
  const overridden = pairs.filter(({ override }) => override !== '').length;
  return [
    ...(locked > 0 ? [rules.locked(locked)] : []),
    ...(continued > 0 ? [rules.continued(continued)] : []),
    ...(approved > 0 ? [rules.approved(approved)] : []),
    ...(held > 0 ? [rules.held(held)] : []),
    ...(overridden > 0 ? [rules.overridden(overridden)] : []),
  ];
}

/** The rules that judge somebody at least, each with what is open for it. */
function listRulesWithData<Any extends Rule>(
  list: RuleGap['list'],
  rules: readonly Any[],
  gaps: Gaps,
  words: Words,
): [Any, string][] {
  return rules.flatMap((rule): [Any, string][] => {
    const gap = findGap(gaps, list, rule.name);
    return gap !== undefined && isWithoutData(gap) ? [] : [[rule, phraseGapSuffix(gap, words)]];
  });
}

export function describePreferences({ prefer }: Policy, pairs: Terms['pairs'], gaps: Gaps, words: Words): string[] {
  const { rules } = words;
  const scored = pairs.filter(({ points }) => points !== 0).length;
  const worth = listRulesWithData('prefer', prefer, gaps, words)
    .filter(([{ weight }]) => weight !== 0)
    .map(([rule, open]) => `${describePoints(rule, words)}${formatName(rule)}${open}`);
  const own = scored > 0 ? [rules.pointsOfList(scored)] : [];
  return worth.length + own.length === 0 ? [rules.noPreferences] : [...worth, ...own];
}

function formatName({ name }: Rule): string {
  return ` (${name})`;
}

/** "50 points if …", or up to so many where a fit may be partial. */
function describePoints(rule: Preference, { rules }: Words): string {
  const { weight, ranks } = rule;
  switch (getRuleTraits(rule.rule).fit) {
    case 'wholly':
      return rules.points(weight, rule);
    case 'by share':
      return rules.pointsByShare(weight, rule);
    case 'by rank':
      return rules.pointsByWish(weight, rule, ranks?.map(fit => (weight * fit) / 1000) ?? null);
  }
}

/** What a limit says, in a sentence. */
export function describeLimit({ place, countries, side, min, max }: Limit, { limits }: Gaps, words: Words): string {
  const { nameCountry } = words.grammar;
  const isIdle = limits.some(idle => idle.place === place && idle.side === side);
  const isRegion = countries.length !== 1 || countries[0] !== place;
  const where = isRegion ? words.rules.region(place, countries.map(nameCountry)) : nameCountry(place);
  return words.rules.limit(where, side, min, Number.isFinite(max) ? max : null, isIdle);
}

/** @param hasPriorities whether mentees are of several priorities */
export function describeLevels(
  { objective, prefer }: Policy,
  hasPriorities: boolean,
  gaps: Gaps,
  words: Words,
): string[] {
  return objective.map(level => {
    const gap = level.kind === 'preference' ? findGap(gaps, 'prefer', level.preference) : undefined;
    return `${describeLevel(level, prefer, hasPriorities, words)}${gap?.state === 'partial' ? '' : phraseGapSuffix(gap, words)}`;
  });
}

function describeLevel(level: Level, prefer: readonly Preference[], hasPriorities: boolean, words: Words): string {
  const { rules } = words;
  const name = getLevelName(level);
  const { goal } = findLevelWords(name, words);
  const rule = level.kind === 'preference' ? prefer.find(preference => preference.name === name) : undefined;
  if (rule !== undefined) return rules.tandemsWith(rule);
  return level.kind === 'mentees' && hasPriorities ? rules.byPriority(goal) : goal;
}
