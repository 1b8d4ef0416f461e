import type { Tandem } from './pairing.ts';

/**
 * One thing that an organiser can change by one. Mentors, mentees and limits are indexes into the roster and the terms.
 */
export type Lever =
  /** One more slot with a mentor. */
  | { readonly kind: 'slot'; readonly mentor: number }
  /** A limit's maximum, raised by one. */
  | { readonly kind: 'limit'; readonly limit: number }
  /** The one bar that keeps two people apart, lifted for these two. */
  | { readonly kind: 'pair'; readonly mentor: number; readonly mentee: number; readonly bar: string }
  /** A limit's minimum, lowered by one. */
  | { readonly kind: 'minimum'; readonly limit: number }
  /** A mentor's least load, lowered by one. */
  | { readonly kind: 'load'; readonly mentor: number }
  /** A lock, taken back. */
  | { readonly kind: 'lock'; readonly mentor: number; readonly mentee: number };

/** What must come about, set aside by one. */
export type DemandLever = Extract<Lever, { readonly kind: 'minimum' | 'load' | 'lock' }>;

/**
 * A change by which somebody has a tandem and nobody loses their last one, with the proof: tandems that would begin,
 * and tandems that would end because their mentee or their mentor goes on to another.
 */
export interface Remedy {
  readonly lever: Lever;
  readonly begun: readonly Tandem[];
  readonly ended: readonly Tandem[];
}

/** What would help somebody without a tandem, or why nothing would. */
export type Fix =
  /**
   * @property sharing how many of the same side without a tandem would be helped by the same lever,
   * this person included: one of them.
   */
  | { readonly kind: 'change'; readonly remedy: Remedy; readonly sharing: number }
  /** No single change that we know of does. */
  | { readonly kind: 'none' }
  /** A change would, but somebody of a higher priority without a tandem could take what it brings. */
  | { readonly kind: 'others-first' }
  /** A change would, but under limits that are reached people of other priorities could trade partners after it. */
  | { readonly kind: 'unsettled' }
  /**
   * The objective asks for something else first: of mentees before `mentees`, of mentors although nothing is missing.
   */
  | { readonly kind: 'objective' }
  /** Mentors: without any change another mentor could give one up, but the objective does not ask for it. */
  | { readonly kind: 'load' }
  /** Mentors: nobody whom they may meet, or nobody at all, would like one more mentor. */
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'withdrawn' };
