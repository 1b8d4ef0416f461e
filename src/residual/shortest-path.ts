/**
 * The shortest ways through steps whose costs are vectors in lexicographic order, never below 0: Dijkstra's algorithm
 * with a heap (Dijkstra, A note on two problems in connexion with graphs, Numer. Math. 1 (1959), 269–271). A vector is
 * compared number by number, so that most steps are given up at the first one, before what comes later is worked out.
 */

/** Nodes, numbered from 0 below `size`, and the steps between them as they are followed. */
export interface SearchGraph {
  readonly size: number;
  /** Numbers in a cost. */
  readonly width: number;
  /**
   * Tells all steps from a node. @param isOpen whether a nearer way to a node could still
   * be found; others may be left out.
   * @param room what a step may cost at most on the first level; dearer ones may be left out, too.
   */
  readonly from: (node: number, isOpen: (node: number) => boolean, each: StepVisitor, room: number) => void;
}

/** Hears of a step from a node. `costAt` gives what it costs on one level after the other. */
export type StepVisitor = (next: number, costAt: (level: number) => number) => void;

/** What was found so far: how far each node is, and the node before it; −1 at the start and where none is known. */
export interface ShortestPathTree {
  readonly before: Int32Array;
  readonly distanceTo: (node: number) => Float64Array;
}

/**
 * @param isEnough is asked of each node when it is reached for good, the nearest first; true ends the search.
 * @param bound nothing as far as that, or farther, is looked for; null for no bound.
 * @returns what was found until then; of nodes that were not asked about, a way that may not be the shortest.
 */
export function findShortestPaths(
  ground: SearchGraph,
  start: number,
  isEnough: (node: number, found: ShortestPathTree) => boolean,
  bound: ArrayLike<number> | null = null,
): ShortestPathTree {
  const { size, width } = ground;
  const distances = new Float64Array(size * width);
  if (bound !== null) for (let at = 0; at < distances.length; at++) distances[at] = bound[at % width]!;
  distances.fill(0, start * width, (start + 1) * width);
  const before = new Int32Array(size).fill(-1);
  const isDone = new Uint8Array(size);
  const heap = new Heap(size, (a, b) => compareVectorsAt(distances, a * width, distances, b * width, width));
  const distanceTo = (node: number) => distances.subarray(node * width, (node + 1) * width);
  const found = { before, distanceTo };
  const isOpen = (node: number) => isDone[node] === 0;
  heap.add(start);
  for (let node = heap.take(); node >= 0; node = heap.take()) {
    isDone[node] = 1;
    if (isEnough(node, found)) return found;
    const enter: StepVisitor = (next, costAt) => {
      if (isDone[next] === 1) return;
      const isNew = bound === null && !heap.has(next);
      if (!shorten(distances, node * width, next * width, width, costAt, isNew)) return;
      before[next] = node;
      heap.add(next);
      // As near as the nearest: no later way there is shorter.
      if (compareVectorsAt(distances, node * width, distances, next * width, width) === 0) isDone[next] = 1;
    };
    ground.from(node, isOpen, enter, bound === null ? Number.POSITIVE_INFINITY : bound[0]! - distances[node * width]!);
  }
  return found;
}

/** Puts the distance by way of a node into place where it is shorter, and says whether. */
function shorten(
  distances: Float64Array,
  from: number,
  to: number,
  width: number,
  costAt: (level: number) => number,
  isNew: boolean,
): boolean {
  let isShorter = isNew;
  for (let level = 0; level < width; level++) {
    const distance = distances[from + level]! + costAt(level);
    if (!isShorter) {
      if (distance > distances[to + level]!) return false;
      if (distance === distances[to + level]!) continue;
      isShorter = true;
    }
    distances[to + level] = distance;
  }
  return isShorter;
}

/** Less than 0 where the first vector is less than the other, in lexicographic order of so many numbers. */
export function compareVectors(one: ArrayLike<number>, other: ArrayLike<number>, width: number): number {
  return compareVectorsAt(one, 0, other, 0, width);
}

function compareVectorsAt(
  one: ArrayLike<number>,
  at: number,
  other: ArrayLike<number>,
  from: number,
  width: number,
): number {
  for (let level = 0; level < width; level++) {
    const found = one[at + level]! - other[from + level]!;
    if (found !== 0) return found;
  }
  return 0;
}

/**
 * Numbers below a size, the smallest by an order first; where one is said to stand further in front, it is added again.
 */
class Heap {
  readonly #order: (a: number, b: number) => number;
  readonly #items: number[] = [];
  readonly #positionOf: Int32Array;

  constructor(size: number, order: (a: number, b: number) => number) {
    this.#order = order;
    this.#positionOf = new Int32Array(size).fill(-1);
  }

  has(item: number): boolean {
    return this.#positionOf[item]! >= 0;
  }

  add(item: number): void {
    if (!this.has(item)) this.#positionOf[item] = this.#items.push(item) - 1;
    let position = this.#positionOf[item]!;
    while (position > 0) {
      const above = (position - 1) >> 1;
      if (this.#order(this.#items[above]!, item) <= 0) break;
      this.#put(this.#items[above]!, position);
      position = above;
    }
    this.#put(item, position);
  }

  /** Takes the first one out; −1 where there is none. */
  take(): number {
    const first = this.#items[0];
    const last = this.#items.pop();
    if (first === undefined || last === undefined) return -1;
    this.#positionOf[first] = -1;
    if (this.#items.length > 0) this.#moveDown(last);
    return first;
  }

  #moveDown(item: number): void {
    const items = this.#items;
    let position = 0;
    for (;;) {
      let below = 2 * position + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && this.#order(items[below + 1]!, items[below]!) < 0) below++;
      if (this.#order(item, items[below]!) <= 0) break;
      this.#put(items[below]!, position);
      position = below;
    }
    this.#put(item, position);
  }

  #put(item: number, position: number): void {
    this.#items[position] = item;
    this.#positionOf[item] = position;
  }
}
