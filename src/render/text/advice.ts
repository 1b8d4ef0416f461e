import type { Advice, Change, Combination, Measure } from '../../domain/advice.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { formatMarkedLines, wrapText } from '../layout/lines.ts';
import { type Layout, renderSections, type TextSection } from '../layout/sections.ts';
import { describeBarChange } from '../words/bars.ts';
import type { Words } from '../words/en/index.ts';
import { phraseLevelChange } from '../words/levels.ts';

/** What sentences about changes are made with. */
interface AdviceScreen extends Layout {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly words: Words;
}

/** Which changes would help, in sentences that need no knowledge of the program. */
export function renderAdvice(advice: Advice, roster: Roster, terms: Terms, layout: Layout, words: Words): string {
  const screen = { ...layout, roster, terms, words };
  const { advice: say } = words;
  const sections: readonly TextSection[] = [
    [say.togetherHead, describeMeasures(advice.together ?? [], screen)],
    [say.besidesHead, describeImprovements(advice.besides, screen)],
    ['', listCaveats(advice, words).map(caveat => wrapText(caveat, layout.width))],
  ];
  const told = sections.filter(([, lines]) => lines.length > 0);
  return renderSections([...buildServedSections(advice, screen), ...told], layout);
}

/** How many are paired, and how many more would be after one change. */
function buildServedSections({ mentees, served, alone, untried }: Advice, screen: AdviceScreen): TextSection[] {
  const { advice: say } = screen.words;
  if (served === mentees) return [['', [screen.paint.good(mentees === 0 ? say.noMentees : say.allServed)]]];
  const lines = describeMeasures(alone, screen);
  const head = lines.length > 0 ? say.aloneHead : untried > 0 ? say.noneOfTried : say.noneAlone;
  return [
    [say.served(served, mentees), []],
    [head, lines],
  ];
}

function describeImprovements(besides: Advice['besides'], screen: AdviceScreen): string[] {
  const rows = besides.map(({ change, ...level }) => ({
    mark: phraseLevelChange(level, screen.words),
    text: describeChange(change, true, screen),
  }));
  return formatMarkedLines(rows, screen.width);
}

/** What was not looked at. */
function listCaveats({ together, untried }: Advice, { advice: say }: Words): string[] {
  return [...(together === null ? [say.noPairsTried] : []), ...(untried > 0 ? [say.untried(untried)] : [])];
}

/** How many measures are shown; --json has them all. */
const MOST_SHOWN = 20;

function describeMeasures(measures: readonly (Measure & Partial<Combination>)[], screen: AdviceScreen): string[] {
  const { terms, words, width } = screen;
  const { advice: say, forecast } = words;
  const isDropped = terms.policy.objective[0]?.kind !== 'mentees';
  const rows = measures.slice(0, MOST_SHOWN).map(({ gain, changes, apart }) => {
    const told = changes.map(change => describeChange(change, isDropped, screen)).reduce(say.both);
    return { mark: forecast.gain(gain, gain), text: `${told}${apart === undefined ? '' : say.separately(apart)}` };
  });
  const more = measures.length - rows.length;
  return [...formatMarkedLines(rows, width), ...(more > 0 ? [`  ${say.more(more)}`] : [])];
}

/** How many names are shown; --json has them all. */
const MOST_NAMES = 8;

/**
 * @param isDropped whether a rule is gone for good: as a preference it would be worth
 * points, which may come before mentees.
 */
function describeChange(change: Change, isDropped: boolean, { roster, terms, words }: AdviceScreen): string {
  const { advice: say } = words;
  switch (change.kind) {
    case 'slot': {
      const names = change.mentors.map(mentor => roster.mentors[mentor]!.name);
      return say.slot(names, MOST_NAMES);
    }
    case 'limit': {
      const { place, side, max } = terms.limits[change.limit]!;
      return say.raiseLimit(place, side, max, max + change.by);
    }
    case 'bar':
      return describeBarChange(change.bar, terms.policy, isDropped, words);
    case 'mentees-first':
      return say.menteesFirst;
  }
}
