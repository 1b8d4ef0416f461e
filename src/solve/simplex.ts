/**
 * Lexicographic network simplex: the circulation whose gains are largest, level by level, and the prices that prove it.
 *
 * Method. A basis is a spanning tree of arcs; every other arc is empty or full. The tree fixes a price for each node on
 * each level (tree arcs gain nothing at these prices). An arc outside the tree whose reduced gain has the wrong sign
 * closes a cycle with the tree; pushing flow around it until an arc blocks, and exchanging the two arcs, is a pivot.
 * A level is optimal when no arc has the wrong sign left. The next level may then only use arcs whose reduced gain is 0
 * on every level before: pivots with them leave the earlier prices, and so the earlier proofs, as they are. Nothing is
 * ever folded into large weights, so the numbers stay as small as the levels themselves.
 *
 * Start. No flow, and a tree of paths to the root: every node can push flow rootwards, which makes the tree strongly
 * feasible. The choice of the leaving arc (the last blocking one, seen from the top of the cycle along the push) keeps it
 * so, and strongly feasible trees never cycle.
 *
 * Complexity. Exponential in theory like every primal simplex; in practice pivots grow about in step with the arcs. A
 * pivot costs the list of arcs compared and the subtree that moves. Memory: 9 bytes an arc and 45 a node besides the network.
 *
 * Cannot detect: a network that breaks the assumptions of network.ts (except for nodes without a path to the root).
 *
 * Sources: Ahuja, Magnanti & Orlin, Network Flows (1993), §11.5 (network simplex) and §11.6 (strongly feasible trees);
 * Cunningham, A network simplex method, Math. Programming 11 (1976), 105–116 (leaving arc); Király & Kovács, Efficient
 * implementations of minimum-cost flow algorithms, Acta Univ. Sapientiae Informatica 4 (2012), §4 (candidate lists).
 * The levels are those of lexicographic goal programming: Isermann, Linear lexicographic optimization, OR Spektrum 4
 * (1982), 223–228.
 */
import { type Network, reducedGain, type Solution, valuesOf } from './network.ts';
import { type Tree, treeToRoot } from './tree.ts';

/** Where an arc stands: in the tree, or outside it and empty or full. The sign is that of a gain worth having. */
const EMPTY = 1;
const INSIDE = 0;
const FULL = -1;

/** @throws Error if a node has no path to the root. */
export function solve(network: Network): Solution {
  const tree = treeToRoot(network);
  const flow = new Int32Array(network.from.length);
  const stands = new Int8Array(network.from.length).fill(EMPTY);
  for (let node = 1; node < network.nodes; node++) stands[tree.arc[node]!] = INSIDE;
  let open = Int32Array.from(network.from.keys()).filter(arc => network.capacity[arc]! > 0);
  const rough = roughGain(network);
  climb(network, rough, tree.prices(rough), { tree, flow, stands, open });
  const prices = network.gains.map(gain => {
    const price = tree.prices(gain);
    climb(network, gain, price, { tree, flow, stands, open });
    open = open.filter(arc => reducedGain(network, gain, price, arc) === 0);
    return price;
  });
  return { flow, prices, values: valuesOf(network, flow) };
}

/** How much more a unit of a level counts than the largest gain on the next, when levels are folded roughly. */
const ROUGHLY = 4;

/**
 * The first levels folded into one gain, as many as fit into exact integers. It is no exact image of the levels, and needs
 * not be: climbing it only leads to a basis from which the levels have little left to do. (Level by level from no flow, the
 * first levels, on which most arcs are worth the same, grow deep trees: ten times as slow with 1,000 × 1,500 people.)
 */
function roughGain({ nodes, from, gains }: Network): Float64Array {
  const steps = gains.map(
    gain =>
      ROUGHLY *
      Math.max(
        1,
        gain.reduce((most, units) => Math.max(most, Math.abs(units)), 0),
      ),
  );
  let room = Number.MAX_SAFE_INTEGER / (4 * nodes);
  const folded = steps.findIndex(step => {
    room /= step;
    return room < 1;
  });
  const rough = new Float64Array(from.length);
  let weight = 1;
  for (let level = (folded < 0 ? gains.length : folded) - 1; level >= 0; level--) {
    for (let arc = 0; arc < rough.length; arc++) rough[arc]! += weight * gains[level]![arc]!;
    weight *= steps[level]!;
  }
  return rough;
}

interface State {
  readonly tree: Tree;
  readonly flow: Int32Array;
  readonly stands: Int8Array;
  /** The arcs that earlier levels leave free. */
  readonly open: Int32Array;
}

/** Pivots until no open arc has the wrong sign on this level. */
function climb(network: Network, gain: Float64Array, price: Float64Array, state: State): void {
  const search = listSearch(network, gain, price, state);
  for (let entering = search(); entering >= 0; entering = search()) {
    pivot(network, price, state, entering, reducedGain(network, gain, price, entering));
  }
}

/**
 * Finds an arc worth pivoting on: the best of a short list, which is filled by walking on over all arcs when nothing in it
 * is worth anything any more. −1 is said only after a whole walk without a find.
 */
function listSearch(network: Network, gain: Float64Array, price: Float64Array, state: State): () => number {
  const { from, to } = network;
  const { stands, open } = state;
  const list = new Int32Array(Math.max(16, Math.ceil(Math.sqrt(open.length) / 4)));
  let size = 0;
  let next = 0;
  const worthOf = (arc: number) => stands[arc]! * (gain[arc]! + price[to[arc]!]! - price[from[arc]!]!);
  const fill = () => {
    for (let seen = 0; seen < open.length && size < list.length; seen++) {
      if (next === open.length) next = 0;
      const arc = open[next++]!;
      if (worthOf(arc) > 0) list[size++] = arc;
    }
  };
  /** The best of the list, which keeps only what is still worth something. */
  const best = () => {
    let found = -1;
    let most = 0;
    let kept = 0;
    for (let place = 0; place < size; place++) {
      const arc = list[place]!;
      const worth = worthOf(arc);
      if (worth > 0) list[kept++] = arc;
      if (worth > most) {
        most = worth;
        found = arc;
      }
    }
    size = kept;
    return found;
  };
  return () => {
    const found = best();
    if (found >= 0) return found;
    fill();
    return best();
  };
}

/** Pushes flow around the cycle that the entering arc closes, and exchanges it for the arc that blocks. */
function pivot(network: Network, price: Float64Array, state: State, entering: number, worth: number): void {
  const { tree, flow, stands } = state;
  const forward = stands[entering] === EMPTY;
  const tail = forward ? network.from[entering]! : network.to[entering]!;
  const head = forward ? network.to[entering]! : network.from[entering]!;
  const top = tree.meeting(tail, head);
  const block = blocking(network, state, entering, tail, head, top);
  push(state, entering, forward ? block.units : -block.units, block.units, tail, head, top);
  if (block.node < 0) {
    stands[entering] = forward ? FULL : EMPTY;
    return;
  }
  const leaving = tree.arc[block.node]!;
  stands[entering] = INSIDE;
  stands[leaving] = flow[leaving] === 0 ? EMPTY : FULL;
  const moved = block.onTailSide ? tail : head;
  const rise = moved === network.from[entering] ? worth : -worth;
  tree.rehang(block.node, moved, block.onTailSide ? head : tail, entering, network.from[entering] === moved);
  tree.raise(moved, rise, price);
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
function blocking(network: Network, state: State, entering: number, tail: number, head: number, top: number): Block {
  const { tree, flow } = state;
  const { capacity } = network;
  let units = capacity[entering]!;
  let node = -1;
  let onTailSide = false;
  for (let v = tail; v !== top; v = tree.parent[v]!) {
    const arc = tree.arc[v]!;
    const room = tree.upward[v] === 1 ? flow[arc]! : capacity[arc]! - flow[arc]!;
    if (room < units) {
      units = room;
      node = v;
      onTailSide = true;
    }
  }
  for (let v = head; v !== top; v = tree.parent[v]!) {
    const arc = tree.arc[v]!;
    const room = tree.upward[v] === 1 ? capacity[arc]! - flow[arc]! : flow[arc]!;
    if (room <= units) {
      units = room;
      node = v;
      onTailSide = false;
    }
  }
  return { units, node, onTailSide };
}

function push(state: State, entering: number, change: number, units: number, tail: number, head: number, top: number) {
  if (units === 0) return;
  const { tree, flow } = state;
  flow[entering]! += change;
  for (let v = tail; v !== top; v = tree.parent[v]!) flow[tree.arc[v]!]! += tree.upward[v] === 1 ? -units : units;
  for (let v = head; v !== top; v = tree.parent[v]!) flow[tree.arc[v]!]! += tree.upward[v] === 1 ? units : -units;
}
