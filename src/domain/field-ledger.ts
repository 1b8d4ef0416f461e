/** The field ledger: what each column of the sheets is used for, and in which files of a run its cells appear. */
import { isAboutVetoes } from './kept-apart-bars.ts';
import type { Policy, Rule } from './policy.ts';
import type { MENTEE_COLUMNS, MENTOR_COLUMNS, Participant, Roster, Side } from './roster.ts';
import { getRuleTraits, isAboutNamedColumn } from './rule-table.ts';
import type { RunFile } from './run-files.ts';

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

interface LedgerEntry {
  readonly purpose: Purpose;
  /** Where its cells stand as they are; counts of them are not named. */
  readonly files: readonly RunFile[];
}

/** Every column of ours that a sheet may have; wishes count as one. */
export type LedgerColumn = (typeof MENTOR_COLUMNS)[number] | (typeof MENTEE_COLUMNS)[number] | 'wish_1';

const TABLES = ['tandems.csv', 'unmatched.csv', 'reserve.csv', 'alternates.csv'] as const;

const LEDGER: Readonly<Record<LedgerColumn, LedgerEntry>> = {
  id: {
    purpose: 'tell-apart',
    files: [...TABLES, 'declined.csv', 'changes.csv', 'curve.json', 'certificate.json', 'report.html'],
  },
  name: { purpose: 'name', files: [...TABLES, 'declined.csv', 'changes.csv', 'report.html'] },
  first_name: { purpose: 'name', files: [...TABLES, 'declined.csv', 'changes.csv', 'report.html'] },
  last_name: { purpose: 'name', files: [...TABLES, 'declined.csv', 'changes.csv', 'report.html'] },
  email: { purpose: 'contact', files: [...TABLES, 'declined.csv', 'changes.csv', 'report.html'] },
  department: { purpose: 'describe', files: [...TABLES, 'summary.json', 'summary.md', 'report.html'] },
  country: {
    purpose: 'limits',
    files: [...TABLES, 'summary.json', 'summary.md', 'curve.json', 'certificate.json', 'report.html'],
  },
  city: { purpose: 'rules-only', files: ['report.html'] },
  languages: { purpose: 'rules-only', files: ['report.html'] },
  topics: { purpose: 'rules-only', files: ['report.html'] },
  level: { purpose: 'rules-only', files: [] },
  manager: { purpose: 'rules-only', files: [] },
  timezone: { purpose: 'rules-only', files: [] },
  not_with: { purpose: 'kept-apart', files: [] },
  wish_1: { purpose: 'rules-only', files: [] },
  status: { purpose: 'taking-part', files: [] },
  capacity: { purpose: 'room', files: ['summary.json', 'summary.md'] },
  min_load: { purpose: 'room', files: [] },
  wants: { purpose: 'room', files: ['reserve.csv'] },
  priority: { purpose: 'order', files: ['unmatched.csv'] },
};

export const LEDGER_COLUMNS = Object.keys(LEDGER) as readonly LedgerColumn[];

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
  const own = LEDGER_COLUMNS.map(column => ({ column, ...LEDGER[column] }));
  const addQuoting = (column: string, files: readonly RunFile[]): readonly RunFile[] =>
    files.includes('report.html') || !policy.prefer.some(rule => isQuoting(rule, column))
      ? files
      : [...files, 'report.html'];
  const extra = [...new Set([...roster.mentors, ...roster.mentees].flatMap(({ extra }) => [...extra.keys()]))];
  return [
    ...own.map(({ column, purpose, files }) => ({
      ...{ column, purpose, files: addQuoting(column, files) },
      sides: SIDES.filter(side => listPeople(roster, side).some(person => isFilled(column, person, roster))),
      rules: rules.filter(rule => listColumns(rule).includes(column)),
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

function listColumns({ rule, field }: Rule): readonly string[] {
  const { subject } = getRuleTraits(rule);
  return [subject.kind === 'own' ? subject.column : field];
}

/** Whether somebody's row has something in a column. Names may come in two parts, which nobody knows apart later. */
function isFilled(column: LedgerColumn, person: Participant, { withdrawn }: Roster): boolean {
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
