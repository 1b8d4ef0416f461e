import { type Bits, findLowestBit, makeEmptyBits, setBit } from '../domain/bits.ts';
import type { Tandem } from '../domain/pairing.ts';
import { getOtherSide, makePair } from '../domain/pairs.ts';
import type { Side } from '../domain/roster.ts';
import type { TandemFlow } from './flow.ts';

/** A step of a chain: a tandem that is made, or one that is given up for it. */
export interface PathStep {
  readonly pair: Tandem;
  readonly isNew: boolean;
}

/**
 * Adds tandems until there are as many as possible, and returns how many. Costs a search for each.
 * @param near the side that searches begin from: best that on which something has changed.
 */
export function fillUp(arrangement: TandemFlow, near: Side = 'mentee'): number {
  for (let added = 0; ; added++) {
    const path = new AugmentingSearch(arrangement, near).findPath();
    if (path === null) return added;
    for (const { pair, isNew } of path) {
      if (isNew) arrangement.begin(pair);
      else arrangement.end(pair);
    }
  }
}

const UNMET = -1;

/**
 * How far chains of people who move lead from the side that is near. From the mentors: to whom a free place could be brought.
 * From the mentees: who could take over somebody, because a mentee who wants a mentor could be brought to them. Places go
 * through the limits of mentors to mentors, to mentees and through their limits, and go back where a tandem is given up; seen
 * from the mentees, it is the same the other way round. Everybody is met once; whom they may meet is asked 32 people a word.
 */
export class AugmentingSearch {
  readonly #arrangement: TandemFlow;
  readonly #near: Side;
  readonly #far: Side;
  /** Nodes: the limits by number, the ends of the near and the far side, mentors, mentees. For each, from where it was met. */
  readonly #cameFrom: Int32Array;
  readonly #start: number;
  readonly #end: number;
  readonly #first: Readonly<Record<Side, number>>;
  /** Those of the far side who were met. */
  readonly #met: Bits;
  readonly #ahead: number[] = [];

  /** Goes on until the far side is free to take, or nobody new is met. */
  constructor(arrangement: TandemFlow, near: Side) {
    const { mentors, mentees } = arrangement.ground.roster;
    const { outside } = arrangement.nesting;
    this.#arrangement = arrangement;
    this.#near = near;
    this.#far = getOtherSide(near);
    this.#end = outside;
    this.#start = outside + 1;
    this.#first = { mentor: outside + 2, mentee: outside + 2 + mentors.length };
    this.#cameFrom = new Int32Array(this.#first.mentee + mentees.length).fill(UNMET);
    this.#met = makeEmptyBits((near === 'mentor' ? mentees : mentors).length);
    this.#meet(this.#start, this.#start);
    // Whoever was met last goes on: where many are free, a way through is found before all of them are asked.
    while (!this.isThrough) {
      const next = this.#ahead.pop();
      if (next === undefined) break;
      this.#leave(next);
    }
  }

  /** Whether a chain leads through, so that one more tandem is possible. */
  get isThrough(): boolean {
    return this.#has(this.#end);
  }

  hasPerson(side: Side, index: number): boolean {
    return this.#has(this.#first[side] + index);
  }

  /** Whether a limit was met. What is outside of all limits of the near side is where the search began. */
  hasLimit(limit: number): boolean {
    return limit === this.#end || this.#has(limit);
  }

  /** The steps of a chain that leads through; null where none does. */
  findPath(): PathStep[] | null {
    if (!this.isThrough) return null;
    const steps: PathStep[] = [];
    for (let node = this.#end; node !== this.#start; node = this.#cameFrom[node]!) {
      const [before, after] = [this.#findPerson(this.#cameFrom[node]!), this.#findPerson(node)];
      if (before === null || after === null) continue;
      const pair = before.side === 'mentor' ? [before.index, after.index] : [after.index, before.index];
      steps.push({ pair: { mentor: pair[0]!, mentee: pair[1]! }, isNew: before.side === this.#near });
    }
    return steps;
  }

  #has(node: number): boolean {
    return this.#cameFrom[node] !== UNMET;
  }

  #meet(node: number, from: number): void {
    if (this.#has(node)) return;
    this.#cameFrom[node] = from;
    this.#ahead.push(node);
  }

  #leave(node: number): void {
    const { terms } = this.#arrangement.ground;
    const person = this.#findPerson(node);
    if (person !== null) {
      if (person.side === this.#near) this.#leaveNear(person.index, node);
      else this.#leaveFar(person.index, node);
    } else if (node === this.#start || terms.limits[node]!.side === this.#near) this.#leaveNearLimit(node);
    else this.#leaveFarLimit(node);
  }

  /** From a limit of the near side, or from where all begins: into it, and out where it has more than it must. */
  #leaveNearLimit(node: number): void {
    const { nesting } = this.#arrangement;
    const limit = node === this.#start ? nesting.outside : node;
    for (const inner of nesting.innerOf[this.#near][limit]!)
      if (this.#arrangement.hasRoom(inner)) this.#meet(inner, node);
    for (const member of nesting.membersOf[this.#near][limit]!) {
      if (this.#arrangement.mayGain(this.#near, member)) this.#meet(this.#first[this.#near] + member, node);
    }
    if (node !== this.#start && this.#arrangement.hasSpare(node)) this.#meetOutOf(nesting.outerOf[node]!, node);
  }

  /** From somebody of the near side: to all whom they may meet besides those whom they have, and out. */
  #leaveNear(index: number, node: number): void {
    const arrangement = this.#arrangement;
    const own = arrangement.partners[this.#near][index]!;
    const eligible = arrangement.ground.candidates.partnersOf(this.#near, index);
    const met = this.#met;
    for (let word = 0; word < eligible.length; word++) {
      for (let rest = eligible[word]! & ~met[word]!; rest !== 0; rest &= rest - 1) {
        const partner = 32 * word + findLowestBit(rest);
        if (!own.includes(partner)) this.#meetFar(partner, node);
      }
    }
    if (arrangement.mayLose(this.#near, index)) this.#meetOutOf(arrangement.nesting.homeOf[this.#near][index]!, node);
  }

  /** From somebody of the far side: on where they have room, and back to those whom they have, who could be given up. */
  #leaveFar(index: number, node: number): void {
    const arrangement = this.#arrangement;
    if (arrangement.mayGain(this.#far, index)) this.#meet(arrangement.nesting.homeOf[this.#far][index]!, node);
    for (const partner of arrangement.partners[this.#far][index]!) {
      const pair = makePair(this.#far, index, partner);
      if (!arrangement.isLocked(pair)) this.#meet(this.#first[this.#near] + partner, node);
    }
  }

  /** From a limit of the far side: on where it has room, and back to whom it holds. */
  #leaveFarLimit(node: number): void {
    const { nesting } = this.#arrangement;
    if (this.#arrangement.hasRoom(node)) this.#meet(nesting.outerOf[node]!, node);
    for (const inner of nesting.innerOf[this.#far][node]!)
      if (this.#arrangement.hasSpare(inner)) this.#meet(inner, node);
    for (const member of nesting.membersOf[this.#far][node]!) {
      if (this.#arrangement.mayLose(this.#far, member)) this.#meetFar(member, node);
    }
  }

  #meetFar(index: number, from: number): void {
    setBit(this.#met, index);
    this.#meet(this.#first[this.#far] + index, from);
  }

  /** Goes out of the near side, unless that leads to where all began. */
  #meetOutOf(limit: number, from: number): void {
    if (limit !== this.#end) this.#meet(limit, from);
  }

  #findPerson(node: number): { readonly side: Side; readonly index: number } | null {
    if (node < this.#first.mentor) return null;
    if (node < this.#first.mentee) return { side: 'mentor', index: node - this.#first.mentor };
    return { side: 'mentee', index: node - this.#first.mentee };
  }
}
