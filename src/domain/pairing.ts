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
  /** Bit p is set where preference p of the policy holds for the pair. */
  readonly held: (mentor: number, mentee: number) => number;
}

/** All candidates: the eligible pairs. Those of mentee e are number start[e] … start[e + 1] − 1, by ascending mentor. */
export interface Candidates {
  readonly start: Int32Array;
  readonly mentor: Int32Array;
  /** Scores in thousandths of a point. */
  readonly score: Float64Array;
  /** Bits of the preferences that hold. */
  readonly held: Int32Array;
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
