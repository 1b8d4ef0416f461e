/** Why somebody has no tandem: the facts of each reason, and what follows from it whatever they are. */
import type { Rule } from './policy.ts';
import type { DemandLever, Fix } from './remedies.ts';

/**
 * People who can only go to one another's mentors, and how many slots those have for them: all are taken, each by a
 * mentee of the group. Indexes into the roster.
 */
export interface Group {
  readonly mentees: readonly number[];
  /** How many of these slots they would take: the mentors they want, less those they have elsewhere. */
  readonly wanted: number;
  /** Full mentors, counted with all their slots. */
  readonly mentors: readonly number[];
  /**
   * Limits on the mentors' side that are reached, counted with their maximum and none within
   * another; indexes into the terms.
   */
  readonly limits: readonly number[];
  readonly slots: number;
  /** How many of these slots locks take. */
  readonly locked: number;
}

/** Partners whom fewest bars keep from somebody. */
export interface Nearest {
  /** How many there are, and how many bars keep each of them away. */
  readonly partners: number;
  readonly bars: number;
  /** Some of them, by their numbers in the roster, with the bars. */
  readonly examples: readonly { readonly partner: number; readonly bars: readonly string[] }[];
}

/** Why a mentee who has a tandem has fewer than they want. */
export type Shortfall =
  /** Every other mentor is ruled out; so many there are. */
  | { readonly kind: 'nobody-else'; readonly mentors: number }
  | Extract<Reason, { readonly kind: 'limit-reached' | 'mentors-full' }>
  | Extract<Reason, { readonly by: 'demands' }>
  /** One more is possible while everybody keeps as many, but these levels stand before `tandems`. */
  | { readonly kind: 'outranked'; readonly by: 'objective'; readonly levels: readonly string[] };

/** Why somebody has no tandem. */
export type Reason =
  /**
   * Every possible partner is ruled out; how many each rule rules out (one may be ruled out by
   * several), and who comes nearest.
   */
  | {
      readonly kind: 'no-eligible-mentor' | 'no-eligible-mentee';
      readonly partners: number;
      readonly ruledOut: readonly { readonly bar: string; readonly count: number }[];
      /** The rules that rule out everybody because this person leaves a cell empty. */
      readonly lacking: readonly Rule[];
      readonly nearest: Nearest;
    }
  | { readonly kind: 'mentors-full'; readonly group: Group }
  /** The limits that are reached; `group` where the limit is on the mentors' side and others compete for it. */
  | { readonly kind: 'limit-reached'; readonly limits: readonly number[]; readonly group: Group | null }
  | { readonly kind: 'capacity-zero' }
  | { readonly kind: 'withdrawn' }
  /** Everybody whom this mentor may meet has as many mentors as they want. */
  | { readonly kind: 'not-needed'; readonly mentees: number }
  /** A tandem is possible, but those of the group who have one have a higher priority. */
  | {
      readonly kind: 'outranked';
      readonly by: 'priority';
      readonly group: Group;
      readonly priority: number;
      /** Those of the group who have a tandem, the lowest priority first. */
      readonly served: readonly number[];
    }
  /**
   * Demands stand in the way: without these, and with no fewer set aside, there could be a tandem while
   * every mentee who has one keeps one.
   */
  | { readonly kind: 'outranked'; readonly by: 'demands'; readonly demands: readonly DemandLever[] }
  /** A tandem is possible, but the objective asks for something else first. */
  | { readonly kind: 'outranked'; readonly by: 'objective'; readonly rival: Rival };

/**
 * What stands before a tandem: levels before `mentees`, or for a mentor what a tandem
 * with a mentee who is free would do.
 */
export type Rival =
  | { readonly kind: 'levels'; readonly levels: readonly string[] }
  /** The first level that the tandem would make worse; null where it changes none for the better. */
  | { readonly kind: 'tandem'; readonly mentee: number; readonly level: string | null };

/** What follows from a reason, whatever its facts are. */
interface ReasonTraits {
  /** Whether the person takes part. Who does not is in no count of people without a tandem. */
  readonly takesPart: boolean;
  /**
   * Whether nobody is left whom the person may meet: `check` counts such mentees together. All
   * others are told by their reasons.
   */
  readonly isRuledOut: boolean;
  /** Whether a change is looked for by which the person would have a tandem; or what is said in its place. */
  readonly change: 'looked-for' | Extract<Fix['kind'], 'not-needed' | 'withdrawn'>;
  /**
   * What the person themself is told: a sentence that holds nothing of the facts, or what
   * `features/letter/veil-reason.ts` makes of them, without who else there is and with no count of few.
   */
  readonly letter: 'own-sentence' | 'veiled-facts';
  /**
   * Whether facts name people whom a wish or a decision may keep from the person: the page of a run leaves these out
   * (`render/page/veil-kept-apart.ts`).
   */
  readonly namesKeptApart: boolean;
}

/** Nobody is left. */
const OF_RULED_OUT = {
  takesPart: true,
  isRuledOut: true,
  change: 'looked-for',
  letter: 'veiled-facts',
  namesKeptApart: true,
} as const;

/** Somebody is left, but others come first. */
const OF_PASSED_OVER = {
  takesPart: true,
  isRuledOut: false,
  change: 'looked-for',
  letter: 'veiled-facts',
  namesKeptApart: false,
} as const;

/** The traits of each reason. */
export const REASONS = {
  'no-eligible-mentor': OF_RULED_OUT,
  'no-eligible-mentee': OF_RULED_OUT,
  'mentors-full': OF_PASSED_OVER,
  'limit-reached': OF_PASSED_OVER,
  'capacity-zero': {
    takesPart: true,
    isRuledOut: false,
    change: 'looked-for',
    letter: 'own-sentence',
    namesKeptApart: false,
  },
  'not-needed': {
    takesPart: true,
    isRuledOut: false,
    change: 'not-needed',
    letter: 'own-sentence',
    namesKeptApart: false,
  },
  withdrawn: {
    takesPart: false,
    isRuledOut: false,
    change: 'withdrawn',
    letter: 'own-sentence',
    namesKeptApart: false,
  },
  outranked: OF_PASSED_OVER,
} as const satisfies Readonly<Record<Reason['kind'], ReasonTraits>>;

/** The kinds of reasons that have a trait. */
export type ReasonsWhere<Trait extends keyof ReasonTraits, Value extends ReasonTraits[Trait]> = {
  [Kind in keyof typeof REASONS]: (typeof REASONS)[Kind][Trait] extends Value ? Kind : never;
}[keyof typeof REASONS];

export function getReasonTraits({ kind }: Reason): ReasonTraits {
  return REASONS[kind];
}

const AWAY: readonly string[] = Object.entries(REASONS).flatMap(([kind, { takesPart }]) => (takesPart ? [] : [kind]));

/** Whether somebody with a reason takes part. @param kind also as it stands in a file, perhaps of another version. */
export function takesPart(kind: string): boolean {
  return !AWAY.includes(kind);
}
