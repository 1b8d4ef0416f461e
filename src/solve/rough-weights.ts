import { findLargest, type Network } from './network-definition.ts';

/** How much more a unit of a level counts than the largest gain on the next, when levels are folded roughly. */
const ROUGHLY = 4;

/** The most that a folded gain may be: sums of so many of them as prices are made of stay exact. */
const MOST = 2 ** 44;

/**
 * What a unit of each level counts where all levels are folded into one number with small weights: a rough image of the
 * objective, in which an earlier level need not outweigh the later ones. Folded gains are rounded to whole numbers.
 */
export function chooseRoughWeights({ gains }: Network): number[] {
  const steps = gains.map(gain => ROUGHLY * Math.max(1, findLargest(gain)));
  let weight = MOST;
  return steps.map(step => (weight /= step));
}
