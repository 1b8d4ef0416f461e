import type { LevelValue, Prices, WorstProof } from './certificate.ts';
import type { DecisionRecord } from './decisions.ts';
import type { Role } from './input-roles.ts';
import type { Language } from './language.ts';
import type { Policy } from './policy.ts';
import type { SheetColumn } from './roster.ts';

/** The file that a run has where it was asked for. */
export const ALTERNATES = 'alternates.csv';

/** The file that a run has where people declined pairs. */
export const DECLINED = 'declined.csv';

/** The file that a run has where it was to keep the tandems of an earlier one. */
export const CHANGED = 'changes.csv';

/** The file that a run has where it was asked what changes would bring. */
export const CURVE = 'curve.json';

/** The file that a run has where mentees wait for a mentor, or for one more. */
export const RESERVE = 'reserve.csv';

/** The page of a run, which `--no-report` leaves out: nothing else depends on whether it is there. */
export const REPORT = 'report.html';

interface FileTraits {
  /**
   * Whether every run has it. One that came later has not been in every run, and is optional:
   * earlier runs must stay readable.
   */
  readonly presence: 'every-run' | 'optional';
  /**
   * The columns of the sheets whose cells stand in it as they are, and not only as counts; what preferences find
   * in cells is on the page besides.
   */
  readonly cells: readonly SheetColumn[];
}

const NAMES_AND_ADDRESS = ['name', 'first_name', 'last_name', 'email'] as const;
const PEOPLE = ['id', ...NAMES_AND_ADDRESS, 'department', 'country'] as const;

/** Every file of a run but the workbook, in the order in which they are told. */
const FILES = {
  'tandems.csv': { presence: 'every-run', cells: PEOPLE },
  'unmatched.csv': { presence: 'every-run', cells: [...PEOPLE, 'priority'] },
  [RESERVE]: { presence: 'optional', cells: [...PEOPLE, 'wants'] },
  [DECLINED]: { presence: 'optional', cells: ['id', ...NAMES_AND_ADDRESS] },
  [ALTERNATES]: { presence: 'optional', cells: PEOPLE },
  [CHANGED]: { presence: 'optional', cells: ['id', ...NAMES_AND_ADDRESS] },
  [CURVE]: { presence: 'optional', cells: ['id', 'country'] },
  'summary.json': { presence: 'every-run', cells: ['department', 'country', 'capacity'] },
  'summary.md': { presence: 'every-run', cells: ['department', 'country', 'capacity'] },
  [REPORT]: { presence: 'optional', cells: [...PEOPLE, 'city', 'languages', 'topics'] },
  'certificate.json': { presence: 'every-run', cells: ['id', 'country'] },
} as const satisfies Readonly<Record<string, FileTraits>>;

export type RunFile = keyof typeof FILES;
export type ResultFile = Exclude<RunFile, 'certificate.json'>;
export type TableFile = Extract<ResultFile, `${string}.csv`>;

const ALL_FILES = Object.keys(FILES) as readonly RunFile[];

/** The files that say what follows from the tandems. `verify` makes each of them again. */
export const RESULT_FILES = ALL_FILES.filter(file => file !== 'certificate.json');

/** Those of them that are tables. */
export const TABLE_FILES = RESULT_FILES.filter((file): file is TableFile => file.endsWith('.csv'));

/** Those that not every run has. */
export const OPTIONAL_FILES = ALL_FILES.filter(file => FILES[file].presence === 'optional');

/** The files of every run. */
export const RUN_FILES = ALL_FILES.filter(file => FILES[file].presence === 'every-run');

/**
 * The files in which cells of a column stand as they are: those first that say most of a person, and
 * the page, which says it all, last.
 */
export function listFilesWith(column: SheetColumn): RunFile[] {
  return ALL_FILES.filter(file => listCells(file).includes(column)).sort((a, b) => rankByCells(a) - rankByCells(b));
}

function listCells(file: RunFile): readonly SheetColumn[] {
  return FILES[file].cells;
}

function rankByCells(file: RunFile): number {
  if (file === REPORT) return 4;
  const cells = listCells(file);
  return (cells.includes('name') ? 0 : 2) + (cells.includes('department') ? 0 : 1);
}

/** The workbook that a run has where it was asked for. */
export const WORKBOOK = 'run.xlsx';

/** Its sheet in which people decide. */
export const TANDEMS_SHEET = 'tandems';

/** How the names of the inputs begin that a run takes along where it was asked to. */
export const BUNDLED = 'input-';

/** By what a folder is told to hold a run, and which of its files are the run's. */
export const RUN = {
  marker: 'certificate.json',
  known: [...RUN_FILES, ...OPTIONAL_FILES, WORKBOOK],
  family: /^input-(?:mentors|mentees|limits|pairs|previous|carry-over|history-\d{1,4}|config)\.[a-z0-9]{1,8}$/u,
} as const;

/** An input of a run: where it was, seen from the run's folder, and the digest of what it said. */
export interface InputRecord {
  readonly path: string;
  readonly digest: string;
}

/** What a run started from. Whatever decides how these are read stands beside them in the certificate. */
export interface InputRecords
  extends Readonly<Record<Exclude<Role, 'mentors' | 'mentees' | 'carryOver'>, InputRecord | null>> {
  readonly mentors: InputRecord;
  readonly mentees: InputRecord;
  /** Whom an earlier run left waiting, where the call named one. */
  readonly carryOver?: InputRecord | undefined;
  /** In the order of their digests: that in which they were named does not count. */
  readonly history: readonly InputRecord[];
}

/** The form of certificate.json that this version writes; it is another one whenever the certificate changes. */
export const FORM = 3;

/** The most alternates of a mentee: longer lists would be read by nobody, and take as much space as all pairs. */
export const MOST_ALTERNATES = 100;

/** What people may make of a tandem; a run begins with drafts. */
export const TANDEM_STATUSES = ['draft', 'approved', 'declined'] as const;

/** What decides how sheets are read, as a config says it. */
export type Settings = Readonly<Record<string, unknown>>;

/** What certificate.json holds: what the run started from, how it was read, the policy in force, and the proof. */
export interface RunRecord {
  readonly config: string | null;
  readonly inputs: InputRecords;
  /** That of its files. */
  readonly language: Language;
  readonly allowOverride: boolean;
  /** What sheets were said to be written in, where the call said so. */
  readonly encoding?: string | undefined;
  /** How many alternates of each mentee the run tells, where it does. */
  readonly alternates?: number | undefined;
  /** The digest of the earlier tandems that changes.csv is about, where there is one. */
  readonly earlier?: string | undefined;
  /** Points that a change had to bring, where the call said so; null where it said that nothing weighs. */
  readonly worthAChange?: number | null | undefined;
  readonly settings: Settings;
  /** What stands between the cells of its CSV files. */
  readonly delimiter: string;
  readonly decisions: DecisionRecord | null;
  readonly policy: Policy;
  /** The digest of its tandems, by ids: others are those of another run. */
  readonly tandems: string;
  readonly levels: readonly LevelValue[];
  readonly prices: Prices;
  readonly worst: WorstProof | null;
}
