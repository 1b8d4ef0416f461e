import type { Proof } from '../../domain/certificate.ts';
import type { PageFacts } from '../../domain/review-facts.ts';
import type { Pairing } from '../../pair/pairing.ts';
import { ExchangeSearch } from '../../residual/exchange-path.ts';
import type { Findings } from '../../residual/usage.ts';
import { priceIdleMentors } from '../trade-offs/idle-prices.ts';
import { findReviewFacts } from './review-facts.ts';

/** More pairs than this are not worked out beforehand: so few questions are asked then that it would not pay. */
const MOST_PACKED = 4e5;

/** What the page of a run tells besides its result. */
export function findPageFacts(findings: Findings & Pairing, proof: Proof): PageFacts {
  const { mentors, mentees } = findings.roster;
  const asks = mentors.length * mentees.length > MOST_PACKED ? 'little' : 'much';
  let search: ExchangeSearch | null = null;
  const prepare = () => {
    search ??= new ExchangeSearch(findings, proof, 'mentees', asks);
    return search;
  };
  return {
    idlePrices: priceIdleMentors(findings, proof, prepare),
    review: findReviewFacts(findings, proof, prepare),
  };
}
