import type { Gaps, RuleGap } from './data-gaps.ts';
import type { Clash } from './demands.ts';
import type { Unmatched } from './matching.ts';
import type { Tandem } from './pairing.ts';
import type { PairNote, Preference, Rule } from './policy.ts';
import type { Participant, Side } from './roster.ts';
import type { Shortfall } from './unmatched-reasons.ts';

/** What a rule looks at in two people, as their sheets have it; '' for an empty cell. */
export type Facts =
  | { readonly kind: 'values'; readonly mentor: string; readonly mentee: string }
  | {
      readonly kind: 'lists';
      readonly mentor: readonly string[];
      readonly mentee: readonly string[];
      readonly common: readonly string[];
    }
  /** Who is above whom at any depth, whether they share a direct manager, and how far the line above each is known. */
  | {
      readonly kind: 'line';
      readonly above: Side | null;
      readonly isShared: boolean;
      readonly known: Readonly<Record<Side, LineKnown>>;
    }
  /** The rank (from 1) that each gives the other; 0 for none. */
  | { readonly kind: 'wishes'; readonly ofMentor: number; readonly ofMentee: number }
  /** What each named of the other as not to meet: an id, an address or a department. */
  | { readonly kind: 'vetoes'; readonly byMentor: readonly string[]; readonly byMentee: readonly string[] }
  | { readonly kind: 'persons' }
  /** Whether name or address look like those of one person. */
  | { readonly kind: 'likeness' };

/**
 * Whether the sheets give no manager of somebody, or somebody above them is not in the
 * sheets, so that the line ends there.
 */
export type LineKnown = 'no-manager' | 'ends-outside' | 'whole';

/**
 * What a rule that no tandem may break says of a pair. A rule that measures neither
 * holds nor bars where a cell is empty.
 */
export interface RuleVerdict {
  readonly rule: Rule;
  readonly holds: boolean;
  readonly bars: boolean;
  readonly facts: Facts;
  /** What the sheets leave open for the rule, whoever the two are. */
  readonly gap: RuleGap | null;
}

/** What a preference says of a pair: thousandths of a point, weight × fit. */
export interface PreferenceVerdict {
  readonly rule: Preference;
  readonly holds: boolean;
  readonly points: number;
  readonly facts: Facts;
  readonly gap: RuleGap | null;
}

/** Everything that the policy says of one pair. */
export interface PairVerdict extends Tandem {
  readonly mayMeet: boolean;
  readonly rules: readonly RuleVerdict[];
  /** Whether nobody may meet outside the pairs with points and this is none of them. */
  readonly isUnlisted: boolean;
  /** What pairs.csv, the history and a previous run say of the two. */
  readonly note: PairNote | null;
  readonly preferences: readonly PreferenceVerdict[];
  /** Thousandths of a point in all. */
  readonly score: number;
}

/** What a level of the objective comes to in the run, and would come to. */
export interface LevelChange {
  readonly level: string;
  readonly is: number | null;
  readonly wouldBe: number | null;
}

/** Whose mentors would be others: those who go, and those who come. */
export interface Move {
  readonly mentee: number;
  readonly leaves: readonly number[];
  readonly joins: readonly number[];
}

/** What would be if a pair were forced to be a tandem, or to be none. */
export type WhatIf =
  | {
      readonly kind: 'possible';
      /** Whether the whole would be better: on the first level that changes. */
      readonly isBetter: boolean;
      /** One for each level of the objective. */
      readonly levels: readonly LevelChange[];
      /** Everybody who would move, from the pair outwards. */
      readonly moves: readonly Move[];
    }
  | { readonly kind: 'impossible'; readonly clash: Clash };

/** Why two are a tandem or none. */
export interface PairAccount {
  readonly verdict: PairVerdict;
  readonly isTandem: boolean;
  /** If a tandem were none, or two who are none were one whatever bars it. */
  readonly whatIf: WhatIf;
  readonly gaps: Gaps;
}

/** A pair that could have been a tandem, and what that would change. */
export interface Alternative {
  readonly partner: number;
  readonly score: number;
  readonly whatIf: WhatIf;
}

/** Who else could have a partner's slots. */
export interface Rivalry {
  readonly partner: number;
  /** How many tandems the partner can have. */
  readonly slots: number;
  /** Those who have the other slots. */
  readonly holders: readonly number[];
  /** How many people may meet the partner, and those of them who have none at all. */
  readonly eligible: number;
  readonly waiting: readonly number[];
}

/** Why somebody has what they have. */
export interface PersonAccount {
  readonly side: Side;
  /** −1 for who withdrew. */
  readonly index: number;
  readonly person: Participant;
  readonly tandems: readonly PairVerdict[];
  readonly rivalries: readonly Rivalry[];
  /** null where there is a tandem. */
  readonly unmatched: Unmatched | null;
  /** Of a mentee who has fewer mentors than they want, and a tandem; null of others. */
  readonly shortfall: { readonly wants: number; readonly has: number; readonly why: Shortfall } | null;
  readonly alternatives: {
    /** The cheapest first. */
    readonly best: readonly Alternative[];
    /** How many others there are that could be had; of these none is cheaper if `isProven`. */
    readonly others: number;
    readonly isProven: boolean;
  };
  readonly gaps: Gaps;
}
