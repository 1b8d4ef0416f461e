import { isUnchecked, listMustGaps } from '../../domain/data-gaps.ts';
import type { RulesOnPerson } from '../../domain/forecast.ts';
import { getOtherSide } from '../../domain/pair-keys.ts';
import type { Roster } from '../../domain/roster.ts';
import { makePlain } from '../../domain/text.ts';
import { alignColumns } from '../layout/aligned.ts';
import { formatHeading, wrapText } from '../layout/lines.ts';
import type { Layout } from '../layout/sections.ts';
import { formatGapBlock } from '../words/data-gaps.ts';
import type { Words } from '../words/en/index.ts';

/** How many names are shown; --json has them all. */
const MOST_NAMES = 12;

/** What each rule leaves of the partners of one person. */
export function renderPersonRules(
  found: RulesOnPerson,
  roster: Roster,
  { paint, width }: Layout,
  words: Words,
): string {
  const say = words.personRules;
  const { side, index, partners, bars, remaining, gaps } = found;
  const [own, others] = side === 'mentor' ? [roster.mentors, roster.mentees] : [roster.mentees, roster.mentors];
  const { id, name, email, ...details } = own[index]!;
  const left = remaining.map(partner => others[partner]!.name);
  const unchecked = new Set(gaps.rules.filter(isUnchecked).map(({ rule }) => rule));
  const rows = bars
    .filter(({ bar }) => !unchecked.has(bar))
    .map(({ bar, out, only, left }) => [bar, ...[out, only, left].map(String)]);
  return [
    formatHeading(say.head(`${name} (${email || id})`, side, details), paint, width),
    wrapText(say.partners(partners, getOtherSide(side)), width),
    ...alignColumns([say.columns, ...rows], column => column === 0).map(makePlain),
    wrapText(say.remaining(getOtherSide(side), left, MOST_NAMES), width),
    '',
    ...formatGapBlock({ rules: listMustGaps(gaps), limits: [] }, { paint, width }, words),
  ].join('\n');
}
