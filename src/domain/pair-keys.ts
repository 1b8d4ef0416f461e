import type { Tandem } from './pairing.ts';
import type { Side } from './roster.ts';

export function getOtherSide(side: Side): Side {
  return side === 'mentor' ? 'mentee' : 'mentor';
}

/** The pair of somebody of a side and a partner. */
export function makePair(side: Side, index: number, partner: number): Tandem {
  return side === 'mentor' ? { mentor: index, mentee: partner } : { mentor: partner, mentee: index };
}

/**
 * A pair as one number, for sets and maps. The proof makes its own (see certificate/level-worths.ts).
 * @param mentees how many mentees the roster has.
 */
export function makePairKey(mentor: number, mentee: number, mentees: number): number {
  return mentor * mentees + mentee;
}
