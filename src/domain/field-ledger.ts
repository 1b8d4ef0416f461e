/** The field ledger: what each column of the sheets is used for, and in which files of a run its cells appear. */
import { isAboutVetoes } from './confidential-bars.ts';
import type { Policy, Rule } from './policy.ts';
import type { Participant, Roster, SheetColumn, Side } from './roster.ts';
import { getRuleColumn, isAboutNamedColumn } from './rule-table.ts';
import { listFilesWith, type RunFile } from './run-files.ts';

const SIDES: readonly Side[] = ['mentor', 'mentee'];

/** What a column is for whatever the policy says. */
export type Purpose =
  | 'tell-apart'
  | 'name'
  | 'contact'
  | 'describe'
  | 'limits'
  | 'room'
  | 'order'
  | 'taking-part'
  | 'kept-apart'
  | 'rules-only';

/** The parts of what an answer for one person repeats of their row, in their order. */
export type LetterPart = 'address' | 'place' | 'profile' | 'numbers';

interface LedgerEntry {
  readonly purpose: Purpose;
  /**
   * Where an answer for the person themself repeats the cell; null where it does not: cells that name others or the
   * reader, and whether somebody takes part.
   */
  readonly letter: LetterPart | null;
}

const LEDGER = {
  id: { purpose: 'tell-apart', letter: null },
  name: { purpose: 'name', letter: null },
  first_name: { purpose: 'name', letter: null },
  last_name: { purpose: 'name', letter: null },
  email: { purpose: 'contact', letter: 'address' },
  department: { purpose: 'describe', letter: 'place' },
  country: { purpose: 'limits', letter: 'place' },
  city: { purpose: 'rules-only', letter: 'place' },
  languages: { purpose: 'rules-only', letter: 'profile' },
  topics: { purpose: 'rules-only', letter: 'profile' },
  level: { purpose: 'rules-only', letter: 'profile' },
  manager: { purpose: 'rules-only', letter: null },
  timezone: { purpose: 'rules-only', letter: 'place' },
  not_with: { purpose: 'kept-apart', letter: null },
  wish_1: { purpose: 'rules-only', letter: null },
  status: { purpose: 'taking-part', letter: null },
  capacity: { purpose: 'room', letter: 'numbers' },
  min_load: { purpose: 'room', letter: 'numbers' },
  wants: { purpose: 'room', letter: 'numbers' },
  priority: { purpose: 'order', letter: 'numbers' },
} as const satisfies Readonly<Record<SheetColumn, LedgerEntry>>;

export const LEDGER_COLUMNS = Object.keys(LEDGER) as readonly SheetColumn[];

/** The columns of a part of an answer for one person. */
type ColumnsIn<Part extends LetterPart> = {
  [Column in SheetColumn]: (typeof LEDGER)[Column]['letter'] extends Part ? Column : never;
}[SheetColumn];
export type NumberColumn = ColumnsIn<'numbers'>;

export function listColumnsIn<Part extends LetterPart>(part: Part): ColumnsIn<Part>[] {
  return LEDGER_COLUMNS.filter((column): column is ColumnsIn<Part> => LEDGER[column].letter === part);
}

/** A column of the sheets by our name for it, or by its header. */
export interface LedgerRow {
  readonly column: string;
  readonly sides: readonly Side[];
  /** null for a column of the user's own, which serves rules alone. */
  readonly purpose: Purpose | null;
  /** The rules and preferences that judge by it, but for those about vetoes. */
  readonly rules: readonly Rule[];
  readonly files: readonly RunFile[];
}

/** A row for each column in which somebody has something. */
export function listFieldLedger(roster: Roster, policy: Policy): LedgerRow[] {
  const rules = [...policy.must, ...policy.prefer].filter(rule => !isAboutVetoes(rule));
  const own = LEDGER_COLUMNS.map(column => ({ column, purpose: LEDGER[column].purpose, files: listFilesWith(column) }));
  const addQuoting = (column: string, files: readonly RunFile[]): readonly RunFile[] =>
    files.includes('report.html') || !policy.prefer.some(rule => isQuoting(rule, column))
      ? files
      : [...files, 'report.html'];
  const extra = [...new Set([...roster.mentors, ...roster.mentees].flatMap(({ extra }) => [...extra.keys()]))];
  return [
    ...own.map(({ column, purpose, files }) => ({
      ...{ column, purpose, files: addQuoting(column, files) },
      sides: SIDES.filter(side => listPeople(roster, side).some(person => isFilled(column, person, roster))),
      rules: rules.filter(rule => getRuleColumn(rule) === column),
    })),
    ...extra.map(column => ({
      ...{ column, purpose: null, files: addQuoting(column, []) },
      sides: SIDES.filter(side => listPeople(roster, side).some(person => (person.extra.get(column) ?? '') !== '')),
      rules: rules.filter(({ field }) => field === column),
    })),
  ].filter(({ sides }) => sides.length > 0);
}

/** Whether the review says what a preference found in the cells of a column. */
function isQuoting(rule: Rule, column: string): boolean {
  return isAboutNamedColumn(rule.rule) && rule.field === column;
}

function listPeople({ mentors, mentees }: Roster, side: Side): readonly Participant[] {
  return side === 'mentor' ? mentors : mentees;
}

/** Whether somebody's row has something in a column. Names may come in two parts, which nobody knows apart later. */
function isFilled(column: SheetColumn, person: Participant, { withdrawn }: Roster): boolean {
  switch (column) {
    case 'first_name':
    case 'last_name':
      return false;
    case 'status':
      return withdrawn.length > 0;
    case 'wish_1':
      return person.wishes.length > 0;
    case 'not_with':
      return person.notWith.length > 0;
    case 'timezone':
      return person.offset !== null;
    case 'level':
      return person.level !== null;
    case 'languages':
    case 'topics':
      return person[column].length > 0;
    case 'capacity':
    case 'min_load':
      return 'capacity' in person;
    case 'wants':
    case 'priority':
      return 'wants' in person;
    default:
      return person[column] !== '';
  }
}
