import type { Matching } from '../domain/matching.ts';
import type { Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import type { RunFile, RunRecord } from '../domain/run.ts';
import { certificateJson } from './certificate.ts';
import { tandemsCsv, unmatchedCsv } from './tables.ts';

/** Everything that a run's files are made from. */
export interface Run {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly matching: Matching;
  /** The names of the parts of a score. */
  readonly parts: readonly string[];
  /** Between the cells of the CSV files. */
  readonly delimiter: string;
}

/** The files of a run that tell its results; they follow from the tandems, so that they can be checked by writing them again. */
export function resultFiles({ roster, terms, matching, parts, delimiter }: Run): ReadonlyMap<RunFile, string> {
  return new Map([
    ['tandems.csv', tandemsCsv(matching, roster, terms, parts, delimiter)],
    ['unmatched.csv', unmatchedCsv(matching, roster, terms, delimiter)],
    ['summary.json', `${JSON.stringify(matching.summary, null, 2)}\n`],
  ]);
}

/** All files of a run, with the proof. */
export function runFiles(run: Run, record: RunRecord, program: string): ReadonlyMap<RunFile, string> {
  const certificate = certificateJson(record, run.roster, run.terms.limits, program);
  return new Map([...resultFiles(run), ['certificate.json', certificate]]);
}
