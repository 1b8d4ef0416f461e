import { type Language, USUAL_LANGUAGE } from '../../domain/language.ts';
import type { CROSS_BORDER, Policy } from '../../domain/policy.ts';
import type { ValueSettings } from '../../features/setup/value-settings.ts';

export const TEMPLATE_KINDS = ['csv', 'xlsx'] as const;

/** What `init` needs to know before it writes anything. Paths are seen from the programme's folder. */
export interface Answers {
  /** The user's own sheets; null where a template is to be made. */
  readonly mentors: string | null;
  readonly mentees: string | null;
  readonly limits: string | null;
  /** Lists of pairs that the user has. */
  readonly pairs: string | null;
  readonly history: readonly string[];
  /** What the user's own sheets are written in, where they do not tell. */
  readonly encoding: string | null;
  /** Templates as files of CSV, or as the sheets of one workbook. Never both: people would fill in the wrong one. */
  readonly templates: (typeof TEMPLATE_KINDS)[number];
  /** Between the cells of templates in CSV. */
  readonly delimiter: string;
  readonly preset: Policy['preset'];
  /** Lowest first; none where the sheets have numbers or no levels. */
  readonly levels: readonly string[];
  readonly crossBorder: (typeof CROSS_BORDER)[number];
  /** Our columns by the user's headers; null for one that is not to be read although a header is called like it. */
  readonly columns: Readonly<Record<string, string | readonly string[] | null>>;
  /** What words of the sheets mean, by column. */
  readonly values: ValueSettings;
  /** How many mentees a mentor can have of whom the sheet does not say it; null where that goes without saying. */
  readonly capacity: number | null;
  /** That of the files of runs. */
  readonly language: Language;
}

/** What is known so far. */
export type Draft = Partial<Answers>;

/** What most programmes would say, for templates. */
export const USUAL_LEVELS = ['trainee', 'junior', 'professional', 'manager', 'director', 'board'] as const;

export function hasOwnSheets({ mentors, mentees }: Draft): boolean {
  return mentors != null || mentees != null;
}

export function hasBothSheets({ mentors, mentees }: Draft): boolean {
  return mentors != null && mentees != null;
}

/** The usual answer to whatever was not answered. */
export function settleAnswers(draft: Draft, delimiter: string): Answers {
  const { preset = 'reverse' } = draft;
  return {
    mentors: null,
    mentees: null,
    limits: null,
    pairs: null,
    history: [],
    encoding: null,
    templates: 'csv',
    delimiter,
    preset,
    levels: hasOwnSheets(draft) || preset === 'none' ? [] : USUAL_LEVELS,
    crossBorder: 'allow',
    columns: {},
    values: {},
    capacity: null,
    language: USUAL_LANGUAGE,
    ...draft,
  };
}
