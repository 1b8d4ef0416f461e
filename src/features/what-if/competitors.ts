import type { Rivalry } from '../../domain/account.ts';
import { listNumbers } from '../../domain/bits.ts';
import type { Side } from '../../domain/roster.ts';
import type { Findings, TandemUsage } from '../../residual/usage.ts';

/** For each partner of somebody: who else has the partner's slots, and who would take one and has nobody. */
export function listRivalries(findings: Findings, situation: TandemUsage, side: Side, index: number): Rivalry[] {
  const { roster, candidates } = findings;
  const [own, theirs] =
    side === 'mentee' ? [situation.mentorsOf, situation.menteesOf] : [situation.menteesOf, situation.mentorsOf];
  return own[index]!.map(partner => {
    const eligible = listNumbers(candidates.partnersOf(side === 'mentee' ? 'mentor' : 'mentee', partner));
    return {
      partner,
      slots: side === 'mentee' ? roster.mentors[partner]!.capacity : roster.mentees[partner]!.wants,
      holders: theirs[partner]!.filter(other => other !== index),
      eligible: eligible.length,
      waiting: eligible.filter(
        other => own[other]!.length === 0 && (side === 'mentee' || roster.mentors[other]!.capacity > 0),
      ),
    };
  });
}
