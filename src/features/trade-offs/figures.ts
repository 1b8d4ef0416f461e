import type { Proof } from '../../domain/certificate.ts';
import type { PricedFigures } from '../../domain/matching.ts';
import type { Scene } from '../../residual/priced-graph.ts';
import { limitGains } from './limit-values.ts';
import { objectiveRows } from './trade-offs.ts';

/** What follows from a proof that holds, besides the tandems: what levels and limits would bring if they gave way by one. */
export function figuresOf(scene: Scene, proof: Proof): PricedFigures {
  return { objective: objectiveRows(scene, proof), oneMore: limitGains(scene, proof) };
}
