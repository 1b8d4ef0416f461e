import type { Tandem } from './pairing.ts';

/** A mentor whom a mentee could have if somebody dropped out. */
export interface Alternate extends Tandem {
  /** From 1 for each mentee. */
  readonly rank: number;
  /** Thousandths of a point. */
  readonly score: number;
  /** How many more mentees the mentor could take as it stands. */
  readonly freeSlots: number;
}
