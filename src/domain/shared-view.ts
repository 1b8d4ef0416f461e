/**
 * What of a finished run leaves HR under pseudonyms: a view of the run, which cannot be verified and is none itself.
 */

import type { Side } from './roster.ts';
import type { Reason } from './unmatched-reasons.ts';

/** Somebody without name, id and address. */
export interface SharedPerson {
  readonly pseudonym: string;
  readonly department: string;
  readonly country: string;
}

export interface SharedTandem {
  readonly mentor: SharedPerson;
  readonly mentee: SharedPerson;
  /** Thousandths of a point in all; null where parts of it stay with HR. */
  readonly score: number | null;
  readonly points: readonly number[];
  readonly status: 'approved' | 'draft';
}

export interface SharedView {
  /** The id of the run that it shows; null of a form of certificate that holds none. */
  readonly run: string | null;
  /** The names of the parts of a score that are told. */
  readonly parts: readonly string[];
  /** Whether parts of the scores stay with HR: what people wished not, and points of single pairs. */
  readonly isScorePartial: boolean;
  /** By pseudonym: the order of a run is that of the ids. */
  readonly tandems: readonly SharedTandem[];
  readonly unmatched: readonly {
    readonly side: Side;
    readonly person: SharedPerson;
    readonly reason: Reason['kind'];
  }[];
  /**
   * How many people there are, and how many of them are the only ones of their side with their department and country.
   */
  readonly people: number;
  readonly alone: number;
}

/** What a folder that leaves HR may hold, and by what it is told. */
export const SHARED = {
  marker: 'shared.json',
  known: ['README.md', 'tandems.csv', 'unmatched.csv', 'overview.md', 'shared.json'],
} as const;
