import type { Tandem } from './pairing.ts';

/** One thing that an organiser can change by one. Mentors, mentees and limits are indexes into the roster and the terms. */
export type Lever =
  /** One more place with a mentor. */
  | { readonly kind: 'place'; readonly mentor: number }
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

/**
 * A change by which somebody has a tandem and nobody loses their last one, with the proof: tandems that would begin, and
 * tandems that would end because their mentee or their mentor goes on to another.
 */
export interface Remedy {
  readonly lever: Lever;
  readonly begun: readonly Tandem[];
  readonly ended: readonly Tandem[];
}

/** What would help somebody without a tandem, or why nothing would. */
export type Fix =
  | { readonly kind: 'change'; readonly remedy: Remedy }
  /** No single change that we know of does. */
  | { readonly kind: 'none' }
  /** A change would, but somebody of a higher priority without a tandem could take what it brings. */
  | { readonly kind: 'others-first' }
  /** Room is not what is missing: the objective prefers something else. */
  | { readonly kind: 'objective' }
  /** Mentors: whoever they may meet has as many mentors as they want. */
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'withdrawn' };
