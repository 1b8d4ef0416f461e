import type { Lever } from '../domain/remedies.ts';
import { Reach } from './reach.ts';
import { type ClosedStep, Residual, ROOT } from './residual.ts';
import type { Findings, Situation } from './situation.ts';

/**
 * All changes of a number by one (a place, a limit, a minimum, a least load, a lock) that would each give one of some mentees
 * one tandem more, while everybody who has a tandem keeps one. By the same argument as in remedies.ts, no other such
 * change would; which of the mentees it is, the objective decides. Changes come in the order places, limits, demands.
 *
 * Cost: a look at everybody's partners or two, and for limits on the mentees' side that are reached mostly nothing more.
 * @param mentees who would take one more mentor.
 */
export function leversFor(findings: Findings, situation: Situation, mentees: readonly number[]): readonly Lever[] {
  const residual = new Residual(findings, situation);
  const steps = residual.closedSteps(findings);
  const fromRoot = new Reach(residual, 'onwards').from([ROOT]);
  const helpful = new Set<Lever>();
  for (const [home, nodes] of residual.byHome(mentees.map(mentee => residual.nodeOf('mentee', mentee)))) {
    const first = home === ROOT ? fromRoot : new Reach(residual, 'onwards').from([home]);
    const near = steps.filter(({ tail, head }) => first.has(tail) && !first.has(head));
    const helps = first.has(ROOT)
      ? leadingTo(residual, nodes)
      : ({ head }: ClosedStep) => meetsAny(residual, first, head, nodes, fromRoot);
    for (const step of near) if (helps(step)) helpful.add(step.lever);
  }
  return steps.flatMap(({ lever }) => (helpful.has(lever) ? [lever] : []));
}

/** Whether some people can be reached from the head of a step: many steps are asked, so the search goes back from the people. */
function leadingTo(residual: Residual, nodes: readonly number[]): (step: ClosedStep) => boolean {
  const leading = new Reach(residual, 'back').from(nodes);
  return ({ head }) => leading.has(head);
}

/** The same for few steps of people under a reached limit: on from the head, and from the root as is known. */
function meetsAny(residual: Residual, first: Reach, head: number, nodes: readonly number[], fromRoot: Reach): boolean {
  const onwards = new Reach(residual, 'onwards', { past: [first], isTaken: from => from !== ROOT }).from([head]);
  return nodes.some(node => onwards.has(node) || (onwards.has(ROOT) && fromRoot.has(node)));
}
