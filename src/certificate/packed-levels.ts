import { InternalError } from '../domain/errors.ts';
import type { RuleKeys } from '../domain/pairing.ts';
import type { Claim, LevelWorth } from './level-worths.ts';

/** Folded numbers, and sums of a few of them, stay below 2^53. */
const ROOM = 2 ** 50;

/**
 * Levels as one number: for each level, what its unit counts. A level's unit counts for more than all that later levels
 * can come to in a pair's worth less its prices, so that the sign of the sum is that of the first level that is not 0.
 */
export interface Fold {
  readonly units: readonly number[];
}

/**
 * @param prices for each level, the largest of what people ask, in absolute value.
 * @returns null where the sums would not be exact, or count of a pair what rules and notes do
 * not tell: then every pair is asked.
 */
export function makeFold({ terms }: Claim, levels: readonly LevelWorth[], prices: readonly number[]): Fold | null {
  const weights = terms.policy.prefer.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  const score = terms.pairs.reduce((most, note) => Math.max(most, Math.abs(note.points)), 0) + 1000 * weights;
  const units: number[] = [];
  let unit = 1;
  for (let level = levels.length - 1; level >= 0; level--) {
    const most = boundPairCount(levels[level]!, score);
    if (most === null) return null;
    units.unshift(unit);
    unit *= 2 * (most + 2 * prices[level]!) + 1;
  }
  return unit < ROOM ? { units } : null;
}

/** The most that a level counts of a pair, in absolute value; null where `computePairUnits` could not say it all. */
function boundPairCount({ pairTerm }: LevelWorth, score: number): number | null {
  switch (pairTerm.kind) {
    case 'score':
      return score;
    case 'weighed':
      return score + pairTerm.kept;
    case 'none':
    case 'constant':
    case 'preference':
    case 'noted':
      return 1;
    case 'other':
    case 'tie':
      return null;
  }
}

/**
 * What a pair is worth that nothing is noted of, folded: any pair, a thousandth of its score, and each preference that
 * holds. Pairs with notes are looked at one by one (see `singled` in domain/pairing.ts).
 */
export function computePairUnits({ terms }: Claim, levels: readonly LevelWorth[], { units }: Fold) {
  const sum = { pair: 0, thousandth: 0, held: terms.policy.prefer.map(() => 0) };
  for (const [level, { pairTerm }] of levels.entries()) {
    const counts = findCounted(pairTerm);
    if (typeof counts === 'number') sum.held[counts]! += units[level]!;
    else if (counts !== null) sum[counts] += units[level]!;
  }
  return sum;
}

/** What a level's unit is a unit of; a number is that of a preference. */
function findCounted(term: LevelWorth['pairTerm']): 'pair' | 'thousandth' | number | null {
  switch (term.kind) {
    case 'constant':
      return 'pair';
    case 'score':
    case 'weighed':
      return 'thousandth';
    case 'preference':
      return term.preference;
    case 'none':
    case 'noted':
      return null;
    case 'other':
    case 'tie':
      throw new InternalError(`a level of the kind ${term.kind} was folded`);
  }
}

/** What is usually true of a pair as far as preferences by names go, folded. */
export function computeUsualWorth(
  claim: Claim,
  { usual }: RuleKeys,
  units: ReturnType<typeof computePairUnits>,
): number {
  const getWeight = (preference: number) => claim.terms.policy.prefer[preference]!.weight;
  return usual
    .filter(({ holds }) => holds)
    .reduce(
      (sum, { preference }) => sum + units.held[preference]! + 1000 * getWeight(preference) * units.thousandth,
      units.pair,
    );
}
