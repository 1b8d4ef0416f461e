import type { Alternate } from '../../domain/alternate.ts';
import { type DeclinedPair, declinedPairs } from '../../domain/decisions.ts';
import type { Matching } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { ALTERNATES, DECLINED, type RunFile, type RunRecord } from '../../domain/run.ts';
import { certificateJson } from './certificate.ts';
import { csvForExcel, type Table } from './csv.ts';
import { summaryPage } from './summary-page.ts';
import { alternatesTable, declinedTable, tandemsTable, unmatchedTable } from './tables.ts';

/** Everything that a run's files are made from. */
export interface Run {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly matching: Matching;
  /** Declined pairs of whom somebody takes no part now. */
  readonly gone: readonly DeclinedPair[];
  /** null where none are asked for. */
  readonly alternates: readonly Alternate[] | null;
  /** The names of the parts of a score. */
  readonly parts: readonly string[];
  /** Between the cells of the CSV files. */
  readonly delimiter: string;
}

/** The tables of a run; they follow from the tandems, so that they can be checked by making them again. */
export function resultTables({ roster, terms, matching, gone, alternates, parts, delimiter }: Run) {
  return {
    'tandems.csv': tandemsTable(matching, roster, terms, parts, delimiter),
    'unmatched.csv': unmatchedTable(matching, roster, terms),
    [DECLINED]: declinedTable(declinedPairs(roster, terms.pairs, gone)),
    [ALTERNATES]: alternates && alternatesTable(alternates, roster, delimiter),
  } satisfies Partial<Record<RunFile, Table | null>>;
}

/** All files of a run, with the proof; those that grow with the people are made piece by piece while they are written. */
export function runFiles(run: Run, record: RunRecord, program: string): ReadonlyMap<RunFile, Iterable<string>> {
  const { roster, terms, matching, delimiter } = run;
  const tables = resultTables(run);
  return new Map<RunFile, Iterable<string>>([
    ['tandems.csv', csvForExcel(tables['tandems.csv'], delimiter)],
    ['unmatched.csv', csvForExcel(tables['unmatched.csv'], delimiter)],
    ...(tables[DECLINED] === null ? [] : [[DECLINED, csvForExcel(tables[DECLINED], delimiter)] as const]),
    ...(tables[ALTERNATES] === null ? [] : [[ALTERNATES, csvForExcel(tables[ALTERNATES], delimiter)] as const]),
    ['summary.json', `${JSON.stringify(matching.summary, null, 2)}\n`],
    ['summary.md', summaryPage(matching.summary)],
    ['certificate.json', certificateJson(record, roster, terms.limits, program)],
  ]);
}
