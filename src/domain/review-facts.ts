import type { PairVerdict } from './account.ts';
import type { DecisionPrices } from './decision-price.ts';
import type { IdlePrice } from './idle-price.ts';

/** More tandems than this are not reviewed in a page: it would be slow to open. */
export const MOST_REVIEWED = 5000;

/** What the page of a run is made from besides its result. */
export interface PageFacts {
  /** What a tandem would cost for each mentor without one; null where nobody worked it out. */
  readonly idlePrices: readonly IdlePrice[] | null;
  /** What is told of its tandems where people decide about them; null where there are too many, or no page. */
  readonly review: ReviewFacts | null;
}

/** What somebody who decides about each tandem is told of it: a place for each tandem, in their order. */
export interface ReviewFacts {
  /** null where `worst` has no such prices, or where they would take too long. */
  readonly prices: DecisionPrices | null;
  /** What the policy says of the two; null where there are so many tandems that it would make a run longer. */
  readonly verdicts: readonly PairVerdict[] | null;
  /** Whether mentor or mentee could be paired with nobody else, as far as rules, slots and limits of 0 go. */
  readonly onlyCandidates: readonly boolean[];
}
