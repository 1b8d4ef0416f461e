import { type Gaps, isNeeding, type Lack, type Managers, type RuleGap } from '../../domain/gaps.ts';
import { counted, listed } from '../../domain/text.ts';
import { filled } from '../layout/lines.ts';
import { type Layout, linesOf, type Section } from '../layout/sections.ts';

/** What stands above the lines. */
export const GAPS_HEAD = 'What the sheets leave open';

/** What the sheets leave open as a section, which says nothing where that is nothing. */
export function gapSection(gaps: Gaps, { width }: Pick<Layout, 'width'>): Section {
  const lines = gapLines(gaps).map(line => filled(line, width, 2));
  return [lines.length === 0 ? '' : GAPS_HEAD, lines];
}

/** The same as lines with an empty one behind, at the end of a text; none where nothing is open. */
export function gapBlock(gaps: Gaps, layout: Layout): readonly string[] {
  const lines = linesOf(gapSection(gaps, layout), layout);
  return lines.length === 0 ? [] : [...lines, ''];
}

/** What the sheets leave open, a line a rule or preference, and one for all limits under which nobody is. */
export function gapLines({ rules, limits }: Gaps): string[] {
  const places = limits.map(({ place, side }) => `${place} (${side}s)`);
  const idle = `limits: nothing to count for ${listed(places, 12)}, because nobody is there`;
  return [...rules.map(gap => `${gap.rule}: ${gapWords(gap)}`), ...(places.length === 0 ? [] : [idle])];
}

/** What is missing for a rule, and what that makes of it: "not checked, no level in either sheet". */
export function gapWords(gap: RuleGap): string {
  return gap.state === 'partial' ? partWords(gap) : `${effectOf(gap)}, ${lackWords(gap)}`;
}

/** The words behind the name of a rule, or nothing where the sheets say all that it needs. */
export function behindName(gap: RuleGap | undefined): string {
  return gap === undefined ? '' : `: ${gapWords(gap)}`;
}

/** What becomes of a rule that judges all pairs alike. */
function effectOf({ list, kind, state }: RuleGap): string {
  if (isNeeding(kind)) return list === 'must' ? 'keeps everybody apart' : 'worth nothing';
  if (list === 'must') return state === 'absent' ? 'not checked' : 'keeps nobody apart';
  return ALWAYS_HOLDING.includes(kind) || state === 'distinct' ? 'holds for every pair' : 'worth nothing';
}

/** Rules that hold where there is nothing that speaks against it. */
const ALWAYS_HOLDING: readonly RuleGap['kind'][] = ['outside-reporting-line', 'not-vetoed', 'not-the-same-person'];

function lackWords({ kind, state, column, mentors, mentees }: RuleGap): string {
  const what = nounOf(column);
  if (state === 'distinct') return `mentors and mentees have no ${what} in common`;
  if (kind === 'wished') return 'nobody wishes for anybody in the sheets';
  if (kind === 'not-vetoed') return 'nobody named anybody not to meet';
  if (kind === 'not-the-same-person') return 'only one side has ids, and only the other has addresses';
  if (mentors.without === mentors.people && mentees.without === mentees.people) return `no ${what} in either sheet`;
  return `${mentors.without === mentors.people ? 'mentors' : 'mentees'} have no ${what}`;
}

/** "checked in part, 12 of 40 people have no level". */
function partWords({ list, kind, column, mentors, mentees, managers }: RuleGap): string {
  const without = mentors.without + mentees.without;
  const people = mentors.people + mentees.people;
  const lacking = `${without} of ${counted(people, 'person', 'people')} ${without === 1 ? 'has' : 'have'} no ${nounOf(column)}`;
  const silent = mentors.without === mentors.people ? 'mentors' : 'mentees';
  if (column === 'wishes') return `${silent} wish for nobody in the sheets`;
  if (column === 'not_with') return `checked in part, ${silent} named nobody not to meet`;
  const some = [...(without > 0 ? [lacking] : []), ...(managers === null ? [] : outsideWords(managers))].join('; ');
  if (list === 'prefer') return some;
  return isNeeding(kind) ? stranded(column, mentors, mentees) : `checked in part, ${some}`;
}

/** "1 mentee has no topics and can meet nobody", of a rule that needs something in each cell. */
function stranded(column: string, mentors: Lack, mentees: Lack): string {
  const sides = [counted(mentors.without, 'mentor'), counted(mentees.without, 'mentee')];
  const some = [mentors, mentees].flatMap(({ without }, side) => (without === 0 ? [] : [sides[side]!]));
  const isOne = mentors.without + mentees.without === 1;
  return `${listed(some)} ${isOne ? 'has' : 'have'} no ${nounOf(column)} and can meet nobody`;
}

function outsideWords({ named, outside }: Managers): string[] {
  if (outside === 0) return [];
  const managers = `${outside} of ${counted(named, 'manager')} ${outside === 1 ? 'is' : 'are'} not in the sheets`;
  return [`${managers}: nobody above them is known, so the reporting line is checked only as far as them`];
}

function nounOf(column: string): string {
  return column === 'timezone' ? 'time zone' : column;
}
