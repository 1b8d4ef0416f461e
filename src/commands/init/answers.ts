import type { CROSS_BORDER, Policy } from '../../domain/policy.ts';

export const TEMPLATE_KINDS = ['csv', 'xlsx'] as const;

/** What `init` needs to know before it writes anything. */
export interface Answers {
  /** The user's own sheets, seen from the programme's folder; null where a template is to be made. */
  readonly mentors: string | null;
  readonly mentees: string | null;
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
  /** Our columns by the user's headers. */
  readonly columns: Readonly<Record<string, string | readonly string[]>>;
}

/** What most programmes would say, for templates. */
export const USUAL_LEVELS = ['trainee', 'junior', 'professional', 'manager', 'director', 'board'] as const;
