import { Order } from './keyed-order';

/** Answers are twice a fit of at most 1000, and one more where a rule holds. */
const ANSWERS = 2002;

/** The class of each answer while classes are made; −1 for none. */
const classOf = new StaticArray<i16>(ANSWERS).fill(-1);

/** The partners of a region, parted into classes for whom a preference answers alike, the worthiest first. */
export class Classes {
  words: i32 = 0;
  count: i32 = 0;
  /** The answer of each class. */
  answers: StaticArray<i32> = new StaticArray<i32>(0);
  /** The positions of each class as bits, class after class. */
  bits: StaticArray<i32> = new StaticArray<i32>(0);
  /** For each word, the first class that anybody in it is of. */
  first: StaticArray<u16> = new StaticArray<u16>(0);
  /**
   * For classes of few people, the words in which any are: of class c, lists[begins[c]] to lists[begins[c + 1] − 1].
   */
  begins: StaticArray<i32> = new StaticArray<i32>(1);
  lists: StaticArray<i32> = new StaticArray<i32>(0);

  /** A copy that takes no more space than it must. */
  copy(): Classes {
    const copy = new Classes();
    copy.words = this.words;
    copy.count = this.count;
    copy.answers = copied<i32>(this.answers, this.count);
    copy.bits = copied<i32>(this.bits, this.count * this.words);
    copy.first = copied<u16>(this.first, this.words);
    copy.begins = copied<i32>(this.begins, this.count + 1);
    copy.lists = copied<i32>(this.lists, this.begins[this.count]);
    return copy;
  }

  /** Parts partners by the answers of their keys. */
  part(order: Order): void {
    this.words = order.words;
    this.classify(order);
    this.makeRoom();
    const sizes = this.sizes(order);
    let largest = 0;
    for (let c = 1; c < this.count; c++) if (sizes[c] > sizes[largest]) largest = c;
    this.fill(order, largest);
    this.findFirst();
    this.list(sizes);
    for (let c = 0; c < this.count; c++) classOf[this.answers[c]] = -1;
  }

  /** Numbers the answers that there are, the largest first. */
  private classify(order: Order): void {
    const answers = order.answers;
    this.count = 0;
    for (let key = 0; key < order.keys; key++) {
      const answer = answers[key];
      if (classOf[answer] >= 0) continue;
      classOf[answer] = 0;
      if (this.count === this.answers.length) this.answers = widened(this.answers, this.count);
      let c = this.count++;
      for (; c > 0 && this.answers[c - 1] < answer; c--) this.answers[c] = this.answers[c - 1];
      this.answers[c] = answer;
    }
    for (let c = 0; c < this.count; c++) classOf[this.answers[c]] = <i16>c;
  }

  private makeRoom(): void {
    const size = this.count * this.words;
    if (this.bits.length < size) this.bits = new StaticArray<i32>(size);
    if (this.lists.length < size >>> 2) this.lists = new StaticArray<i32>(size >>> 2);
    if (this.first.length < this.words) this.first = new StaticArray<u16>(this.words);
    if (this.begins.length <= this.count) this.begins = new StaticArray<i32>(this.count + 1);
  }

  private sizes(order: Order): StaticArray<i32> {
    if (sizes.length < this.count) sizes = new StaticArray<i32>(this.count);
    for (let c = 0; c < this.count; c++) sizes[c] = 0;
    for (let key = 0; key < order.keys; key++) {
      sizes[classOf[order.answers[key]]] += order.starts[key + 1] - order.starts[key];
    }
    return sizes;
  }

  /** Sets the bits. Most people are in one class mostly: that one is what the others leave. */
  private fill(order: Order, largest: i32): void {
    const words = this.words;
    const partners = order.positions.length;
    const bits = this.bits;
    for (let at = 0; at < this.count * words; at++) bits[at] = 0;
    const left = largest * words;
    for (let word = 0; word < words; word++) bits[left + word] = -1;
    if ((partners & 31) !== 0) bits[left + words - 1] = (1 << (partners & 31)) - 1;
    for (let key = 0; key < order.keys; key++) {
      const c = <i32>classOf[order.answers[key]];
      if (c === largest) continue;
      this.move(order, key, left, c * words);
    }
  }

  /** Moves the positions of a key from one class to another, neighbours together; both by where their bits begin. */
  private move(order: Order, key: i32, from: i32, to: i32): void {
    const positions = order.positions;
    const stop = order.starts[key + 1];
    for (let at = order.starts[key]; at < stop; ) {
      const begin = positions[at];
      let end = begin + 1;
      for (at++; at < stop && positions[at] === end; at++) end++;
      for (let word = begin >>> 5; 32 * word < end; word++) {
        const low = word === begin >>> 5 ? -1 << (begin & 31) : -1;
        const high = 32 * word + 32 <= end ? -1 : ~(-1 << (end & 31));
        this.bits[to + word] |= low & high;
        this.bits[from + word] &= ~(low & high);
      }
    }
  }

  private findFirst(): void {
    const last = this.count - 1;
    for (let word = 0; word < this.words; word++) {
      let c = 0;
      while (c < last && this.bits[c * this.words + word] === 0) c++;
      this.first[word] = <u16>c;
    }
  }

  private list(sizes: StaticArray<i32>): void {
    let end = 0;
    for (let c = 0; c < this.count; c++) {
      this.begins[c] = end;
      if (4 * sizes[c] >= this.words) continue;
      for (let word = 0; word < this.words; word++)
        if (this.bits[c * this.words + word] !== 0) this.lists[end++] = word;
    }
    this.begins[this.count] = end;
  }
}

let sizes = new StaticArray<i32>(16);

function copied<T>(numbers: StaticArray<T>, count: i32): StaticArray<T> {
  const copy = new StaticArray<T>(count);
  memory.copy(changetype<usize>(copy), changetype<usize>(numbers), <usize>count * sizeof<T>());
  return copy;
}

function widened(numbers: StaticArray<i32>, count: i32): StaticArray<i32> {
  const wider = new StaticArray<i32>(8 + 2 * count);
  memory.copy(changetype<usize>(wider), changetype<usize>(numbers), <usize>count * sizeof<i32>());
  return wider;
}
