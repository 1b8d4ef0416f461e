/** What the script of a report finds in its page: arrays, as JSON. */
import type { TableWords } from '../parts/data-table.tsx';

/** The id of the element that holds it. */
export const DATA_ID = 'data';

/** A person: name, and what is said below it ("R&D · Japan"). */
export type PersonText = readonly [name: string, about: string];

/**
 * A tandem, as a row: two people by their numbers, thousandths of points, what to look at
 * and the status by their numbers.
 */
export type TandemRow = readonly [
  mentor: number,
  mentee: number,
  score: number,
  points: readonly number[],
  looks: readonly number[],
  status: number,
];

/** Somebody without a tandem: their number, their role's, and two sentences by their numbers. */
export type WithoutRow = readonly [person: number, side: number, why: number, help: number];

/**
 * What the review shows of a person besides, in the order of the people; what many share are texts by their numbers.
 */
export type PersonDetails = readonly [
  id: string,
  email: string,
  department: number,
  place: number,
  languages: readonly number[],
  topics: readonly number[],
  slots: number,
];

/**
 * Another partner: their number, what it costs (a sentence by its number), how many others move, and 1
 * where it is instead of the one now.
 */
export type PartnerRow = readonly [person: number, price: number, moves: number, isInstead: number];

/**
 * Why two are a tandem, as sentences by their numbers: what there would be without it (−1 where that is not computed),
 * and what each part of the score found (−1 for nothing). Names stand in them as marks.
 */
export type ReasonRow = readonly [why: number, found: readonly number[]];

/**
 * What stands in a sentence for the mentor and the mentee of a tandem: halves of letters,
 * which no text of a sheet can hold.
 */
export const NAME_MARKS = { mentor: '\ud800', mentee: '\ud801' } as const;

/** What the review has besides: prices and partners, a place for each row of the tandems. */
export interface ReviewData {
  readonly details: readonly PersonDetails[];
  /** What each part of a score is worth at most, and all together: thousandths. */
  readonly weights: readonly number[];
  readonly most: number;
  /** What declining costs (a sentence by its number), and how many others move; none where no prices are computed. */
  readonly declined: readonly (readonly [price: number, moves: number])[];
  readonly reasons: readonly ReasonRow[];
  readonly mentors: readonly (readonly PartnerRow[])[];
  readonly mentees: readonly (readonly PartnerRow[])[];
  readonly words: ReviewWords;
}

export interface ReviewWords
  extends Readonly<
    Record<
      | ('queue' | 'show' | 'count' | 'unsaved' | 'save' | 'saved' | 'keys' | 'keysHelp' | 'approve' | 'decline')
      | ('declineNow' | 'cancel' | 'note' | 'undo' | 'next' | 'back' | 'reason' | 'approved' | 'declined' | 'open')
      | (
          | 'approvePrice'
          | 'notPriced'
          | 'alone'
          | 'notPricedAtAll'
          | 'moves'
          | 'pair'
          | 'points'
          | 'alternatives'
          | 'of'
        )
      | ('otherMentors' | 'otherMentees' | 'instead' | 'besides' | 'noAlternatives'),
      string
    >
  > {
  readonly shows: Readonly<Record<'look' | 'all' | 'open' | 'decided', string>>;
  readonly reasons: readonly string[];
  readonly facts: Readonly<Record<'department' | 'place' | 'languages' | 'topics' | 'slots', string>>;
}

export interface PageData {
  readonly people: readonly PersonText[];
  readonly tandems: readonly TandemRow[];
  readonly without: readonly WithoutRow[];
  /** Sentences, and other texts that many rows share. */
  readonly sentences: readonly string[];
  /** null where there are too many tandems for a review in a page. */
  readonly review: ReviewData | null;
  /** What parts of a score are called. */
  readonly parts: readonly string[];
  readonly words: ReportTableWords;
}

/** What the tables of a report say. */
export interface ReportTableWords extends TableWords {
  readonly decimal: string;
  readonly tandems: {
    readonly head: string;
    readonly nobody: string;
    readonly mentor: string;
    readonly mentee: string;
    readonly points: string;
    readonly look: string;
    readonly status: string;
    readonly looks: readonly string[];
    readonly statuses: readonly string[];
  };
  readonly without: {
    readonly head: string;
    readonly nobody: string;
    readonly person: string;
    readonly side: string;
    readonly sides: readonly string[];
    readonly why: string;
    readonly help: string;
  };
}

/** Writes data so that nothing in them ends the element around them; a list a line, so that lines are short. */
export function writeJson(data: PageData): string {
  const rows = (list: readonly unknown[]) => `[\n${list.map(row => JSON.stringify(row)).join(',\n')}\n]`;
  const fields = Object.entries(data).map(
    ([key, value]) => `${JSON.stringify(key)}:${Array.isArray(value) ? rows(value) : JSON.stringify(value)}`,
  );
  return `{${fields.join(',\n')}}`.replaceAll('<', '\\u003c');
}
