import type { Proof } from './certificate.ts';
import type { Tandem } from './pairing.ts';

/**
 * A corner of the curve: tandems that are best where a change must bring some points, with
 * their proof and what they come to.
 */
export interface ChangeCorner {
  /** The thousandths of a point that each change must bring; null where kept tandems come before all points. */
  readonly worth: number | null;
  readonly tandems: readonly Tandem[];
  readonly proof: Proof;
  readonly figures: ChangeFigures;
}

/** What tandems come to, held against those of the previous run. */
export interface ChangeFigures {
  /** Tandems of the previous run that could stay and do not. */
  readonly changes: number;
  /** The thousandths of all tandems together. */
  readonly score: number;
  /**
   * What other levels come to that count tandems, and come before the score where kept tandems come before all points.
   */
  readonly levels: readonly { readonly level: string; readonly value: number }[];
}

/** The best corner with at most some changes. */
export interface CornerWithin {
  readonly most: number;
  readonly corner: ChangeCorner;
  /** The corner with the fewest changes. */
  readonly fewest: ChangeCorner;
  /** So many thousandths as many changes could have at most, whatever they are. */
  readonly bound: number;
}
