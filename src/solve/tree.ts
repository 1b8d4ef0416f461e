const NONE = -1;

/**
 * A spanning tree of arcs that hangs from a root of its own, behind the nodes of a network. Each node knows its parent and the arc
 * between them. The nodes also form a ring in which every node is followed by all that hangs below it (its thread): what hangs
 * below a node is then a stretch of the ring, which is walked without looking for children, and is moved elsewhere by relinking
 * as many stretches as the path has nodes on which it turns round.
 *
 * Source: Ahuja, Magnanti & Orlin, Network Flows (1993), §11.3 (thread indices); Barr, Glover & Klingman, Enhancements of
 * spanning tree labelling procedures for network optimization, INFOR 17 (1979), 16–34 (sizes and last nodes).
 */
export class Tree {
  readonly root: number;
  readonly parent: Int32Array;
  /** The arc between a node and its parent. */
  readonly arc: Int32Array;
  /** 1 where that arc leads from the node to its parent. */
  readonly upward: Uint8Array;
  /** How many nodes hang below a node, with itself, and the last of them on the ring. */
  readonly #size: Int32Array;
  readonly #last: Int32Array;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  /** Hangs every node right below the root: node v by arc v, which leads to the root. */
  constructor(nodes: number) {
    this.root = nodes;
    this.parent = new Int32Array(nodes + 1).fill(nodes);
    this.parent[nodes] = NONE;
    this.arc = Int32Array.from({ length: nodes + 1 }, (_, node) => node);
    this.upward = new Uint8Array(nodes + 1).fill(1);
    this.#size = new Int32Array(nodes + 1).fill(1);
    this.#size[nodes] = nodes + 1;
    this.#last = this.arc.slice();
    this.#last[nodes] = nodes - 1;
    this.#next = this.arc.map(node => (node + 1) % (nodes + 1));
    this.#previous = this.arc.map(node => (node + nodes) % (nodes + 1));
  }

  /** The node at which the ways from u and v to the root meet. */
  meeting(u: number, v: number): number {
    const { parent } = this;
    const size = this.#size;
    while (u !== v) {
      if (size[u]! < size[v]!) u = parent[u]!;
      else v = parent[v]!;
    }
    return u;
  }

  /**
   * Cuts the tree above `cut`, makes `node` (below the cut) the top of what came off, and hangs it below `parent`.
   * @param top where the ways from `cut` and `parent` to the root meet.
   */
  rehang({ cut, node, parent, top }: Move, arc: number, upward: boolean): void {
    const size = this.#size[cut]!;
    this.#takeOff(cut, size, top);
    const last = this.#turn(cut, node, size);
    this.#reverse(cut, node, parent, arc, upward);
    this.#putOn(node, last, parent, size, top);
  }

  /** Adds a number to the prices of a node and of all below it. */
  raise(top: number, rise: number, price: Float64Array): void {
    const next = this.#next;
    for (let node = top, left = this.#size[top]!; left > 0; left--, node = next[node]!) price[node]! += rise;
  }

  /** The prices at which no tree arc gains anything: the root's is 0. @param gain of all arcs. */
  prices(gain: Float64Array): Float64Array {
    const price = new Float64Array(this.parent.length);
    for (let node = this.#next[this.root]!; node !== this.root; node = this.#next[node]!) {
      const gained = gain[this.arc[node]!]!;
      price[node] = price[this.parent[node]!]! + (this.upward[node] === 1 ? gained : -gained);
    }
    return price;
  }

  /** Takes what hangs below a node out of the ring, and out of the sizes and last nodes of those above. */
  #takeOff(cut: number, size: number, top: number): void {
    const last = this.#last[cut]!;
    const before = this.#previous[cut]!;
    this.#link(before, this.#next[last]!);
    const parent = this.parent[cut]!;
    for (let above = parent; above !== top; above = this.parent[above]!) this.#size[above]! -= size;
    this.#moveLast(parent, last, before);
  }

  /** Puts a stretch of the ring behind the node that it is to hang below. */
  #putOn(first: number, last: number, parent: number, size: number, top: number): void {
    this.#link(last, this.#next[parent]!);
    this.#link(parent, first);
    for (let above = parent; above !== top; above = this.parent[above]!) this.#size[above]! += size;
    this.#moveLast(parent, parent, last);
  }

  /** Gives another last node to a node and those above that end with the same one. */
  #moveLast(node: number, last: number, other: number): void {
    for (let above = node; above !== NONE && this.#last[above] === last; above = this.parent[above]!) {
      this.#last[above] = other;
    }
  }

  /**
   * Turns what hangs below `cut` round so that `node` comes first: behind the stretch below `node` comes, for each node on the way up, what
   * hung below that but not below the one before. Sets sizes and last nodes. @returns the last node of all.
   */
  #turn(cut: number, node: number, size: number): number {
    let end = this.#last[node]!;
    let last = end;
    let before = this.#previous[node]!;
    let behind = this.#next[end]!;
    let below = this.#size[node]!;
    for (let at = node; at !== cut; ) {
      at = this.parent[at]!;
      const [start, own] = [this.#previous[at]!, this.#last[at]!];
      this.#link(end, at);
      end = before;
      if (own !== last) {
        const more = this.#next[own]!;
        this.#link(end, behind);
        [end, last, behind] = [own, own, more];
      }
      before = start;
      const rest = size - below;
      below = this.#size[at]!;
      this.#size[at] = rest;
    }
    this.#size[node] = size;
    for (let at = node; ; at = this.parent[at]!) {
      this.#last[at] = end;
      if (at === cut) return end;
    }
  }

  /** Turns the arcs on the way from `node` up to `cut` round, and gives `node` its new parent. */
  #reverse(cut: number, node: number, parent: number, arc: number, upward: boolean): void {
    let newUpward = upward ? 1 : 0;
    for (let at = node; ; ) {
      const [above, oldArc, oldUpward] = [this.parent[at]!, this.arc[at]!, this.upward[at]!];
      this.parent[at] = parent;
      this.arc[at] = arc;
      this.upward[at] = newUpward;
      if (at === cut) return;
      parent = at;
      arc = oldArc;
      newUpward = 1 - oldUpward;
      at = above;
    }
  }

  #link(node: number, next: number): void {
    this.#next[node] = next;
    this.#previous[next] = node;
  }
}

/** What moves when an arc of a tree is exchanged: what hangs below `cut`, with `node` as its new top, to below `parent`. */
export interface Move {
  readonly cut: number;
  readonly node: number;
  readonly parent: number;
  readonly top: number;
}
