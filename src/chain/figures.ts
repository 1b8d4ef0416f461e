import type { Proof } from '../domain/certificate.ts';
import type { PricedFigures } from '../domain/matching.ts';
import { objectiveRows } from './one-less.ts';
import { limitGains } from './one-more.ts';
import type { Scene } from './steps.ts';

/** What follows from a proof that holds, besides the tandems: what levels and limits would bring if they gave way by one. */
export function figuresOf(scene: Scene, proof: Proof): PricedFigures {
  return { objective: objectiveRows(scene, proof), oneMore: limitGains(scene, proof) };
}
