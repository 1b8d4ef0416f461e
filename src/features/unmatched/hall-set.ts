import { type Bits, countWords, findLowestBit, hasBit, listNumbers, setBit } from '../../domain/bits.ts';
import type { Group } from '../../domain/matching.ts';
import type { Candidates } from '../../domain/pairing.ts';
import { type Limit, mustMeet } from '../../domain/policy.ts';
import type { Findings, TandemUsage } from '../../residual/usage.ts';
import type { Keeping } from './demands-in-the-way.ts';

/**
 * The closed group around a mentee who would take one more mentor, or null where somebody moving would make room.
 *
 * Method: the mentee could take a place of a mentor whom they may meet, the mentee who has it could take another, and so on
 * up to a free place. Where no such chain ends at a free place, the people met on the way form a closed group: its mentees
 * can only go to its mentors, and these have fewer places than there are mentees. That violates Hall's condition (Hall, On
 * representatives of subsets, J. London Math. Soc. 10 (1935), 26–30); the search is that for alternating paths of Ahuja,
 * Magnanti & Orlin, Network Flows (1993), §12.3, with a reached limit as one more mentor: whoever has a tandem under it
 * could make room by going elsewhere. Whoever has a mentor besides could also give the place up: then no place is lacking, as far as
 * everybody is to keep `one`. Locks, minimums and least loads are left aside: where nothing but they stand in the
 * way, somebody moving would make room.
 */
export function findHallSet(
  { roster, terms, candidates }: Findings,
  situation: TandemUsage,
  mentee: number,
  keeping: Keeping,
): Group | null {
  const listMembersUnder = (limit: number) => listMembers(roster, terms.limits[limit]!);
  const search = new HallSearch(roster.mentors.length, candidates, situation, listMembersUnder, keeping);
  if (!search.from(mentee)) return null;
  const { full, limits, mentees } = search.collectGroup();
  for (const other of roster.mentees.keys()) {
    if (!mentees.has(other) && search.isConfined(other)) mentees.add(other);
  }
  const places = full.reduce((sum, mentor) => sum + roster.mentors[mentor]!.capacity, 0);
  const underLimits = limits.reduce((sum, limit) => sum + terms.limits[limit]!.max, 0);
  const countElsewhere = (mentee: number) =>
    situation.mentorsOf[mentee]!.filter(mentor => !search.hasMentor(mentor)).length;
  return {
    mentees: [...mentees].sort(compareNumbers),
    wanted: [...mentees].reduce((sum, mentee) => sum + roster.mentees[mentee]!.wants - countElsewhere(mentee), 0),
    ...{ mentors: full, limits, places: places + underLimits },
    locked: terms.pairs.filter(note => mustMeet(note) && search.hasMentor(note.mentor)).length,
  };
}

/** The mentors whom a limit on their side counts. */
function listMembers({ mentors }: Findings['roster'], { countries }: Limit): number[] {
  return mentors.flatMap(({ country }, mentor) => (countries.includes(country) ? [mentor] : []));
}

const compareNumbers = (a: number, b: number) => a - b;

class HallSearch {
  readonly #situation: TandemUsage;
  readonly #members: (limit: number) => readonly number[];
  readonly #keeping: Keeping;
  readonly #mentees = new Set<number>();
  readonly #candidates: Candidates;
  readonly #mentors: Bits;
  readonly #limits = new Set<number>();
  readonly #queue: number[] = [];

  constructor(
    mentors: number,
    candidates: Candidates,
    situation: TandemUsage,
    members: (limit: number) => readonly number[],
    keeping: Keeping,
  ) {
    this.#situation = situation;
    this.#candidates = candidates;
    this.#members = members;
    this.#keeping = keeping;
    this.#mentors = new Int32Array(countWords(mentors));
  }

  /** Follows the chains from a mentee; false as soon as one ends at a free place. */
  from(mentee: number): boolean {
    this.#meet(mentee);
    for (let next = this.#queue.pop(); next !== undefined; next = this.#queue.pop()) {
      if (!this.#closeMentorsOf(next)) return false;
    }
    return true;
  }

  /** Meets all mentors whom a mentee may meet besides their own; false as soon as one has room. */
  #closeMentorsOf(mentee: number): boolean {
    const own = this.#situation.mentorsOf[mentee]!;
    const eligible = this.#candidates.partnersOf('mentee', mentee);
    for (let word = 0; word < eligible.length; word++) {
      for (let rest = eligible[word]! & ~this.#mentors[word]!; rest !== 0; rest &= (rest - 1) & ~this.#mentors[word]!) {
        const mentor = 32 * word + findLowestBit(rest);
        if (!own.includes(mentor) && !this.#close(mentor)) return false;
      }
    }
    return true;
  }

  /** Who was met. A mentor under a limit that was met, and a limit within another, need no count of their own. */
  collectGroup() {
    const listMetLimits = (mentor: number) =>
      this.#situation.listReachedLimits('mentor', mentor).filter(l => this.#limits.has(l));
    const mentors = listNumbers(this.#mentors);
    const outermost = mentors.flatMap(mentor => listMetLimits(mentor).at(-1) ?? []);
    const full = mentors.filter(mentor => listMetLimits(mentor).length === 0);
    return { full, limits: [...new Set(outermost)].sort(compareNumbers), mentees: this.#mentees };
  }

  /** Whether a mentor is one of the group. */
  hasMentor(mentor: number): boolean {
    return hasBit(this.#mentors, mentor);
  }

  /** Whether somebody without a tandem can go nowhere but to mentors of the group. */
  isConfined(mentee: number): boolean {
    if (this.#situation.mentorsOf[mentee]!.length > 0) return false;
    const eligible = this.#candidates.partnersOf('mentee', mentee);
    return eligible.some(word => word !== 0) && eligible.every((word, at) => (word & ~this.#mentors[at]!) === 0);
  }

  /** Adds a mentor who has no room, with everybody who could make some; false if the mentor has room or somebody would make some. */
  #close(mentor: number): boolean {
    setBit(this.#mentors, mentor);
    if (this.#situation.isFull(mentor)) return this.#meetMenteesOf(mentor);
    const [limit] = this.#situation.listReachedLimits('mentor', mentor);
    return limit !== undefined && this.#closeLimit(limit);
  }

  #closeLimit(limit: number): boolean {
    if (this.#limits.has(limit)) return true;
    this.#limits.add(limit);
    return this.#members(limit).every(member => {
      setBit(this.#mentors, member);
      return this.#meetMenteesOf(member);
    });
  }

  /** False where somebody has a mentor besides, and is to keep one only. */
  #meetMenteesOf(mentor: number): boolean {
    return this.#situation.menteesOf[mentor]!.every(mentee => {
      this.#meet(mentee);
      return this.#keeping === 'all' || this.#situation.mentorsOf[mentee]!.length === 1;
    });
  }

  #meet(mentee: number): void {
    if (this.#mentees.has(mentee)) return;
    this.#mentees.add(mentee);
    this.#queue.push(mentee);
  }
}
