import type { LimitsAround } from '../domain/limit-tree.ts';

/**
 * What the graphs of this folder share: node 0 is the root, node 1 + n is limit n; then come the mentors, then the
 * mentees. What no limit is around hangs from the root.
 */
export const ROOT = 0;

/** Which way steps are followed: on from where they begin, or back from where they end. */
export type Direction = 'onwards' | 'back';

export function reverseDirection(direction: Direction): Direction {
  return direction === 'onwards' ? 'back' : 'onwards';
}

/** What each node hangs from: the innermost limit around a limit or a person, or the root. */
export function findHubs({ outside, outerOf, homeOf }: LimitsAround): Int32Array {
  const around = [...outerOf, ...homeOf.mentor, ...homeOf.mentee];
  return Int32Array.from([ROOT, ...around.map(limit => (limit === outside ? ROOT : 1 + limit))]);
}
