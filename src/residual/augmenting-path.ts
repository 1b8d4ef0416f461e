import type { Side } from '../domain/roster.ts';
import { type Direction, ROOT } from './nodes.ts';
import { Reachability } from './reachability.ts';
import type { ResidualGraph } from './residual-graph.ts';

/**
 * How many tandems there can be. Tandems are a flow of slots to mentees through mentors and limits. They are as many as
 * possible when no path of people who move leads from a mentee who wants a mentor to a free slot, and otherwise such a
 * path makes one more (Ford & Fulkerson, Maximal flow through a network, Canad. J. Math. 8 (1956), 399–404). What is
 * locked stays, and nothing goes below its minimum or least load: the tandems that it begins with must keep to these.
 * Whatever makes more room leaves them possible, so that the most after a change is found by going on from there.
 */

/**
 * Adds tandems until there are as many as possible, and returns how many. Costs a search for each.
 * @param near the side that searches begin from: best that on which something has changed.
 */
export function fillUp(residual: ResidualGraph, near: Side = 'mentee'): number {
  const direction = getDirectionFrom(near);
  for (let added = 0; ; added++) {
    const path = findAugmentingPath(residual, near, direction);
    if (path === null) return added;
    residual.applyTrip(residual.traceTrip(direction, path));
  }
}

/** The nodes of a round trip over the root, but for its beginning there; null where none leads through. */
function findAugmentingPath(residual: ResidualGraph, near: Side, direction: Direction): number[] | null {
  const starts: number[] = [];
  residual.visitSteps(direction, ROOT, next => {
    if (residual.getSide(next) === near) starts.push(next);
  });
  const isTaken = (from: number, to: number) => to !== ROOT || residual.getSide(from) !== near;
  const reach = new Reachability(residual, direction, { isTaken, goal: ROOT }).from(starts);
  return reach.has(ROOT) ? reach.findPathTo(ROOT) : null;
}

/**
 * What trips lead to that begin at the root on one side. From the mentors: to whom a free slot could be brought. From
 * the mentees: who could take over somebody, because a mentee who wants a mentor could be brought to them.
 */
export function reachFromRoot(residual: ResidualGraph, near: Side): Reachability {
  const isTaken = (from: number, to: number) => from !== ROOT || residual.getSide(to) === near;
  return new Reachability(residual, getDirectionFrom(near), { isTaken }).from([ROOT]);
}

function getDirectionFrom(near: Side): Direction {
  return near === 'mentor' ? 'onwards' : 'back';
}
