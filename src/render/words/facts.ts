import type { Facts, LineKnown, PairVerdict, PreferenceVerdict, RuleVerdict } from '../../domain/account.ts';
import { isUnchecked } from '../../domain/gaps.ts';
import type { PairNote } from '../../domain/policy.ts';
import type { Side } from '../../domain/roster.ts';
import { counted, fold, listed } from '../../domain/text.ts';
import type { Line } from '../layout/lines.ts';
import { gapWords } from './gaps.ts';
import { ruleWords } from './rules.ts';

/** What the two of a pair are called. */
export interface Called {
  readonly mentor: string;
  readonly mentee: string;
}

/** Whether a pair keeps each rule, and how. */
export function mustLines(verdict: PairVerdict, called: Called): Line[] {
  const { note, isUnlisted, rules } = verdict;
  const no = (text: string): Line => ({ mark: 'NO', text });
  return [
    ...rules.map(rule => ruleLine(rule, called)),
    ...(note?.banned ? [no('the list of pairs does not ban them (banned-pair): it does')] : []),
    ...(note?.declined ? [no('neither declined the other in an earlier run (declined): one of them did')] : []),
    ...(isUnlisted ? [no('the list of pairs gives them points (not-listed): it does not')] : []),
    ...(note?.met ? [no('they have not been a tandem before (met-before): they have')] : []),
    ...(verdict.mayMeet && note?.override
      ? [{ mark: 'yes', text: `a lock lets them meet all the same, because: ${note.override}` }]
      : []),
    ...(note?.locked ? [{ mark: 'yes', text: `the list of pairs locks them${why(note)}: they must be a tandem` }] : []),
    ...(note?.approved ? [{ mark: 'yes', text: `the tandem is approved${remark(note)}: it stays` }] : []),
  ];
}

/** Why a pair is locked, where that is not said already. */
function why({ reason, override }: PairNote): string {
  return reason === '' || override !== '' ? '' : `, because of "${reason}"`;
}

function remark({ remark }: PairNote): string {
  return remark === '' ? '' : `, with the note "${remark}"`;
}

function ruleLine({ rule, holds, bars, facts, gap }: RuleVerdict, called: Called): Line {
  const head = `${ruleWords(rule)} (${rule.name})`;
  if (gap !== null && isUnchecked(gap)) return { mark: '-', text: `${head}: ${gapWords(gap)}` };
  const text = `${head}: ${factWords(facts, called, !bars)}`;
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
export function fitLines({ preferences, note }: PairVerdict, called: Called): Line[] {
  const own =
    note === null || note.points === 0 ? [] : [{ mark: pointsWord(note.points), text: 'from the list of pairs' }];
  return [...preferences.map(verdict => preferenceLine(verdict, called)), ...own];
}

function preferenceLine({ rule, holds, points, facts, gap }: PreferenceVerdict, called: Called): Line {
  const isAbsent = gap !== null && gap.state === 'absent';
  const text = `${ruleWords(rule)} (${rule.name}): ${isAbsent ? gapWords(gap) : factWords(facts, called, holds)}`;
  if (rule.weight === 0) return { mark: holds ? 'counts' : 'no', text };
  return { mark: `${rule.weight} × ${points / rule.weight / 1000} = ${pointsWord(points)}`, text };
}

/** Thousandths of a point as a number of points. */
export function pointsWord(thousandths: number): string {
  return String(thousandths / 1000);
}

function factWords(facts: Facts, { mentor, mentee }: Called, holds: boolean): string {
  switch (facts.kind) {
    case 'values':
      return valueWords(facts.mentor, facts.mentee, { mentor, mentee });
    case 'lists':
      return listWords(facts, { mentor, mentee });
    case 'line': {
      const above = facts.above === 'mentor' ? [mentor, mentee] : [mentee, mentor];
      const found = [
        ...(facts.above === null ? [] : [`${above[0]} is above ${above[1]}`]),
        ...(facts.isShared ? ['they share a direct manager'] : []),
      ];
      if (found.length > 0) return found.join(', and ');
      return `neither is, and they share none${openLineWords(facts.known, { mentor, mentee })}`;
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
        ...(facts.byMentor.length > 0 ? [`${mentor} named ${listed(facts.byMentor)}`] : []),
        ...(facts.byMentee.length > 0 ? [`${mentee} named ${listed(facts.byMentee)}`] : []),
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
function openLineWords(known: Readonly<Record<Side, LineKnown>>, called: Called): string {
  const sides = ['mentor', 'mentee'] as const;
  const named = (kind: LineKnown) => sides.filter(side => known[side] === kind).map(side => called[side]);
  const [without, outside] = [named('no-manager'), named('ends-outside')];
  const open = [
    ...(without.length > 0 ? [`no manager of ${listed(without, 2, 'or')} is given`] : []),
    ...(outside.length > 0 ? [`the line above ${listed(outside)} ends with somebody who is not in the sheets`] : []),
  ];
  return open.length === 0 ? '' : `; ${open.join(', and ')}`;
}

function valueWords(mentor: string, mentee: string, called: Called): string {
  if (mentor === '' && mentee === '') return 'neither has any';
  if (fold(mentor) === fold(mentee)) return `both have ${mentee}`;
  return `${called.mentor} has ${mentor || 'none'}, ${called.mentee} has ${mentee || 'none'}`;
}

function listWords({ mentor, mentee, common }: Extract<Facts, { kind: 'lists' }>, called: Called): string {
  if (common.length === 0) return valueWords(listed(mentor, 9), listed(mentee, 9), called);
  const both = `both have ${listed(common, 9)}`;
  return common.length === mentee.length ? both : `${both}, ${common.length} of ${called.mentee}'s ${mentee.length}`;
}

/** "150 points". */
export function scoreWords(thousandths: number): string {
  return thousandths === 1000 ? '1 point' : counted(thousandths / 1000, 'point');
}
