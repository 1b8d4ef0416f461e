/**
 * Packs the levels of a lexicographic objective into as few doubles as their prices allow.
 *
 * Problem. The solver compares vectors with one integer a level, in lexicographic order. Comparing one double instead
 * of several numbers is faster, so neighbouring levels share a double (a limb): value = Σ digit × multiplier, the first
 * level with the largest multiplier, like hours, minutes and seconds in one count of seconds.
 *
 * When it is exact. Let a level's gains be at most G in absolute value, and its digits be given a span of S. Packed
 * sums are exact as long as they stay below 2^53, whatever the digits. Packed vectors compare like the vectors
 * themselves as long as the digits behind the first one that is not 0 cannot outweigh it: if each of them is at most S
 * − 1 in absolute value, they come to at most the multiplier before them less 1. A reduced gain is a gain and two
 * prices, so prices of at most (S − 1 − G) / 2 suffice. Prices of that size are an assumption while solving, and are
 * checked afterwards (`isFaithful`); where they are larger, the problem is solved again with wider spans, at last with
 * a limb for each level, which assumes nothing.
 *
 * Source of the idea: numbers in mixed radix (Knuth, The Art of Computer Programming 2, 3rd ed. (1997),
 * §4.1); weights for lexicographic objectives (Sherali & Soyster, J. Optim. Theory Appl. 39 (1983),
 * 173–186), made here without the risk.
 */
export interface LevelPacking {
  /** How many doubles a vector takes. */
  readonly limbs: number;
  /** For each level, the limb that holds it, and what its unit counts there. */
  readonly limbOf: Int32Array;
  readonly multiplier: Float64Array;
  /** For each level, how many values a digit may take; infinite where a level has a limb for itself. */
  readonly span: Float64Array;
}

/** Spans as multiples of twice the largest gain, from tight to wide. */
const SLACKS = [16, 512, Number.POSITIVE_INFINITY];

/** How many packings there are to try: the last one assumes nothing. */
export const ATTEMPTS = SLACKS.length;

/** Sums of a few packed numbers stay below 2^53. */
const ROOM = 2 ** 50;

/** @param largest for each level, the largest gain in absolute value. @param attempt from 0: the higher, the wider. */
export function makePacking(largest: readonly number[], attempt: number): LevelPacking {
  const slack = SLACKS[attempt]!;
  // A level on which nothing gains has no prices either.
  const span = Float64Array.from(largest, gain => (gain === 0 ? 1 : 2 * slack * gain + 1));
  const limbOf = new Int32Array(largest.length);
  let limb = 0;
  let used = 1;
  for (let level = 0; level < largest.length; level++) {
    if (level > 0 && used * span[level]! > ROOM) {
      limb++;
      used = 1;
    }
    limbOf[level] = limb;
    used *= span[level]!;
  }
  return { limbs: limb + 1, limbOf, multiplier: computeMultipliers(limbOf, span), span };
}

/** The product of the spans behind a level in its limb. */
function computeMultipliers(limbOf: Int32Array, span: Float64Array): Float64Array {
  const multiplier = new Float64Array(span.length).fill(1);
  for (let level = span.length - 2; level >= 0; level--) {
    if (limbOf[level] === limbOf[level + 1]) multiplier[level] = multiplier[level + 1]! * span[level + 1]!;
  }
  return multiplier;
}

/** Adds `gain` on a level to a packed vector that begins at `at`. */
export function addPacked(packing: LevelPacking, vector: Float64Array, at: number, level: number, gain: number): void {
  vector[at + packing.limbOf[level]!]! += gain * packing.multiplier[level]!;
}

/** Whether packed vectors compared like the vectors themselves, at prices whose largest on each level is given. */
export function isFaithful({ span }: LevelPacking, largest: readonly number[], prices: readonly number[]): boolean {
  return prices.every((price, level) => largest[level]! + 2 * price <= Math.max(0, span[level]! - 1));
}
