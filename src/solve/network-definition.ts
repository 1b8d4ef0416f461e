/**
 * A circulation network with gains on several levels.
 *
 * Notation. Nodes are 0 … nodes−1, node 0 is the root. Arc a leads from `from[a]` to `to[a]`, carries 0 … capacity[a]
 * units, and each unit gains `gains[l][a]` on level l. A circulation is a flow that every node passes on in full.
 * Wanted is one whose vector of gains, level by level, is lexicographically largest: level 1 first, then level 2
 * without giving up anything of level 1, and so on.
 *
 * All numbers are integers.
 */
export interface Network {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly capacity: Int32Array;
  readonly gains: readonly Gains[];
}

/** Integers, an arc each, in numbers as wide as they need. */
export type Gains = Int8Array | Int32Array | Float64Array;

/** A largest circulation: units on each arc, the price of each node on each level, and what each level gains in all. */
export interface Solution {
  readonly flow: Int32Array;
  readonly prices: readonly Float64Array[];
  readonly values: readonly number[];
}

/**
 * What one unit more on arc a gains on a level at these prices: its own gain, and the rise in price from tail to head.
 */
export function computeReducedGain(network: Network, gain: Gains, price: Float64Array, arc: number): number {
  return gain[arc]! + price[network.to[arc]!]! - price[network.from[arc]!]!;
}

/** The largest of some gains, or prices, in absolute value. */
export function findLargest(numbers: Gains): number {
  let most = 0;
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!;
    if (number > most) most = number;
    else if (number < -most) most = -number;
  }
  return most;
}

/** What a flow gains on each level. */
export function sumGains(network: Network, flow: Int32Array): number[] {
  return network.gains.map((gain: Gains) => flow.reduce((sum, units, arc) => sum + units * gain[arc]!, 0));
}

/**
 * The first level on which sums could leave the integers that a double holds exactly, or −1. A price is the gain of a
 * path, so at most nodes × the largest gain, and some prices are added to judge an arc: 2^48 leaves room for 16 of
 * them. A value is at most the sum, over nodes, of the largest gain of an arc into the node times the units that can
 * pass it; that is looked at only where the largest gain of all, times all these units, would be too much.
 */
export function findUnsafeLevel(network: Network): number {
  const passing = boundThroughput(network);
  const units = passing.reduce((sum, own) => sum + own, 0);
  return network.gains.findIndex(gain => {
    const largest = findLargest(gain);
    if (largest * network.nodes > 2 ** 48) return true;
    return largest * units > Number.MAX_SAFE_INTEGER && boundValue(network, gain, passing) > Number.MAX_SAFE_INTEGER;
  });
}

/** The most that a level can be worth in all. */
function boundValue({ nodes, to }: Network, gain: Gains, passing: Float64Array): number {
  const largestInto = new Float64Array(nodes);
  for (let arc = 0; arc < gain.length; arc++) {
    largestInto[to[arc]!] = Math.max(largestInto[to[arc]!]!, Math.abs(gain[arc]!));
  }
  return largestInto.reduce((sum, units, node) => sum + units * passing[node]!, 0);
}

/** The most units that can pass each node. */
function boundThroughput({ nodes, from, to, capacity }: Network): Float64Array {
  const into = new Float64Array(nodes);
  const out = new Float64Array(nodes);
  for (let arc = 0; arc < capacity.length; arc++) {
    into[to[arc]!]! += capacity[arc]!;
    out[from[arc]!]! += capacity[arc]!;
  }
  return into.map((units, node) => Math.min(units, out[node]!));
}
