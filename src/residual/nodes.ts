/**
 * What the graphs of this folder share: node 0 is the root, node 1 + n is limit n; then come the mentors, then the mentees. What no limit
 * is around hangs from the root.
 */
export const ROOT = 0;

/** Which way steps are followed: on from where they begin, or back from where they end. */
export type Direction = 'onwards' | 'back';

export function reverseDirection(direction: Direction): Direction {
  return direction === 'onwards' ? 'back' : 'onwards';
}
