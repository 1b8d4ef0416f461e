/** The best few partners of one person, best first: a short list kept in order. */
export class Best {
  size: i32 = 0;
  /**
   * The position of the partner in each position of the list, and what the pair is worth:
   * the vector from position × limbs.
   */
  partner: StaticArray<i32>;
  private worth: StaticArray<f64>;
  private most: i32;
  private limbs: i32;

  constructor(most: i32, limbs: i32) {
    this.partner = new StaticArray<i32>(most);
    this.worth = new StaticArray<f64>(most * limbs);
    this.most = most;
    this.limbs = limbs;
  }

  get isFull(): bool {
    return this.size === this.most;
  }

  /** The first limb that a pair must have at least to come in; `least` while there is room for any. */
  threshold(least: f64): f64 {
    return this.size < this.most ? least : this.worth[(this.most - 1) * this.limbs];
  }

  /** Takes a pair in where it is worth more than the last of a full list, and says whether. */
  offer(partner: i32, worth: StaticArray<f64>): bool {
    let position = this.size;
    if (position === this.most) {
      if (!this.isBetter(worth, position - 1)) return false;
      position--;
    } else this.size++;
    for (; position > 0 && this.isBetter(worth, position - 1); position--) this.move(position - 1, position);
    this.partner[position] = partner;
    for (let l = 0; l < this.limbs; l++) this.worth[position * this.limbs + l] = worth[l];
    return true;
  }

  private isBetter(worth: StaticArray<f64>, position: i32): bool {
    for (let l = 0; l < this.limbs; l++) {
      const difference = worth[l] - this.worth[position * this.limbs + l];
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  private move(from: i32, to: i32): void {
    this.partner[to] = this.partner[from];
    for (let l = 0; l < this.limbs; l++) this.worth[to * this.limbs + l] = this.worth[from * this.limbs + l];
  }
}
