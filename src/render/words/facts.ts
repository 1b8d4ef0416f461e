import type { Facts, LineKnown, PairVerdict, PreferenceVerdict, RuleVerdict } from '../../domain/account.ts';
import { isUnchecked } from '../../domain/gaps.ts';
import type { PairNote } from '../../domain/policy.ts';
import type { Side } from '../../domain/roster.ts';
import { fold, formatCount, joinNames } from '../../domain/text.ts';
import type { Line } from '../layout/lines.ts';
import { describeGap } from './gaps.ts';
import { describeRule } from './rules.ts';

/** What the two of a pair are called. */
export interface PairNames {
  readonly mentor: string;
  readonly mentee: string;
}

/** Whether a pair keeps each rule, and how. */
export function describeMusts(verdict: PairVerdict, called: PairNames): Line[] {
  const { note, isUnlisted, rules } = verdict;
  const makeNoLine = (text: string): Line => ({ mark: 'NO', text });
  return [
    ...rules.map(rule => describeVerdict(rule, called)),
    ...(note?.banned ? [makeNoLine('the list of pairs does not ban them (banned-pair): it does')] : []),
    ...(note?.declined ? [makeNoLine('neither declined the other in an earlier run (declined): one of them did')] : []),
    ...(isUnlisted ? [makeNoLine('the list of pairs gives them points (not-listed): it does not')] : []),
    ...(note?.met ? [makeNoLine('they have not been a tandem before (met-before): they have')] : []),
    ...(verdict.mayMeet && note?.override
      ? [{ mark: 'yes', text: `a lock lets them meet all the same, because: ${note.override}` }]
      : []),
    ...(note?.locked
      ? [{ mark: 'yes', text: `the list of pairs locks them${phraseLockReason(note)}: they must be a tandem` }]
      : []),
    ...(note?.approved ? [{ mark: 'yes', text: `the tandem is approved${phraseRemark(note)}: it stays` }] : []),
  ];
}

/** Why a pair is locked, where that is not said already. */
function phraseLockReason({ reason, override }: PairNote): string {
  return reason === '' || override !== '' ? '' : `, because of "${reason}"`;
}

function phraseRemark({ remark }: PairNote): string {
  return remark === '' ? '' : `, with the note "${remark}"`;
}

function describeVerdict({ rule, holds, bars, facts, gap }: RuleVerdict, called: PairNames): Line {
  const head = `${describeRule(rule)} (${rule.name})`;
  if (gap !== null && isUnchecked(gap)) return { mark: '-', text: `${head}: ${describeGap(gap)}` };
  const text = `${head}: ${phraseFacts(facts, called, !bars)}`;
  if (bars) return { mark: 'NO', text };
  return holds && !isUnknownLine(facts)
    ? { mark: 'yes', text }
    : { mark: '-', text: `${text}, so that this rule keeps nobody apart` };
}

/** Whether no manager of either is given, so that neither can be above the other. */
function isUnknownLine(facts: Facts): boolean {
  return facts.kind === 'line' && facts.known.mentor === 'no-manager' && facts.known.mentee === 'no-manager';
}

/** What each preference gives a pair: weight × fit. */
export function describeFit({ preferences, note }: PairVerdict, called: PairNames): Line[] {
  const own =
    note === null || note.points === 0 ? [] : [{ mark: formatPoints(note.points), text: 'from the list of pairs' }];
  return [...preferences.map(verdict => describePreferenceVerdict(verdict, called)), ...own];
}

function describePreferenceVerdict({ rule, holds, points, facts, gap }: PreferenceVerdict, called: PairNames): Line {
  const isAbsent = gap !== null && gap.state === 'absent';
  const text = `${describeRule(rule)} (${rule.name}): ${isAbsent ? describeGap(gap) : phraseFacts(facts, called, holds)}`;
  if (rule.weight === 0) return { mark: holds ? 'counts' : 'no', text };
  return { mark: `${rule.weight} × ${points / rule.weight / 1000} = ${formatPoints(points)}`, text };
}

/** Thousandths of a point as a number of points. */
export function formatPoints(thousandths: number): string {
  return String(thousandths / 1000);
}

function phraseFacts(facts: Facts, { mentor, mentee }: PairNames, holds: boolean): string {
  switch (facts.kind) {
    case 'values':
      return phraseValues(facts.mentor, facts.mentee, { mentor, mentee });
    case 'lists':
      return phraseLists(facts, { mentor, mentee });
    case 'line': {
      const above = facts.above === 'mentor' ? [mentor, mentee] : [mentee, mentor];
      const found = [
        ...(facts.above === null ? [] : [`${above[0]} is above ${above[1]}`]),
        ...(facts.isShared ? ['they share a direct manager'] : []),
      ];
      if (found.length > 0) return found.join(', and ');
      return `neither is, and they share none${phraseOpenLines(facts.known, { mentor, mentee })}`;
    }
    case 'wishes': {
      const wishes = [
        ...(facts.ofMentee > 0 ? [`it is wish ${facts.ofMentee} of ${mentee}`] : []),
        ...(facts.ofMentor > 0 ? [`it is wish ${facts.ofMentor} of ${mentor}`] : []),
      ];
      return wishes.length > 0 ? wishes.join(', and ') : 'neither did';
    }
    case 'vetoes': {
      const named = [
        ...(facts.byMentor.length > 0 ? [`${mentor} named ${joinNames(facts.byMentor)}`] : []),
        ...(facts.byMentee.length > 0 ? [`${mentee} named ${joinNames(facts.byMentee)}`] : []),
      ];
      return named.length > 0 ? named.join(', and ') : 'neither did';
    }
    case 'persons':
      return holds ? 'ids and addresses differ' : 'they share an id or an address';
    case 'likeness':
      return holds ? 'both differ' : 'they have the same name, or nearly the same address';
  }
}

/** "; no manager of Ada is given, and whoever is above the managers of Ben is not known"; nothing where both lines are known. */
function phraseOpenLines(known: Readonly<Record<Side, LineKnown>>, called: PairNames): string {
  const sides = ['mentor', 'mentee'] as const;
  const listCalled = (kind: LineKnown) => sides.filter(side => known[side] === kind).map(side => called[side]);
  const [without, outside] = [listCalled('no-manager'), listCalled('ends-outside')];
  const open = [
    ...(without.length > 0 ? [`no manager of ${joinNames(without, 2, 'or')} is given`] : []),
    ...(outside.length > 0 ? [`the line above ${joinNames(outside)} ends with somebody who is not in the sheets`] : []),
  ];
  return open.length === 0 ? '' : `; ${open.join(', and ')}`;
}

function phraseValues(mentor: string, mentee: string, called: PairNames): string {
  if (mentor === '' && mentee === '') return 'neither has any';
  if (fold(mentor) === fold(mentee)) return `both have ${mentee}`;
  return `${called.mentor} has ${mentor || 'none'}, ${called.mentee} has ${mentee || 'none'}`;
}

function phraseLists({ mentor, mentee, common }: Extract<Facts, { kind: 'lists' }>, called: PairNames): string {
  if (common.length === 0) return phraseValues(joinNames(mentor, 9), joinNames(mentee, 9), called);
  const both = `both have ${joinNames(common, 9)}`;
  return common.length === mentee.length ? both : `${both}, ${common.length} of ${called.mentee}'s ${mentee.length}`;
}

/** "150 points". */
export function formatScore(thousandths: number): string {
  return thousandths === 1000 ? '1 point' : formatCount(thousandths / 1000, 'point');
}
