import type { Tree } from './tree.ts';

/** Arcs as a simplex has them, in an order of its own: their ends, and how they stand. */
export interface ArcStates {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly capacity: Int32Array;
  readonly flow: Int32Array;
  /** INSIDE the tree (or closed), or outside it and EMPTY or FULL: the sign of a reduced gain worth having. */
  readonly stands: Int8Array;
}

export const EMPTY = 1;
export const INSIDE = 0;
export const FULL = -1;

/**
 * Pushes flow around the cycle that the entering arc closes with the tree, and exchanges it for the arc that blocks.
 * @returns the node whose price moves, with all that hang below it; −1 where the entering arc itself blocks.
 */
export function pivot(arcs: ArcStates, tree: Tree, entering: number): number {
  const { from, to, flow, stands } = arcs;
  const forward = stands[entering] === EMPTY;
  const tail = forward ? from[entering]! : to[entering]!;
  const head = forward ? to[entering]! : from[entering]!;
  const top = tree.meeting(tail, head);
  const { units, node, onTailSide } = blocking(arcs, tree, entering, tail, head, top);
  if (units > 0) {
    flow[entering]! += forward ? units : -units;
    push(arcs, tree, tail, top, -units);
    push(arcs, tree, head, top, units);
  }
  if (node < 0) {
    stands[entering] = forward ? FULL : EMPTY;
    return -1;
  }
  const leaving = tree.arc[node]!;
  stands[entering] = INSIDE;
  stands[leaving] = flow[leaving] === 0 ? EMPTY : FULL;
  const [moved, parent] = onTailSide ? [tail, head] : [head, tail];
  tree.rehang({ cut: node, node: moved, parent, top }, entering, moved === from[entering]);
  return moved;
}

interface Block {
  readonly units: number;
  /** The node below the blocking tree arc, or −1 where the entering arc itself blocks. */
  readonly node: number;
  readonly onTailSide: boolean;
}

/**
 * The most that can be pushed tail → head and back through the tree, and the last arc to block it: the cycle is walked
 * from its top down to the tail, over the entering arc, and from the head up; of several the last one counts.
 */
function blocking(arcs: ArcStates, tree: Tree, entering: number, tail: number, head: number, top: number): Block {
  const { capacity, flow } = arcs;
  const { parent, arc, upward } = tree;
  let units = capacity[entering]!;
  let node = -1;
  let onTailSide = false;
  for (let v = tail; v !== top; v = parent[v]!) {
    const at = arc[v]!;
    const room = upward[v] === 1 ? flow[at]! : capacity[at]! - flow[at]!;
    if (room < units) {
      units = room;
      node = v;
      onTailSide = true;
    }
  }
  for (let v = head; v !== top; v = parent[v]!) {
    const at = arc[v]!;
    const room = upward[v] === 1 ? capacity[at]! - flow[at]! : flow[at]!;
    if (room <= units) {
      units = room;
      node = v;
      onTailSide = false;
    }
  }
  return { units, node, onTailSide };
}

/** Pushes units upwards from a node to the top of a cycle. */
function push({ flow }: ArcStates, { parent, arc, upward }: Tree, node: number, top: number, units: number): void {
  for (let v = node; v !== top; v = parent[v]!) flow[arc[v]!]! += upward[v] === 1 ? units : -units;
}
