/** The best few partners of one person, best first: a short list kept in order. */
export class Best {
  /** The partner in each place, and what the pair is worth there: the vector from place × limbs. */
  readonly partner: Int32Array;
  readonly worth: Float64Array;
  readonly #limbs: number;
  readonly #most: number;
  #size = 0;

  constructor(most: number, limbs: number) {
    this.partner = new Int32Array(most);
    this.worth = new Float64Array(most * limbs);
    this.#limbs = limbs;
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  get isFull(): boolean {
    return this.#size === this.#most;
  }

  clear(): void {
    this.#size = 0;
  }

  /** The first limb that a pair must have at least to come in; `least` while there is room for any. */
  threshold(least: number): number {
    return this.#size < this.#most ? least : this.worth[(this.#most - 1) * this.#limbs]!;
  }

  /** Takes a pair in where it is worth more than the last of a full list, and says whether. */
  offer(partner: number, worth: Float64Array): boolean {
    let place = this.#size;
    if (place === this.#most) {
      if (!this.#isBetter(worth, place - 1)) return false;
      place--;
    } else this.#size++;
    for (; place > 0 && this.#isBetter(worth, place - 1); place--) this.#copy(place - 1, place);
    this.partner[place] = partner;
    for (let l = 0; l < this.#limbs; l++) this.worth[place * this.#limbs + l] = worth[l]!;
    return true;
  }

  #isBetter(worth: Float64Array, place: number): boolean {
    for (let l = 0; l < this.#limbs; l++) {
      const difference = worth[l]! - this.worth[place * this.#limbs + l]!;
      if (difference !== 0) return difference > 0;
    }
    return false;
  }

  #copy(from: number, to: number): void {
    this.partner[to] = this.partner[from]!;
    for (let l = 0; l < this.#limbs; l++) this.worth[to * this.#limbs + l] = this.worth[from * this.#limbs + l]!;
  }
}
