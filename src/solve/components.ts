/**
 * The parts of a network that only meet at its root. What flows in one of them is nothing to the
 * others, so that their arcs are looked through part by part: near each other in memory, and in as many
 * blocks as the part has, not the whole.
 *
 * Source: disjoint sets with path halving (Tarjan & van Leeuwen, J. ACM 31 (1984), 245–281).
 */
export class Components {
  readonly #above: Int32Array;

  /** @param nodes of the network; node 0 is the root, and in no part. */
  constructor(nodes: number) {
    this.#above = Int32Array.from({ length: nodes }, (_, node) => node);
  }

  /** Notes that an arc leads between two nodes. */
  join(from: number, to: number): void {
    if (from === 0 || to === 0) return;
    const one = this.#findRoot(from);
    const other = this.#findRoot(to);
    this.#above[Math.max(one, other)] = Math.min(one, other);
  }

  /** The part that an arc is in, by one of its nodes. */
  findComponent(from: number, to: number): number {
    return this.#findRoot(from === 0 ? to : from);
  }

  #findRoot(node: number): number {
    const above = this.#above;
    let at = node;
    while (above[at] !== at) {
      above[at] = above[above[at]!]!;
      at = above[at]!;
    }
    return at;
  }
}
