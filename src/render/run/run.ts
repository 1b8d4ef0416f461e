import { CURVE, REPORT, RESULT_FILES, type ResultFile, type RunFile, type RunRecord } from '../../domain/run-files.ts';
import { buildSummaryJson } from '../json/summary.ts';
import { renderCertificate, writeObject } from './certificate.ts';
import { writeExcelCsv } from './csv.ts';
import { TABLES } from './csv-tables.ts';
import { buildCurve } from './curve.ts';
import type { FileContents, Run } from './run-facts.ts';
import { renderSummaryPage } from './summary-page.ts';

/** What each file holds that follows from the tandems; null where a run does not have it. */
const CONTENTS: Readonly<Record<ResultFile, (run: Run) => FileContents | null>> = {
  ...TABLES,
  [CURVE]: ({ id, curve, roster, terms }) =>
    curve && { kind: 'long-json', value: buildCurve(id, curve, roster, terms.limits) },
  'summary.json': ({ id, matching }) => ({ kind: 'json', value: { run: id, ...buildSummaryJson(matching.summary) } }),
  'summary.md': ({ id, matching, words }) => ({ kind: 'page', text: renderSummaryPage(matching.summary, id, words) }),
  [REPORT]: run => run.renderPage && { kind: 'html', text: run.renderPage(run) },
};

export function makeContents(file: ResultFile, run: Run): FileContents | null {
  return CONTENTS[file](run);
}

/**
 * All files of a run, with the proof; those that grow with the people are made piece by piece while they are written.
 */
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
