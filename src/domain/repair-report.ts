import type { NamedPerson } from './decisions.ts';
import type { Side } from './roster.ts';

/** A partner, with what the two score together in thousandths. */
export interface ScoredPartner {
  readonly person: NamedPerson;
  readonly score: number;
}

/**
 * Somebody for whom a repair looks for partners: what they lost, who could step in while
 * nobody moves, and whom they have now.
 */
export interface AffectedPerson {
  readonly side: Side;
  readonly person: NamedPerson;
  readonly lost: readonly ScoredPartner[];
  /** The best fit first. */
  readonly stepIns: readonly ScoredPartner[];
  /** Partners that they had not; null where the repair was not possible. */
  readonly found: readonly ScoredPartner[] | null;
}

/** A tandem that could have stayed, whose mentee has others now. */
export interface MovedTandem {
  readonly mentee: NamedPerson;
  readonly from: NamedPerson;
  readonly to: readonly ScoredPartner[];
  /** Whether the tandem was handed over, so that its people know of it. */
  readonly isTold: boolean;
}

/** Where a sheet says that somebody takes part who left, and what to write there. */
export interface RowToChange {
  readonly file: string;
  readonly row: number;
  /** The header of the column; null where the sheet has none. */
  readonly column: string | null;
  readonly word: 'withdrawn' | 'no' | 'yes';
}

/** Somebody who left, or who is new. */
export interface Newcomer {
  readonly side: Side;
  readonly person: NamedPerson;
}

export interface Leaver extends Newcomer {
  readonly row: RowToChange;
}

/** What a repair did. */
export interface RepairReport {
  readonly left: readonly Leaver[];
  readonly added: readonly Newcomer[];
  /** Mentees first. */
  readonly affected: readonly AffectedPerson[];
  readonly moves: readonly MovedTandem[];
  /**
   * How many mentees were to have a tandem, or one more: who lost a mentor, who is new, or else
   * who waits for one; and how many do.
   */
  readonly wanted: { readonly who: 'lost' | 'new' | 'waiting'; readonly people: number };
  readonly served: number;
  readonly mayMove: number;
  /**
   * Whether it is proven that fewer moves serve fewer, and how many moves would serve one more; null where none would.
   */
  readonly isFewest: boolean;
  readonly nextAt: number | null;
}
