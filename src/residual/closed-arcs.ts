import { mustMeet } from '../domain/policy.ts';
import type { Lever } from '../domain/remedies.ts';
import type { ResidualGraph } from './residual-graph.ts';
import type { Findings } from './usage.ts';

/** A step between two nodes that is closed, and the change that would open it. */
export interface ClosedArc {
  readonly tail: number;
  readonly head: number;
  readonly lever: Lever;
}

/**
 * The steps that are closed by a number which the organiser has set, or by a lock: places and limits first (of mentors who offer none
 * last), then demands.
 */
export function listClosedArcs(residual: ResidualGraph, { roster, terms }: Findings): readonly ClosedArc[] {
  const limits = [...terms.limits.entries()].map(([limit, bounds]) => ({ limit, ...bounds, node: 1 + limit }));
  const mentors = [...roster.mentors.entries()].map(([mentor, { capacity }]) => {
    return { mentor, capacity, node: residual.getNode('mentor', mentor) };
  });
  const full = mentors.filter(({ node }) => !residual.hasRoom(node));
  const makeSlotArc = ({ mentor, node }: (typeof mentors)[number]) =>
    makeArcForMore(residual, node, { kind: 'slot', mentor });
  const atMost = limits.filter(({ node }) => !residual.hasRoom(node));
  const atLeast = limits.filter(({ node }) => residual.isHeld(node));
  const loaded = mentors.filter(({ node }) => residual.isHeld(node));
  return [
    ...full.filter(({ capacity }) => capacity > 0).map(makeSlotArc),
    ...atMost.map(({ limit, node }) => makeArcForMore(residual, node, { kind: 'limit', limit })),
    ...full.filter(({ capacity }) => capacity === 0).map(makeSlotArc),
    ...atLeast.map(({ limit, node }) => makeArcForLess(residual, node, { kind: 'minimum', limit })),
    ...loaded.map(({ mentor, node }) => makeArcForLess(residual, node, { kind: 'load', mentor })),
    ...terms.pairs.filter(mustMeet).map(pair => makeLockArc(residual, pair)),
  ];
}

/** The step by which a limit or person would carry one more tandem. */
function makeArcForMore(residual: ResidualGraph, node: number, lever: Lever): ClosedArc {
  const hub = residual.getHub(node);
  return residual.getSide(node) === 'mentor' ? { tail: hub, head: node, lever } : { tail: node, head: hub, lever };
}

/** The step by which a limit or person would carry one less. */
function makeArcForLess(residual: ResidualGraph, node: number, lever: Lever): ClosedArc {
  const { tail, head } = makeArcForMore(residual, node, lever);
  return { tail: head, head: tail, lever };
}

function makeLockArc(
  residual: ResidualGraph,
  { mentor, mentee }: { readonly mentor: number; readonly mentee: number },
): ClosedArc {
  const [tail, head] = [residual.getNode('mentee', mentee), residual.getNode('mentor', mentor)];
  return { tail, head, lever: { kind: 'lock', mentor, mentee } };
}
