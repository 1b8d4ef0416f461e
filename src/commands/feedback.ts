import { dirname, join } from 'node:path';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { hasErrors } from '../domain/problems.ts';
import { computeFeedback } from '../features/feedback/feedback.ts';
import { exists } from '../io/file-system.ts';
import { putSheet } from '../io/put.ts';
import { readBytes } from '../io/read.ts';
import { findRealPath } from '../io/refuse-target-folder.ts';
import type { OwnNames } from '../parse/columns/column-claims.ts';
import { readSurvey } from '../parse/survey/survey.ts';
import { writeExcelCsv } from '../render/run/csv.ts';
import { buildHistoryTable } from '../render/run/history.ts';
import { renderFeedback } from '../render/text/feedback.ts';
import type { Context } from './shared/context.ts';
import { getRunFolder, type InputFlags, listInputFiles } from './shared/inputs.ts';
import { readNamedSheets } from './shared/named-sheets.ts';
import { printJson, refuse, type TellFlags, tell } from './shared/report.ts';
import { requireProven, requireSavedRun } from './shared/saved-run.ts';

export interface FeedbackFlags extends InputFlags, TellFlags {
  /** The folder of the run. */
  readonly from?: string;
  /** Where the history for the next round goes. */
  readonly out?: string;
  /** The last day of the programme as YYYY-MM-DD. */
  readonly ended?: string;
  /** Headers of the survey for columns of ours. */
  readonly column?: OwnNames;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/**
 * `rmentor feedback SURVEY`: what the answers to a survey come to, and what becomes of each
 * tandem of the run in the next round.
 */
export async function feedbackCommand(survey: string, flags: FeedbackFlags, shell: Context): Promise<ExitCode> {
  const { from, out, ended, column = {}, force = false, dryRun = false, ...given } = flags;
  const folder = from ?? getRunFolder(given);
  const finished = await requireSavedRun(folder, given, shell);
  const { inputs } = finished;
  if (inputs.programme === null) return refuse(inputs, flags, shell);
  const { roster, terms, tandems } = requireProven(folder, inputs.programme, finished, shell);
  const named = await readNamedSheets([{ role: 'survey', path: survey }]);
  const own = { ...pickIdentity(inputs.programme.settings), ...column };
  const source = named.sourceOf(named.nameOf(survey, 'survey'));
  const read = readSurvey(source, { roster, tandems }, own, flags.encoding ?? null);
  const found = { ...inputs, problems: [...inputs.problems, ...named.problems, ...read.problems] };
  if (read.value === null || hasErrors(read.problems)) return refuse(found, flags, shell);
  const feedback = computeFeedback({ roster, tandems }, read.value);
  const { start, repeatAfterMonths } = terms.policy;
  const date = ended ?? start;
  const file = out ?? join(dirname(inputs.paths.config ?? ''), 'history.csv');
  const pieces = writeExcelCsv(
    buildHistoryTable(feedback.next, roster, date),
    inputs.understood.sheets[0]?.delimiter ?? ';',
  );
  if (!dryRun) writeHistory(file, [...pieces].join(''), [...listInputFiles(inputs.paths), survey], force);
  await tell(found, flags, shell);
  const isStart = ended === undefined && date !== '';
  const history = { file, isWritten: !dryRun, date, isStart, repeatAfterMonths };
  const told = { survey: read.value, feedback, history };
  if (flags.json) await printJson('feedback', told, found, shell);
  else shell.out(renderFeedback(told, { paint: shell.outPaint, width: shell.outWidth }, shell.words));
  return EXIT.done;
}

const IDENTITY = ['id', 'name', 'first_name', 'last_name', 'email'];

/** What the config calls the columns by which people are known. */
function pickIdentity({
  columns = {},
}: {
  readonly columns?: Readonly<Record<string, string | readonly string[]>>;
}): OwnNames {
  const named = Object.entries(columns).map(([column, names]) => [column, [names].flat()] as const);
  return Object.fromEntries(named.filter(([column]) => IDENTITY.includes(column)));
}

/** What is in a file; null where there is none. */
function findText(file: string): string | null {
  if (!exists(file)) return null;
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBytes(file));
}

/** Whether a text is a history that `feedback` wrote, and that people may have edited since. */
function isHistory(text: string): boolean {
  return /^\ufeff?mentor_id\b.*\bnext_round\b/u.test(text);
}

/**
 * Writes the history where there is none yet, or the same; another one stays, unless it is to be
 * replaced. An input always stays.
 */
function writeHistory(file: string, text: string, inputs: readonly string[], force: boolean): void {
  const path = findRealPath(file);
  if (path !== null && inputs.some(input => findRealPath(input) === path))
    throw new UserError({ kind: 'history-is-input', path: file });
  const there = findText(file);
  if (there === text) return;
  if (there !== null && isHistory(there) && !force) throw new UserError({ kind: 'history-there', path: file });
  putSheet(file, '--out', text, isHistory);
}
