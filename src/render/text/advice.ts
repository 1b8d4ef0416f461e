import type { Advice, Change, Combination, Measure } from '../../domain/advice.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { formatCount, joinNames } from '../../domain/text.ts';
import { formatMarkedLines, wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { describeBarChange } from '../words/bars.ts';
import { phraseLevelChange } from '../words/levels.ts';

/** Which changes would help, in sentences that need no knowledge of the program. */
export function renderAdvice(advice: Advice, roster: Roster, terms: Terms, layout: Layout): string {
  const { mentees, served, alone, together, besides } = advice;
  const missing = mentees - served;
  const showMeasures = (measures: readonly (Measure | Combination)[]) =>
    describeMeasures(measures, roster, terms, layout);
  const sections: readonly TextSection[] = [
    ...(missing === 0
      ? [['', [layout.paint.good(describeFullCoverage(mentees))]] as const]
      : [
          [
            `${served} of ${formatCount(mentees, 'mentee')} ${conjugateHave(served)} a tandem, ${missing} ${conjugateHave(missing)} none`,
            [],
          ] as const,
          buildAloneSection(showMeasures(alone), advice.untried),
        ]),
    ['How many more after two changes that bring more together than both by themselves', showMeasures(together ?? [])],
    [
      'What one change would bring without giving another mentee a tandem',
      describeImprovements(besides, roster, terms, layout),
    ],
    ['', listCaveats(advice).map(caveat => wrapText(caveat, layout.width))],
  ];
  return renderSections(
    sections.filter(
      ([head, told], index) => index === 0 || told.length > 0 || head === NOTHING_ALONE || head === NOTHING_TRIED,
    ),
    layout,
  );
}

const NOTHING_ALONE = 'No single slot, limit or rule that is changed would give another mentee a tandem';

const NOTHING_TRIED = 'None of the changes that were tried would give another mentee a tandem';

function buildAloneSection(lines: readonly string[], untried: number): TextSection {
  if (lines.length > 0) return ['How many more would have one after one change', lines];
  return [untried > 0 ? NOTHING_TRIED : NOTHING_ALONE, []];
}

function describeImprovements(besides: Advice['besides'], roster: Roster, terms: Terms, { width }: Layout): string[] {
  const rows = besides.map(({ change, ...level }) => ({
    mark: phraseLevelChange(level),
    text: describeChange(change, roster, terms, true),
  }));
  return formatMarkedLines(rows, width);
}

function conjugateHave(count: number): string {
  return count === 1 ? 'has' : 'have';
}

function describeFullCoverage(mentees: number): string {
  return mentees === 0 ? 'There is no mentee.' : 'Every mentee has a tandem: no change would give one to more.';
}

/** What was not looked at. */
function listCaveats({ together, untried }: Advice): string[] {
  return [
    ...(together === null
      ? [
          'Two changes together were not looked at, because mentees do not come first, or some of them come before others or want several mentors.',
        ]
      : []),
    ...(untried > 0 ? [`${formatCount(untried, 'more change was', 'more changes were')} not tried.`] : []),
  ];
}

/** How many measures are shown; --json has them all. */
const MOST_SHOWN = 20;

function describeMeasures(
  measures: readonly (Measure & Partial<Combination>)[],
  roster: Roster,
  terms: Terms,
  layout: Layout,
): string[] {
  const rows = measures.slice(0, MOST_SHOWN).map(({ gain, changes, apart }) => {
    const isDropped = terms.policy.objective[0]?.kind !== 'mentees';
    const words = changes.map(change => describeChange(change, roster, terms, isDropped));
    const alone = apart === undefined ? '' : ` (by themselves: ${apart === 0 ? 'none' : `+${apart}`})`;
    return { mark: `+${formatCount(gain, 'mentee')}`, text: `${words.join(', and ')}${alone}` };
  });
  const more = measures.length - rows.length;
  return [...formatMarkedLines(rows, layout.width), ...(more > 0 ? [`  and ${more} more`] : [])];
}

/** How many names are shown; --json has them all. */
const MOST_NAMES = 8;

/** @param isDropped whether a rule is gone for good: as a preference it would be worth points, which may come before mentees. */
function describeChange(change: Change, { mentors }: Roster, { policy, limits }: Terms, isDropped: boolean): string {
  switch (change.kind) {
    case 'slot': {
      const names = change.mentors.map(mentor => mentors[mentor]!.name);
      return `one more slot with ${names.length > 1 ? 'any one of ' : ''}${joinNames(names, MOST_NAMES)}`;
    }
    case 'limit': {
      const { place, side, max } = limits[change.limit]!;
      return `allow ${place} ${formatCount(max + change.by, 'tandem')} of its ${side}s instead of ${max}`;
    }
    case 'bar':
      return describeBarChange(change.bar, policy, isDropped);
    case 'mentees-first':
      return 'the objective begins with mentees, and not with something else';
  }
}
