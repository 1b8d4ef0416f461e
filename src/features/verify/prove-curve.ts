import { audit } from '../../certificate/feasibility.ts';
import { findRefutation } from '../../certificate/prove.ts';
import type { ChangeCorner } from '../../domain/change-curve.ts';
import { setWorth } from '../../domain/objective-levels.ts';
import type { Terms } from '../../domain/policy.ts';
import type {
  CertificateRefutation,
  CurveRefutation,
  ProofRefutation,
  RuleRefutation,
} from '../../domain/refutation.ts';
import type { Roster } from '../../domain/roster.ts';
import type { Pairing } from '../../pair/pairing.ts';
import { readCurve, type WrittenCorner } from '../../parse/change-curve.ts';
import { collectStayable, measureChanges } from '../result/change-figures.ts';
import { alignProof, alignTandems } from './align-proof.ts';

/** What corners are held against. */
interface CurveContext {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly pairing: Pairing;
}

/**
 * The corners of curve.json with what their tandems come to, if the prices of each prove these best
 * where a change must bring so much; or what refutes that. What is said of them is compared with what
 * they come to, like that of other files.
 */
export function proveCurve(bytes: Uint8Array, context: CurveContext): readonly ChangeCorner[] | CurveRefutation {
  const written = readCurve(bytes);
  if (written === null) return { kind: 'curve-broken' };
  const stayable = collectStayable({ ...context, ...context.pairing });
  const corners: ChangeCorner[] = [];
  for (const [at, corner] of written.entries()) {
    const proven = proveCorner(corner, context, stayable);
    if ('kind' in proven) return { kind: 'curve-corner', corner: at + 1, why: proven };
    corners.push(proven);
  }
  return isCurve(corners) ? corners : { kind: 'curve-broken' };
}

function proveCorner(
  { worthAChange, tandems: ids, ...written }: WrittenCorner,
  { roster, terms, pairing }: CurveContext,
  stayable: ReadonlySet<number>,
): ChangeCorner | CertificateRefutation | RuleRefutation | ProofRefutation {
  const tandems = alignTandems(ids, roster);
  if (tandems === null) return { kind: 'tandems-of-nobody' };
  const proof = alignProof(written, roster, terms.limits);
  if ('kind' in proof) return proof;
  const worth = worthAChange === null ? null : Math.round(1000 * worthAChange);
  const asked = setWorth(terms, worth);
  const fault =
    audit(roster, asked, pairing.eligibility, tandems)[0] ??
    findRefutation({ roster, terms: asked, ...pairing, tandems }, proof);
  return fault ?? { worth, tandems, proof, figures: measureChanges({ roster, terms, ...pairing }, stayable, tandems) };
}

/** From the fewest changes to the most points, each corner with more points than the one before. */
function isCurve(corners: readonly ChangeCorner[]): boolean {
  return corners.every(({ worth, figures }, at) => {
    const before = corners[at - 1]?.figures;
    if (before === undefined) return worth === null;
    return figures.changes >= before.changes && figures.score > before.score;
  });
}
