import { countNumbers, findLowestBit } from '../../domain/bits.ts';
import type { Side } from '../../domain/roster.ts';
import type { Nearest } from '../../domain/unmatched-reasons.ts';
import type { Findings } from '../../residual/usage.ts';

/** So many people are named. */
const MOST = 3;

/**
 * The partners whom fewest bars keep from somebody who may meet nobody; `partners` is 0 where
 * there are none on the other side.
 */
export function findNearest({ candidates, eligibility }: Findings, side: Side, index: number): Nearest {
  const misses = candidates.missesOf(side, index);
  const bars = misses.fewest;
  const people = misses.barredBy(bars);
  const listBars = (partner: number) => {
    const bits = side === 'mentee' ? eligibility.barred(partner, index) : eligibility.barred(index, partner);
    return eligibility.bars.filter((_, bar) => (bits >>> bar) & 1);
  };
  const examples: Nearest['examples'][number][] = [];
  for (let word = 0; word < people.length && examples.length < MOST; word++) {
    for (let rest = people[word]!; rest !== 0 && examples.length < MOST; rest &= rest - 1) {
      const partner = 32 * word + findLowestBit(rest);
      examples.push({ partner, bars: listBars(partner) });
    }
  }
  return { partners: countNumbers(people), bars, examples };
}
