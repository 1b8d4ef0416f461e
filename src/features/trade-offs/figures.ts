import type { Proof } from '../../domain/certificate.ts';
import type { PricedFigures } from '../../domain/matching.ts';
import type { GraphInputs } from '../../residual/priced-graph.ts';
import { computeLimitGains } from './limit-values.ts';
import { listObjectiveRows } from './trade-offs.ts';

/**
 * What follows from a proof that holds, besides the tandems: what levels and limits
 * would bring if they gave way by one.
 */
export function computeFigures(scene: GraphInputs, proof: Proof): PricedFigures {
  return { objective: listObjectiveRows(scene, proof), oneMore: computeLimitGains(scene, proof) };
}
