import { room } from './room';

const NONE = -1;

/**
 * A spanning tree of arcs that hangs from a root of its own, behind the nodes of a network. Each node knows its parent
 * and the arc between them. The nodes also form a ring in which every node is followed by all that hangs below it (its
 * thread): what hangs below a node is then a stretch of the ring, which is walked without looking for children, and is
 * moved elsewhere by relinking as many stretches as the path has nodes on which it turns round.
 *
 * Source: Ahuja, Magnanti & Orlin, Network Flows (1993), §11.3 (thread indices); Barr, Glover & Klingman, Enhancements
 * of spanning tree labelling procedures for network optimization, INFOR 17 (1979), 16–34 (sizes and last nodes).
 */
export class Tree {
  root: i32;
  parent: StaticArray<i32>;
  /** The arc between a node and its parent. */
  arc: StaticArray<i32>;
  /** 1 where that arc leads from the node to its parent. */
  upward: StaticArray<u8>;
  /** How many nodes hang below a node, with itself, and the last of them on the ring. */
  private size: StaticArray<i32>;
  private last: StaticArray<i32>;
  private next: StaticArray<i32>;
  private previous: StaticArray<i32>;

  /** Hangs every node right below the root: node v by arc v, which leads to the root. */
  constructor(nodes: i32) {
    const all = nodes + 1;
    this.root = nodes;
    this.parent = room<i32>(all);
    this.arc = room<i32>(all);
    this.upward = room<u8>(all);
    this.size = room<i32>(all);
    this.last = room<i32>(all);
    this.next = room<i32>(all);
    this.previous = room<i32>(all);
    for (let node = 0; node < all; node++) {
      this.parent[node] = nodes;
      this.arc[node] = node;
      this.upward[node] = 1;
      this.size[node] = 1;
      this.last[node] = node;
      this.link(node, node === nodes ? 0 : node + 1);
    }
    this.parent[nodes] = NONE;
    this.size[nodes] = all;
    this.last[nodes] = nodes - 1;
  }

  /** The node at which the ways from u and v to the root meet. */
  findJoinNode(u: i32, v: i32): i32 {
    const parent = this.parent;
    const size = this.size;
    while (u !== v) {
      if (size[u] < size[v]) u = parent[u];
      else v = parent[v];
    }
    return u;
  }

  /**
   * Cuts the tree above `cut`, makes `node` (below the cut) the top of what came off, and
   * hangs it below `parent` by an arc.
   * @param top where the ways from `cut` and `parent` to the root meet.
   */
  updateTree(cut: i32, node: i32, parent: i32, top: i32, arc: i32, upward: u8): void {
    const size = this.size[cut];
    this.takeOff(cut, size, top);
    const last = this.turn(cut, node, size);
    this.reverse(cut, node, parent, arc, upward);
    this.putOn(node, last, parent, size, top);
  }

  /** Adds a number to the prices of a node and of all below it; or takes it from all others, where these are fewer. */
  updatePotential(top: i32, rise: f64, price: StaticArray<f64>): void {
    const below = this.size[top];
    const others = this.size[this.root] - below;
    if (below <= others) this.add(top, below, rise, price);
    else this.add(this.next[this.last[top]], others, -rise, price);
  }

  /** Adds a number to the prices of so many nodes of the ring. */
  private add(first: i32, count: i32, more: f64, price: StaticArray<f64>): void {
    const next = this.next;
    let node = first;
    for (let left = count; left > 0; left--) {
      price[node] += more;
      node = next[node];
    }
  }

  /**
   * Works out the prices at which no tree arc gains anything, seen from a root whose
   * price is 0. @param gain of all arcs.
   */
  price(gain: StaticArray<f64>, price: StaticArray<f64>): void {
    price[this.root] = 0;
    for (let node = this.next[this.root]; node !== this.root; node = this.next[node]) {
      const gained = gain[this.arc[node]];
      price[node] = price[this.parent[node]] + (this.upward[node] === 1 ? gained : -gained);
    }
  }

  /** Takes what hangs below a node out of the ring, and out of the sizes and last nodes of those above. */
  private takeOff(cut: i32, size: i32, top: i32): void {
    const last = this.last[cut];
    const before = this.previous[cut];
    this.link(before, this.next[last]);
    this.resize(this.parent[cut], top, -size);
    this.moveLast(this.parent[cut], last, before);
  }

  /** Puts a stretch of the ring behind the node that it is to hang below. */
  private putOn(first: i32, last: i32, parent: i32, size: i32, top: i32): void {
    this.link(last, this.next[parent]);
    this.link(parent, first);
    this.resize(parent, top, size);
    this.moveLast(parent, parent, last);
  }

  /** Counts more or fewer nodes below those on the way from one up to below `top`. */
  private resize(node: i32, top: i32, more: i32): void {
    const parent = this.parent;
    const size = this.size;
    for (let above = node; above !== top; above = parent[above]) size[above] += more;
  }

  /** Gives another last node to a node and those above that end with the same one. */
  private moveLast(node: i32, last: i32, other: i32): void {
    const ends = this.last;
    for (let above = node; above !== NONE && ends[above] === last; above = this.parent[above]) ends[above] = other;
  }

  /**
   * Turns what hangs below `cut` round so that `node` comes first: behind the stretch below `node` comes,
   * for each node on the way up, what hung below that but not below the one before. Sets sizes and last
   * nodes. @returns the last node of all.
   */
  private turn(cut: i32, node: i32, size: i32): i32 {
    let end = this.last[node];
    let last = end;
    let before = this.previous[node];
    let behind = this.next[end];
    let below = this.size[node];
    for (let at = node; at !== cut; ) {
      at = this.parent[at];
      const start = this.previous[at];
      const own = this.last[at];
      this.link(end, at);
      end = before;
      if (own !== last) {
        const more = this.next[own];
        this.link(end, behind);
        end = own;
        last = own;
        behind = more;
      }
      before = start;
      const rest = size - below;
      below = this.size[at];
      this.size[at] = rest;
    }
    this.size[node] = size;
    this.last[cut] = end;
    for (let at = node; at !== cut; at = this.parent[at]) this.last[at] = end;
    return end;
  }

  /** Turns the arcs on the way from `node` up to `cut` round, and gives `node` its new parent. */
  private reverse(cut: i32, node: i32, parent: i32, arc: i32, upward: u8): void {
    let at = node;
    let above = parent;
    for (;;) {
      const oldParent = this.parent[at];
      const oldArc = this.arc[at];
      const oldUpward = this.upward[at];
      this.parent[at] = above;
      this.arc[at] = arc;
      this.upward[at] = upward;
      if (at === cut) return;
      above = at;
      at = oldParent;
      arc = oldArc;
      upward = 1 - oldUpward;
    }
  }

  private link(node: i32, next: i32): void {
    this.next[node] = next;
    this.previous[next] = node;
  }
}
