import { mustMeet } from '../domain/policy.ts';
import type { Lever } from '../domain/remedies.ts';
import type { Arc, ResidualGraph } from './residual-graph.ts';

/** A step that is closed, and the change that would open it. */
export interface ClosedArc extends Arc {
  readonly lever: Lever;
}

/**
 * The steps that are closed by a number which the organiser has set, or by a lock: slots and limits first (of mentors
 * who offer none last), then demands.
 */
export function listClosedArcs(residual: ResidualGraph): readonly ClosedArc[] {
  const { roster, terms } = residual.inputs;
  const limits = [...terms.limits.keys()].map(limit => ({ limit, node: residual.getLimitNode(limit) }));
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
    ...terms.pairs.filter(mustMeet).map(({ mentor, mentee }): ClosedArc => {
      const [tail, head] = [residual.getNode('mentee', mentee), residual.getNode('mentor', mentor)];
      return { tail, head, lever: { kind: 'lock', mentor, mentee } };
    }),
  ];
}

function makeArcForMore(residual: ResidualGraph, node: number, lever: Lever): ClosedArc {
  const { tail, head } = residual.getArcForMore(node);
  return { tail, head, lever };
}

function makeArcForLess(residual: ResidualGraph, node: number, lever: Lever): ClosedArc {
  const { tail, head } = residual.getArcForMore(node);
  return { tail: head, head: tail, lever };
}
