import type { ChangeCorner } from '../../domain/change-curve.ts';

/** What a corner of the curve comes to, in points. */
export function buildCornerJson({ worth, figures }: ChangeCorner) {
  const { changes, score, levels } = figures;
  return {
    // What a change must bring at least, for these tandems to be the best; null where
    // kept tandems come before all points.
    worthAChange: worth && worth / 1000,
    ...{ changes, points: score / 1000, between: levels },
  };
}
