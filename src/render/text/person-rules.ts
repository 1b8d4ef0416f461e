import type { RulesOnPerson } from '../../domain/forecast.ts';
import { type Gaps, isUnchecked } from '../../domain/gaps.ts';
import { getOtherSide } from '../../domain/pairs.ts';
import type { Participant, Roster } from '../../domain/roster.ts';
import { formatCount, joinNames, makePlain } from '../../domain/text.ts';
import { alignColumns } from '../layout/aligned.ts';
import { formatHeading, wrapText } from '../layout/lines.ts';
import type { Layout } from '../layout/sections.ts';
import { formatGapBlock } from '../words/gaps.ts';

/** How many names are shown; --json has them all. */
const MOST_NAMES = 12;

/** What each rule leaves of the partners of one person. */
export function renderPersonRules(found: RulesOnPerson, roster: Roster, { paint, width }: Layout): string {
  const { side, index, partners, bars, remaining, gaps } = found;
  const [own, others] = side === 'mentor' ? [roster.mentors, roster.mentees] : [roster.mentees, roster.mentors];
  const noun = getOtherSide(side);
  const unchecked = new Set(gaps.rules.filter(isUnchecked).map(({ rule }) => rule));
  const rows = bars
    .filter(({ bar }) => !unchecked.has(bar))
    .map(({ bar, out, only, left }) => [bar, ...[out, only, left].map(String)]);
  const table = alignColumns([['Rule', 'rules out', 'only this rule', 'left'], ...rows], column => column === 0);
  return [
    formatHeading(describePerson(own[index]!, side), paint, width),
    wrapText(
      `There ${partners === 1 ? 'is' : 'are'} ${formatCount(partners, noun)}. Rule after rule, fewer are left:`,
      width,
    ),
    ...table.map(makePlain),
    wrapText(describeRemaining(remaining, others, noun), width),
    '',
    ...formatGapBlock(selectMustGaps(gaps), { paint, width }),
  ].join('\n');
}

/** What the sheets leave open for rules that may keep somebody apart. */
function selectMustGaps({ rules }: Gaps): Gaps {
  return { rules: rules.filter(({ list }) => list === 'must'), limits: [] };
}

/** "Eva Lind (eva@example.org), mentee: Finance, DE" */
function describePerson({ id, name, email, department, country }: Participant, side: RulesOnPerson['side']): string {
  const places = [department, country].filter(text => text !== '').join(', ');
  return `${name} (${email || id}), ${side}${places === '' ? '' : `: ${places}`}`;
}

function describeRemaining(remaining: readonly number[], others: readonly Participant[], noun: string): string {
  if (remaining.length === 0) return `No ${noun} remains.`;
  const names = remaining.map(partner => others[partner]!.name);
  return `${formatCount(names.length, noun)} ${names.length === 1 ? 'remains' : 'remain'}: ${joinNames(names, MOST_NAMES)}.`;
}

/** The same for programs. */
export function buildPersonRulesJson({ side, index, partners, bars, remaining, gaps }: RulesOnPerson, roster: Roster) {
  const [own, others] = side === 'mentor' ? [roster.mentors, roster.mentees] : [roster.mentees, roster.mentors];
  return {
    ...{ role: side, id: own[index]!.id, name: own[index]!.name, partners },
    rules: bars.map(({ bar, out, only, left }) => ({ rule: bar, rulesOut: out, onlyThisRule: only, left })),
    remaining: remaining.map(partner => others[partner]!.id),
    gaps: selectMustGaps(gaps).rules,
  };
}
