import { type Bits, findLowestBit, makeEmptyBits, setBit } from '../domain/bits.ts';
import type { Side } from '../domain/roster.ts';
import type { Direction } from './nodes.ts';
import type { ResidualGraph } from './residual-graph.ts';

/** In place of the node before: for a node that was not met, and for one that is passed over. */
const NOT_MET = -1;
const SHUT = -2;

/** What a search leaves aside. */
export interface ReachOptions {
  /** Searches whose nodes are passed over. */
  readonly past?: readonly Reachability[];
  /** Whether a node is passed over. */
  readonly isShut?: (node: number) => boolean;
  /** Whether a step is taken from a node to another. */
  readonly isTaken?: (from: number, to: number) => boolean;
  /**
   * The only node that is looked for: then whoever was met last goes on first, so that a
   * path is found before all were asked.
   */
  readonly goal?: number;
}

/**
 * All nodes that steps of a residual network lead to from some others, or back from them, each with the node that it
 * was first met from. Breadth first, so that a path back to where it began is a shortest one. Each person is asked once
 * for their partners, however many ways lead to them: the cost is that of looking at everybody's partners as bits.
 */
export class Reachability {
  readonly #residual: ResidualGraph;
  readonly #direction: Direction;
  readonly #isTaken: ((from: number, to: number) => boolean) | null;
  readonly #goal: number | null;
  /** For each node met, the node before it; itself where the search began. */
  readonly #before: Int32Array;
  readonly #queue: number[] = [];
  /** People met or passed over, by their numbers in the roster: partners are looked for among the others alone. */
  readonly #met: Readonly<Record<Side, Bits>>;

  constructor(residual: ResidualGraph, direction: Direction, { past = [], isShut, isTaken, goal }: ReachOptions = {}) {
    this.#residual = residual;
    this.#direction = direction;
    this.#isTaken = isTaken ?? null;
    this.#goal = goal ?? null;
    this.#before = new Int32Array(residual.size).fill(NOT_MET);
    this.#met = {
      mentor: makeEmptyBits(residual.inputs.roster.mentors.length),
      mentee: makeEmptyBits(residual.inputs.roster.mentees.length),
    };
    if (past.length === 0 && isShut === undefined) return;
    for (let node = 0; node < residual.size; node++) {
      if (past.some(other => other.has(node)) || isShut?.(node)) this.#note(node, SHUT);
    }
  }

  has(node: number): boolean {
    return this.#before[node]! >= 0;
  }

  /** The people of a side who were met or passed over, by their numbers in the roster. Not to be changed. */
  getMetPeople(side: Side): Bits {
    return this.#met[side];
  }

  /** Adds nodes to begin with, and everything that steps lead to from them. */
  from(starts: Iterable<number>): this {
    for (const start of starts) if (this.#before[start] === NOT_MET) this.#meet(start, start);
    if (this.#goal === null) {
      for (let at = 0; at < this.#queue.length; at++) this.#expand(this.#queue[at]!);
      this.#queue.length = 0;
    } else while (this.#queue.length > 0 && !this.has(this.#goal)) this.#expand(this.#queue.pop()!);
    return this;
  }

  /** The nodes from where the search began to a node that it met, both included. */
  findPathTo(node: number): number[] {
    const path = [node];
    for (let at = node; this.#before[at] !== at; path.push(at)) at = this.#before[at]!;
    return path.reverse();
  }

  #expand(node: number): void {
    this.#residual.visitSteps(this.#direction, node, next => this.#enter(next, node));
    const partners = this.#residual.findPartners(this.#direction, node);
    if (partners === null) return;
    const side = this.#direction === 'onwards' ? 'mentee' : 'mentor';
    const met = this.#met[side];
    for (let word = 0; word < partners.length; word++) {
      for (let rest = partners[word]! & ~met[word]!; rest !== 0; rest &= rest - 1) {
        this.#enter(this.#residual.getNode(side, 32 * word + findLowestBit(rest)), node);
      }
    }
  }

  #enter(node: number, from: number): void {
    if (this.#before[node] === NOT_MET && this.#isTaken?.(from, node) !== false) this.#meet(node, from);
  }

  #meet(node: number, from: number): void {
    this.#note(node, from);
    this.#queue.push(node);
  }

  #note(node: number, from: number): void {
    this.#before[node] = from;
    if (this.#residual.isPerson(node)) setBit(this.#met[this.#residual.getSide(node)], this.#residual.getIndex(node));
  }
}
