/** Sets of small numbers as bits: number n is bit n mod 32 of word n div 32. */
export type Bits = Int32Array;

export function countWords(size: number): number {
  return (size + 31) >>> 5;
}

/** The set of no number below a size. */
export function makeEmptyBits(size: number): Bits {
  return new Int32Array(countWords(size));
}

/** The set of all numbers below a size. */
export function makeFullBits(size: number): Bits {
  const bits = makeEmptyBits(size).fill(-1);
  const rest = size & 31;
  if (rest !== 0) bits[bits.length - 1] = 2 ** rest - 1;
  return bits;
}

export function hasBit(bits: Bits, number: number): boolean {
  return ((bits[number >>> 5]! >>> (number & 31)) & 1) === 1;
}

export function setBit(bits: Bits, number: number): void {
  bits[number >>> 5]! |= 1 << (number & 31);
}

export function clearBit(bits: Bits, number: number): void {
  bits[number >>> 5]! &= ~(1 << (number & 31));
}

/** The set bits of 32. Warren, Hacker's Delight (2nd ed., 2012), fig. 5-2. */
export function countBits(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  return Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many numbers are in a set. */
export function countNumbers(bits: Bits): number {
  let size = 0;
  for (let word = 0; word < bits.length; word++) size += countBits(bits[word]!);
  return size;
}

/** The number of the lowest set bit of a word that is not 0. */
export function findLowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** The numbers in a set, ascending. */
export function listNumbers(bits: Bits): number[] {
  const numbers: number[] = [];
  for (let word = 0; word < bits.length; word++) {
    for (let rest = bits[word]!; rest !== 0; rest &= rest - 1) numbers.push(32 * word + findLowestBit(rest));
  }
  return numbers;
}
