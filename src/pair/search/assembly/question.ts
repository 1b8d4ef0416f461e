/** What a query asks of every pair; the other module sets the numbers. */
export class Question {
  limbs: i32;
  /** How many preferences part partners into classes: the splits, the weightiest first. */
  splits: i32;
  gaining: bool;
  /** The least score of a pair. */
  floor: f64;
  /** What every pair scores before classes are known. */
  score: f64;
  /** Of each split, what a thousandth of its fit counts. */
  weights: StaticArray<f64>;
  /** Of each split, what it is worth where it holds: a vector. */
  held: StaticArray<f64>;
  /** What a thousandth of a point is worth, and a unit of the hash: vectors. */
  thousandth: StaticArray<f64>;
  tie: StaticArray<f64>;

  constructor(limbs: i32, splits: i32, gaining: bool, floor: f64, score: f64) {
    this.limbs = limbs;
    this.splits = splits;
    this.gaining = gaining;
    this.floor = floor;
    this.score = score;
    this.weights = new StaticArray<f64>(splits);
    this.held = new StaticArray<f64>(splits * limbs);
    this.thousandth = new StaticArray<f64>(limbs);
    this.tie = new StaticArray<f64>(limbs);
  }
}
