import { room } from './room';

/** Which arcs to look through together: those of each part of the network, in the stretches in which they stand. */
export class Stretches {
  /** How many parts there are. */
  parts: i32 = 0;
  /** The first stretch of each part; one more number says where the stretches end. */
  firsts: StaticArray<i32> = room<i32>(0);
  /** The first arc of each stretch, and the one behind its last. */
  begins: StaticArray<i32> = room<i32>(0);
  ends: StaticArray<i32> = room<i32>(0);

  /** Makes room for stretches and parts, which are to be set. */
  lay(stretches: i32, parts: i32): void {
    this.parts = parts;
    this.firsts = room<i32>(parts + 1);
    this.begins = room<i32>(stretches);
    this.ends = room<i32>(stretches);
  }

  /** How many arcs a part has. */
  sizeOf(part: i32): i32 {
    let size = 0;
    for (let at = this.firsts[part]; at < this.firsts[part + 1]; at++) size += this.ends[at] - this.begins[at];
    return size;
  }
}
