import { mayLift } from '../../domain/bars.ts';
import { type Bits, findLowestBit } from '../../domain/bits.ts';
import type { Side } from '../../domain/roster.ts';
import type { Findings } from '../../residual/usage.ts';

/** Finds, among some partners of a person, one whom a single bar keeps away that may be lifted for the two of them. */
export type LiftablePairFinder = (
  index: number,
  among: Bits,
) => { readonly partner: number; readonly bar: string } | null;

/** So many partners are looked at before one is chosen. */
const MOST_LOOKED_AT = 50;

/**
 * @param side that of the person. Among the first partners in the order of the roster, rules of the policy come before
 * what the history and pairs.csv say, in the order of the bars.
 */
export function makeLiftablePairFinder({ terms, eligibility, candidates }: Findings, side: Side): LiftablePairFinder {
  const isNever = eligibility.bars.map(bar => !mayLift(bar, terms.policy));
  const findBar = (index: number, partner: number) => {
    const barred = side === 'mentee' ? eligibility.barred(partner, index) : eligibility.barred(index, partner);
    return 31 - Math.clz32(barred);
  };
  return (index, among) => {
    const near = candidates.missesOf(side, index).barredBy(1);
    let [chosen, first, looked] = [-1, Number.POSITIVE_INFINITY, 0];
    for (let word = 0; word < near.length && looked < MOST_LOOKED_AT; word++) {
      for (let rest = near[word]! & among[word]!; rest !== 0 && looked < MOST_LOOKED_AT; rest &= rest - 1) {
        const partner = 32 * word + findLowestBit(rest);
        const bar = findBar(index, partner);
        if (isNever[bar]) continue;
        looked++;
        if (bar < first) [chosen, first] = [partner, bar];
      }
    }
    return chosen < 0 ? null : { partner: chosen, bar: eligibility.bars[first]! };
  };
}
