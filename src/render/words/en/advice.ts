import type { Side } from '../../../domain/roster.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';

/** Which changes would help, and how much. */
export const advice = {
  served: (served: number, mentees: number): string => {
    const missing = mentees - served;
    return `${served} of ${formatCount(mentees, 'mentee')} ${served === 1 ? 'is' : 'are'} paired, ${missing} ${missing === 1 ? 'is' : 'are'} not`;
  },
  allServed: 'Every mentee is paired: no change would pair more.',
  noMentees: 'There are no mentees.',
  aloneHead: 'How many more mentees one change would pair',
  noneAlone: 'No single slot, limit or rule that you change would pair one more mentee',
  noneOfTried: 'None of the changes that rmentor tried would pair one more mentee',
  togetherHead: 'Pairs of changes that help more together than separately',
  besidesHead: 'Changes that would improve the tandems, but pair no further mentee',
  both: (one: string, other: string): string => `${one}, and ${other}`,
  /** @param gain the sum of what both bring by themselves. */
  separately: (gain: number): string => ` (separately: ${gain === 0 ? 'none' : `+${gain}`})`,
  slot: (mentors: readonly string[], most: number): string =>
    mentors.length === 1
      ? `give ${joinNames(mentors)} one more slot`
      : `give any one of these one more slot: ${joinNames(mentors, most, 'or')}`,
  raiseLimit: (place: string, side: Side, from: number, to: number): string =>
    `raise the limit for ${side}s in ${grammar.nameInside(place)} from ${from} to ${to}`,
  menteesFirst: 'put mentees first among the goals',
  more: (changes: number): string => `and ${changes} more`,
  noPairsTried:
    'rmentor did not try two changes at once: your goals do not begin with mentees, or some mentees have a priority or want several mentors.',
  untried: (changes: number): string =>
    `rmentor did not try ${formatCount(changes, 'more change')}: each would take as long as a whole run.`,
};
