import type { Proof } from '../../domain/certificate.ts';
import { MOST_REVIEWED, type ReviewFacts } from '../../domain/review-facts.ts';
import type { Pairing } from '../../pair/pairing.ts';
import { prepareVerdicts } from '../../pair/verdict.ts';
import type { ExchangeSearch } from '../../residual/exchange-path.ts';
import type { Findings } from '../../residual/usage.ts';
import { priceDecisions } from '../trade-offs/decision-prices.ts';
import { findOnlyCandidates } from './only-candidates.ts';

/** Of more tandems than this the page does not say why: explain does. */
const MOST_EXPLAINED = 1000;

/**
 * What is told of each tandem where people decide about it; null where there are too many tandems to review in a page.
 * @param prepare makes what searches exchanges, where that is needed.
 */
export function findReviewFacts(
  findings: Findings & Pairing,
  proof: Proof,
  prepare: () => ExchangeSearch,
): ReviewFacts | null {
  const { tandems } = findings;
  if (tandems.length > MOST_REVIEWED) return null;
  return {
    prices: priceDecisions(findings, proof, prepare),
    verdicts: tandems.length > MOST_EXPLAINED ? null : judgeTandems(findings),
    onlyCandidates: findOnlyCandidates(findings),
  };
}

function judgeTandems(findings: Findings & Pairing): ReviewFacts['verdicts'] {
  const { roster, terms, tandems } = findings;
  const judge = prepareVerdicts(roster, terms, findings);
  return tandems.map(({ mentor, mentee }) => judge(mentor, mentee));
}
