/** How many shares of a list there are at most: none, and of one to 32 parts. */
const SHARES: i32 = 33;

/**
 * Partners in their order, by key: the positions of those with the n-th key are positions[starts[n]]
 * to positions[starts[n + 1] − 1].
 */
export class Order {
  words: i32;
  keys: i32;
  positions: StaticArray<i32>;
  starts: StaticArray<i32>;
  /** For each key, what is to be parted by. */
  answers: StaticArray<i32>;
  /** For each key, a list as bits, and how many parts it wants; see `Shares` of ../rules.ts. */
  parts: StaticArray<i32> = new StaticArray<i32>(0);
  wanted: StaticArray<i32> = new StaticArray<i32>(0);
  shares: StaticArray<i32> = new StaticArray<i32>(0);

  constructor(partners: i32, keys: i32) {
    this.words = (partners + 31) >>> 5;
    this.keys = keys;
    this.positions = new StaticArray<i32>(partners);
    this.starts = new StaticArray<i32>(keys + 1);
    this.answers = new StaticArray<i32>(keys);
  }

  /** Makes room for lists and the answers to shares of them. */
  list(shares: i32): void {
    this.parts = new StaticArray<i32>(this.keys);
    this.wanted = new StaticArray<i32>(this.keys);
    this.shares = new StaticArray<i32>(shares);
  }

  /** Answers by the share of somebody's list, of so many parts, that each key covers. */
  share(parts: i32, wanted: i32): void {
    for (let key = 0; key < this.keys; key++) {
      this.answers[key] = this.shares[SHARES * wanted + popcnt(parts & this.parts[key])];
    }
  }

  /** Answers by the share of the list of each key that somebody covers. */
  shareWith(parts: i32): void {
    for (let key = 0; key < this.keys; key++) {
      this.answers[key] = this.shares[SHARES * this.wanted[key] + popcnt(parts & this.parts[key])];
    }
  }
}
