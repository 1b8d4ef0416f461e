import type { Tandem } from './pairing.ts';
import type { Roster } from './roster.ts';
import type { Share } from './share.ts';

/** The run that a survey is about. */
export interface SurveyedRun {
  readonly roster: Roster;
  readonly tandems: readonly Tandem[];
}

/** The columns of a survey: who answers, about whom, and the questions that count. */
export const SURVEY_COLUMNS = [
  ...(['id', 'name', 'first_name', 'last_name', 'email', 'partner'] as const),
  ...(['recommend', 'rating', 'continue', 'never'] as const),
] as const;

export type SurveyColumn = (typeof SURVEY_COLUMNS)[number];

/** The questions of a survey that figures are made of, or the next round. */
export const QUESTIONS = ['recommend', 'rating', 'continue', 'never'] as const satisfies readonly SurveyColumn[];

export type SurveyQuestion = (typeof QUESTIONS)[number];

/** What an answer to a question of yes or no says. */
export type Wish = 'yes' | 'no' | 'undecided';

/** What a row answers; null where it does not. */
export interface Given {
  readonly recommends: Wish | null;
  readonly rating: number | null;
  readonly continues: Wish | null;
  readonly neverAgain: Wish | null;
}

/** What somebody with a tandem answered. */
export interface Answer extends Given {
  /** The number of the person in the register of the roster. */
  readonly person: number;
  /** The number of the tandem that the answer is about; null where somebody has several and the row names none. */
  readonly tandem: number | null;
}

/** How a question was found, and how its answers were read. */
export interface UnderstoodQuestion {
  readonly question: SurveyQuestion;
  readonly header: string;
  /** Whether the answers are numbers from 0 to 10, of which 9 and 10 say yes. */
  readonly isScale: boolean;
  /** The texts that were read as each, in their order. */
  readonly words: Readonly<Record<Wish, readonly string[]>>;
}

/** Why rows count for nothing, or for less. */
export const ASIDES = [
  'anonymous',
  'stranger',
  'unclear',
  'without-tandem',
  'repeated',
  'other-partner',
  'which-tandem',
] as const;

export type Aside = (typeof ASIDES)[number];

/** A survey as understood. */
export interface Survey {
  readonly questions: readonly UnderstoodQuestion[];
  /** One for each person and tandem, by these. */
  readonly answers: readonly Answer[];
  /** What rows say that name nobody. */
  readonly anonymous: readonly Given[];
  /** The rows of each kind. */
  readonly aside: Readonly<Record<Aside, readonly number[]>>;
}

/** A share with the bounds between which it lies with 95 % confidence, in percent with one decimal. */
export interface Estimate extends Share {
  readonly from: number;
  readonly to: number;
}

/** What a survey comes to for some people; null for what is not shown, since it would tell of fewer than five. */
export interface SurveyFigures {
  /** How many of those with a tandem answered. */
  readonly answered: Share | null;
  readonly recommend: Estimate | null;
  readonly rating: { readonly mean: number; readonly answers: number } | null;
  /** Of tandems of which both answered, in how many both wish to continue. */
  readonly continue: Estimate | null;
}

export const BREAKDOWNS = ['country', 'department', 'crossing'] as const;

export type Breakdown = (typeof BREAKDOWNS)[number];

/**
 * Those of one country or department, or whose tandems are all across departments, none, or some.
 * `name` is '' where it is not known.
 */
export interface FeedbackGroup extends SurveyFigures {
  readonly name: string;
  readonly people: number;
}

/** What becomes of a tandem in the next round. */
export interface NextTandem {
  readonly mentor: number;
  readonly mentee: number;
  readonly next: 'continue' | 'never' | '';
}

/** What a survey says of a run. */
export interface Feedback {
  readonly total: SurveyFigures & { readonly people: number };
  readonly groups: Readonly<Record<Breakdown, readonly FeedbackGroup[]>>;
  /** Whether anything is hidden. */
  readonly isAnyHidden: boolean;
  readonly next: readonly NextTandem[];
  /** Tandems in which only one answered whether they wish to continue. */
  readonly halfAnswered: number;
}

/** The history for the next round: where it is, and how its rows are dated. */
export interface WrittenHistory {
  readonly file: string;
  readonly isWritten: boolean;
  /** YYYY-MM-DD; '' where nobody says. */
  readonly date: string;
  /** Whether the date is the first day of the programme, for want of the last. */
  readonly isStart: boolean;
  readonly repeatAfterMonths: number | null;
}

/** What is told of a survey. */
export interface ToldFeedback {
  readonly survey: Survey;
  readonly feedback: Feedback;
  readonly history: WrittenHistory;
}
