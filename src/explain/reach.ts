import { type Bits, lowestBit, none, setBit } from '../domain/bits.ts';
import type { Side } from '../domain/roster.ts';
import type { Direction, Residual } from './residual.ts';

const NOBODY = -1;

/**
 * All nodes that steps of a residual network lead to from some others, or back from them, each with the node that it was
 * first met from. Breadth first, so that a way back to where it began is a shortest one. Each person is asked once for their
 * partners, however many ways lead to them: the cost is that of looking at everybody's partners as bits.
 */
export class Reach {
  readonly #residual: Residual;
  readonly #direction: Direction;
  readonly #isOpen: (node: number, from: number) => boolean;
  /** For each node met, the node before it; itself where the search began. */
  readonly #before: Int32Array;
  readonly #queue: number[] = [];
  readonly #passed: readonly Reach[];
  /** People met here or passed over, by their numbers in the roster: partners are looked for among the others alone. */
  readonly #met: Readonly<Record<Side, Bits>>;

  /**
   * @param passed searches whose nodes are passed over.
   * @param isOpen whether a node may be entered from another; a node may be refused and be entered later.
   */
  constructor(
    residual: Residual,
    direction: Direction,
    passed: readonly Reach[] = [],
    isOpen: (node: number, from: number) => boolean = () => true,
  ) {
    this.#residual = residual;
    this.#direction = direction;
    this.#isOpen = isOpen;
    this.#before = new Int32Array(residual.size).fill(NOBODY);
    this.#passed = passed;
    this.#met = { mentor: none(residual.mentees - residual.mentors), mentee: none(residual.size - residual.mentees) };
    for (const side of ['mentor', 'mentee'] as const) {
      for (const other of passed) addBits(this.#met[side], other.#met[side]);
    }
  }

  has(node: number): boolean {
    return this.#before[node] !== NOBODY;
  }

  /** Whether another search has met a node too. */
  meets(other: Reach): boolean {
    return this.#before.some((_, node) => this.has(node) && other.has(node));
  }

  /** The people of a side who were met or passed over, by their numbers in the roster. Not to be changed. */
  metOf(side: Side): Bits {
    return this.#met[side];
  }

  /** Adds nodes to begin with, and everything that steps lead to from them. */
  from(starts: Iterable<number>): this {
    for (const start of starts) if (!this.#isPast(start)) this.#meet(start, start);
    for (let at = 0; at < this.#queue.length; at++) this.#goOnFrom(this.#queue[at]!);
    this.#queue.length = 0;
    return this;
  }

  /** The nodes from where the search began to a node that it met, both included. */
  wayTo(node: number): number[] {
    const way = [node];
    for (let at = node; this.#before[at] !== at; way.push(at)) at = this.#before[at]!;
    return way.reverse();
  }

  #goOnFrom(node: number): void {
    this.#residual.eachStep(this.#direction, node, next => this.#enter(next, node));
    const partners = this.#residual.partners(this.#direction, node);
    if (partners === null) return;
    const side = this.#direction === 'onwards' ? 'mentee' : 'mentor';
    const met = this.#met[side];
    for (let word = 0; word < partners.length; word++) {
      for (let rest = partners[word]! & ~met[word]!; rest !== 0; rest &= rest - 1) {
        this.#enter(this.#residual.nodeOf(side, 32 * word + lowestBit(rest)), node);
      }
    }
  }

  #enter(node: number, from: number): void {
    if (!this.#isPast(node) && this.#isOpen(node, from)) this.#meet(node, from);
  }

  #isPast(node: number): boolean {
    return this.has(node) || this.#passed.some(other => other.has(node));
  }

  #meet(node: number, from: number): void {
    this.#before[node] = from;
    this.#queue.push(node);
    if (node < this.#residual.mentors) return;
    const met = this.#met[this.#residual.sideOf(node)];
    setBit(met, this.#residual.indexOf(node));
  }
}

function addBits(to: Bits, some: Bits): void {
  for (let word = 0; word < to.length; word++) to[word]! |= some[word]!;
}
