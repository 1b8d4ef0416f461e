/**
 * Dijkstra's algorithm over steps whose costs are a few packed numbers each (../packed-steps.ts), in AssemblyScript: a
 * TypeScript of machine numbers that becomes WebAssembly. What is asked, and what is made of an answer, is left to
 * ../wasm.ts, which alone speaks to it.
 */

let nodes: i32 = 0;
let limbs: i32 = 1;

/** Steps, node after node: those from a node are those from its start to that of the next, the cheapest first. */
class Steps {
  starts: StaticArray<i32> = new StaticArray<i32>(0);
  heads: StaticArray<i32> = new StaticArray<i32>(0);
  /** A few numbers each. */
  costs: StaticArray<f64> = new StaticArray<f64>(0);
}

/** Each step, and the same the other way. */
const onwards = new Steps();
const back = new Steps();
let steps = onwards;

const GAPS: StaticArray<i32> = [1750, 701, 301, 132, 57, 23, 10, 4, 1];

/** Of each node, where those of its steps start that begin a tandem, and what it is priced at, a number a level. */
let begins: StaticArray<i32> = new StaticArray<i32>(0);
let prices: StaticArray<f64> = new StaticArray<f64>(0);

// How far each node is, the node before it (−1 for none), and whether it was reached for good.
let distances: StaticArray<f64> = new StaticArray<f64>(0);
let before: StaticArray<i32> = new StaticArray<i32>(0);
let isDone: StaticArray<u8> = new StaticArray<u8>(0);

/** 1 for a node that is asked about, 2 where nothing farther than all of these is wanted. */
let asked: StaticArray<u8> = new StaticArray<u8>(0);
/** Which packed number each level goes into, and what its unit counts there. */
let limbOf: StaticArray<i32> = new StaticArray<i32>(0);
let unitOf: StaticArray<f64> = new StaticArray<f64>(0);

/** Nothing farther is looked for. */
let farthest: StaticArray<f64> = new StaticArray<f64>(0);

/** How long the round trip from the start by each node is that one step from there closes, where it was found. */
let trips: StaticArray<f64> = new StaticArray<f64>(0);
/** The nodes of the shortest trips, the shortest first. */
let kept: StaticArray<i32> = new StaticArray<i32>(0);

// A heap of nodes, the nearest first, and where each node is in it.
let heap: StaticArray<i32> = new StaticArray<i32>(0);
let placeOf: StaticArray<i32> = new StaticArray<i32>(0);
let count: i32 = 0;

/** The node whose steps are looked at next; −1 for none. */
let waiting: i32 = -1;

/** Makes room, once. @param stepCount steps at most. @param width numbers in a cost, before they are packed. */
export function reserve(nodeCount: i32, stepCount: i32, width: i32): void {
  nodes = nodeCount;
  onwards.starts = new StaticArray<i32>(nodes + 1);
  onwards.heads = new StaticArray<i32>(stepCount);
  onwards.costs = new StaticArray<f64>(stepCount * width);
  begins = new StaticArray<i32>(nodes);
  prices = new StaticArray<f64>(nodes * (width - 1));
  limbOf = new StaticArray<i32>(width);
  unitOf = new StaticArray<f64>(width);
  before = new StaticArray<i32>(nodes);
  isDone = new StaticArray<u8>(nodes);
  asked = new StaticArray<u8>(nodes);
  heap = new StaticArray<i32>(nodes);
  placeOf = new StaticArray<i32>(nodes);
}

export function startsAt(): usize {
  return changetype<usize>(onwards.starts);
}

export function beginsAt(): usize {
  return changetype<usize>(begins);
}

export function headsAt(): usize {
  return changetype<usize>(onwards.heads);
}

export function costsAt(): usize {
  return changetype<usize>(onwards.costs);
}

export function pricesAt(): usize {
  return changetype<usize>(prices);
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

export function keptAt(): usize {
  return changetype<usize>(kept);
}

export function limbOfAt(): usize {
  return changetype<usize>(limbOf);
}

export function unitOfAt(): usize {
  return changetype<usize>(unitOf);
}

/** Makes of what pairs count what beginning a tandem costs: what both are priced at, less that; and last one change. */
export function addPrices(width: i32): void {
  const levels = width - 1;
  const costs = onwards.costs;
  for (let node = 0; node < nodes; node++) {
    for (let step = begins[node]; step < onwards.starts[node + 1]; step++) {
      const own = node * levels;
      const other = onwards.heads[step] * levels;
      const first = step * width;
      for (let level = 0; level < levels; level++) {
        costs[first + level] = prices[own + level] + prices[other + level] - costs[first + level];
      }
      costs[first + levels] = 1;
    }
  }
}

/** The largest number of a level, in absolute value; −1 where one is not whole. */
export function findLargest(level: i32, width: i32): f64 {
  const last = onwards.starts[nodes] * width;
  let most = 0.0;
  for (let at = level; at < last; at += width) {
    const size = Math.abs(onwards.costs[at]);
    if (!(Math.floor(size) === size) || size === Infinity) return -1;
    if (size > most) most = size;
  }
  return most;
}

/**
 * Packs the costs, where they stand: of each step its numbers have been read when its limbs are
 * written. Then turns the steps round, and puts them in order.
 */
export function pack(width: i32, limbCount: i32): void {
  limbs = limbCount;
  const costs = onwards.costs;
  const last = onwards.starts[nodes];
  const sums = new StaticArray<f64>(limbs);
  for (let step = 0; step < last; step++) {
    for (let limb = 0; limb < limbs; limb++) sums[limb] = 0;
    for (let level = 0; level < width; level++) sums[limbOf[level]] += costs[step * width + level] * unitOf[level];
    for (let limb = 0; limb < limbs; limb++) costs[step * limbs + limb] = sums[limb];
  }
  turn(last);
  sort(onwards);
  sort(back);
  distances = new StaticArray<f64>(nodes * limbs);
  trips = new StaticArray<f64>(nodes * limbs);
  farthest = new StaticArray<f64>(limbs);
  kept = new StaticArray<i32>(nodes);
}

function turn(stepCount: i32): void {
  const starts = new StaticArray<i32>(nodes + 1);
  const free = new StaticArray<i32>(nodes + 1);
  back.heads = new StaticArray<i32>(stepCount);
  back.costs = new StaticArray<f64>(stepCount * limbs);
  for (let step = 0; step < stepCount; step++) starts[onwards.heads[step] + 1]++;
  for (let node = 0; node < nodes; node++) {
    starts[node + 1] += starts[node];
    free[node] = starts[node];
  }
  for (let node = 0; node < nodes; node++) {
    for (let step = onwards.starts[node]; step < onwards.starts[node + 1]; step++) {
      const at = free[onwards.heads[step]]++;
      back.heads[at] = node;
      for (let limb = 0; limb < limbs; limb++) back.costs[at * limbs + limb] = onwards.costs[step * limbs + limb];
    }
  }
  back.starts = starts;
}

/** Puts the steps from each node in order, the cheapest first, by Shell's method with Ciura's gaps. */
function sort(all: Steps): void {
  for (let node = 0; node < nodes; node++) {
    const first = all.starts[node];
    const end = all.starts[node + 1];
    for (let nth = 0; nth < GAPS.length; nth++) {
      const gap = GAPS[nth];
      for (let from = first + gap; from < end; from++) {
        for (let at = from; at - gap >= first && isNearer(all.costs, at, at - gap); at -= gap) swap(all, at, at - gap);
      }
    }
  }
}

function swap(all: Steps, one: i32, other: i32): void {
  const head = all.heads[one];
  all.heads[one] = all.heads[other];
  all.heads[other] = head;
  for (let limb = 0; limb < limbs; limb++) {
    const cost = all.costs[one * limbs + limb];
    all.costs[one * limbs + limb] = all.costs[other * limbs + limb];
    all.costs[other * limbs + limb] = cost;
  }
}

/** Begins at a node. Nodes that are asked about stand in the memory already. */
export function begin(start: i32, isBack: bool): void {
  steps = isBack ? back : onwards;
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

/**
 * Finds the shortest round trips from a node that a step from a node in question closes: as many as are wanted, and all
 * that are as short as the last of them. How far the nodes are, and which is before them, is known then. @returns how
 * many: the nodes stand in `kept`.
 */
export function findTrips(start: i32, isBack: bool, wanted: i32): i32 {
  begin(start, isBack);
  const closing = isBack ? onwards : back;
  for (let node = 0; node < nodes; node++) trips[node * limbs] = Infinity;
  for (let step = closing.starts[start]; step < closing.starts[start + 1]; step++) {
    const node = closing.heads[step];
    for (let limb = 0; limb < limbs; limb++) trips[node * limbs + limb] = closing.costs[step * limbs + limb];
  }
  let found = 0;
  while (count > 0) {
    const node = take();
    if (found >= wanted && isBeyond(distances, node)) break;
    isDone[node] = 1;
    if (asked[node] !== 0 && trips[node * limbs] !== Infinity) {
      for (let limb = 0; limb < limbs; limb++) trips[node * limbs + limb] += distances[node * limbs + limb];
      if (found < wanted || !isBeyond(trips, node)) found = keep(node, found, wanted);
    }
    follow(node);
  }
  return found;
}

/** Puts a node among those of the shortest trips, and those out that are longer than the last one that is wanted. */
function keep(node: i32, found: i32, wanted: i32): i32 {
  let place = found;
  for (; place > 0 && isNearer(trips, node, kept[place - 1]); place--) kept[place] = kept[place - 1];
  kept[place] = node;
  if (found + 1 < wanted) return found + 1;
  const last = kept[wanted - 1] * limbs;
  for (let limb = 0; limb < limbs; limb++) farthest[limb] = trips[last + limb];
  let end = found + 1;
  while (isBeyond(trips, kept[end - 1])) end--;
  return end;
}

/** Whether a node is beyond what is looked for. */
function isBeyond(lengths: StaticArray<f64>, node: i32): bool {
  for (let limb = 0; limb < limbs; limb++) {
    const length = lengths[node * limbs + limb];
    if (length !== farthest[limb]) return length > farthest[limb];
  }
  return false;
}

/** Looks at the steps from a node. */
function follow(node: i32): void {
  const heads = steps.heads;
  const costs = steps.costs;
  const last = steps.starts[node + 1];
  for (let step = steps.starts[node]; step < last; step++) {
    if (isTooFar(costs, node * limbs, step * limbs)) break;
    const next = heads[step];
    if (isDone[next] !== 0 || !shorten(costs, node * limbs, next * limbs, step * limbs)) continue;
    before[next] = node;
    raise(next);
    if (asked[next] === 2) findFarthest();
  }
}

/** Whether a step leads farther than what is looked for, and those behind it, too, which cost no less. */
function isTooFar(costs: StaticArray<f64>, from: i32, by: i32): bool {
  for (let limb = 0; limb < limbs; limb++) {
    const distance = distances[from + limb] + costs[by + limb];
    if (distance !== farthest[limb]) return distance > farthest[limb];
  }
  return false;
}

/** Puts the distance by way of a step into place where it is shorter; says whether. */
function shorten(costs: StaticArray<f64>, from: i32, to: i32, by: i32): bool {
  for (let limb = 0; limb < limbs; limb++) {
    const distance = distances[from + limb] + costs[by + limb];
    if (distance > distances[to + limb]) return false;
    if (distance < distances[to + limb]) {
      for (let each = 0; each < limbs; each++) distances[to + each] = distances[from + each] + costs[by + each];
      return true;
    }
  }
  return false;
}

/** Nothing farther than the farthest of the nodes that are all wanted is looked for. */
function findFarthest(): void {
  let far = -1;
  for (let node = 0; node < nodes; node++) {
    if (asked[node] === 2 && (far < 0 || isNearer(distances, far, node))) far = node;
  }
  for (let limb = 0; limb < limbs; limb++) farthest[limb] = distances[far * limbs + limb];
}

function isNearer(lengths: StaticArray<f64>, one: i32, other: i32): bool {
  for (let limb = 0; limb < limbs; limb++) {
    const near = lengths[one * limbs + limb];
    const far = lengths[other * limbs + limb];
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
    if (!isNearer(distances, node, heap[above])) break;
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
    if (below + 1 < count && isNearer(distances, heap[below + 1], heap[below])) below++;
    if (!isNearer(distances, heap[below], node)) break;
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
