import { type Bits, clearBit } from '../domain/bits.ts';
import { findLimitsAround } from '../domain/limit-tree.ts';
import { makePair, makePairKey } from '../domain/pair-keys.ts';
import type { Candidates, Tandem } from '../domain/pairing.ts';
import { mustMeet, type Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';
import { type Direction, findHubs, ROOT } from './nodes.ts';

/** What tandems are arranged under. */
export interface ResidualInputs {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly candidates: Candidates;
}

/** What is kept, whatever changes. */
export interface KeepingPolicy {
  /** How many tandems everybody keeps; whoever has fewer keeps these. */
  readonly byMentor: number;
  readonly byMentee: (mentee: number) => number;
  /** Whether locks, minimums and least loads are kept too, or ignored. */
  readonly demands: boolean;
}

/** Everybody who has a tandem keeps one, and demands are kept. */
export const KEEP_ONE: KeepingPolicy = { byMentor: 1, byMentee: () => 1, demands: true };

/** Anybody may lose their tandems, as far as demands are kept. */
export const KEEP_DEMANDS: KeepingPolicy = { byMentor: 0, byMentee: () => 0, demands: true };

/** Stands for the partners of what is not a person. */
const NOBODY: number[] = [];

/** A step between two nodes. */
export interface Arc {
  readonly tail: number;
  readonly head: number;
}

/** What a trip does to tandems. */
export interface TripEffect {
  readonly begun: readonly Tandem[];
  readonly ended: readonly Tandem[];
}

/**
 * The steps by which given tandems could change, as a residual network (Ahuja, Magnanti & Orlin, Network Flows (1993),
 * §2.4). Its nodes are the root, the limits, the mentors and the mentees; a mentor or mentee hangs from the innermost
 * limit of their country, a limit from the one around it, and what nothing is around from the root. A step onwards
 *
 *   from what a mentor hangs from to the mentor     takes one of their slots          while one is free
 *   from a mentor to what they hang from            gives one back                    while they have a mentee to spare
 *   from a mentor to a mentee                       begins a tandem                   while they may meet
 *   from a mentee to their mentor                   ends one                          while it is not locked
 *   from a mentee to what they hang from            gives them one more mentor        while they want one
 *   from what a mentee hangs from to the mentee     takes one from them               while they have one to spare
 *
 * and likewise for limits, between their minimum and their maximum. What can be spared is a matter of policy. A round
 * trip of such steps changes tandems and breaks nothing. Pairs are asked person by person, as sets of bits.
 */
export class ResidualGraph {
  readonly size: number;
  readonly inputs: ResidualInputs;
  readonly #policy: KeepingPolicy;
  readonly #firstMentor: number;
  readonly #firstMentee: number;
  /** What each node hangs from, and what hangs from each hub. */
  readonly #hub: Int32Array;
  readonly #hanging: readonly (readonly number[])[];
  /** The nodes of each person's partners. */
  readonly #partners: readonly number[][];
  /**
   * How many tandems each limit and person has, the most and the least they may have, and
   * the least if there were no demands.
   */
  readonly #used: Int32Array;
  readonly #most: Float64Array;
  readonly #least: Float64Array;
  readonly #kept: Float64Array;
  /** The tandems that a lock keeps, by keys of nodes. */
  readonly #locked: ReadonlySet<number>;

  constructor(inputs: ResidualInputs, tandems: Iterable<Tandem>, policy: KeepingPolicy) {
    const { roster, terms } = inputs;
    this.inputs = inputs;
    this.#policy = policy;
    this.#firstMentor = 1 + terms.limits.length;
    this.#firstMentee = this.#firstMentor + roster.mentors.length;
    this.size = this.#firstMentee + roster.mentees.length;
    this.#hub = findHubs(findLimitsAround(roster, terms));
    const hanging: number[][] = Array.from({ length: this.#firstMentor }, () => []);
    for (let node = 1; node < this.size; node++) hanging[this.#hub[node]!]!.push(node);
    this.#hanging = hanging;
    const locks = policy.demands ? terms.pairs.filter(mustMeet) : [];
    this.#locked = new Set(locks.map(pair => this.#makeKey(...this.#getEnds(pair))));
    this.#used = new Int32Array(this.size);
    this.#partners = Array.from({ length: this.size }, (_, node) => (this.isPerson(node) ? [] : NOBODY));
    for (const tandem of tandems) this.#begin(tandem);
    this.#most = new Float64Array(this.size);
    this.#least = new Float64Array(this.size);
    this.#kept = new Float64Array(this.size);
    this.#bound(inputs, policy);
  }

  /** The same tandems and policy where something else is allowed; nothing that tandems need may be less than before. */
  copyWith(change: Partial<ResidualInputs>): ResidualGraph {
    return new ResidualGraph({ ...this.inputs, ...change }, this.listTandems(), this.#policy);
  }

  /** What a trip does: a step from a mentor to a mentee begins a tandem, the other way round ends one. */
  traceTrip(direction: Direction, path: readonly number[]): TripEffect {
    const nodes = direction === 'onwards' ? path : path.toReversed();
    const [begun, ended]: [Tandem[], Tandem[]] = [[], []];
    for (let at = 1; at < nodes.length; at++) {
      const [tail, head] = [nodes[at - 1]!, nodes[at]!];
      if (!this.isPerson(tail) || !this.isPerson(head)) continue;
      const side = this.getSide(tail);
      (side === 'mentor' ? begun : ended).push(makePair(side, this.getIndex(tail), this.getIndex(head)));
    }
    return { begun, ended };
  }

  /** How many tandems limits and people would have after a trip, where it changes any of theirs. */
  countAfter({ begun, ended }: TripEffect): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    const add = (tandem: Tandem, change: 1 | -1) => {
      for (const person of this.#getEnds(tandem)) {
        for (let node = person; node !== ROOT; node = this.#hub[node]!) {
          counts.set(node, (counts.get(node) ?? this.countUsed(node)) + change);
        }
      }
    };
    for (const tandem of begun) add(tandem, 1);
    for (const tandem of ended) add(tandem, -1);
    return counts;
  }

  applyTrip({ begun, ended }: TripEffect): void {
    for (const tandem of begun) this.#begin(tandem);
    for (const tandem of ended) this.#end(tandem);
  }

  getLimitNode(limit: number): number {
    return 1 + limit;
  }

  getNode(side: Side, index: number): number {
    return (side === 'mentor' ? this.#firstMentor : this.#firstMentee) + index;
  }

  /** The first node behind the people of a side. */
  getEnd(side: Side): number {
    return side === 'mentor' ? this.#firstMentee : this.size;
  }

  isPerson(node: number): boolean {
    return node >= this.#firstMentor;
  }

  /** The side of a person or a limit. */
  getSide(node: number): Side {
    if (node >= this.#firstMentee) return 'mentee';
    return node >= this.#firstMentor ? 'mentor' : this.inputs.terms.limits[node - 1]!.side;
  }

  /** The number of a person in the roster. */
  getIndex(node: number): number {
    return node - (node < this.#firstMentee ? this.#firstMentor : this.#firstMentee);
  }

  getHub(node: number): number {
    return this.#hub[node]!;
  }

  /** How many tandems a limit or person has. */
  countUsed(node: number): number {
    return this.#used[node]!;
  }

  /** Whether a limit or person could carry one more tandem, as far as that is up to them. */
  hasRoom(node: number): boolean {
    return this.#used[node]! < this.#most[node]!;
  }

  /** Whether a limit or person could carry one less. */
  canSpare(node: number): boolean {
    return this.#used[node]! > this.#least[node]!;
  }

  /** Whether a limit or person may have so many tandems. */
  mayHave(node: number, count: number): boolean {
    return count >= this.#least[node]! && count <= this.#most[node]!;
  }

  /** Whether a limit or a mentor could carry one less, were it not for a minimum or a least load. */
  isHeld(node: number): boolean {
    return this.#used[node]! > this.#kept[node]! && !this.canSpare(node);
  }

  /** The step by which a limit or person would carry one more tandem; the step back is one less. */
  getArcForMore(node: number): Arc {
    const hub = this.#hub[node]!;
    return this.getSide(node) === 'mentor' ? { tail: hub, head: node } : { tail: node, head: hub };
  }

  /**
   * The root, where trips from a hub may as well begin there: the limits from the hub on have room, and whoever is
   * under them could be reached from the root, or nobody is.
   * @param isGrowing whether trips of mentors are to come over the root: then nobody under the hub's limits matters.
   */
  findHome(hub: number, isGrowing = false): number {
    for (let limit = hub; limit !== ROOT; limit = this.#hub[limit]!) {
      const isLeft =
        this.canSpare(limit) || (isGrowing && this.getSide(limit) === 'mentor') || this.countUsed(limit) === 0;
      if (!this.hasRoom(limit) || !isLeft) return hub;
    }
    return ROOT;
  }

  /** People by the hub that their trips begin at. */
  groupByHome(people: readonly number[], isGrowing = false): ReadonlyMap<number, readonly number[]> {
    const homes = new Map<number, number[]>();
    for (const node of people) {
      const home = this.findHome(this.#hub[node]!, isGrowing);
      const others = homes.get(home);
      if (others === undefined) homes.set(home, [node]);
      else others.push(node);
    }
    return homes;
  }

  /** Calls `each` with the nodes one step on or back, but for those that `findPartners` holds. */
  visitSteps(direction: Direction, node: number, each: (next: number) => void): void {
    const towards = direction === 'onwards' ? 'mentor' : 'mentee';
    if (node !== ROOT) {
      const isOpen = this.getSide(node) === towards ? this.canSpare(node) : this.hasRoom(node);
      if (isOpen) each(this.#hub[node]!);
    }
    if (node < this.#firstMentor) {
      for (const inner of this.#hanging[node]!) {
        const isOpen = this.getSide(inner) === towards ? this.hasRoom(inner) : this.canSpare(inner);
        if (isOpen) each(inner);
      }
    } else if (this.getSide(node) !== towards) this.#visitEnded(node, each);
  }

  /**
   * The people one step from a mentor (onwards) or a mentee (back) whom they may meet and have no tandem with, as bits
   * by their numbers in the roster; null for other nodes. The same array is filled anew by the next call for that side.
   */
  findPartners(direction: Direction, node: number): Bits | null {
    const side = direction === 'onwards' ? 'mentor' : 'mentee';
    if (node < this.#firstMentor || this.getSide(node) !== side) return null;
    const bits = this.inputs.candidates.partnersOf(side, this.getIndex(node));
    for (const partner of this.#partners[node]!) clearBit(bits, this.getIndex(partner));
    return bits;
  }

  /** Tandems that could end: the mentors of a mentee, or the mentees of a mentor. */
  #visitEnded(node: number, each: (next: number) => void): void {
    for (const partner of this.#partners[node]!) {
      if (this.#locked.size === 0 || !this.#locked.has(this.#makeKey(node, partner))) each(partner);
    }
  }

  /** A number for a tandem, the same for both of its people. */
  #makeKey(node: number, partner: number): number {
    return makePairKey(Math.min(node, partner), Math.max(node, partner), this.size);
  }

  #getEnds({ mentor, mentee }: Tandem): readonly [mentor: number, mentee: number] {
    return [this.#firstMentor + mentor, this.#firstMentee + mentee];
  }

  #bound({ roster, terms }: ResidualInputs, { byMentor, byMentee, demands }: KeepingPolicy): void {
    const set = (node: number, most: number, keeps: number, demanded: number) => {
      const kept = Math.min(keeps, this.countUsed(node));
      this.#most[node] = most;
      this.#kept[node] = kept;
      this.#least[node] = demands ? Math.max(kept, demanded) : kept;
    };
    for (const [limit, { min, max }] of terms.limits.entries()) set(this.getLimitNode(limit), max, 0, min);
    for (const [mentor, { capacity, minLoad }] of roster.mentors.entries()) {
      set(this.getNode('mentor', mentor), capacity, byMentor, minLoad);
    }
    for (const [mentee, { wants }] of roster.mentees.entries()) {
      set(this.getNode('mentee', mentee), wants, byMentee(mentee), 0);
    }
  }

  *listTandems(): Generator<Tandem> {
    for (let node = this.#firstMentor; node < this.#firstMentee; node++) {
      for (const partner of this.#partners[node]!)
        yield { mentor: this.getIndex(node), mentee: this.getIndex(partner) };
    }
  }

  #begin(tandem: Tandem): void {
    const [mentor, mentee] = this.#getEnds(tandem);
    this.#partners[mentor]!.push(mentee);
    this.#partners[mentee]!.push(mentor);
    this.#count(mentor, 1);
    this.#count(mentee, 1);
  }

  #end(tandem: Tandem): void {
    const [mentor, mentee] = this.#getEnds(tandem);
    const [mentees, mentors] = [this.#partners[mentor]!, this.#partners[mentee]!];
    mentees.splice(mentees.indexOf(mentee), 1);
    mentors.splice(mentors.indexOf(mentor), 1);
    this.#count(mentor, -1);
    this.#count(mentee, -1);
  }

  /** Counts a tandem more or less of a person, with all limits around them. */
  #count(person: number, change: 1 | -1): void {
    for (let node = person; node !== ROOT; node = this.#hub[node]!) this.#used[node]! += change;
  }
}
