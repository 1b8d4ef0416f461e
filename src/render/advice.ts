import type { Advice, Change, Measure } from '../domain/advice.ts';
import type { Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import { counted, listed } from '../domain/text.ts';
import { barWords } from './forecast.ts';
import { type Layout, ledgerLines, sentence } from './layout.ts';

/** Which changes would help, in sentences that need no knowledge of the program. */
export function adviceText(advice: Advice, roster: Roster, terms: Terms, layout: Layout): string {
  const { mentees, served, alone, together, untried } = advice;
  const missing = mentees - served;
  if (missing === 0) return `${layout.paint.good(everybodyWords(mentees))}\n`;
  const lines = (measures: readonly Measure[]) => measureLines(measures, roster, terms, layout);
  const sections: readonly (readonly [head: string, lines: readonly string[]])[] = [
    [
      `${served} of ${counted(mentees, 'mentee')} ${served === 1 ? 'has' : 'have'} a tandem, ${missing} ${missing === 1 ? 'has' : 'have'} none`,
      [],
    ],
    alone.length > 0
      ? ['How many more would have one after one change', lines(alone)]
      : ['No single place, limit or rule that is changed would give another mentee a tandem', []],
    ...(together !== null && together.length > 0
      ? [['How many more after two changes that bring more together than both by themselves', lines(together)] as const]
      : []),
    ...(together === null ? [['', [sentence(NO_COMBINATIONS, 0, layout)]] as const] : []),
    ...(untried > 0
      ? [['', [sentence(`${counted(untried, 'more change was', 'more changes were')} not tried.`, 0, layout)]] as const]
      : []),
  ];
  return sections
    .map(([head, rows]) => [...(head === '' ? [] : [layout.paint.bold(sentence(head, 0, layout))]), ...rows])
    .map(rows => `${rows.join('\n')}\n`)
    .join('\n');
}

function everybodyWords(mentees: number): string {
  return mentees === 0 ? 'There is no mentee.' : 'Every mentee has a tandem: nothing needs to change.';
}

const NO_COMBINATIONS =
  'Two changes together were not looked at, because some mentees come before others or want several mentors.';

/** How many measures are shown; --json has them all. */
const MOST_SHOWN = 20;

function measureLines(measures: readonly Measure[], roster: Roster, terms: Terms, layout: Layout): string[] {
  const rows = measures.slice(0, MOST_SHOWN).map(({ gain, changes }) => {
    const words = changes.map(change => changeWords(change, roster, terms));
    return [`+${counted(gain, 'mentee')}`, words.join('; and ')] as const;
  });
  const more = measures.length - rows.length;
  return [...ledgerLines(rows, layout), ...(more > 0 ? [`  and ${more} more`] : [])];
}

/** How many names are shown; --json has them all. */
const MOST_NAMES = 8;

function changeWords(change: Change, { mentors }: Roster, { policy, limits }: Terms): string {
  switch (change.kind) {
    case 'place': {
      const names = change.mentors.map(mentor => mentors[mentor]!.name);
      return `one more place with ${names.length > 1 ? 'any one of ' : ''}${listed(names, MOST_NAMES)}`;
    }
    case 'limit': {
      const { place, side, max } = limits[change.limit]!;
      return `limit ${place} ${max} → ${max + change.by}: so many tandems of its ${side}s`;
    }
    case 'bar':
      return barChange(change.bar, policy);
    case 'mentees-first':
      return 'the objective begins with mentees, and not with something else';
  }
}

function barChange(bar: string, policy: Terms['policy']): string {
  switch (bar) {
    case 'met-before':
      return 'people may meet who have been a tandem before';
    case 'not-listed':
      return 'people may meet whom the list of pairs gives no points';
    case 'banned-pair':
      return 'people may meet whom the list of pairs bans';
    default:
      return `rule ${bar} from must to prefer: ${barWords(bar, policy)}`;
  }
}
