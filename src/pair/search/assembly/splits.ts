import { Classes } from './classes';
import { Question } from './question';

/**
 * What each preference by keys makes of the partners of one person after the other: classes, and what each is worth.
 */
export class Splits {
  /** For each split its classes, and the first limb of what each is worth. */
  classes: StaticArray<Classes>;
  firsts: StaticArray<StaticArray<f64>>;
  /** Whether the classes of a split stand with those first that add most to the first limb. */
  falls: StaticArray<bool>;
  /** The splits to descend by, and the most that those from each one on can add to the first limb in a word. */
  open: StaticArray<i32>;
  opened: i32 = 0;
  rest: StaticArray<f64>;
  /** The top classes that nobody can do without: where their bits begin. */
  needed: StaticArray<usize>;
  needs: i32 = 0;
  /**
   * The words in which the fewest of them are, from `begin` to `end` − 1 of a list; of all words where `list` is null.
   */
  list: StaticArray<i32> | null = null;
  begin: i32 = 0;
  end: i32 = 0;
  /** The class of each split that a walk is in. */
  taken: StaticArray<i32>;
  private question: Question;
  private count: i32;
  /** For each split, the class that is worth most by its first limb, and how much less the next one is worth. */
  private top: StaticArray<i32>;
  private steps: StaticArray<f64>;

  constructor(question: Question) {
    const count = question.splits;
    this.question = question;
    this.count = count;
    this.classes = new StaticArray<Classes>(count);
    this.firsts = new StaticArray<StaticArray<f64>>(count);
    this.falls = new StaticArray<bool>(count);
    this.open = new StaticArray<i32>(count);
    this.rest = new StaticArray<f64>(count + 1);
    this.needed = new StaticArray<usize>(count);
    this.taken = new StaticArray<i32>(count);
    this.top = new StaticArray<i32>(count);
    this.steps = new StaticArray<f64>(count);
    for (let split = 0; split < count; split++) this.firsts[split] = new StaticArray<f64>(8);
  }

  /** Takes the classes that a split makes for somebody. */
  take(split: i32, classes: Classes): void {
    this.classes[split] = classes;
    if (this.firsts[split].length < classes.count) this.firsts[split] = new StaticArray<f64>(2 * classes.count);
    const firsts = this.firsts[split];
    for (let c = 0; c < classes.count; c++) firsts[c] = this.worthOf(split, c, 0);
    this.rank(split);
  }

  /** The most that all splits can add to the first limb. */
  get most(): f64 {
    let most: f64 = 0;
    for (let split = 0; split < this.count; split++) most += this.firsts[split][this.top[split]];
    return most;
  }

  /** The least by which the best class of a split is better than the next one; infinite where none is. */
  get smallestStep(): f64 {
    let least: f64 = Infinity;
    for (let split = 0; split < this.count; split++) {
      const step = this.steps[split];
      if (step > 0 && step < least) least = step;
    }
    return least;
  }

  /**
   * Parts the splits: into those whose top class nobody can do without, and those to descend by.
   * @param room how much less than the most a pair may have on the first limb.
   * @returns what the top classes needed add to the first limb.
   */
  part(room: f64): f64 {
    this.opened = 0;
    this.needs = 0;
    this.list = null;
    let first: f64 = 0;
    for (let split = 0; split < this.count; split++) {
      const top = this.top[split];
      this.taken[split] = top;
      if (this.steps[split] <= room) this.open[this.opened++] = split;
      else {
        first += this.firsts[split][top];
        this.need(this.classes[split], top);
      }
    }
    return first;
  }

  /** Works out what the open splits can add to a pair in a word. @returns the most that all of them can. */
  bound(word: i32): f64 {
    let most: f64 = 0;
    this.rest[this.opened] = 0;
    for (let at = this.opened - 1; at >= 0; at--) {
      const split = this.open[at];
      const c = this.falls[split] ? <i32>this.classes[split].first[word] : this.top[split];
      most += this.firsts[split][c];
      this.rest[at] = most;
    }
    return most;
  }

  /** What the classes taken add to a limb. */
  sum(limb: i32): f64 {
    let sum: f64 = 0;
    for (let split = 0; split < this.count; split++) {
      const c = this.taken[split];
      sum += limb === 0 ? this.firsts[split][c] : this.worthOf(split, c, limb);
    }
    return sum;
  }

  /** What the classes taken add to a score. */
  get score(): f64 {
    let sum: f64 = 0;
    for (let split = 0; split < this.count; split++) {
      sum += this.question.weights[split] * fitOf(this.classes[split].answers[this.taken[split]]);
    }
    return sum;
  }

  private need(classes: Classes, c: i32): void {
    this.needed[this.needs++] = changetype<usize>(classes.bits) + <usize>(c * classes.words * 4);
    const begin = classes.begins[c];
    const end = classes.begins[c + 1];
    if (begin === end || (this.list !== null && end - begin >= this.end - this.begin)) return;
    this.list = classes.lists;
    this.begin = begin;
    this.end = end;
  }

  /** Notes the best class of a split, how far the next one is behind, and whether they fall. */
  private rank(split: i32): void {
    const firsts = this.firsts[split];
    let top = 0;
    let next: f64 = -Infinity;
    let falls = true;
    for (let c = 1; c < this.classes[split].count; c++) {
      if (firsts[c] > firsts[c - 1]) falls = false;
      if (firsts[c] > firsts[top]) {
        next = max(next, firsts[top]);
        top = c;
      } else next = max(next, firsts[c]);
    }
    this.falls[split] = falls;
    this.top[split] = top;
    this.steps[split] = firsts[top] - next;
  }

  /** A limb of what a class of a split is worth. */
  private worthOf(split: i32, c: i32, limb: i32): f64 {
    const question = this.question;
    const answer = this.classes[split].answers[c];
    const held = (answer & 1) === 1 ? question.held[split * question.limbs + limb] : 0;
    return question.weights[split] * fitOf(answer) * question.thousandth[limb] + held;
  }
}

function fitOf(answer: i32): f64 {
  return <f64>(answer >> 1);
}
