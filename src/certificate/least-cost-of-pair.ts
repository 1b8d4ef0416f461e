import type { Prices, Proof } from '../domain/certificate.ts';
import { computeDuals, getDual } from './duals.ts';
import { type Claim, type LevelWorth, listLevelWorths } from './level-worths.ts';

/**
 * One number a level from the first on, perhaps not of all; in lexicographic order. null
 * where two cannot be paired at all.
 */
export type LeastCost = (mentor: number, mentee: number) => readonly number[] | null;

/**
 * What it costs at least, by the prices of a proof that holds, to pair two who may meet and are no tandem.
 *
 * Why: what any tandems come to is what ours come to, less terms that are none of them negative (see optimality.ts),
 * and a pair that is worth less than its prices is one of these terms. Where `worst` is a level, the prices of all
 * pairs are about the levels before it, and no tandems have a better worst one than the worst of their pairs; nor than
 * ours, unless they cost something before. The prices behind are about tandems whose worst is as good as ours; others
 * cost at least a thousandth there.
 */
export function makeLeastCost(claim: Claim, { prices, worst, levels: found }: Proof): LeastCost {
  const levels = listLevelWorths(claim);
  if (worst === null) return makeCostAtPrices(claim, levels, prices);
  const at = levels.findIndex(({ kind }) => kind === 'worst');
  const before = makeCostAtPrices(claim, levels.slice(0, at), worst.all);
  const behind = makeCostAtPrices(claim, levels.toSpliced(at, 1), prices);
  const worstNow = found[at]!.value;
  if (worstNow === null) return before;
  return (mentor, mentee) => {
    const first = before(mentor, mentee);
    if (first === null) return null;
    const drop = worstNow - claim.affinity.score(mentor, mentee);
    if (first.some(cost => cost !== 0)) return [...first, drop];
    const costs = [...first, Math.max(0, drop)];
    const whole = drop <= 0 ? behind(mentor, mentee) : null;
    if (whole === null) return costs;
    return whole.slice(0, at).every(cost => cost === 0) ? whole.toSpliced(at, 0, 0) : costs.with(at, 1);
  };
}

function makeCostAtPrices(claim: Claim, levels: readonly LevelWorth[], prices: Prices): LeastCost {
  const { mentors, mentees, closed } = computeDuals(claim, { levels, prices });
  return (mentor, mentee) => {
    if (closed.mentors[mentor] || closed.mentees[mentee]) return null;
    if (mentors.isLeftOut[mentor] || mentees.isLeftOut[mentee]) return null;
    return levels.map(
      ({ pair }, level) => getDual(mentors, mentor, level) + getDual(mentees, mentee, level) - pair(mentor, mentee),
    );
  };
}

/** Less than 0 where the first vector is smaller, in lexicographic order as far as both go. */
export function compareCosts(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length);
  for (let level = 0; level < length; level++) {
    if (one[level] !== other[level]) return one[level]! - other[level]!;
  }
  return 0;
}
