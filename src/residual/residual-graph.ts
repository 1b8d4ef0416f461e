import { type Bits, clearBit } from '../domain/bits.ts';
import { findLimitsAround } from '../domain/limit-tree.ts';
import type { Candidates } from '../domain/pairing.ts';
import { makePairKey } from '../domain/pairs.ts';
import { mustMeet } from '../domain/policy.ts';
import type { Side } from '../domain/roster.ts';
import { type Direction, findHubs, ROOT } from './nodes.ts';
import type { Findings, TandemUsage } from './usage.ts';

/** How many tandems everybody keeps at least, whatever changes; mentors besides keep their least load. */
export interface KeptCounts {
  readonly byMentor: number;
  readonly byMentee: (mentee: number) => number;
}

/** Everybody who has a tandem keeps one. */
const KEEPING_ONE: KeptCounts = { byMentor: 1, byMentee: () => 1 };

/**
 * The steps by which tandems could change while everybody who has one keeps one, as a residual network (Ahuja, Magnanti &
 * Orlin, Network Flows (1993), §2.4). Its nodes are the root, the limits, the mentors and the mentees; a mentor or mentee
 * hangs from the innermost limit of their country, a limit from the one around it, and what nothing is around from the root.
 * A step onwards
 *
 *   from what a mentor hangs from to the mentor     takes one of their places         while one is free
 *   from a mentor to what they hang from            gives one back                    while they have a mentee to spare
 *   from a mentor to a mentee                       begins a tandem                   while they may meet
 *   from a mentee to their mentor                   ends one                          while it is not locked
 *   from a mentee to what they hang from            gives them one more mentor        while they want one
 *   from what a mentee hangs from to the mentee     takes one from them               while they have one to spare
 *
 * and likewise for limits, between their minimum and their maximum. A round trip of such steps changes tandems and breaks
 * nothing. Pairs are asked person by person, as sets of bits.
 */
export class ResidualGraph {
  readonly size: number;
  /** Node 0 is the root, node 1 + n is limit n; then come the mentors, then the mentees. */
  readonly mentors: number;
  readonly mentees: number;
  readonly #candidates: Candidates;
  readonly #situation: TandemUsage;
  readonly #locked: ReadonlySet<number>;
  /** The side of each limit and person, what they hang from, and whether they can carry one more and one less. */
  readonly #side: readonly Side[];
  readonly #hub: Int32Array;
  readonly #rises: Uint8Array;
  readonly #falls: Uint8Array;
  /** Whether nothing but a minimum or a least load keeps a limit or a mentor from carrying one less. */
  readonly #held: Uint8Array;
  /** What hangs from each hub. */
  readonly #hanging: readonly (readonly number[])[];

  constructor(findings: Findings, situation: TandemUsage, kept: KeptCounts = KEEPING_ONE) {
    const { roster, terms, candidates } = findings;
    this.mentors = 1 + terms.limits.length;
    this.mentees = this.mentors + roster.mentors.length;
    this.size = this.mentees + roster.mentees.length;
    this.#candidates = candidates;
    this.#situation = situation;
    const locked = terms.pairs.filter(mustMeet);
    this.#locked = new Set(locked.map(({ mentor, mentee }) => this.#makeKey(mentor, mentee)));
    this.#side = ['mentor', ...terms.limits.map(({ side }) => side)];
    this.#hub = findHubs(findLimitsAround(roster, terms));
    this.#rises = new Uint8Array(this.size);
    this.#falls = new Uint8Array(this.size);
    this.#held = new Uint8Array(this.size);
    this.#measure(findings, kept);
    const hanging: number[][] = Array.from({ length: this.mentors }, () => []);
    for (let node = 1; node < this.size; node++) hanging[this.#hub[node]!]!.push(node);
    this.#hanging = hanging;
  }

  getSide(node: number): Side {
    if (node < this.mentors) return this.#side[node]!;
    return node < this.mentees ? 'mentor' : 'mentee';
  }

  getHub(node: number): number {
    return this.#hub[node]!;
  }

  /** Whether a limit or person could carry one more tandem. */
  hasRoom(node: number): boolean {
    return this.#rises[node] === 1;
  }

  /** Whether a limit or person could carry one less. */
  canSpare(node: number): boolean {
    return this.#falls[node] === 1;
  }

  /** Whether a limit or a mentor could carry one less, were it not for a minimum or a least load. */
  isHeld(node: number): boolean {
    return this.#held[node] === 1;
  }

  /**
   * The root, where trips from a hub may as well begin there: the limits from the hub on have room, and whoever is under them could
   * be reached from the root, or nobody is.
   * @param isGrowing whether trips of mentors are to come over the root: then nobody under the hub's limits matters.
   */
  findHome(hub: number, isGrowing = false): number {
    for (let limit = hub; limit !== ROOT; limit = this.#hub[limit]!) {
      const isLeft =
        this.#falls[limit] === 1 ||
        (isGrowing && this.getSide(limit) === 'mentor') ||
        this.#situation.countUsed(limit - 1) === 0;
      if (this.#rises[limit] === 0 || !isLeft) return hub;
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

  /** Calls `each` with the nodes one step on or back, but for those that `partners` holds. */
  visitSteps(direction: Direction, node: number, each: (next: number) => void): void {
    const towards = direction === 'onwards' ? 'mentor' : 'mentee';
    if (node !== ROOT) {
      const isOpen = this.getSide(node) === towards ? this.#falls : this.#rises;
      if (isOpen[node] === 1) each(this.#hub[node]!);
    }
    if (node < this.mentors) {
      for (const inner of this.#hanging[node]!) {
        const isOpen = this.getSide(inner) === towards ? this.#rises : this.#falls;
        if (isOpen[inner] === 1) each(inner);
      }
    } else if (this.getSide(node) !== towards) this.#visitEnded(node, each);
  }

  /**
   * The people one step from a mentor (onwards) or a mentee (back) whom they may meet and have no tandem with, as bits by
   * their numbers in the roster; null for other nodes. The same array is filled anew by the next call for that side.
   */
  findPartners(direction: Direction, node: number): Bits | null {
    const side = direction === 'onwards' ? 'mentor' : 'mentee';
    if (node < this.mentors || this.getSide(node) !== side) return null;
    const index = this.getIndex(node);
    const bits = this.#candidates.partnersOf(side, index);
    const own = side === 'mentor' ? this.#situation.menteesOf : this.#situation.mentorsOf;
    for (const partner of own[index]!) clearBit(bits, partner);
    return bits;
  }

  /** The number of a person in the roster. */
  getIndex(node: number): number {
    return node - (node < this.mentees ? this.mentors : this.mentees);
  }

  isPerson(node: number): boolean {
    return node >= this.mentors;
  }

  /** The first node behind the people of a side. */
  getEnd(side: Side): number {
    return side === 'mentor' ? this.mentees : this.size;
  }

  getNode(side: Side, index: number): number {
    return (side === 'mentor' ? this.mentors : this.mentees) + index;
  }

  /** Tandems that could end: the mentors of a mentee, or the mentees of a mentor. */
  #visitEnded(node: number, each: (next: number) => void): void {
    const index = this.getIndex(node);
    if (node < this.mentees) {
      for (const mentee of this.#situation.menteesOf[index]!) {
        if (!this.#locked.has(this.#makeKey(index, mentee))) each(this.mentees + mentee);
      }
      return;
    }
    for (const mentor of this.#situation.mentorsOf[index]!) {
      if (!this.#locked.has(this.#makeKey(mentor, index))) each(this.mentors + mentor);
    }
  }

  #makeKey(mentor: number, mentee: number): number {
    return makePairKey(mentor, mentee, this.size - this.mentees);
  }

  #measure({ roster, terms }: Findings, kept: KeptCounts): void {
    const situation = this.#situation;
    for (const [limit, { min, max }] of terms.limits.entries()) {
      const used = situation.countUsed(limit);
      this.#set(1 + limit, used < max, used > min, used > 0);
    }
    for (const [mentor, { capacity, minLoad }] of roster.mentors.entries()) {
      const load = situation.menteesOf[mentor]!.length;
      this.#set(this.mentors + mentor, load < capacity, load > Math.max(minLoad, kept.byMentor), load > kept.byMentor);
    }
    for (const [mentee, { wants }] of roster.mentees.entries()) {
      const has = situation.mentorsOf[mentee]!.length;
      this.#set(this.mentees + mentee, has < wants, has > kept.byMentee(mentee));
    }
  }

  #set(node: number, rises: boolean, falls: boolean, wouldFall = falls): void {
    this.#rises[node] = rises ? 1 : 0;
    this.#falls[node] = falls ? 1 : 0;
    this.#held[node] = wouldFall && !falls ? 1 : 0;
  }
}
