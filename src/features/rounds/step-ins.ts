import { listNumbers } from '../../domain/bits.ts';
import { getOtherSide, makePair } from '../../domain/pair-keys.ts';
import type { Side } from '../../domain/roster.ts';
import { type Findings, TandemUsage } from '../../residual/usage.ts';

/** Somebody with whom a person could have a tandem at once, and its score in thousandths. */
export interface StepIn {
  readonly index: number;
  readonly score: number;
}

/**
 * Finds who could step in for somebody's partner while nobody moves: whom they may meet, with a slot or a wish left,
 * and no limit in the way. The best fit first, then by number in the roster.
 * @param findings whose tandems are those that stay.
 */
export function makeStepInSearch(findings: Findings): (side: Side, index: number) => StepIn[] {
  const usage = new TandemUsage(findings);
  const { roster, candidates, affinity } = findings;
  const hasRoom = (side: Side, index: number) =>
    usage.listReachedLimits(side, index).length === 0 &&
    (side === 'mentor' ? !usage.isFull(index) : usage.mentorsOf[index]!.length < roster.mentees[index]!.wants);
  return (side, index) => {
    if (!hasRoom(side, index)) return [];
    const other = getOtherSide(side);
    const own = side === 'mentor' ? usage.menteesOf[index]! : usage.mentorsOf[index]!;
    return listNumbers(candidates.partnersOf(side, index))
      .filter(partner => !own.includes(partner) && hasRoom(other, partner))
      .map(partner => {
        const { mentor, mentee } = makePair(side, index, partner);
        return { index: partner, score: affinity.score(mentor, mentee) };
      })
      .sort((a, b) => b.score - a.score || a.index - b.index);
  };
}
