import { mustMeet } from '../domain/policy.ts';
import type { Lever } from '../domain/remedies.ts';
import type { Residual } from './residual-graph.ts';
import type { Findings } from './usage.ts';

/** A step between two nodes that is closed, and the change that would open it. */
export interface ClosedStep {
  readonly tail: number;
  readonly head: number;
  readonly lever: Lever;
}

/**
 * The steps that are closed by a number which the organiser has set, or by a lock: places and limits first (of mentors who offer none
 * last), then demands.
 */
export function closedSteps(residual: Residual, { roster, terms }: Findings): readonly ClosedStep[] {
  const limits = [...terms.limits.entries()].map(([limit, bounds]) => ({ limit, ...bounds, node: 1 + limit }));
  const mentors = [...roster.mentors.entries()].map(([mentor, { capacity }]) => {
    return { mentor, capacity, node: residual.nodeOf('mentor', mentor) };
  });
  const full = mentors.filter(({ node }) => !residual.hasRoom(node));
  const place = ({ mentor, node }: (typeof mentors)[number]) => more(residual, node, { kind: 'place', mentor });
  const atMost = limits.filter(({ node }) => !residual.hasRoom(node));
  const atLeast = limits.filter(({ node }) => residual.isHeld(node));
  const loaded = mentors.filter(({ node }) => residual.isHeld(node));
  return [
    ...full.filter(({ capacity }) => capacity > 0).map(place),
    ...atMost.map(({ limit, node }) => more(residual, node, { kind: 'limit', limit })),
    ...full.filter(({ capacity }) => capacity === 0).map(place),
    ...atLeast.map(({ limit, node }) => less(residual, node, { kind: 'minimum', limit })),
    ...loaded.map(({ mentor, node }) => less(residual, node, { kind: 'load', mentor })),
    ...terms.pairs.filter(mustMeet).map(pair => unlocked(residual, pair)),
  ];
}

/** The step by which a limit or person would carry one more tandem. */
function more(residual: Residual, node: number, lever: Lever): ClosedStep {
  const hub = residual.hubOf(node);
  return residual.sideOf(node) === 'mentor' ? { tail: hub, head: node, lever } : { tail: node, head: hub, lever };
}

/** The step by which a limit or person would carry one less. */
function less(residual: Residual, node: number, lever: Lever): ClosedStep {
  const { tail, head } = more(residual, node, lever);
  return { tail: head, head: tail, lever };
}

function unlocked(
  residual: Residual,
  { mentor, mentee }: { readonly mentor: number; readonly mentee: number },
): ClosedStep {
  const [tail, head] = [residual.nodeOf('mentee', mentee), residual.nodeOf('mentor', mentor)];
  return { tail, head, lever: { kind: 'lock', mentor, mentee } };
}
