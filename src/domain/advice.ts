import type { LevelChange } from './account.ts';

/** Something that an organiser can change. Mentors and limits are indexes into the roster and the terms. */
export type Change =
  /** One more slot with any one of these. */
  | { readonly kind: 'slot'; readonly mentors: readonly number[] }
  /** A limit's maximum, higher by so much. */
  | { readonly kind: 'limit'; readonly limit: number; readonly by: number }
  /** A rule of `must` that becomes a preference, or another bar that is lifted. */
  | { readonly kind: 'bar'; readonly bar: string }
  /** The objective, beginning with `mentees`. */
  | { readonly kind: 'mentees-first' };

/** A change, or two, and how many more mentees have a tandem then. */
export interface Measure {
  readonly changes: readonly Change[];
  readonly gain: number;
}

/** Two changes that bring more together than by themselves, and what that is: the sum of both. */
export interface Combination extends Measure {
  readonly apart: number;
}

/**
 * A change that gives no mentee a tandem, but more of something else that the objective asks
 * for: the first level that it moves.
 */
export interface Improvement extends LevelChange {
  readonly change: Change;
}

/** What would help a run. */
export interface Advice {
  /** How many mentees there are, and how many of them have a tandem. */
  readonly mentees: number;
  readonly served: number;
  /** Single changes, those that bring most first; each alone, under the objective of the run. */
  readonly alone: readonly Measure[];
  /** Two changes that bring more together than both by themselves; null where they were not looked for. */
  readonly together: readonly Combination[] | null;
  /** What rules and limits would bring that bring no mentee. */
  readonly besides: readonly Improvement[];
  /** How many changes were left untried. */
  readonly untried: number;
}

const EASIEST: readonly Change['kind'][] = ['mentees-first', 'slot', 'limit', 'bar'];

/** What brings most first, and of that what is easiest. */
export function sortByGain<Kind extends Measure>(measures: readonly Kind[]): Kind[] {
  const measureEffort = ({ changes }: Measure) => changes.reduce((sum, { kind }) => sum + EASIEST.indexOf(kind), 0);
  return measures.toSorted((a, b) => b.gain - a.gain || measureEffort(a) - measureEffort(b));
}
