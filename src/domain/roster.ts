export type Side = 'mentor' | 'mentee';

/** What both sides have in common. Texts are cleaned, an absent cell is ''. */
export interface Participant {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly department: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly city: string;
  /** Minutes ahead of UTC on the programme's first day; null where the sheet gives no time zone. */
  readonly offset: number | null;
  readonly languages: readonly string[];
  /** Offered by a mentor, wished by a mentee. */
  readonly topics: readonly string[];
  /** Seniority as a number that grows with rank; null where the sheet gives none. */
  readonly level: number | null;
  /**
   * The direct manager as written; '' where the sheet gives none. Whom this and the next two name: see Roster.meanings.
   */
  readonly manager: string;
  /** People they would like, dearest first; '' for a wish left out. */
  readonly wishes: readonly string[];
  /** People or departments that they must not meet. */
  readonly notWith: readonly string[];
  /** Every other column by its header, in the order of the headers; a rule can use it by this name. */
  readonly extra: ReadonlyMap<string, string>;
  /** The row of the sheet, as the spreadsheet numbers it. For messages only: no result may depend on it. */
  readonly row: number;
}

export interface Mentor extends Participant {
  /** Most and fewest mentees. */
  readonly capacity: number;
  readonly minLoad: number;
}

export interface Mentee extends Participant {
  /** How many mentors this person would like. */
  readonly wants: number;
  /** Served first when slots are short; the larger, the earlier. */
  readonly priority: number;
}

/** The people of a programme, each side ordered by id: nothing behind this type knows the order of the rows. */
export interface Roster {
  readonly mentors: readonly Mentor[];
  readonly mentees: readonly Mentee[];
  /** People who took their names back: they are in no tandem, but lines of managers still run through them. */
  readonly withdrawn: readonly Withdrawn[];
  /**
   * Whom the texts name by which people refer to each other: the id of somebody in the sheets, '' where it is not clear
   * who is meant, or one text for whoever is outside of them. A text that is not here names itself.
   */
  readonly meanings: ReadonlyMap<string, string>;
  /** Ids of rows that are of one person, and of rows that are not although they look so: the config says it. */
  readonly same: readonly IdPair[];
  readonly different: readonly IdPair[];
}

export type IdPair = readonly [string, string];

export type Withdrawn =
  | { readonly side: 'mentor'; readonly person: Mentor }
  | { readonly side: 'mentee'; readonly person: Mentee };

/** Columns of what may be known about a person besides who it is, in the order in which we write them. */
const ATTRIBUTES = ['department', 'country', 'city', 'languages', 'topics', 'level', 'manager', 'timezone'] as const;

/** Columns of ours that rules may compare. */
export const COMPARABLE_COLUMNS = [...ATTRIBUTES, 'id', 'name', 'email'] as const;
export type ComparableColumn = (typeof COMPARABLE_COLUMNS)[number];

export function isComparable(column: string): column is ComparableColumn {
  return COMPARABLE_COLUMNS.some(one => one === column);
}

/** Those of them that hold numbers; a rule that measures takes these, or a column of the user's own. */
export const MEASURABLE_COLUMNS = ['level', 'timezone'] as const satisfies readonly ComparableColumn[];
export type MeasurableColumn = (typeof MEASURABLE_COLUMNS)[number];

/** The columns of people that may serve rules and limits, and that a sheet may do without. */
export const OPTIONAL_COLUMNS = ['email', ...ATTRIBUTES, 'wish_1', 'not_with'] as const;

/** What both sides have in a sheet that holds people as they were understood. */
export const UNDERSTOOD_COLUMNS = ['id', 'name', 'email', ...ATTRIBUTES, 'not_with'] as const;

/** Names of the columns that every sheet shares. */
export const SHARED_COLUMNS = [
  ...(['id', 'name', 'first_name', 'last_name', 'email'] as const),
  ...ATTRIBUTES,
  ...(['not_with', 'status'] as const),
] as const;

export const MENTOR_COLUMNS = [...SHARED_COLUMNS, 'capacity', 'min_load'] as const;
export const MENTEE_COLUMNS = [...SHARED_COLUMNS, 'wants', 'priority'] as const;

/** Every column of ours that a sheet of people may have; wishes count as one. */
export type SheetColumn = (typeof MENTOR_COLUMNS)[number] | (typeof MENTEE_COLUMNS)[number] | 'wish_1';
