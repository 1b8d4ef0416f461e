/** Lexicographic order of vectors that stand in larger arrays: below 0, 0 or above, as of a − b. */
export function compared(a: Float64Array, atA: number, b: Float64Array, atB: number, limbs: number): number {
  for (let l = 0; l < limbs; l++) {
    const difference = a[atA + l]! - b[atB + l]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
