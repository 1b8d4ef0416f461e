import type { Rule } from '../../domain/policy.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { getRuleTraits } from '../../domain/rule-table.ts';
import { isEmptyIn } from './comparable-values.ts';

/** For each person, the rules of `must` by which they may meet nobody because they leave a cell empty. */
export function prepareLackingRules(
  { mentors, mentees }: Roster,
  must: readonly Rule[],
): (side: Side, index: number) => readonly Rule[] {
  const needing = must.filter(({ rule }) => getRuleTraits(rule).whereEmpty === 'bars');
  return (side, index) => needing.filter(rule => isEmptyIn((side === 'mentor' ? mentors : mentees)[index]!, rule));
}
