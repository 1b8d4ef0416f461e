import { type Gaps, isNeeding, type Lack, type Managers, type RuleGap } from '../../domain/gaps.ts';
import { formatCount, joinNames } from '../../domain/text.ts';
import { wrapText } from '../layout/lines.ts';
import { type Layout, listSectionLines, type TextSection } from '../layout/sections.ts';

/** What stands above the lines. */
export const GAPS_HEAD = 'What the sheets leave open';

/** What the sheets leave open as a section, which says nothing where that is nothing. */
export function buildGapSection(gaps: Gaps, { width }: Pick<Layout, 'width'>): TextSection {
  const lines = describeGaps(gaps).map(line => wrapText(line, width, 2));
  return [lines.length === 0 ? '' : GAPS_HEAD, lines];
}

/** The same as lines with an empty one behind, at the end of a text; none where nothing is open. */
export function formatGapBlock(gaps: Gaps, layout: Layout): readonly string[] {
  const lines = listSectionLines(buildGapSection(gaps, layout), layout);
  return lines.length === 0 ? [] : [...lines, ''];
}

/** What the sheets leave open, a line a rule or preference, and one for all limits under which nobody is. */
export function describeGaps({ rules, limits }: Gaps): string[] {
  const places = limits.map(({ place, side }) => `${place} (${side}s)`);
  const idle = `limits: nothing to count for ${joinNames(places, 12)}, because nobody is there`;
  return [...rules.map(gap => `${gap.rule}: ${describeGap(gap)}`), ...(places.length === 0 ? [] : [idle])];
}

/** What is missing for a rule, and what that makes of it: "not checked, no level in either sheet". */
export function describeGap(gap: RuleGap): string {
  return gap.state === 'partial' ? phrasePartialGap(gap) : `${phraseEffect(gap)}, ${phraseLack(gap)}`;
}

/** The words behind the name of a rule, or nothing where the sheets say all that it needs. */
export function phraseGapSuffix(gap: RuleGap | undefined): string {
  return gap === undefined ? '' : `: ${describeGap(gap)}`;
}

/** What becomes of a rule that judges all pairs alike. */
function phraseEffect({ list, kind, state }: RuleGap): string {
  if (isNeeding(kind)) return list === 'must' ? 'keeps everybody apart' : 'worth nothing';
  if (list === 'must') return state === 'absent' ? 'not checked' : 'keeps nobody apart';
  return ALWAYS_HOLDING.includes(kind) || state === 'distinct' ? 'holds for every pair' : 'worth nothing';
}

/** Rules that hold where there is nothing that speaks against it. */
const ALWAYS_HOLDING: readonly RuleGap['kind'][] = ['outside-reporting-line', 'not-vetoed', 'not-the-same-person'];

function phraseLack({ kind, state, column, mentors, mentees }: RuleGap): string {
  const what = nameColumn(column);
  if (state === 'distinct') return `mentors and mentees have no ${what} in common`;
  if (kind === 'wished') return 'nobody wishes for anybody in the sheets';
  if (kind === 'not-vetoed') return 'nobody named anybody not to meet';
  if (kind === 'not-the-same-person') return 'only one side has ids, and only the other has addresses';
  if (mentors.without === mentors.people && mentees.without === mentees.people) return `no ${what} in either sheet`;
  return `${mentors.without === mentors.people ? 'mentors' : 'mentees'} have no ${what}`;
}

/** "checked in part, 12 of 40 people have no level". */
function phrasePartialGap({ list, kind, column, mentors, mentees, managers }: RuleGap): string {
  const without = mentors.without + mentees.without;
  const people = mentors.people + mentees.people;
  const lacking = `${without} of ${formatCount(people, 'person', 'people')} ${without === 1 ? 'has' : 'have'} no ${nameColumn(column)}`;
  const silent = mentors.without === mentors.people ? 'mentors' : 'mentees';
  if (column === 'wishes') return `${silent} wish for nobody in the sheets`;
  if (column === 'not_with') return `checked in part, ${silent} named nobody not to meet`;
  const some = [...(without > 0 ? [lacking] : []), ...(managers === null ? [] : phraseOutsideManagers(managers))].join(
    '; ',
  );
  if (list === 'prefer') return some;
  return isNeeding(kind) ? phraseStranded(column, mentors, mentees) : `checked in part, ${some}`;
}

/** "1 mentee has no topics and can meet nobody", of a rule that needs something in each cell. */
function phraseStranded(column: string, mentors: Lack, mentees: Lack): string {
  const sides = [formatCount(mentors.without, 'mentor'), formatCount(mentees.without, 'mentee')];
  const some = [mentors, mentees].flatMap(({ without }, side) => (without === 0 ? [] : [sides[side]!]));
  const isOne = mentors.without + mentees.without === 1;
  return `${joinNames(some)} ${isOne ? 'has' : 'have'} no ${nameColumn(column)} and can meet nobody`;
}

function phraseOutsideManagers({ named, outside }: Managers): string[] {
  if (outside === 0) return [];
  const managers = `${outside} of ${formatCount(named, 'manager')} ${outside === 1 ? 'is' : 'are'} not in the sheets`;
  return [`${managers}: nobody above them is known, so the reporting line is checked only as far as them`];
}

function nameColumn(column: string): string {
  return column === 'timezone' ? 'time zone' : column;
}
