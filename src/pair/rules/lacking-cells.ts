import type { Rule, RuleKind } from '../../domain/policy.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { isEmptyIn } from './comparable-values.ts';

/** The rules that keep everybody away from whoever leaves a cell empty. */
const NEEDING: readonly RuleKind[] = ['same', 'overlap'];

/** For each person, the rules of `must` by which they may meet nobody because they leave a cell empty. */
export function prepareLackingRules(
  { mentors, mentees }: Roster,
  must: readonly Rule[],
): (side: Side, index: number) => readonly Rule[] {
  const needing = must.filter(({ rule }) => NEEDING.includes(rule));
  return (side, index) => needing.filter(rule => isEmptyIn((side === 'mentor' ? mentors : mentees)[index]!, rule));
}
