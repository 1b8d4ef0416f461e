import type { Gaps } from './data-gaps.ts';
import type { PlaceRow } from './matching.ts';
import type { Tandem } from './pairing.ts';
import type { Side } from './roster.ts';
import type { Group, Reason } from './unmatched-reasons.ts';

/** How many mentees have a tandem, and how many tandems there are; or how many more. */
export interface Coverage {
  readonly mentees: number;
  readonly tandems: number;
}

export function measureCoverage(tandems: readonly Tandem[]): Coverage {
  return { mentees: new Set(tandems.map(({ mentee }) => mentee)).size, tandems: tandems.length };
}

/** How much more one is than another. */
export function measureGain(before: Coverage, after: Coverage): Coverage {
  return { mentees: after.mentees - before.mentees, tandems: after.tandems - before.tandems };
}

export const NO_GAIN: Coverage = { mentees: 0, tandems: 0 };

/**
 * What can be said of a programme before anybody is paired. People and limits are
 * indexes into the roster and the terms.
 */
export interface Forecast {
  readonly slots: number;
  readonly wanted: number;
  /** Countries with people or a limit, then regions with a limit; without tandems. */
  readonly placeRows: readonly PlaceRow[];
  /** The most that is possible: mentees first (those of higher priority before others), then tandems. */
  readonly most: Coverage;
  readonly choices: Readonly<Record<Side, Choices>>;
  /** How many mentees may meet nobody. */
  readonly barred: number;
  /** Why the mentees who may meet somebody cannot all have a tandem. */
  readonly bottlenecks: readonly Bottleneck[];
  /** What would be possible besides, without each rule or other bar alone. */
  readonly bars: readonly { readonly bar: string; readonly gain: Coverage }[];
  /** What would be possible besides, if each limit with a maximum were higher by one. */
  readonly limits: readonly { readonly limit: number; readonly gain: Coverage }[];
  /** What the sheets leave open for the policy and the limits. */
  readonly gaps: Gaps;
}

/** The people of a side by how many partners they may meet who could have a tandem at all. */
export interface Choices {
  readonly none: readonly number[];
  readonly one: readonly { readonly person: number; readonly partner: number }[];
  /** Two to four, and five or more: how many people. */
  readonly few: number;
  readonly many: number;
}

/** Why some mentees go without, and how many do. */
export type Bottleneck = { readonly without: number } & (
  | { readonly kind: 'group'; readonly group: Group }
  /** The limits that count these mentees are reached. */
  | { readonly kind: 'limits'; readonly limits: readonly number[] }
  /** What is demanded takes what they could have. */
  | { readonly kind: 'demands' }
  /**
   * Any other reason, by its name: none of today leads here, so that one that is added is
   * told before it has words of its own.
   */
  | { readonly kind: 'reason'; readonly reason: Reason['kind'] }
);

/** What the bars leave of the partners of one person. */
export interface RulesOnPerson {
  readonly side: Side;
  readonly index: number;
  /** How many people there are on the other side. */
  readonly partners: number;
  /**
   * In order: how many a bar rules out, how many of them no other bar rules out, and how many are
   * left after it and those before it.
   */
  readonly bars: readonly {
    readonly bar: string;
    readonly out: number;
    readonly only: number;
    readonly left: number;
  }[];
  /** Those whom the person may meet. */
  readonly remaining: readonly number[];
  /** What the sheets leave open for the rules of the policy. */
  readonly gaps: Gaps;
}
