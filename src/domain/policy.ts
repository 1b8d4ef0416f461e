import type { Side } from './roster.ts';

/** The rule vocabulary. A rule says of a mentor and a mentee whether it holds, and how well they fit by it. */
export const RULES = [
  'same',
  'different',
  'overlap',
  'below',
  'outside-reporting-line',
  'not-the-same-person',
] as const;
export type RuleKind = (typeof RULES)[number];

/** A rule of the policy. `name` is unique within `must` and within `prefer`; `field` is '' for rules that need none. */
export interface Rule {
  readonly name: string;
  readonly rule: RuleKind;
  readonly field: string;
}

/** A rule that is worth `weight` points (whole) × fit to a pair. */
export interface Preference extends Rule {
  readonly weight: number;
}

/** One level of the objective. A later level never costs an earlier one anything. */
export type Level =
  | { readonly kind: 'mentees' | 'tandems' | 'score' | 'balance' }
  | { readonly kind: 'preference'; readonly preference: string };

/** The policy in force: preset and config merged. */
export interface Policy {
  readonly preset: 'reverse' | 'none';
  /** Names of the seniority levels, lowest first; empty where levels are numbers. */
  readonly levels: readonly string[];
  readonly must: readonly Rule[];
  readonly prefer: readonly Preference[];
  readonly objective: readonly Level[];
  /** Nobody may meet outside the pairs with a `score` row. */
  readonly pairsOnly: boolean;
}

/** The name of a level, as the config, the summary and the certificate write it. */
export function levelName(level: Level): string {
  return level.kind === 'preference' ? level.preference : level.kind;
}

/** How many tandems one country may and must have, counted on one side. */
export interface Limit {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly side: Side;
  readonly min: number;
  /** Infinity where there is none. */
  readonly max: number;
  /** The row of limits.csv, for messages. */
  readonly row: number;
}

/** What pairs.csv says of one pair. */
export interface PairNote {
  /** Index into the roster's mentors and mentees. */
  readonly mentor: number;
  readonly mentee: number;
  readonly locked: boolean;
  readonly banned: boolean;
  /** Whether a `score` row names the pair, and the thousandths of a point that it adds. */
  readonly listed: boolean;
  readonly points: number;
  /** The row of pairs.csv that locks the pair or else the first that names it, for messages. */
  readonly row: number;
}

/** Everything that decides a matching, apart from the people. Limits are ordered by side and country, pairs by mentor and mentee. */
export interface Terms {
  readonly policy: Policy;
  readonly limits: readonly Limit[];
  readonly pairs: readonly PairNote[];
}
