/** Counts of people as they may be told outside of HR: a group of one is a name. */

/** Fewer are not told: each could be told from the others. */
export const FEWEST = 5;

/** A count of some people: as it is, or only that it is small, or that what is left to the whole is. */
export type VeiledCount =
  | { readonly kind: 'exact'; readonly count: number }
  /** Fewer than five, or none. */
  | { readonly kind: 'few' }
  /** All, or all but fewer than five. */
  | { readonly kind: 'most' };

/** Veils a count of a whole that is known to the reader, so that neither it nor what is left of the whole is small. */
export function veilPart(count: number, whole: number): VeiledCount {
  if (count < FEWEST) return { kind: 'few' };
  return whole - count < FEWEST ? { kind: 'most' } : { kind: 'exact', count };
}

/** Veils a count of which no whole is told. */
export function veilCount(count: number): VeiledCount {
  return count < FEWEST ? { kind: 'few' } : { kind: 'exact', count };
}
