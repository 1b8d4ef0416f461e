import type { LevelValue, Prices, WorstProof } from './certificate.ts';
import type { DecisionRecord } from './decisions.ts';
import type { Role } from './input-roles.ts';
import type { Language } from './language.ts';
import type { Policy } from './policy.ts';

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

/** The files that say what follows from the tandems, in the order in which they are told. `verify` makes each of them again. */
export const RESULT_FILES = [
  'tandems.csv',
  'unmatched.csv',
  RESERVE,
  DECLINED,
  ALTERNATES,
  CHANGED,
  CURVE,
  'summary.json',
  'summary.md',
  REPORT,
] as const;
export type ResultFile = (typeof RESULT_FILES)[number];
export type RunFile = ResultFile | 'certificate.json';

/** Those that not every run has. */
export const OPTIONAL_FILES: readonly RunFile[] = [RESERVE, ALTERNATES, DECLINED, CHANGED, CURVE, REPORT];

/** The files of every run. */
export const RUN_FILES: readonly RunFile[] = [
  ...RESULT_FILES.filter(file => !OPTIONAL_FILES.includes(file)),
  'certificate.json',
];

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
