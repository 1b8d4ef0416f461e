import type { Language } from '../../domain/language.ts';
import type { ReportContents } from '../../web/report/report-types.ts';
import type { Run } from '../run/run-facts.ts';
import { LOAD_REPORT_WORDS } from '../words/languages.ts';

/** Loads what a page shows of a run, for whoever draws it. */
export async function loadContents(language: Language): Promise<(run: Run) => ReportContents> {
  const [{ buildReportContents }, say] = await Promise.all([import('./report-page.ts'), LOAD_REPORT_WORDS[language]()]);
  return run => buildReportContents(run, say);
}

/** Loads what makes the page of a run in a language: components, script, style and words, which only this needs. */
export async function loadReport(language: Language): Promise<(run: Run) => string> {
  const [{ renderReportPage }, say] = await Promise.all([import('./report-page.ts'), LOAD_REPORT_WORDS[language]()]);
  return run => renderReportPage(run, say);
}
