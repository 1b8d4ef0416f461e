/**
 * Dijkstra's algorithm over steps whose costs are a few packed numbers each (../packed-steps.ts), in AssemblyScript: a TypeScript of machine
 * numbers that becomes WebAssembly. What is asked, and what is made of an answer, is left to ../path-machine.ts, which alone speaks to it.
 */

let nodes: i32 = 0;
let limbs: i32 = 1;

// The steps from a node are those from its start to that of the next.
let starts: StaticArray<i32> = new StaticArray<i32>(0);
let heads: StaticArray<i32> = new StaticArray<i32>(0);
let costs: StaticArray<f64> = new StaticArray<f64>(0);

// How far each node is, the node before it (−1 for none), and whether it was reached for good.
let distances: StaticArray<f64> = new StaticArray<f64>(0);
let before: StaticArray<i32> = new StaticArray<i32>(0);
let isDone: StaticArray<u8> = new StaticArray<u8>(0);

/** 1 for a node that is asked about, 2 where nothing farther than all of these is wanted. */
let asked: StaticArray<u8> = new StaticArray<u8>(0);
/** Nothing farther is looked for. */
let farthest: StaticArray<f64> = new StaticArray<f64>(0);

// A heap of nodes, the nearest first, and where each node is in it.
let heap: StaticArray<i32> = new StaticArray<i32>(0);
let placeOf: StaticArray<i32> = new StaticArray<i32>(0);
let count: i32 = 0;

/** The node whose steps are looked at next; −1 for none. */
let waiting: i32 = -1;

/** Makes room, once. */
export function reserve(nodeCount: i32, stepCount: i32, limbCount: i32): void {
  nodes = nodeCount;
  limbs = limbCount;
  starts = new StaticArray<i32>(nodes + 1);
  heads = new StaticArray<i32>(stepCount);
  costs = new StaticArray<f64>(stepCount * limbs);
  distances = new StaticArray<f64>(nodes * limbs);
  before = new StaticArray<i32>(nodes);
  isDone = new StaticArray<u8>(nodes);
  asked = new StaticArray<u8>(nodes);
  farthest = new StaticArray<f64>(limbs);
  heap = new StaticArray<i32>(nodes);
  placeOf = new StaticArray<i32>(nodes);
}

export function startsAt(): usize {
  return changetype<usize>(starts);
}

export function headsAt(): usize {
  return changetype<usize>(heads);
}

export function costsAt(): usize {
  return changetype<usize>(costs);
}

export function distancesAt(): usize {
  return changetype<usize>(distances);
}

export function beforeAt(): usize {
  return changetype<usize>(before);
}

export function askedAt(): usize {
  return changetype<usize>(asked);
}

export function farthestAt(): usize {
  return changetype<usize>(farthest);
}

/** Begins at a node. Nodes that are asked about stand in the memory already. */
export function begin(start: i32): void {
  for (let at = 0; at < nodes * limbs; at++) distances[at] = Infinity;
  for (let limb = 0; limb < limbs; limb++) {
    distances[start * limbs + limb] = 0;
    farthest[limb] = Infinity;
  }
  for (let node = 0; node < nodes; node++) {
    before[node] = -1;
    isDone[node] = 0;
    placeOf[node] = -1;
  }
  count = 0;
  waiting = -1;
  raise(start);
}

/** Goes on to the next node that is asked about, the nearest first, and returns it; −1 where none is left. */
export function advance(): i32 {
  if (waiting >= 0) follow(waiting);
  while (count > 0) {
    const node = take();
    isDone[node] = 1;
    if (asked[node] !== 0) {
      waiting = node;
      return node;
    }
    follow(node);
  }
  waiting = -1;
  return -1;
}

/** Looks at the steps from a node. */
function follow(node: i32): void {
  const last = starts[node + 1];
  for (let step = starts[node]; step < last; step++) {
    const next = heads[step];
    if (isDone[next] !== 0 || !shorten(node * limbs, next * limbs, step * limbs)) continue;
    before[next] = node;
    raise(next);
    if (asked[next] === 2) findFarthest();
  }
}

/** Puts the distance by way of a step into place where it is shorter, and not farther than what is wanted; says whether. */
function shorten(from: i32, to: i32, by: i32): bool {
  let isShorter = false;
  let isNear = false;
  for (let limb = 0; limb < limbs && !(isShorter && isNear); limb++) {
    const distance = distances[from + limb] + costs[by + limb];
    if ((!isShorter && distance > distances[to + limb]) || (!isNear && distance > farthest[limb])) return false;
    if (distance < distances[to + limb]) isShorter = true;
    if (distance < farthest[limb]) isNear = true;
  }
  if (!isShorter) return false;
  for (let limb = 0; limb < limbs; limb++) distances[to + limb] = distances[from + limb] + costs[by + limb];
  return true;
}

/** Nothing farther than the farthest of the nodes that are all wanted is looked for. */
function findFarthest(): void {
  let far = -1;
  for (let node = 0; node < nodes; node++) {
    if (asked[node] === 2 && (far < 0 || isNearer(far, node))) far = node;
  }
  for (let limb = 0; limb < limbs; limb++) farthest[limb] = distances[far * limbs + limb];
}

function isNearer(one: i32, other: i32): bool {
  for (let limb = 0; limb < limbs; limb++) {
    const near = distances[one * limbs + limb];
    const far = distances[other * limbs + limb];
    if (near !== far) return near < far;
  }
  return false;
}

/** Puts a node into the heap, or to the front as far as it belongs there. */
function raise(node: i32): void {
  let place = placeOf[node];
  if (place < 0) place = count++;
  while (place > 0) {
    const above = (place - 1) >> 1;
    if (!isNearer(node, heap[above])) break;
    put(heap[above], place);
    place = above;
  }
  put(node, place);
}

/** Takes the nearest node out of the heap. */
function take(): i32 {
  const first = heap[0];
  const node = heap[--count];
  let place = 0;
  while (true) {
    let below = 2 * place + 1;
    if (below >= count) break;
    if (below + 1 < count && isNearer(heap[below + 1], heap[below])) below++;
    if (!isNearer(heap[below], node)) break;
    put(heap[below], place);
    place = below;
  }
  put(node, place);
  return first;
}

function put(node: i32, place: i32): void {
  heap[place] = node;
  placeOf[node] = place;
}
