import { formatCount, joinNames } from './grammar.ts';

/** What would happen to people if a pair were forced, or a tandem were not there. */
export const whatIf = {
  othersMove: (mentees: number): string => `${formatCount(mentees, 'more mentee')} would have other mentors.`,
  moves: (mentee: string, joins: readonly string[], leaves: readonly string[]): string =>
    `${mentee} would have ${joinNames(joins, 9)} instead of ${joinNames(leaves, 9)}.`,
  gains: (mentee: string, joins: readonly string[], hasOthers: boolean): string =>
    hasOthers
      ? `${mentee} would have ${joinNames(joins, 9)}, too.`
      : `${mentee}, who has no mentor now, would have ${joinNames(joins, 9)}.`,
  loses: (mentee: string, leaves: readonly string[], hasOthers: boolean): string =>
    `${mentee} would lose ${joinNames(leaves, 9)}${hasOthers ? '' : ' and have no mentor'}.`,
  load: (mentor: string, then: number, now: number): string =>
    `${mentor} would have ${formatCount(then, 'mentee')} instead of ${now}.`,
  /** @param scarce what there is too little of. */
  noRoom: (scarce: readonly string[]): string => `there is no room for it${sayScarce(scarce)}`,
  clashes: (demands: readonly string[], scarce: readonly string[]): string =>
    `it clashes with ${demands.length === 1 ? 'another demand' : 'other demands'} (${joinNames(demands, 9)})${sayScarce(scarce)}`,
};

function sayScarce(scarce: readonly string[]): string {
  return scarce.length === 0 ? '' : `: ${joinNames(scarce, 9)}`;
}
