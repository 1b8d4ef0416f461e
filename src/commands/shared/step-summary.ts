import type { Summary } from '../../domain/matching.ts';
import { appendText } from '../../io/append.ts';
import type { Context } from './context.ts';
import type { MissedGate } from './thresholds.ts';

/** In GitHub Actions, adds the figures of a run to the page of the job: counts, and nobody's name or note. */
export async function addStepSummary(
  summary: Summary,
  run: string,
  missed: readonly MissedGate[],
  { actions, words }: Pick<Context, 'actions' | 'words'>,
): Promise<void> {
  const path = actions?.stepSummary ?? null;
  if (path === null) return;
  const { renderSummaryPage } = await import('../../render/run/summary-page.ts');
  const { escapeMarkdown } = await import('../../render/run/markdown.ts');
  const failed = missed.map(({ message }) => `**${words.gates.missed}**: ${escapeMarkdown(message)}\n\n`);
  // Forced pairs that break a rule are named there, with the reason that somebody wrote.
  const page = renderSummaryPage({ ...summary, overrides: [] }, run, words);
  appendText(path, `${failed.join('')}${page}\n`, 'GITHUB_STEP_SUMMARY');
}
