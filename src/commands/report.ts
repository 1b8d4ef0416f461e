import { join } from 'node:path';
import { EXIT, type ExitCode } from '../domain/errors.ts';
import { REPORT } from '../domain/run-files.ts';
import { remakeRun } from '../features/verify/verify-run.ts';
import { putSheet } from '../io/put.ts';
import { loadReport } from '../render/page/load-report.ts';
import { LOAD_WORDS } from '../render/words/languages.ts';
import type { Context } from './shared/context.ts';
import type { InputFlags } from './shared/inputs.ts';
import { printJson, refuse, type TellFlags, tell } from './shared/report.ts';
import {
  makeDoesNotHoldError,
  makeOtherVersionError,
  readSavedRun,
  refuseChanged,
  requireProven,
} from './shared/saved-run.ts';

export type ReportFlags = InputFlags & TellFlags;

/** `rmentor report DIR`: proves the run in a folder, and writes its page again. */
export async function reportCommand(folder: string, flags: ReportFlags, shell: Context): Promise<ExitCode> {
  const finished = await readSavedRun(folder, flags, shell);
  if ('kind' in finished) throw makeDoesNotHoldError(folder, finished);
  const { run, inputs, changed } = finished;
  const { version, language } = run.certificate;
  if (`rmentor ${version}` !== shell.program) throw makeOtherVersionError(folder, version, changed);
  refuseChanged(changed);
  const { programme } = inputs;
  if (programme === null) return refuse(inputs, flags, shell);
  await tell(inputs, flags, shell);
  const proven = { ...requireProven(folder, programme, finished, shell), gone: programme.gone };
  const renderPage = await loadReport(language);
  const files = new Map([...run.files, [REPORT, new Uint8Array()]] as const);
  const made = remakeRun(proven, { ...run, files }, await LOAD_WORDS[language](), renderPage);
  if ('kind' in made) throw makeDoesNotHoldError(folder, made);
  const file = join(folder, REPORT);
  putSheet(file, REPORT, renderPage(made), isReport);
  if (flags.json) await printJson('page', { file }, inputs, shell);
  else shell.out(`${shell.words.written.page(file)}\n`);
  return EXIT.done;
}

/** Whether a file is such a page: another one is not replaced. */
function isReport(start: string): boolean {
  return /^<!doctype html>\n<html lang="\w+"><head><meta charset="utf-8"\/?>/u.test(start);
}
