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

  /** Adds a vector to the prices of a node and of all below it, and sets their depths right after a move. */
  raise(top: number, rise: Float64Array, price: Float64Array): void {
    const limbs = rise.length;
    const [first, second] = [rise[0]!, rise[1] ?? 0];
    this.#visit(top, node => {
      const at = node * limbs;
      price[at]! += first;
      if (limbs > 1) price[at + 1]! += second;
      for (let l = 2; l < limbs; l++) price[at + l]! += rise[l]!;
    });
  }

  /** The prices at which no tree arc gains anything: the root's is 0. @param gain of all arcs, in vectors of so many limbs. */
  prices(gain: Float64Array, limbs: number): Float64Array {
    const price = new Float64Array(this.parent.length * limbs);
    this.#visit(0, node => {
      if (node === 0) return;
      const arc = this.arc[node]! * limbs;
      const parent = this.parent[node]! * limbs;
      const sign = this.upward[node] === 1 ? 1 : -1;
      for (let l = 0; l < limbs; l++) price[node * limbs + l] = price[parent + l]! + sign * gain[arc + l]!;
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
 * A tree in which every node's way to the root follows arcs with room, or arcs that carry something backwards. Arcs between empty
 * and full are all in the tree; they must not close a circle.
 * @throws Error if a node has no such way.
 */
export function treeToRoot(network: Network, flow: Int32Array): Tree {
  const { nodes, from, to, capacity } = network;
  const isBetween = (arc: number) => flow[arc]! > 0 && flow[arc]! < capacity[arc]!;
  const growth = new Growth(new Tree(nodes), arcsAt(to, nodes), arcsAt(from, nodes), network, isBetween);
  growth.grow((arc, isInto) => (isInto ? flow[arc]! < capacity[arc]! : flow[arc]! > 0));
  if (growth.size < nodes) throw new Error(`${nodes - growth.size} of ${nodes} nodes have no path to the root`);
  return growth.tree;
}

interface ArcsAt {
  readonly start: Int32Array;
  readonly arcs: Int32Array;
}

/** A tree that grows from the root, near nodes first. */
class Growth {
  readonly tree: Tree;
  size = 1;
  readonly #into: ArcsAt;
  readonly #out: ArcsAt;
  readonly #network: Network;
  readonly #isBetween: (arc: number) => boolean;
  /** The nodes of the tree in the order in which they came. */
  readonly #order: Int32Array;

  constructor(tree: Tree, into: ArcsAt, out: ArcsAt, network: Network, isBetween: (arc: number) => boolean) {
    this.tree = tree;
    this.#into = into;
    this.#out = out;
    this.#network = network;
    this.#isBetween = isBetween;
    this.#order = new Int32Array(network.nodes);
    this.#attachNear(0);
  }

  /** Attaches nodes over all arcs at the nodes of the tree that may serve, also at those that it attaches. */
  grow(mayServe: (arc: number, isInto: boolean) => boolean): void {
    for (let seen = 0; seen < this.size; seen++) {
      const node = this.#order[seen]!;
      this.#attachOver(node, mayServe);
    }
  }

  #attachOver(node: number, mayServe: (arc: number, isInto: boolean) => boolean): void {
    const { from, to } = this.#network;
    for (const [{ start, arcs }, ends, isInto] of [
      [this.#into, from, true],
      [this.#out, to, false],
    ] as const) {
      for (let k = start[node]!; k < start[node + 1]!; k++) {
        const arc = arcs[k]!;
        if (!this.#isIn(ends[arc]!) && mayServe(arc, isInto)) this.#attach(ends[arc]!, node, arc, isInto);
      }
    }
  }

  /** Attaches a node, and at once all that arcs between empty and full lead on to: they must be in the tree. */
  #attach(node: number, parent: number, arc: number, upward: boolean): void {
    this.tree.attach(node, parent, arc, upward);
    this.#order[this.size++] = node;
    this.#attachNear(node);
  }

  #attachNear(node: number): void {
    this.#attachOver(node, this.#isBetween);
  }

  #isIn(node: number): boolean {
    return node === 0 || this.tree.parent[node] !== NONE;
  }
}

/** The arcs at each node: those whose end is v are arcs[start[v]] … arcs[start[v + 1] − 1], in ascending order. */
function arcsAt(to: Int32Array, nodes: number): ArcsAt {
  const start = new Int32Array(nodes + 1);
  for (const head of to) start[head + 1]!++;
  for (let node = 0; node < nodes; node++) start[node + 1]! += start[node]!;
  const fill = start.slice();
  const arcs = new Int32Array(to.length);
  for (let arc = 0; arc < to.length; arc++) arcs[fill[to[arc]!]!++] = arc;
  return { start, arcs };
}
