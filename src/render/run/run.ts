import type { Alternate } from '../../domain/alternate.ts';
import { type DeclinedPair, listDeclinedPairs } from '../../domain/decisions.ts';
import type { Matching } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { ALTERNATES, DECLINED, type RunFile, type RunRecord } from '../../domain/run.ts';
import type { Words } from '../words/en/index.ts';
import { renderCertificate } from './certificate.ts';
import { type CsvTable, writeExcelCsv } from './csv.ts';
import { renderSummaryPage } from './summary-page.ts';
import { buildAlternatesTable, buildDeclinedTable, buildTandemsTable, buildUnmatchedTable } from './tables.ts';

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
  /** Those of the run's language. */
  readonly words: Words;
  /** Between the cells of the CSV files. */
  readonly delimiter: string;
}

/** The tables of a run; they follow from the tandems, so that they can be checked by making them again. */
export function buildResultTables({ roster, terms, matching, gone, alternates, parts, words, delimiter }: Run) {
  return {
    'tandems.csv': buildTandemsTable(matching, roster, terms, parts, delimiter),
    'unmatched.csv': buildUnmatchedTable(matching, roster, terms, words),
    [DECLINED]: buildDeclinedTable(listDeclinedPairs(roster, terms.pairs, gone)),
    [ALTERNATES]: alternates && buildAlternatesTable(alternates, roster, delimiter),
  } satisfies Partial<Record<RunFile, CsvTable | null>>;
}

/** All files of a run, with the proof; those that grow with the people are made piece by piece while they are written. */
export function renderRunFiles(run: Run, record: RunRecord, program: string): ReadonlyMap<RunFile, Iterable<string>> {
  const { roster, terms, matching, words, delimiter } = run;
  const tables = buildResultTables(run);
  return new Map<RunFile, Iterable<string>>([
    ['tandems.csv', writeExcelCsv(tables['tandems.csv'], delimiter)],
    ['unmatched.csv', writeExcelCsv(tables['unmatched.csv'], delimiter)],
    ...(tables[DECLINED] === null ? [] : [[DECLINED, writeExcelCsv(tables[DECLINED], delimiter)] as const]),
    ...(tables[ALTERNATES] === null ? [] : [[ALTERNATES, writeExcelCsv(tables[ALTERNATES], delimiter)] as const]),
    ['summary.json', `${JSON.stringify(matching.summary, null, 2)}\n`],
    ['summary.md', renderSummaryPage(matching.summary, words)],
    ['certificate.json', renderCertificate(record, roster, terms.limits, program)],
  ]);
}
