/**
 * How the numbers of a cost are packed into as few as will hold them, for whoever asks for many shortest ways. Packing
 * is linear, so that packed costs add up like the costs; and a number has room for whatever a way without a round trip
 * can come to on its levels, so that packed ways compare like the ways.
 */
export interface Packing {
  /** Packed numbers in a cost. */
  readonly limbs: number;
  readonly units: readonly LevelUnit[];
}

/** Which packed number a level is in, and what its unit counts there. */
interface LevelUnit {
  readonly limb: number;
  readonly unit: number;
}

/** Sums below this are exact. */
const EXACT = 2 ** 53;

/**
 * As many levels into each number as will fit, from the last level on. Two ways differ by twice the most of a level at
 * most, so that a unit of the level before counts for more than what they differ by behind it.
 * @param most what a way comes to on each level at most, in absolute value.
 * @returns null where it would not fit.
 */
export function choosePacking(most: readonly number[]): Packing | null {
  const units: LevelUnit[] = [];
  let [limb, unit] = [0, 1];
  for (const bound of most.toReversed()) {
    if (4 * bound + 1 > EXACT) return null;
    if (unit * (4 * bound + 1) > EXACT) [limb, unit] = [limb + 1, 1];
    units.unshift({ limb, unit });
    unit *= 4 * bound + 1;
  }
  return { limbs: 1 + limb, units: units.map(one => ({ ...one, limb: limb - one.limb })) };
}

/** The numbers of a cost from packed ones. @param at where these begin. */
export function unpack({ units }: Packing, packed: Float64Array, at: number): Float64Array {
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
}
