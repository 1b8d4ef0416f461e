import { type Gaps, isNeeding, listMustGaps, type RuleGap } from '../../domain/data-gaps.ts';
import { getRuleTraits, isAboutNamedColumn } from '../../domain/rule-table.ts';
import { capitalise } from '../../domain/text.ts';
import { wrapText } from '../layout/lines.ts';
import { type Layout, listSectionLines, type TextSection } from '../layout/sections.ts';
import type { GapEffect } from './en/data-gaps.ts';
import type { Words } from './en/index.ts';

/**
 * What the sheets leave open as a section, which says nothing where that is nothing. @param most how many are named
 * that no rule of `must` is among; these come first, and all are.
 */
export function buildGapSection(
  gaps: Gaps,
  { width }: Pick<Layout, 'width'>,
  words: Words,
  most = Number.POSITIVE_INFINITY,
): TextSection {
  const open = describeGaps(gaps, words);
  const shown = Math.max(most, listMustGaps(gaps).length);
  const more = open.length > shown ? [words.gaps.more(open.length - shown)] : [];
  const lines = [...open.slice(0, shown), ...more].map(line => wrapText(line, width, 2, 2));
  return [lines.length === 0 ? '' : words.gaps.head, lines];
}

/** The same as lines with an empty one behind, at the end of a text; none where nothing is open. */
export function formatGapBlock(gaps: Gaps, layout: Layout, words: Words): readonly string[] {
  const lines = listSectionLines(buildGapSection(gaps, layout, words), layout);
  return lines.length === 0 ? [] : [...lines, ''];
}

/** What the sheets leave open, a line a rule or preference, and one for all limits under which nobody is. */
export function describeGaps({ rules, limits }: Gaps, words: Words): string[] {
  const places = limits.map(({ place, side }) => ({ place: words.grammar.nameCountry(place), side }));
  return [
    ...rules.map(gap => `${capitalise(nameRule(gap, words))}: ${describeGap(gap, words)}`),
    ...(places.length === 0 ? [] : [words.gaps.sayIdleLimits(places)]),
  ];
}

/** What a rule is about: "reporting line". */
export function nameRule({ kind, column }: RuleGap, { gaps }: Words): string {
  return gaps.nameRule(kind, column);
}

/** What is missing for a rule, and what that makes of it: "not checked, because neither sheet has a level". */
export function describeGap(gap: RuleGap, words: Words): string {
  if (gap.state === 'partial') return phrasePartialGap(gap, words);
  return words.gaps.join(words.gaps.effects[findEffect(gap)], phraseLack(gap, words));
}

/** The words behind the name of a rule, or nothing where the sheets say all that it needs. */
export function phraseGapSuffix(gap: RuleGap | undefined, words: Words): string {
  return gap === undefined ? '' : `: ${describeGap(gap, words)}`;
}

/** What becomes of a rule that judges all pairs alike. */
function findEffect({ list, kind, state }: RuleGap): GapEffect {
  if (isNeeding(kind)) return list === 'must' ? 'nobody-fits' : 'no-points';
  if (list === 'must') return state === 'absent' ? 'not-checked' : 'no-difference';
  return getRuleTraits(kind).whereEmpty === 'holds' || state === 'distinct' ? 'always-holds' : 'no-points';
}

function phraseLack({ kind, state, column, mentors, mentees }: RuleGap, { gaps }: Words): string {
  if (state === 'distinct') return gaps.nothingInCommon(column);
  const why = isAboutNamedColumn(kind) ? null : gaps.nothingFor[kind];
  if (why !== null) return why;
  if (mentors.without === mentors.people && mentees.without === mentees.people) return gaps.neitherHas(column);
  return gaps.sideLacks(mentors.without === mentors.people ? 'mentors' : 'mentees', column);
}

/** "only partly checked (12 of 40 people have no level)". */
function phrasePartialGap({ list, kind, column, mentors, mentees, managers }: RuleGap, { gaps }: Words): string {
  const without = mentors.without + mentees.without;
  const silent = mentors.without === mentors.people ? 'mentors' : 'mentees';
  if (column === 'wishes') return gaps.sideWishesNobody(silent);
  if (column === 'not_with') return gaps.partly([gaps.sideVetoesNobody(silent)]);
  if (list === 'must' && isNeeding(kind)) return gaps.stranded(mentors.without, mentees.without, column);
  const some = [
    ...(without > 0 ? [gaps.lacking(without, mentors.people + mentees.people, column)] : []),
    ...(managers === null || managers.outside === 0 ? [] : [gaps.outsideManagers(managers.outside, managers.named)]),
  ];
  return list === 'prefer' ? some.join('; ') : gaps.partly(some);
}
