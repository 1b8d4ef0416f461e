import type { Matching, PricedFigures, ScoredTandem } from '../../domain/matching.ts';
import { type Findings, TandemUsage } from '../../residual/usage.ts';
import { explainUnmatched } from '../unmatched/reasons.ts';
import { listReserve } from '../unmatched/waiting-list.ts';
import { buildSummary } from './summary.ts';

/**
 * Tells what tandems come to: their points, everybody without one and why, and the statistics.
 * @param figures what follows from their proof.
 */
export function buildMatching(findings: Findings, figures: PricedFigures): Matching {
  const { affinity } = findings;
  const tandems = findings.tandems.map(({ mentor, mentee }): ScoredTandem => {
    const points = affinity.parts.map((_, part) => affinity.points(part, mentor, mentee));
    return { mentor, mentee, points, score: affinity.score(mentor, mentee) };
  });
  const situation = new TandemUsage(findings);
  const unmatched = explainUnmatched(findings, situation);
  const reserve = listReserve(findings, situation, unmatched);
  return { tandems, unmatched, reserve, summary: buildSummary(findings, tandems, unmatched, figures) };
}
