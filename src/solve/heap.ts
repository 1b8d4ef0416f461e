/**
 * Nodes by distance, nearest first: a heap with four children a place that knows where each node is, so that a label can be
 * made nearer in place. Distances are vectors in lexicographic order; nodes at the same distance come by number, so that a
 * search never depends on chance. Tarjan, Data Structures and Network Algorithms (1983), §3.2 (d-heaps).
 */
export class Heap {
  /** The distance of node v, valid since the last `clear` if it was put, is the vector from v × limbs. */
  readonly distance: Float64Array;
  readonly #limbs: number;
  readonly #places: Int32Array;
  /** The place of a node; valid where #round says so. −1 for a node that was taken out. */
  readonly #placeOf: Int32Array;
  readonly #round: Int32Array;
  #now = 0;
  #size = 0;

  constructor(nodes: number, limbs: number) {
    this.distance = new Float64Array(nodes * limbs);
    this.#limbs = limbs;
    this.#places = new Int32Array(nodes);
    this.#placeOf = new Int32Array(nodes);
    this.#round = new Int32Array(nodes);
  }

  /** Forgets all nodes and distances, in constant time. */
  clear(): void {
    this.#now++;
    this.#size = 0;
  }

  /** Puts a node in, or brings it nearer. @returns false where it was as near already, or has been taken out. */
  put(node: number, label: Float64Array): boolean {
    const limbs = this.#limbs;
    const distance = this.distance;
    const at = node * limbs;
    if (this.#round[node] === this.#now) {
      if (this.#placeOf[node]! < 0) return false;
      let nearer = 0;
      for (let l = 0; l < limbs && nearer === 0; l++) nearer = distance[at + l]! - label[l]!;
      if (nearer <= 0) return false;
    } else {
      this.#round[node] = this.#now;
      this.#placeOf[node] = this.#size++;
    }
    for (let l = 0; l < limbs; l++) distance[at + l] = label[l]!;
    this.#rise(node, this.#placeOf[node]!);
    return true;
  }

  /** Whether a node was put in since the last `clear`, be it still in or not. */
  isReached(node: number): boolean {
    return this.#round[node] === this.#now;
  }

  /** Whether a node has been taken out since the last `clear`: its distance is final. */
  isOut(node: number): boolean {
    return this.#round[node] === this.#now && this.#placeOf[node]! < 0;
  }

  /** The nearest node; −1 where there is none. */
  top(): number {
    return this.#size === 0 ? -1 : this.#places[0]!;
  }

  /** Takes the nearest node out; −1 where there is none. */
  pop(): number {
    if (this.#size === 0) return -1;
    const node = this.#places[0]!;
    this.#placeOf[node] = -1;
    const last = this.#places[--this.#size]!;
    if (this.#size > 0) this.#sink(last);
    return node;
  }

  #isBefore(a: number, b: number): boolean {
    const limbs = this.#limbs;
    for (let l = 0; l < limbs; l++) {
      const difference = this.distance[a * limbs + l]! - this.distance[b * limbs + l]!;
      if (difference !== 0) return difference < 0;
    }
    return a < b;
  }

  #rise(node: number, place: number): void {
    const places = this.#places;
    while (place > 0) {
      const above = (place - 1) >> 2;
      const other = places[above]!;
      if (!this.#isBefore(node, other)) break;
      places[place] = other;
      this.#placeOf[other] = place;
      place = above;
    }
    places[place] = node;
    this.#placeOf[node] = place;
  }

  /** Puts a node in at the top and lets it sink to its place. */
  #sink(node: number): void {
    const places = this.#places;
    const size = this.#size;
    let place = 0;
    for (;;) {
      const first = 4 * place + 1;
      if (first >= size) break;
      let least = first;
      const end = Math.min(first + 4, size);
      for (let child = first + 1; child < end; child++) {
        if (this.#isBefore(places[child]!, places[least]!)) least = child;
      }
      const other = places[least]!;
      if (!this.#isBefore(other, node)) break;
      places[place] = other;
      this.#placeOf[other] = place;
      place = least;
    }
    places[place] = node;
    this.#placeOf[node] = place;
  }
}
