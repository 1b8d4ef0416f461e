import type { LevelChange } from './account.ts';

/**
 * What the levels come to, and how many other mentees have another mentor then at least (ties may move more); null where
 * demands could not be met.
 */
export type DecisionPrice = { readonly levels: readonly LevelChange[]; readonly moves: number } | null;

/** Another partner for somebody in a tandem: by number in the roster, and what it costs. */
export interface PricedPartner {
  readonly partner: number;
  readonly price: NonNullable<DecisionPrice>;
  /** Whether the two who are a tandem now would be one no more. */
  readonly isInstead: boolean;
}

/** What decisions about tandems would cost, each by itself; a place for each tandem, in their order. */
export interface DecisionPrices {
  /** That the tandem is declined; null where it is demanded. */
  readonly declined: readonly (DecisionPrice | 'demanded')[];
  /**
   * The cheapest other mentors of its mentee, and other mentees of its mentor; empty for
   * tandems that nobody asked about.
   */
  readonly mentors: readonly (readonly PricedPartner[])[];
  readonly mentees: readonly (readonly PricedPartner[])[];
}
