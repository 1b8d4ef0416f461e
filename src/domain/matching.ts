import type { Gaps } from './data-gaps.ts';
import type { Tandem } from './pairing.ts';
import type { Fix } from './remedies.ts';
import type { Participant, Side } from './roster.ts';
import type { Share } from './share.ts';
import type { Reason } from './unmatched-reasons.ts';

/** A tandem with its points: thousandths, in all and part by part in the order of the affinity's parts. */
export interface ScoredTandem extends Tandem {
  readonly score: number;
  readonly points: readonly number[];
}

export interface Unmatched {
  readonly side: Side;
  readonly person: Participant;
  readonly reason: Reason;
  readonly fix: Fix;
}

/**
 * A mentee who waits: without a tandem, or with fewer mentors than they want, although
 * there are others whom they may meet.
 */
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

/**
 * A level of the objective: what the tandems come to on it, in points or whatever it counts;
 * null where there is no worst tandem.
 */
export interface ObjectiveRow {
  readonly level: string;
  readonly value: number | null;
  /**
   * What the next level could come to more if this one came to one less, while those before stay as good. null for the
   * last level, for levels that do not count people or tandems (score, worst, balance), and before the level `worst`.
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

/**
 * Of the people who wished for somebody: who got a wish, their first, second, third …
 * (their dearest, if several), or none.
 */
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
     * How many more mentees with a tandem and tandems there are for a maximum one higher, under the same
     * objective: below 0 where another level comes first. null where the level `worst` comes before
     * them, so that prices do not tell.
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
