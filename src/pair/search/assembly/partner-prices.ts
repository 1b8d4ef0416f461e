/** The partners in a region, in their order: what they ask, and what stands for them in the breaking of ties. */
export class Partners {
  words: i32;
  /** What each asks: the vector from position × limbs. */
  prices: StaticArray<f64>;
  /** Two numbers for each, from 2 × position: see ../ties.ts. */
  hashes: StaticArray<i32>;
  /** The lowest first limb that anybody in each word asks, and the lowest of all. */
  lowest: StaticArray<f64>;
  cheapest: f64 = Infinity;

  constructor(partners: i32, limbs: i32) {
    this.words = (partners + 31) >>> 5;
    this.prices = new StaticArray<f64>(partners * limbs);
    this.hashes = new StaticArray<i32>(2 * partners);
    this.lowest = new StaticArray<f64>((partners + 31) >>> 5);
  }

  /** To be called when prices are set. */
  bound(limbs: i32): void {
    const partners = this.hashes.length >>> 1;
    this.cheapest = Infinity;
    for (let word = 0; word < this.words; word++) {
      let lowest: f64 = Infinity;
      for (let position = 32 * word; position < min(32 * word + 32, partners); position++) {
        lowest = min(lowest, this.prices[position * limbs]);
      }
      this.lowest[word] = lowest;
      this.cheapest = min(this.cheapest, lowest);
    }
  }
}
