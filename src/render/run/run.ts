import type { Alternate } from '../../domain/alternate.ts';
import type { ChangeCorner } from '../../domain/change-curve.ts';
import { type DeclinedPair, listDeclinedPairs } from '../../domain/decisions.ts';
import type { Matching } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { PageFacts } from '../../domain/review-facts.ts';
import type { Roster } from '../../domain/roster.ts';
import {
  ALTERNATES,
  CHANGED,
  CURVE,
  DECLINED,
  REPORT,
  RESERVE,
  RESULT_FILES,
  type ResultFile,
  type RunFile,
  type RunRecord,
} from '../../domain/run-files.ts';
import type { ExplainedChange } from '../../domain/tandem-changes.ts';
import { buildSummaryJson } from '../json/summary.ts';
import type { Words } from '../words/en/index.ts';
import { renderCertificate, writeObject } from './certificate.ts';
import { buildChangesTable } from './changes-table.ts';
import { type CsvTable, writeExcelCsv } from './csv.ts';
import { buildCurve } from './curve.ts';
import { renderSummaryPage } from './summary-page.ts';
import {
  buildAlternatesTable,
  buildDeclinedTable,
  buildReserveTable,
  buildTandemsTable,
  buildUnmatchedTable,
} from './tables.ts';

/** Everything that a run's files are made from. */
export interface Run extends PageFacts {
  /** By which its files are told from those of another run. */
  readonly id: string;
  readonly roster: Roster;
  readonly terms: Terms;
  readonly matching: Matching;
  /** Declined pairs of whom somebody takes no part now. */
  readonly gone: readonly DeclinedPair[];
  /** null where none are asked for. */
  readonly alternates: readonly Alternate[] | null;
  /** What became of earlier tandems; null where none were to be kept. */
  readonly changes: readonly ExplainedChange[] | null;
  /** What changing more tandems would bring; null where it is not asked for. */
  readonly curve: readonly ChangeCorner[] | null;
  /** Makes the page of the run; null where it is to have none. */
  readonly renderPage: ((run: Run) => string) | null;
  /** The names of the parts of a score. */
  readonly parts: readonly string[];
  /** Those of the run's language. */
  readonly words: Words;
  /** Between the cells of the CSV files. */
  readonly delimiter: string;
}

/** What a file of a run holds. How it is written follows from that, and how `verify` compares it with one that it finds. */
export type FileContents =
  /** Rows by some columns, which say what a row is about; of columns that are free, people may change the cells. */
  | {
      readonly kind: 'table';
      readonly table: CsvTable;
      readonly keys: readonly string[];
      readonly free: readonly string[];
    }
  | { readonly kind: 'json'; readonly value: unknown }
  /** JSON in which each person of a list has a line. */
  | { readonly kind: 'long-json'; readonly value: object }
  | { readonly kind: 'page'; readonly text: string }
  /** A page that browsers show. */
  | { readonly kind: 'html'; readonly text: string };

/** What each file holds that follows from the tandems; null where a run does not have it. */
const CONTENTS: Readonly<Record<ResultFile, (run: Run) => FileContents | null>> = {
  'tandems.csv': ({ matching, roster, terms, parts, delimiter }) =>
    makeTable(
      buildTandemsTable(matching, roster, terms, parts, delimiter),
      ['mentor_id', 'mentee_id'],
      ['status', 'note'],
    ),
  'unmatched.csv': ({ matching, roster, terms, words }) =>
    makeTable(buildUnmatchedTable(matching, roster, terms, words), ['role', 'id']),
  [RESERVE]: ({ matching, roster }) => makeTable(buildReserveTable(matching, roster), ['id']),
  [DECLINED]: ({ roster, terms, gone }) =>
    makeTable(buildDeclinedTable(listDeclinedPairs(roster, terms.pairs, gone)), PAIR_KEYS),
  [ALTERNATES]: ({ alternates, roster, delimiter }) =>
    makeTable(alternates && buildAlternatesTable(alternates, roster, delimiter), ['mentee_id', 'mentor_id']),
  [CHANGED]: ({ changes, roster, terms, words, delimiter }) =>
    makeTable(changes && buildChangesTable(changes, { roster, terms, words }, delimiter), PAIR_KEYS),
  [CURVE]: ({ id, curve, roster, terms }) =>
    curve && { kind: 'long-json', value: buildCurve(id, curve, roster, terms.limits) },
  'summary.json': ({ id, matching }) => ({ kind: 'json', value: { run: id, ...buildSummaryJson(matching.summary) } }),
  'summary.md': ({ id, matching, words }) => ({ kind: 'page', text: renderSummaryPage(matching.summary, id, words) }),
  [REPORT]: run => run.renderPage && { kind: 'html', text: run.renderPage(run) },
};

/** People who are in no sheet may have no id, or share one. */
const PAIR_KEYS = ['mentor', 'mentee'].flatMap(side => [`${side}_id`, `${side}_name`, `${side}_email`]);

function makeTable(table: CsvTable | null, keys: readonly string[], free: readonly string[] = []): FileContents | null {
  return table && { kind: 'table', table, keys, free };
}

export function makeContents(file: ResultFile, run: Run): FileContents | null {
  return CONTENTS[file](run);
}

/** All files of a run, with the proof; those that grow with the people are made piece by piece while they are written. */
export function renderRunFiles(run: Run, record: RunRecord, program: string): ReadonlyMap<RunFile, Iterable<string>> {
  const files = new Map<RunFile, Iterable<string>>();
  for (const file of RESULT_FILES) {
    const contents = makeContents(file, run);
    if (contents !== null) files.set(file, renderContents(contents, run.delimiter));
  }
  return files.set('certificate.json', renderCertificate(record, run.id, run.roster, run.terms.limits, program));
}

function renderContents(contents: FileContents, delimiter: string): Iterable<string> {
  switch (contents.kind) {
    case 'table':
      return writeExcelCsv(contents.table, delimiter);
    case 'json':
      return `${JSON.stringify(contents.value, null, 2)}\n`;
    case 'long-json':
      return writeObject(contents.value);
    case 'page':
    case 'html':
      return contents.text;
  }
}
