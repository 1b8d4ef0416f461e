import type { Words } from '../en/index.ts';
import { formatCount, joinNames } from './grammar.ts';

/** What would happen to people if a pair were forced, or a tandem were not there. */
export const whatIf: Words['whatIf'] = {
  othersMove: mentees =>
    `${mentees === 1 ? '1 weiterer Mentee hätte' : `${mentees} weitere Mentees hätten`} andere Tandems.`,
  moves: (mentee, joins, leaves) => `${mentee} käme zu ${joinNames(joins, 9)} statt zu ${joinNames(leaves, 9)}.`,
  gains: (mentee, joins, hasOthers) =>
    hasOthers
      ? `${mentee} käme auch zu ${joinNames(joins, 9)}.`
      : `${mentee}, jetzt ohne Tandem, käme zu ${joinNames(joins, 9)}.`,
  loses: (mentee, leaves, hasOthers) =>
    `${mentee} verlöre ${joinNames(leaves, 9)}${hasOthers ? '' : ' und wäre ohne Tandem'}.`,
  load: (mentor, then, now) => `${mentor} hätte ${formatCount(then, 'Mentee')} statt ${now}.`,
  noRoom: scarce => `dafür ist kein Platz${sayScarce(scarce)}`,
  clashes: (demands, scarce) => `es widerspricht einer Vorgabe (${joinNames(demands, 9)})${sayScarce(scarce)}`,
};

function sayScarce(scarce: readonly string[]): string {
  return scarce.length === 0 ? '' : `: ${joinNames(scarce, 9)}`;
}
