import type { Network } from './network.ts';

const NONE = -1;

/**
 * A spanning tree of arcs that hangs from node 0. Each node knows the arc to its parent; the children of a node form a
 * doubly linked list, so that a subtree can be taken off and hung elsewhere in time that grows with the path, not the tree.
 */
export class Tree {
  readonly parent: Int32Array;
  /** The arc between a node and its parent. */
  readonly arc: Int32Array;
  /** 1 where that arc leads from the node to its parent. */
  readonly upward: Uint8Array;
  readonly #depth: Int32Array;
  readonly #firstChild: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly #stack: Int32Array;

  constructor(nodes: number) {
    this.parent = new Int32Array(nodes).fill(NONE);
    this.arc = new Int32Array(nodes).fill(NONE);
    this.upward = new Uint8Array(nodes);
    this.#depth = new Int32Array(nodes);
    this.#firstChild = new Int32Array(nodes).fill(NONE);
    this.#next = new Int32Array(nodes).fill(NONE);
    this.#previous = new Int32Array(nodes).fill(NONE);
    this.#stack = new Int32Array(nodes);
  }

  /** The node at which the ways from u and v to the root meet. */
  meeting(u: number, v: number): number {
    const { parent } = this;
    const depth = this.#depth;
    while (depth[u]! > depth[v]!) u = parent[u]!;
    while (depth[v]! > depth[u]!) v = parent[v]!;
    while (u !== v) {
      u = parent[u]!;
      v = parent[v]!;
    }
    return u;
  }

  /** Hangs a node that is in no tree yet below a parent. */
  attach(node: number, parent: number, arc: number, upward: boolean): void {
    this.parent[node] = parent;
    this.arc[node] = arc;
    this.upward[node] = upward ? 1 : 0;
    this.#depth[node] = this.#depth[parent]! + 1;
    const sibling = this.#firstChild[parent]!;
    this.#next[node] = sibling;
    this.#previous[node] = NONE;
    if (sibling !== NONE) this.#previous[sibling] = node;
    this.#firstChild[parent] = node;
  }

  /** Cuts the tree above `cut`, makes `node` (below the cut) the top of what came off, and hangs it below `parent`. */
  rehang(cut: number, node: number, parent: number, arc: number, upward: boolean): void {
    let current = node;
    let newParent = parent;
    let newArc = arc;
    let newUpward = upward;
    for (;;) {
      const above = this.parent[current]!;
      const oldArc = this.arc[current]!;
      const oldUpward = this.upward[current] === 1;
      this.#detach(current);
      this.attach(current, newParent, newArc, newUpward);
      if (current === cut) return;
      newParent = current;
      newArc = oldArc;
      newUpward = !oldUpward;
      current = above;
    }
  }

  /** Adds `rise` to the prices of a node and of all below it, and sets their depths right after a move. */
  raise(top: number, rise: number, price: Float64Array): void {
    this.#visit(top, node => {
      price[node]! += rise;
    });
  }

  /** The prices at which no tree arc gains anything: the root's is 0. */
  prices(gain: Float64Array): Float64Array {
    const price = new Float64Array(this.parent.length);
    this.#visit(0, node => {
      if (node === 0) return;
      const own = gain[this.arc[node]!]!;
      price[node] = price[this.parent[node]!]! + (this.upward[node] === 1 ? own : -own);
    });
    return price;
  }

  #detach(node: number): void {
    const next = this.#next[node]!;
    const previous = this.#previous[node]!;
    if (next !== NONE) this.#previous[next] = previous;
    if (previous !== NONE) this.#next[previous] = next;
    else this.#firstChild[this.parent[node]!] = next;
  }

  /** Calls `each` for a node and all below it, parents first. */
  #visit(top: number, each: (node: number) => void): void {
    const stack = this.#stack;
    let size = 0;
    stack[size++] = top;
    while (size > 0) {
      const node = stack[--size]!;
      this.#depth[node] = node === 0 ? 0 : this.#depth[this.parent[node]!]! + 1;
      each(node);
      for (let child = this.#firstChild[node]!; child !== NONE; child = this.#next[child]!) stack[size++] = child;
    }
  }
}

/**
 * A tree in which every node's way to the root follows arcs with room (breadth first, so with the fewest arcs).
 * @throws Error if a node has no such way.
 */
export function treeToRoot(network: Network): Tree {
  const { nodes, from, to, capacity } = network;
  const tree = new Tree(nodes);
  const { start, arcs } = arcsInto(to, nodes);
  const queue = new Int32Array(nodes);
  let reached = 1;
  for (let seen = 0; seen < reached; seen++) {
    const head = queue[seen]!;
    for (let k = start[head]!; k < start[head + 1]!; k++) {
      const arc = arcs[k]!;
      const tail = from[arc]!;
      if (tail === 0 || tree.parent[tail] !== NONE || capacity[arc] === 0) continue;
      tree.attach(tail, head, arc, true);
      queue[reached++] = tail;
    }
  }
  if (reached < nodes) throw new Error(`${nodes - reached} of ${nodes} nodes have no path to the root`);
  return tree;
}

/** The arcs into each node: those into v are arcs[start[v]] … arcs[start[v + 1] − 1], in ascending order. */
function arcsInto(to: Int32Array, nodes: number): { start: Int32Array; arcs: Int32Array } {
  const start = new Int32Array(nodes + 1);
  for (const head of to) start[head + 1]!++;
  for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
  const fill = start.slice();
  const arcs = new Int32Array(to.length);
  for (let arc = 0; arc < to.length; arc++) arcs[fill[to[arc]!]!++] = arc;
  return { start, arcs };
}
