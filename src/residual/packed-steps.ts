import type { SearchGraph } from './shortest-path.ts';

/**
 * The steps of a graph in flat arrays, with the numbers of a cost packed into as few as will hold them, for whoever asks for many shortest
 * ways. Packing is linear, so that packed costs add up like the costs; and a number has room for whatever a way without a round trip can
 * come to on its levels, so that packed ways compare like the ways.
 */
export interface PackedSteps {
  readonly size: number;
  /** The steps from a node are those from its start to that of the next. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Packed numbers in a cost, and those of each step. */
  readonly limbs: number;
  readonly costs: Float64Array;
  readonly pack: (numbers: ArrayLike<number>) => Float64Array;
  /** The numbers of a cost from packed ones. @param at where these begin. */
  readonly unpack: (packed: Float64Array, at: number) => Float64Array;
}

/** Sums below this are exact. */
const EXACT = 2 ** 53;

/** @returns null where costs are not whole, or would not fit. */
export function packSteps(graph: SearchGraph): PackedSteps | null {
  const { size, width } = graph;
  const { starts, ends, numbers } = listSteps(graph);
  const most = findLargest(numbers, width);
  if (most === null) return null;
  const units = chooseUnits(most.map(number => number * size));
  if (units === null) return null;
  const limbs = 1 + units.at(-1)!.limb;
  const costs = new Float64Array(ends.length * limbs);
  for (let level = 0; level < width; level++) {
    const { limb, unit } = units[level]!;
    for (let step = 0; step < ends.length; step++) costs[step * limbs + limb]! += numbers[step * width + level]! * unit;
  }
  return { size, starts, ends, limbs, costs, ...makePacking(units, limbs) };
}

/** All steps, node after node, with each number of their costs. */
function listSteps({ size, width, from }: SearchGraph) {
  const starts = new Int32Array(size + 1);
  const ends: number[] = [];
  let numbers = new Float64Array(1 << 16);
  const hear = (next: number, costAt: (level: number) => number) => {
    const at = ends.length * width;
    if (at + width > numbers.length) {
      const longer = new Float64Array(2 * numbers.length);
      longer.set(numbers);
      numbers = longer;
    }
    ends.push(next);
    for (let level = 0; level < width; level++) numbers[at + level] = costAt(level);
  };
  for (let node = 0; node < size; node++) {
    from(node, () => true, hear, Number.POSITIVE_INFINITY);
    starts[node + 1] = ends.length;
  }
  return { starts, ends: Int32Array.from(ends), numbers: numbers.subarray(0, ends.length * width) };
}

/** The largest number of each level, in absolute value; null where one is not whole. */
function findLargest(numbers: Float64Array, width: number): number[] | null {
  const most = new Array<number>(width).fill(0);
  for (let at = 0; at < numbers.length; at += width) {
    for (let level = 0; level < width; level++) {
      const size = Math.abs(numbers[at + level]!);
      if (!Number.isInteger(size)) return null;
      if (size > most[level]!) most[level] = size;
    }
  }
  return most;
}

/** Which packed number a level is in, and what its unit counts there. */
interface LevelUnit {
  readonly limb: number;
  readonly unit: number;
}

/**
 * As many levels into each number as will fit, from the last level on. Two ways differ by twice the most of a level at most, so that a unit of the
 * level before counts for more than what they differ by behind it.
 * @param most what a way comes to on each level at most, in absolute value.
 */
function chooseUnits(most: readonly number[]): LevelUnit[] | null {
  const units: LevelUnit[] = [];
  let [limb, unit] = [0, 1];
  for (const bound of most.toReversed()) {
    if (4 * bound + 1 > EXACT) return null;
    if (unit * (4 * bound + 1) > EXACT) [limb, unit] = [limb + 1, 1];
    units.unshift({ limb, unit });
    unit *= 4 * bound + 1;
  }
  return units.map(one => ({ ...one, limb: limb - one.limb }));
}

/** The same steps, each the other way. */
export function turnSteps(steps: PackedSteps): PackedSteps {
  const { size, starts, ends, limbs, costs } = steps;
  const counts = new Int32Array(size + 1);
  for (const end of ends) counts[end + 1]!++;
  for (let node = 0; node < size; node++) counts[node + 1]! += counts[node]!;
  const [free, turnedEnds, turnedCosts] = [counts.slice(), new Int32Array(ends.length), new Float64Array(costs.length)];
  for (let node = 0; node < size; node++) {
    for (let step = starts[node]!; step < starts[node + 1]!; step++) {
      const at = free[ends[step]!]!++;
      turnedEnds[at] = node;
      for (let limb = 0; limb < limbs; limb++) turnedCosts[at * limbs + limb] = costs[step * limbs + limb]!;
    }
  }
  return { ...steps, starts: counts, ends: turnedEnds, costs: turnedCosts };
}

function makePacking(units: readonly LevelUnit[], limbs: number): Pick<PackedSteps, 'pack' | 'unpack'> {
  return {
    pack: numbers => {
      const packed = new Float64Array(limbs);
      units.forEach(({ limb, unit }, level) => {
        packed[limb]! += numbers[level]! * unit;
      });
      return packed;
    },
    unpack: (packed, at) => {
      const numbers = new Float64Array(units.length);
      let [inside, rest] = [-1, 0];
      for (let level = 0; level < units.length; level++) {
        const { limb, unit } = units[level]!;
        if (limb !== inside) [inside, rest] = [limb, packed[at + limb]!];
        // What is behind is less than half a unit.
        const number = Math.round(rest / unit);
        rest -= number * unit;
        numbers[level] = number + 0;
      }
      return numbers;
    },
  };
}
