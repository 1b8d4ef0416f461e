/**
 * Shortest ways through packed steps, found by WebAssembly (assembly/): of a small run most searches are over before V8
 * has made the same loops fast in JavaScript.
 */
import { loadModule } from './assembled.ts';
import type { Direction } from './nodes.ts';
import { choosePacking, type Packing, unpack } from './packed-steps.ts';
import type { ShortestPathTree } from './shortest-path.ts';

/** What is used of what TypeScript only knows of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

type Addresses =
  | 'startsAt'
  | 'beginsAt'
  | 'headsAt'
  | 'costsAt'
  | 'pricesAt'
  | 'limbOfAt'
  | 'unitOfAt'
  | 'distancesAt'
  | 'beforeAt'
  | 'askedAt'
  | 'keptAt';

/** What assembly/paths.ts exports. */
interface PathExports extends Readonly<Record<Addresses, () => number>> {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly reserve: (nodes: number, steps: number, width: number) => void;
  readonly addPrices: (width: number) => void;
  readonly findLargest: (level: number, width: number) => number;
  readonly pack: (width: number, limbs: number) => void;
  readonly begin: (start: number, isBack: boolean) => void;
  readonly advance: () => number;
  readonly findTrips: (start: number, isBack: boolean, wanted: number) => number;
}

/** Where steps are written: those from a node are those from its start to that of the next. */
export interface StepRoom {
  readonly starts: Int32Array;
  /** Of each node, where those of its steps start that begin a tandem. */
  readonly begins: Int32Array;
  readonly ends: Int32Array;
  /**
   * The numbers of each step's cost; of one that begins a tandem what the pair counts, a number a level, as it costs
   * that much less than both are priced at.
   */
  readonly numbers: Float64Array;
  /** What each node is priced at, a number a level. */
  readonly prices: Float64Array;
}

/** Steps that can be listed. */
export interface StepSource {
  readonly size: number;
  /** Numbers in a cost. */
  readonly width: number;
  /** How many steps there are at most. */
  readonly countSteps: () => number;
  /** Writes all steps, and where they end. */
  readonly listSteps: (room: StepRoom) => void;
}

/** Which nodes a search is about. */
export interface PathQuestion {
  readonly start: number;
  readonly direction: Direction;
  /** Those that are asked about when they are reached for good, the nearest first. */
  readonly asked: Iterable<number>;
  /** Whether all of them are wanted, and nothing farther than the farthest. */
  readonly isAll: boolean;
}

export interface RoundTrips {
  readonly nodes: readonly number[];
  readonly found: ShortestPathTree;
}

let compiled: object | null = null;

/**
 * Works out all steps, so that many ways can be searched. @returns null where costs are not whole, or would not fit.
 */
export function startPathMachine(source: StepSource): PathMachine | null {
  compiled ??= new WebAssembly.Module(loadModule());
  const machine = new WebAssembly.Instance(compiled).exports as PathExports;
  const { size, width } = source;
  const steps = source.countSteps();
  machine.reserve(size, steps, width);
  const { buffer } = machine.memory;
  source.listSteps({
    starts: new Int32Array(buffer, machine.startsAt(), size + 1),
    begins: new Int32Array(buffer, machine.beginsAt(), size),
    ends: new Int32Array(buffer, machine.headsAt(), steps),
    numbers: new Float64Array(buffer, machine.costsAt(), steps * width),
    prices: new Float64Array(buffer, machine.pricesAt(), size * (width - 1)),
  });
  machine.addPrices(width);
  const most = Array.from({ length: width }, (_, level) => machine.findLargest(level, width));
  const packing = most.some(number => number < 0) ? null : choosePacking(most.map(number => number * size));
  if (packing === null) return null;
  const { limbs, units } = packing;
  new Int32Array(buffer, machine.limbOfAt(), width).set(units.map(({ limb }) => limb));
  new Float64Array(buffer, machine.unitOfAt(), width).set(units.map(({ unit }) => unit));
  machine.pack(width, limbs);
  return new PathMachine(machine, size, packing);
}

/** The steps in a memory of their own, ready to be searched. */
export class PathMachine {
  /** Packed numbers in a cost. */
  readonly limbs: number;
  readonly #machine: PathExports;
  readonly #asked: Uint8Array;
  readonly #kept: Int32Array;
  readonly #found: ShortestPathTree;

  constructor(machine: PathExports, size: number, packing: Packing) {
    const { limbs } = packing;
    const { buffer } = machine.memory;
    const distances = new Float64Array(buffer, machine.distancesAt(), size * limbs);
    this.#machine = machine;
    this.limbs = limbs;
    this.#asked = new Uint8Array(buffer, machine.askedAt(), size);
    this.#kept = new Int32Array(buffer, machine.keptAt(), size);
    this.#found = {
      before: new Int32Array(buffer, machine.beforeAt(), size),
      distanceTo: node => unpack(packing, distances, node * limbs),
    };
  }

  /**
   * Asks of each node in question whether it is enough; true ends the search. What was found
   * holds until the next one begins.
   */
  search(question: PathQuestion, isEnough: (node: number, found: ShortestPathTree) => boolean): ShortestPathTree {
    this.#ask(question);
    this.#machine.begin(question.start, question.direction === 'back');
    for (let node = this.#machine.advance(); node >= 0; node = this.#machine.advance()) {
      if (isEnough(node, this.#found)) break;
    }
    return this.#found;
  }

  /**
   * Finds the nodes in question by which a round trip from the start is shortest that one step from there closes:
   * as many as are wanted, and all that are as short as the last of them. How far they are, and the way there,
   * holds until the next search begins.
   */
  findTrips(question: Omit<PathQuestion, 'isAll'>, wanted: number): RoundTrips {
    this.#ask({ ...question, isAll: false });
    const count = this.#machine.findTrips(question.start, question.direction === 'back', wanted);
    return { nodes: [...this.#kept.subarray(0, count)], found: this.#found };
  }

  #ask({ asked, isAll }: Pick<PathQuestion, 'asked' | 'isAll'>): void {
    this.#asked.fill(0);
    for (const node of asked) this.#asked[node] = isAll ? 2 : 1;
  }
}
