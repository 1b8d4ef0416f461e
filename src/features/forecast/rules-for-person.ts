import { listNumbers } from '../../domain/bits.ts';
import type { RulesOnPerson } from '../../domain/forecast.ts';
import type { Side } from '../../domain/roster.ts';
import type { Findings } from '../../residual/usage.ts';

type RuleFindings = Pick<Findings, 'roster' | 'terms' | 'eligibility' | 'candidates' | 'gaps'>;

/** Tests every bar on the partners of one person. */
export function testRules(
  side: Side,
  index: number,
  { roster, terms, eligibility, candidates, gaps }: RuleFindings,
): RulesOnPerson {
  const { bars, barred } = eligibility;
  const partners = (side === 'mentor' ? roster.mentees : roster.mentors).length;
  const counts = bars.map(() => ({ out: 0, only: 0, next: 0 }));
  for (let partner = 0; partner < partners; partner++) {
    const bits = side === 'mentor' ? barred(index, partner) : barred(partner, index);
    if (bits === 0) continue;
    for (const [bar, count] of counts.entries()) {
      if (((bits >>> bar) & 1) === 0) continue;
      count.out++;
      if (bits === 1 << bar) count.only++;
      if ((bits & ((1 << bar) - 1)) === 0) count.next++;
    }
  }
  let left = partners;
  return {
    ...{ side, index, partners },
    bars: counts.flatMap(({ out, only, next }, bar) => {
      left -= next;
      // What is said of single pairs is said of few people.
      return bar < terms.policy.must.length || out > 0 ? [{ bar: bars[bar]!, out, only, left }] : [];
    }),
    remaining: listNumbers(candidates.partnersOf(side, index)),
    gaps: gaps(),
  };
}
