/**
 * The answer to "why?" that may be handed to the person who asks: their own data, rules
 * and counts, and nobody else's name.
 */
import type { Gaps } from './data-gaps.ts';
import type { findDemander } from './demands.ts';
import type { Limit, Policy, Preference, Rule } from './policy.ts';
import type { Side } from './roster.ts';
import type { ReasonsWhere } from './unmatched-reasons.ts';
import type { VeiledCount } from './veiled-count.ts';
import type { Again } from './without-tandem-again.ts';

/** A cell of the person's own row, by our name for its column or by its header. */
export interface OwnCell {
  readonly column: string;
  readonly value: string;
}

/** How a rule that no tandem may break stands in a tandem: `excepted` where an organiser allowed it all the same. */
export type RuleState = 'kept' | 'not-checked' | 'excepted';

/** What a preference gives a tandem: thousandths of a point, and what of the person's own data it found. */
export interface LetterPoints {
  readonly rule: Preference;
  readonly holds: boolean;
  readonly points: number;
  /** Of the person's own entries those that both have. */
  readonly common: readonly string[];
}

/** A tandem of the person, without the other's name and data. */
export interface LetterTandem {
  /** Who asked for it besides the rules; null for a draft that follows from the rules alone. */
  readonly decision: ReturnType<typeof findDemander> | null;
  readonly rules: readonly { readonly rule: Rule; readonly state: RuleState }[];
  readonly preferences: readonly LetterPoints[];
}

/** Whom the person could be paired with, in counts that single nobody out. */
export interface LetterChoice {
  /** All people of the other side. */
  readonly partners: VeiledCount;
  /** How many of them each rule rules out; one may be ruled out by several. */
  readonly ruledOut: readonly { readonly bar: string; readonly count: VeiledCount }[];
  /** Those whom no rule rules out, and those of them who are kept apart from the person by a wish or a decision. */
  readonly left: VeiledCount;
  readonly keptApart: VeiledCount;
}

/** Why somebody has no tandem, or fewer than they want, without anybody's name. */
export type LetterReason =
  | { readonly kind: 'nobody-there' }
  /** Nobody is left, or nobody else. `lacking`: columns that a rule needs and the person leaves empty. */
  | { readonly kind: 'nobody-left'; readonly hasTandem: boolean; readonly lacking: readonly string[] }
  | {
      readonly kind: 'competition';
      /** Mentees who can only have the slots of one another's mentors, and these slots. */
      readonly mentees: VeiledCount;
      readonly slots: VeiledCount;
    }
  | { readonly kind: 'limit-reached'; readonly limits: readonly Pick<Limit, 'place' | 'side' | 'max'>[] }
  | { readonly kind: 'priority'; readonly priority: number }
  /** Forced and approved tandems, minimums and least loads. */
  | { readonly kind: 'decisions' }
  | { readonly kind: 'goals'; readonly levels: readonly string[] }
  /** Of a mentor: a tandem is possible, but would bring nothing on any level, or cost something on one. */
  | { readonly kind: 'no-gain'; readonly level: string | null }
  /** Nothing of its facts. */
  | { readonly kind: ReasonsWhere<'letter', 'own-sentence'> };

export interface Letter {
  readonly side: Side;
  readonly id: string;
  readonly name: string;
  readonly own: readonly OwnCell[];
  /** Columns of the user's own whose cells are not repeated: no rule uses them, or they name somebody. */
  readonly leftOut: readonly string[];
  readonly tandems: readonly LetterTandem[];
  /** null where there is a tandem. */
  readonly why: LetterReason | null;
  readonly again: Again | null;
  readonly shortfall: { readonly wants: number; readonly has: number; readonly why: LetterReason } | null;
  /** null of somebody who withdrew. */
  readonly choice: LetterChoice | null;
  /** Without what is about vetoes. */
  readonly policy: Policy;
  readonly hasPriorities: boolean;
  /** The rules that have nothing to judge by, for anybody. */
  readonly gaps: Gaps;
}
