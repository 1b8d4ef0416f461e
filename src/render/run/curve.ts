import type { ChangeCorner } from '../../domain/change-curve.ts';
import { computeDigest } from '../../domain/digest.ts';
import type { Limit } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { buildCornerJson } from '../json/curve-corner.ts';
import { makeNamers } from './certificate.ts';

/**
 * curve.json: what changing more tandems of the previous run would bring. Each corner has its own proof, in the form of
 * certificate.json: no pairing that is as good on the levels before has more points with as few changes.
 * @param run its id.
 */
export function buildCurve(
  run: string,
  corners: readonly ChangeCorner[],
  roster: Roster,
  limits: readonly Limit[],
): object {
  const { pickIds, nameProof } = makeNamers(roster, limits);
  const content = {
    schemaVersion: 1,
    run,
    corners: corners.map(corner => ({
      ...buildCornerJson(corner),
      tandems: corner.tandems.map(pickIds),
      levels: corner.proof.levels,
      ...nameProof(corner.proof),
    })),
  };
  return { ...content, seal: computeDigest(content) };
}
