import type { Facts, LineKnown, PairVerdict, PreferenceVerdict, RuleVerdict } from '../../domain/account.ts';
import { isUnchecked } from '../../domain/data-gaps.ts';
import { isHeld } from '../../domain/demands.ts';
import type { PairNote } from '../../domain/policy.ts';
import type { Side } from '../../domain/roster.ts';
import { fold } from '../../domain/text.ts';
import type { Line } from '../layout/lines.ts';
import { describeGap } from './data-gaps.ts';
import type { Words } from './en/index.ts';

/** What the two of a pair are called. */
export interface PairNames {
  readonly mentor: string;
  readonly mentee: string;
}

/** Whether a pair keeps each rule, and how. A rule that could not be checked is neither kept nor broken. */
export function describeMusts(verdict: PairVerdict, called: PairNames, words: Words): Line[] {
  const { note, isUnlisted, rules } = verdict;
  const { facts } = words;
  const { yes, no } = facts.marks;
  const lines = [
    ...rules.map(rule => describeVerdict(rule, called, words)),
    ...(note?.banned ? [{ mark: no, text: facts.banned }] : []),
    ...(note?.declined ? [{ mark: no, text: facts.declined }] : []),
    ...(isUnlisted ? [{ mark: no, text: facts.notListed }] : []),
    ...(note?.met ? [{ mark: no, text: facts.metBefore }] : []),
    ...(note?.parted ? [{ mark: no, text: facts.notAgain }] : []),
    ...(verdict.mayMeet && note?.override ? [{ mark: yes, text: facts.override(note.override) }] : []),
    ...(note === null ? [] : listBindings(note, words).map(text => ({ mark: yes, text }))),
  ];
  return lines.length === 0 ? [{ mark: '', text: facts.noRule }] : lines;
}

/**
 * What holds a pair together, whatever else there is: lock, approval, wish to go on. @param tells whether
 * reasons and remarks are told, too.
 */
export function listBindings(note: PairNote, { facts }: Words, tells: 'reasons' | 'kinds' = 'reasons'): string[] {
  const [reason, remark] = tells === 'reasons' ? [findLockReason(note), note.remark] : ['', ''];
  return [
    ...(note.locked ? [facts.locked(reason)] : []),
    ...(note.continues ? [facts.continues] : []),
    ...(note.approved ? [facts.approved(remark)] : []),
    ...(isHeld(note) ? [facts.held] : []),
  ];
}

/** Why a pair is locked, where that is not said already. */
function findLockReason({ reason, override }: PairNote): string {
  return override === '' ? reason : '';
}

function describeVerdict({ rule, holds, bars, facts, gap }: RuleVerdict, called: PairNames, words: Words): Line {
  const { marks, sayRule, notChecked } = words.facts;
  const describe = (found: string) => sayRule(words.rules.describe(rule), rule.name, found);
  if (gap !== null && isUnchecked(gap)) return { mark: marks.open, text: describe(describeGap(gap, words)) };
  const found = phraseFacts(facts, rule.field, called, !bars, words);
  if (bars) return { mark: marks.no, text: describe(found) };
  if (isUnknownLine(facts)) {
    return { mark: marks.open, text: describe(notChecked(listOpenLines(facts.known, called, words).join('; '))) };
  }
  if (holds) return { mark: marks.yes, text: describe(found) };
  return { mark: marks.open, text: describe(notChecked(phraseLack(rule.field, facts, called, words) ?? found)) };
}

type ReportingLine = Extract<Facts, { kind: 'line' }>;

/** Whether no manager of either is given, so that neither can be above the other. */
function isUnknownLine(facts: Facts): facts is ReportingLine {
  return facts.kind === 'line' && facts.known.mentor === 'no-manager' && facts.known.mentee === 'no-manager';
}

/** Whose cells are empty; null where none is. */
function phraseLack(column: string, facts: Facts, called: PairNames, words: Words): string | null {
  if (facts.kind !== 'values' && facts.kind !== 'lists') return null;
  const silent = (['mentor', 'mentee'] as const).filter(side => facts[side].length === 0);
  const [first, second] = silent;
  if (first === undefined) return null;
  return second === undefined ? words.facts.lacks(called[first], column) : words.facts.neitherHas(column);
}

/** What each preference gives a pair: weight × fit. */
export function describeFit({ preferences, note }: PairVerdict, called: PairNames, words: Words): Line[] {
  const own =
    note === null || note.points === 0 ? [] : [{ mark: formatPoints(note.points, words), text: words.facts.ofList }];
  return [...preferences.map(verdict => describePreferenceVerdict(verdict, called, words)), ...own];
}

function describePreferenceVerdict(
  { rule, holds, points, facts, gap }: PreferenceVerdict,
  called: PairNames,
  words: Words,
): Line {
  const found = phrasePreference({ rule, holds, facts, gap }, called, words);
  const text = words.facts.sayRule(words.rules.describe(rule), rule.name, found);
  const { yes, no } = words.facts.counted;
  if (rule.weight === 0) return { mark: holds ? yes : no, text };
  const fit = words.grammar.formatNumber(points / rule.weight / 1000);
  return { mark: `${rule.weight} × ${fit} = ${formatPoints(points, words)}`, text };
}

/** What a preference found in two people: "both have English". */
export function phrasePreference(
  { rule, holds, facts, gap }: Omit<PreferenceVerdict, 'points'>,
  called: PairNames,
  words: Words,
): string {
  const isAbsent = gap !== null && gap.state === 'absent';
  return isAbsent ? describeGap(gap, words) : phraseFacts(facts, rule.field, called, holds, words);
}

/** Thousandths of a point as a number of points. */
function formatPoints(thousandths: number, { grammar }: Words): string {
  return grammar.formatNumber(thousandths / 1000);
}

function phraseFacts(facts: Facts, column: string, called: PairNames, holds: boolean, words: Words): string {
  const say = words.facts;
  const { mentor, mentee } = called;
  const name = (values: readonly string[]) => values.map(value => nameValue(value, column, words));
  switch (facts.kind) {
    case 'values':
      return phraseValues(name(listValue(facts.mentor)), name(listValue(facts.mentee)), called, words);
    case 'lists':
      return phraseLists(name(facts.mentor), name(facts.mentee), name(facts.common), called, words);
    case 'line':
      return phraseLine(facts, called, words);
    case 'wishes': {
      const wishes = [
        ...(facts.ofMentee > 0 ? [say.wish(mentor, facts.ofMentee, mentee)] : []),
        ...(facts.ofMentor > 0 ? [say.wish(mentee, facts.ofMentor, mentor)] : []),
      ];
      return wishes.length > 0 ? say.joinFound(wishes) : say.noWish;
    }
    case 'vetoes': {
      const named = [
        ...(facts.byMentor.length > 0 ? [say.veto(mentor, facts.byMentor)] : []),
        ...(facts.byMentee.length > 0 ? [say.veto(mentee, facts.byMentee)] : []),
      ];
      return named.length > 0 ? say.joinFound(named) : say.noVeto;
    }
    case 'persons':
      return holds ? say.persons.differ : say.persons.same;
    case 'likeness':
      return holds ? say.likeness.differ : say.likeness.same;
  }
}

function phraseLine({ above, isShared, known }: ReportingLine, called: PairNames, words: Words): string {
  const say = words.facts;
  const { mentor, mentee } = called;
  const found = [
    ...(above === null ? [] : [above === 'mentor' ? say.isAbove(mentor, mentee) : say.isAbove(mentee, mentor)]),
    ...(isShared ? [say.sharedManager] : []),
  ];
  if (found.length > 0) return say.joinFound(found);
  const open = listOpenLines(known, called, words);
  return open.length === 0 ? say.noLine : say.asFarAsKnown(say.noLine, open);
}

/**
 * "no manager of Ada is given", "the line above Ben ends with somebody who is not in the sheets";
 * none where both lines are known.
 */
function listOpenLines(known: Readonly<Record<Side, LineKnown>>, called: PairNames, { facts }: Words): string[] {
  const listCalled = (kind: LineKnown) =>
    (['mentor', 'mentee'] as const).filter(side => known[side] === kind).map(side => called[side]);
  const [without, outside] = [listCalled('no-manager'), listCalled('ends-outside')];
  return [
    ...(without.length > 0 ? [facts.noManager(without)] : []),
    ...(outside.length > 0 ? [facts.endsOutside(outside)] : []),
  ];
}

function listValue(value: string): string[] {
  return value === '' ? [] : [value];
}

function phraseValues(
  mentor: readonly string[],
  mentee: readonly string[],
  called: PairNames,
  { facts }: Words,
): string {
  const [one] = mentor;
  const [other] = mentee;
  const isOne = mentor.length === 1 && mentee.length === 1;
  if (isOne && one !== undefined && other !== undefined && fold(one) === fold(other)) return facts.both(mentee);
  return facts.each([
    [called.mentor, mentor],
    [called.mentee, mentee],
  ]);
}

function phraseLists(
  mentor: readonly string[],
  mentee: readonly string[],
  common: readonly string[],
  called: PairNames,
  words: Words,
): string {
  if (common.length === 0) return phraseValues(mentor, mentee, called, words);
  return common.length === mentee.length
    ? words.facts.both(common)
    : words.facts.bothOfSome(common, called.mentee, mentee.length);
}

/** A cell's value as people say it: countries and languages are kept as codes. */
function nameValue(value: string, column: string, { grammar }: Words): string {
  if (column === 'country') return grammar.nameCountry(value);
  return column === 'languages' ? value.split(', ').map(grammar.nameLanguage).join(', ') : value;
}

/** "150 points". */
export function formatScore(thousandths: number, { facts }: Words): string {
  return facts.score(thousandths / 1000);
}
