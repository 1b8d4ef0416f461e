import { Arcs, LOWER, TREE, UPPER } from './arcs';
import { Tree } from './tree';

/**
 * What the last search for the arc that blocks found: how much can be pushed, and the node below that arc; −1
 * where the entering arc itself blocks.
 */
let units: i32 = 0;
let node: i32 = -1;
let isOnTailSide: bool = false;

/**
 * Pushes flow around the cycle that the entering arc closes with the tree, and exchanges it for the arc that blocks.
 * @returns the node whose price moves, with all that hang below it; −1 where the entering arc itself blocks.
 */
export function pivot(arcs: Arcs, tree: Tree, entering: i32): i32 {
  const forward = arcs.stands[entering] === LOWER;
  const tail = forward ? arcs.from[entering] : arcs.to[entering];
  const head = forward ? arcs.to[entering] : arcs.from[entering];
  const top = tree.findJoinNode(tail, head);
  findLeavingArc(arcs, tree, entering, tail, head, top);
  if (units > 0) {
    arcs.flow[entering] += forward ? units : -units;
    push(arcs, tree, tail, top, -units);
    push(arcs, tree, head, top, units);
  }
  if (node < 0) {
    arcs.stands[entering] = forward ? UPPER : LOWER;
    return -1;
  }
  const leaving = tree.arc[node];
  arcs.stands[entering] = TREE;
  arcs.stands[leaving] = arcs.flow[leaving] === 0 ? LOWER : UPPER;
  const moved = isOnTailSide ? tail : head;
  const parent = isOnTailSide ? head : tail;
  tree.updateTree(node, moved, parent, top, entering, moved === arcs.from[entering] ? 1 : 0);
  return moved;
}

/**
 * Finds the most that can be pushed tail → head and back through the tree, and the last arc to block it: the cycle is
 * walked from its top down to the tail, over the entering arc, and from the head up; of several the last one counts.
 */
function findLeavingArc(arcs: Arcs, tree: Tree, entering: i32, tail: i32, head: i32, top: i32): void {
  const parent = tree.parent;
  const arc = tree.arc;
  const upward = tree.upward;
  const flow = arcs.flow;
  const capacity = arcs.capacity;
  units = capacity[entering];
  node = -1;
  // On the way up nothing blocks later than an arc without any room.
  for (let at = tail; at !== top && units > 0; at = parent[at]) {
    const over = arc[at];
    const left = upward[at] === 1 ? flow[over] : capacity[over] - flow[over];
    if (left < units) {
      units = left;
      node = at;
      isOnTailSide = true;
    }
  }
  for (let at = head; at !== top; at = parent[at]) {
    const over = arc[at];
    const left = upward[at] === 1 ? capacity[over] - flow[over] : flow[over];
    if (left <= units) {
      units = left;
      node = at;
      isOnTailSide = false;
    }
  }
}

/** Pushes units upwards from a node to the top of a cycle. */
function push(arcs: Arcs, tree: Tree, from: i32, top: i32, more: i32): void {
  const flow = arcs.flow;
  for (let at = from; at !== top; at = tree.parent[at]) flow[tree.arc[at]] += tree.upward[at] === 1 ? more : -more;
}
