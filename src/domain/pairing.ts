import type { Bits } from './bits.ts';
import type { Side } from './roster.ts';

/**
 * Who may meet whom. A bar is one reason why a pair may not meet: a rule of the policy, or what pairs.csv says.
 * Mentors and mentees are indexes into the roster.
 */
export interface Eligibility {
  /** The names of the bars, in the order of their bits. */
  readonly bars: readonly string[];
  /** Bit b is set where bars[b] keeps the two apart; 0 where they may meet. */
  readonly barred: (mentor: number, mentee: number) => number;
}

/** How well two people fit: eligibility is not its business. */
export interface Affinity {
  /** The names of the parts of a score: the preferences, and `pairs` where pairs.csv adds points. */
  readonly parts: readonly string[];
  /** Thousandths of a point that one part gives the pair; an integer, possibly negative. */
  readonly points: (part: number, mentor: number, mentee: number) => number;
  /** The pair's score in thousandths: the sum of its parts. */
  readonly score: (mentor: number, mentee: number) => number;
  /** Whether a preference of the policy holds for the pair. */
  readonly holds: (preference: number, mentor: number, mentee: number) => boolean;
  /** Bit p is set where preference p holds for the pair. */
  readonly held: (mentor: number, mentee: number) => number;
}

/**
 * The candidates, that is the eligible pairs: asked person by person or searched, never listed. There may be a billion.
 */
export interface Candidates {
  /** Whom a person may meet: the partners as bits. The same array is filled anew by the next call for that side. */
  readonly partnersOf: (side: Side, index: number) => Bits;
  /** How many partners each bar keeps from a person, in the order of the bars; one may be kept away by several. */
  readonly barsOf: (side: Side, index: number) => readonly number[];
  /**
   * How near a person comes to those whom they may not meet. The same object is filled
   * anew by the next call for that side.
   */
  readonly missesOf: (side: Side, index: number) => NearMisses;
  /** How many pairs there are, and how many each bar keeps apart. */
  readonly census: () => { readonly pairs: number; readonly barred: readonly number[] };
  /** A search over all candidates between some people. */
  readonly searchAmong: (mentors: Int32Array, mentees: Int32Array) => CandidateSearch;
}

/** How many bars keep each partner from a person. */
export interface NearMisses {
  /** The partners whom exactly so many bars keep away, as bits. */
  readonly barredBy: (bars: number) => Bits;
  /** How many bars keep away those whom fewest do; 0 where there are candidates. */
  readonly fewest: number;
}

/** Finds, for each person of a side, the candidates that are worth most. */
export interface CandidateSearch {
  /** @param part of those who ask; the parts (see worker-pool.ts) hold everybody once. */
  readonly best: (query: Query, part: number) => Pairs;
}

/** Pairs as two lists: those of mentors[p] and mentees[p]. */
export interface Pairs {
  readonly mentors: Int32Array;
  readonly mentees: Int32Array;
}

/** What a search is asked. Vectors have a number a limb, compare lexicographically, and stand one after the other. */
export interface Query {
  /** The side whose people ask, each for their best partners. */
  readonly asking: Side;
  readonly worth: PairWorth;
  /** What mentors and mentees ask of a pair, by their numbers in the roster; a pair is worth its worth less both. */
  readonly mentors: Float64Array;
  readonly mentees: Float64Array;
  /** Find only pairs that are worth more than nothing. */
  readonly gaining: boolean;
  /** The most pairs to be found for whoever asks: the best ones. */
  readonly most: number;
  /** The least score of a pair in thousandths. */
  readonly floor: number;
  /** Find only pairs of which one at least is marked; null for all pairs. */
  readonly only: Marked | null;
}

/** Some people of both sides: 1 for who is meant, by their numbers in the roster. */
export interface Marked {
  readonly mentors: Uint8Array;
  readonly mentees: Uint8Array;
}

/** What a pair is worth to a search, as vectors of some limbs: the sum of what is true of it. */
export interface PairWorth {
  readonly limbs: number;
  /** Of every pair. */
  readonly pair: Float64Array;
  /** For each thousandth of its score. */
  readonly thousandth: Float64Array;
  /** For each preference of the policy that holds. */
  readonly held: readonly Float64Array[];
  /** For each unit of its hash (see ties.ts). */
  readonly tie: Float64Array;
}

/**
 * What can be said of many pairs at once, for looking at all of them. People with the same key by a rule are answered
 * alike by everybody; what rules and notes say by name is told apart as `singled`.
 */
export interface RuleKeys {
  readonly musts: readonly KeyedRule[];
  /** `preference` is the rule's number in the policy. */
  readonly preferences: readonly (KeyedRule & { readonly preference: number })[];
  /** Preferences that go by names, and whether they usually hold. */
  readonly usual: readonly { readonly preference: number; readonly holds: boolean }[];
  /** Calls `each` with mentors of whom something else than usual may be true for a mentee; with some perhaps twice. */
  readonly singled: (mentee: number, each: (mentor: number) => void) => void;
}

export interface KeyedRule {
  readonly mentorKeys: Int32Array;
  readonly menteeKeys: Int32Array;
  readonly bars: (mentor: number, mentee: number) => boolean;
  readonly holds: (mentor: number, mentee: number) => boolean;
  readonly fit: (mentor: number, mentee: number) => number;
}

/** A pair that was chosen: indexes into the roster. */
export interface Tandem {
  readonly mentor: number;
  readonly mentee: number;
}

/** The rank (from 1) that a person gives the other among their wishes; 0 for none. */
export interface WishRanks {
  readonly ofMentee: (mentor: number, mentee: number) => number;
  readonly ofMentor: (mentor: number, mentee: number) => number;
}
