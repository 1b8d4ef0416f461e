/**
 * The part of the network simplex in which all its time goes, written in AssemblyScript: a TypeScript of machine
 * numbers that becomes WebAssembly. What it does and why is told in ../simplex.ts, which alone speaks to it.
 */

import { Stretches } from './arc-stretches';
import { Arcs, TREE } from './arcs';
import { Entering } from './entering';
import { pivot } from './pivot';
import { room } from './room';
import { Tree } from './tree';

/** Prices are seen from a root whose own price wanders; before sums could become inexact, it is put back to 0. */
const FAR: f64 = 1125899906842624;

/** More units than any arc carries. */
const UNLIMITED = i32.MAX_VALUE;

let arcs: Arcs = new Arcs(0);
let tree: Tree = new Tree(0);
/** For each kind of gain, what each node asks. */
let prices: StaticArray<StaticArray<f64>> = new StaticArray<StaticArray<f64>>(0);
let stretches: Stretches = new Stretches();
let entering: Entering = new Entering(arcs, stretches, prices);

/**
 * Begins with a star: arc v < nodes leads from node v to a root outside the network.
 * @param kinds of gains that arcs have.
 */
export function begin(nodes: i32, kinds: i32): void {
  tree = new Tree(nodes);
  arcs = new Arcs(kinds);
  prices = new StaticArray<StaticArray<f64>>(kinds);
  for (let kind = 0; kind < kinds; kind++) prices[kind] = room<f64>(nodes + 1);
  stretches = new Stretches();
  entering = new Entering(arcs, stretches, prices);
  arcs.widen(nodes);
  for (let node = 0; node < nodes; node++) {
    arcs.from[node] = node;
    arcs.to[node] = nodes;
    arcs.capacity[node] = UNLIMITED;
    arcs.flow[node] = 0;
    arcs.stands[node] = TREE;
    for (let kind = 0; kind < kinds; kind++) arcs.gains[kind][node] = 0;
  }
}

/** Makes room for arcs up to a count; the new ones are to be set in the memory (see the pointers below). */
export function widen(count: i32): void {
  arcs.widen(count);
}

/**
 * Makes room for the stretches of arcs, and the parts of the network, that climbs go through (see the pointers below).
 */
export function lay(count: i32, parts: i32): void {
  stretches.lay(count, parts);
}

/**
 * Pivots until no open arc is worth anything by some kinds of gains, the first limb first.
 * Makes no room. @returns how often.
 */
export function climb(kind: i32, limbs: i32, mostPivots: i32): i32 {
  for (let limb = kind; limb < kind + limbs; limb++) tree.price(arcs.gains[limb], prices[limb]);
  entering.start(kind, limbs);
  let pivots = 0;
  for (let arc = entering.findEnteringArc(); arc >= 0 && pivots < mostPivots; arc = entering.findEnteringArc()) {
    const moved = pivot(arcs, tree, arc);
    pivots++;
    if (moved >= 0) for (let limb = kind; limb < kind + limbs; limb++) reprice(arc, moved, limb);
  }
  return pivots;
}

/** Makes an arc that has come into the tree worth nothing, by what the node below it and all below that ask. */
function reprice(arc: i32, moved: i32, kind: i32): void {
  const price = prices[kind];
  const worth = arcs.gains[kind][arc] + price[arcs.to[arc]] - price[arcs.from[arc]];
  if (worth === 0) return;
  tree.updatePotential(moved, moved === arcs.from[arc] ? worth : -worth, price);
  if (Math.abs(price[tree.root]) > FAR) tree.price(arcs.gains[kind], price);
}

/**
 * Closes the arcs of the network on which nothing may move any more without loss by a kind of gain,
 * at the prices of its last climb.
 */
export function close(kind: i32): void {
  const from = arcs.from;
  const to = arcs.to;
  const stands = arcs.stands;
  const gain = arcs.gains[kind];
  const price = prices[kind];
  for (let arc = tree.root; arc < arcs.count; arc++) {
    if (gain[arc] + price[to[arc]] - price[from[arc]] !== 0) stands[arc] = TREE;
  }
}

// Where in the memory the numbers of arcs and nodes begin, for whoever reads or sets them;
// `reserve` and `setRanges` move them.

export function from(): usize {
  return changetype<usize>(arcs.from);
}

export function to(): usize {
  return changetype<usize>(arcs.to);
}

export function capacity(): usize {
  return changetype<usize>(arcs.capacity);
}

export function flow(): usize {
  return changetype<usize>(arcs.flow);
}

export function stands(): usize {
  return changetype<usize>(arcs.stands);
}

export function gain(kind: i32): usize {
  return changetype<usize>(arcs.gains[kind]);
}

export function price(kind: i32): usize {
  return changetype<usize>(prices[kind]);
}

export function firsts(): usize {
  return changetype<usize>(stretches.firsts);
}

export function begins(): usize {
  return changetype<usize>(stretches.begins);
}

export function ends(): usize {
  return changetype<usize>(stretches.ends);
}

/** The arc between each node and its parent in the tree. */
export function above(): usize {
  return changetype<usize>(tree.arc);
}
