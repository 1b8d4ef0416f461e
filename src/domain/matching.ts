import type { Gaps } from './data-gaps.ts';
import type { Tandem } from './pairing.ts';
import type { Rule } from './policy.ts';
import type { DemandLever, Fix } from './remedies.ts';
import type { Participant, Side } from './roster.ts';
import type { Share } from './share.ts';

/** A tandem with its points: thousandths, in all and part by part in the order of the affinity's parts. */
export interface ScoredTandem extends Tandem {
  readonly score: number;
  readonly points: readonly number[];
}

/**
 * People who can only go to one another's mentors, and how many slots those have for them: all are taken, each by a mentee of the
 * group. Indexes into the roster.
 */
export interface Group {
  readonly mentees: readonly number[];
  /** How many of these slots they would take: the mentors they want, less those they have elsewhere. */
  readonly wanted: number;
  /** Full mentors, counted with all their slots. */
  readonly mentors: readonly number[];
  /** Limits on the mentors' side that are reached, counted with their maximum and none within another; indexes into the terms. */
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
  /** Every possible partner is ruled out; how many each rule rules out (one may be ruled out by several), and who comes nearest. */
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
   * Demands stand in the way: without these, and with no fewer set aside, there could be a tandem while every mentee who has
   * one keeps one.
   */
  | { readonly kind: 'outranked'; readonly by: 'demands'; readonly demands: readonly DemandLever[] }
  /** A tandem is possible, but the objective asks for something else first. */
  | { readonly kind: 'outranked'; readonly by: 'objective'; readonly rival: Rival };

/** What stands before a tandem: levels before `mentees`, or for a mentor what a tandem with a mentee who is free would do. */
export type Rival =
  | { readonly kind: 'levels'; readonly levels: readonly string[] }
  /** The first level that the tandem would make worse; null where it changes none for the better. */
  | { readonly kind: 'tandem'; readonly mentee: number; readonly level: string | null };

export interface Unmatched {
  readonly side: Side;
  readonly person: Participant;
  readonly reason: Reason;
  readonly fix: Fix;
}

/** A mentee who waits: without a tandem, or with fewer mentors than they want, although there are others whom they may meet. */
export interface WaitingMentee {
  readonly mentee: number;
  /** How many mentors they have. */
  readonly has: number;
  readonly reason: Reason['kind'];
  /** The mentors with whom one more slot would give them a tandem while nobody moves; the first of them by id. */
  readonly mentors: readonly number[];
  /** How many such mentors there are. */
  readonly mentorsInAll: number;
}

/** A level of the objective: what the tandems come to on it, in points or whatever it counts; null where there is no worst tandem. */
export interface ObjectiveRow {
  readonly level: string;
  readonly value: number | null;
  /**
   * What the next level could come to more if this one came to one less, while those before stay as good. null for the last
   * level, for levels that do not count people or tandems (score, worst, balance), and before the level `worst`.
   */
  readonly oneLess: { readonly level: string; readonly gain: number } | null;
}

/** Statistics of a matching. Points have at most three decimals. */
export interface Summary {
  readonly schemaVersion: 2;
  /** Those who withdrew count nowhere else. */
  readonly people: { readonly mentors: number; readonly mentees: number; readonly withdrawn: number };
  readonly slots: number;
  readonly wanted: number;
  readonly tandems: number;
  readonly menteesWithTandem: number;
  /** Mentees with a tandem who have fewer mentors than they want. */
  readonly menteesWithFewer: number;
  readonly mentorsWithTandem: number;
  /** Mentees with a tandem, of all mentees. */
  readonly coverage: Share;
  /** Of the tandems in which the departments of both are known. */
  readonly crossDepartment: Share;
  /** The same of countries. */
  readonly crossBorder: Share;
  readonly score: {
    readonly total: number;
    readonly least: number;
    readonly median: number;
    readonly mean: number;
    readonly most: number;
    /** The standard deviation. */
    readonly spread: number;
  } | null;
  readonly objective: readonly ObjectiveRow[];
  readonly countries: readonly PlaceRow[];
  /** Regions that have a limit. */
  readonly regions: readonly PlaceRow[];
  readonly departments: readonly DepartmentRow[];
  readonly flows: readonly {
    readonly mentorDepartment: string;
    readonly menteeDepartment: string;
    readonly tandems: number;
  }[];
  readonly load: readonly { readonly capacity: number; readonly load: number; readonly mentors: number }[];
  readonly wishes: { readonly mentees: WishesMet; readonly mentors: WishesMet };
  /** Locked tandems that break rules, and why they may. */
  readonly overrides: readonly {
    readonly mentor: string;
    readonly mentee: string;
    readonly rules: readonly string[];
    readonly reason: string;
  }[];
  /** What the sheets leave open for the rules, preferences and limits. */
  readonly gaps: Gaps;
  readonly eligiblePairs: number;
  readonly ruledOut: readonly { readonly rule: string; readonly pairs: number }[];
  readonly unmatched: readonly { readonly side: Side; readonly reason: Reason['kind']; readonly people: number }[];
}

/** Of the people who wished for somebody: who got a wish, their first, second, third … (their dearest, if several), or none. */
export interface WishesMet {
  readonly met: Share;
  readonly byRank: readonly { readonly rank: number; readonly share: Share }[];
  readonly none: Share;
}

export interface PlaceRow {
  /** A country, or the name of a region. */
  readonly place: string;
  readonly mentors: number;
  readonly slots: number;
  readonly mentees: number;
  /** Tandems of the country's mentors, and of its mentees. */
  readonly mentorTandems: number;
  readonly menteeTandems: number;
  readonly limits: readonly {
    readonly side: Side;
    readonly min: number;
    readonly max: number | null;
    readonly used: number;
    /**
     * How many more mentees with a tandem and tandems there are for a maximum one higher, under the same objective: below 0 where
     * another level comes first. null where the level `worst` comes before them, so that prices do not tell.
     */
    readonly oneMore: { readonly mentees: number; readonly tandems: number } | null;
  }[];
}

/** What follows from a proof: what levels of the objective and limits would bring if they gave way by one. */
export interface PricedFigures {
  readonly objective: readonly ObjectiveRow[];
  readonly oneMore: (limit: number) => PlaceRow['limits'][number]['oneMore'];
}

export interface DepartmentRow {
  readonly department: string;
  readonly mentors: number;
  readonly mentees: number;
  readonly mentorTandems: number;
  readonly menteeTandems: number;
}

/** What a run comes to: the tandems, everybody without one and why, and the statistics. */
export interface Matching {
  readonly tandems: readonly ScoredTandem[];
  readonly unmatched: readonly Unmatched[];
  /** By id. */
  readonly reserve: readonly WaitingMentee[];
  readonly summary: Summary;
}
