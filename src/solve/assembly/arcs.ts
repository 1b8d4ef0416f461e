import { room, widened } from './room';

export const LOWER: i8 = 1;
export const TREE: i8 = 0;
export const UPPER: i8 = -1;

/** Arcs in an order of the simplex's own: their ends, and how they stand. */
export class Arcs {
  /** How many there are, and for how many there is room. */
  count: i32 = 0;
  private size: i32 = 0;
  from: StaticArray<i32> = room<i32>(0);
  to: StaticArray<i32> = room<i32>(0);
  capacity: StaticArray<i32> = room<i32>(0);
  flow: StaticArray<i32> = room<i32>(0);
  /** TREE (in the tree, or closed), LOWER or UPPER (outside of it): the sign of a reduced gain worth having. */
  stands: StaticArray<i8> = room<i8>(0);
  /** For each kind of gain, what a unit on each arc gains. */
  gains: StaticArray<StaticArray<f64>>;

  constructor(kinds: i32) {
    this.gains = new StaticArray<StaticArray<f64>>(kinds);
    for (let kind = 0; kind < kinds; kind++) this.gains[kind] = room<f64>(0);
  }

  /** Makes room for arcs up to a count, and counts them in; nothing of the new ones is set. */
  widen(count: i32): void {
    if (count > this.size) this.grow(count + (count >> 1));
    this.count = count;
  }

  private grow(size: i32): void {
    this.from = widened<i32>(this.from, this.count, size);
    this.to = widened<i32>(this.to, this.count, size);
    this.capacity = widened<i32>(this.capacity, this.count, size);
    this.flow = widened<i32>(this.flow, this.count, size);
    this.stands = widened<i8>(this.stands, this.count, size);
    for (let kind = 0; kind < this.gains.length; kind++) {
      this.gains[kind] = widened<f64>(this.gains[kind], this.count, size);
    }
    this.size = size;
  }
}
