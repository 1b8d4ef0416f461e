import type { ReportFacts } from '../../domain/report-facts.ts';
import type { Run } from '../run/run-facts.ts';
import type { Words } from '../words/en/index.ts';
import type { ReportWords } from '../words/en/report-page.ts';

/** What the parts of a page are told from, and in which words. */
export interface PageTelling {
  readonly run: Run;
  readonly facts: ReportFacts;
  readonly words: Words;
  readonly say: ReportWords;
}

/** Thousandths as points with at most two decimals, as people read them. */
export function formatPoints(thousandths: number, { grammar }: Words): string {
  return grammar.formatNumber(Math.round(thousandths / 10) / 100);
}

/** How much a part is of a whole, of a hundred, with two decimals: the length of a bar. */
export function scaleTo(whole: number, part: number): number {
  return whole <= 0 ? 0 : Math.round((10_000 * Math.min(Math.max(part, 0), whole)) / whole) / 100;
}
