/**
 * Shortest ways through packed steps, found by WebAssembly (assembly/): of a small run most searches are over before V8 has made the same
 * loops fast in JavaScript.
 */
import { loadModule } from './assembled.ts';
import type { PackedSteps } from './packed-steps.ts';
import type { ShortestPathTree } from './shortest-path.ts';

/** What is used of what TypeScript only knows of browsers. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** What assembly/paths.ts exports. */
interface PathExports
  extends Readonly<
    Record<'startsAt' | 'headsAt' | 'costsAt' | 'distancesAt' | 'beforeAt' | 'askedAt' | 'farthestAt', () => number>
  > {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly reserve: (nodes: number, steps: number, limbs: number) => void;
  readonly begin: (start: number) => void;
  readonly advance: () => number;
}

let compiled: object | null = null;

/** Which nodes a search is about. */
export interface PathQuestion {
  readonly start: number;
  /** Those that are asked about when they are reached for good, the nearest first. */
  readonly asked: Iterable<number>;
  /** Whether all of them are wanted, and nothing farther than the farthest. */
  readonly isAll: boolean;
}

/** The steps in a memory of their own, ready to be searched. */
export class PathMachine {
  readonly #steps: PackedSteps;
  readonly #machine: PathExports;
  readonly #distances: Float64Array;
  readonly #before: Int32Array;
  readonly #asked: Uint8Array;
  readonly #farthest: Float64Array;

  constructor(steps: PackedSteps) {
    const { size, starts, ends, limbs, costs } = steps;
    compiled ??= new WebAssembly.Module(loadModule());
    const machine = new WebAssembly.Instance(compiled).exports as PathExports;
    machine.reserve(size, ends.length, limbs);
    const { buffer } = machine.memory;
    new Int32Array(buffer, machine.startsAt(), size + 1).set(starts);
    new Int32Array(buffer, machine.headsAt(), ends.length).set(ends);
    new Float64Array(buffer, machine.costsAt(), costs.length).set(costs);
    this.#steps = steps;
    this.#machine = machine;
    this.#distances = new Float64Array(buffer, machine.distancesAt(), size * limbs);
    this.#before = new Int32Array(buffer, machine.beforeAt(), size);
    this.#asked = new Uint8Array(buffer, machine.askedAt(), size);
    this.#farthest = new Float64Array(buffer, machine.farthestAt(), limbs);
  }

  /** Asks of each node in question whether it is enough; true ends the search. What was found holds until the next one begins. */
  search(
    { start, asked, isAll }: PathQuestion,
    isEnough: (node: number, found: ShortestPathTree) => boolean,
  ): ShortestPathTree {
    const { limbs, pack, unpack } = this.#steps;
    this.#asked.fill(0);
    for (const node of asked) this.#asked[node] = isAll ? 2 : 1;
    this.#machine.begin(start);
    const found: ShortestPathTree = {
      before: this.#before,
      distanceTo: node => unpack(this.#distances, node * limbs),
      ignoreBeyond: distance => this.#farthest.set(pack(distance)),
    };
    for (let node = this.#machine.advance(); node >= 0; node = this.#machine.advance()) {
      if (isEnough(node, found)) break;
    }
    return found;
  }
}
