import type { RuleKeys } from '../domain/pairing.ts';
import type { Claim, LevelWorth } from './level-values.ts';

/** Folded numbers, and sums of a few of them, stay below 2^53. */
const ROOM = 2 ** 50;

/**
 * Levels as one number: for each level, what its unit counts. A level's unit counts for more than all that later levels can come
 * to in a pair's worth less its prices, so that the sign of the sum is that of the first level that is not 0.
 */
export interface Fold {
  readonly units: readonly number[];
}

/**
 * @param prices for each level, the largest of what people ask, in absolute value.
 * @returns null where the sums would not be exact.
 */
export function makeFold({ terms }: Claim, levels: readonly LevelWorth[], prices: readonly number[]): Fold | null {
  const weights = terms.policy.prefer.reduce((sum, { weight }) => sum + Math.abs(weight), 0);
  const score = terms.pairs.reduce((most, note) => Math.max(most, Math.abs(note.points)), 0) + 1000 * weights;
  const units: number[] = [];
  let unit = 1;
  for (let level = levels.length - 1; level >= 0; level--) {
    units.unshift(unit);
    unit *= 2 * ((levels[level]!.kind === 'score' ? score : 1) + 2 * prices[level]!) + 1;
  }
  return unit < ROOM ? { units } : null;
}

/** What preferences are worth, folded: for a thousandth of the score, and for each preference that holds. */
export function computePairUnits({ terms }: Claim, levels: readonly LevelWorth[], { units }: Fold) {
  const findUnit = (test: (worth: LevelWorth) => boolean) => units[levels.findIndex(test)] ?? 0;
  return {
    pair: findUnit(({ kind }) => kind === 'tandems'),
    thousandth: findUnit(({ kind }) => kind === 'score'),
    held: terms.policy.prefer.map(({ name }) => findUnit(worth => worth.kind === 'preference' && worth.name === name)),
  };
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
