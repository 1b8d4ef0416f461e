import { join, relative, resolve, sep } from 'node:path';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { isError, type Parsed, type Problem } from '../domain/problems.ts';
import { startConversation } from '../io/conversation.ts';
import { createFiles } from '../io/create.ts';
import { exists } from '../io/file-system.ts';
import { buildColumnsBlock, guessNothing } from '../parse/columns/derived-columns-setting.ts';
import { writeExcelCsv } from '../render/run/csv.ts';
import { renderProblems } from '../render/text/problems.ts';
import { type Answers, type Draft, hasBothSheets, hasOwnSheets, settleAnswers } from './init/answers.ts';
import { takeCodePage } from './init/ask-columns.ts';
import { findSheetFiles, makeSheetsStep } from './init/find-sheets.ts';
import { listUntakenGuesses } from './init/list-guesses.ts';
import { listOwnSteps, type OwnDraft, withColumns } from './init/own-sheet-steps.ts';
import { type Dialogue, runSteps, type Step } from './init/question-screens.ts';
import { readSheetsBy, SIDES } from './init/read-sheets.ts';
import { renderStarterConfig, WORKBOOK } from './init/starter-config.ts';
import { listRuleSteps, listTemplateSteps } from './init/template-questions.ts';
import { makeTemplates, type Template } from './init/templates.ts';
import type { Context } from './shared/context.ts';
import { CONFIG_NAME } from './shared/inputs.ts';
import { tellAll } from './shared/report.ts';

/** Each question of `init`, answered beforehand. */
export interface InitFlags extends Draft {
  /** Ask nothing: the usual answers will do. */
  readonly yes?: boolean;
  /** Whether everything is done but the writing. */
  readonly dryRun?: boolean;
  /** Whether only what is wrong is told. */
  readonly quiet?: boolean;
}

/** `rmentor init [dir]`: writes a config and sheets to start from, and overwrites nothing. */
export async function initCommand(folder: string, flags: InitFlags, shell: Context): Promise<ExitCode> {
  refuseProgramme(folder);
  const { yes = false, dryRun = false, quiet = false, ...given } = flags;
  const draft = { language: shell.words.language, ...rebaseFlags(folder, given) };
  const isAsked = !yes && shell.terminal !== null;
  const answered = isAsked ? await askEverything(folder, draft, shell) : draft;
  const settled = settleAnswers(answered, shell.listSeparator());
  const { value: answers, problems } = await fitAnswers(folder, settled, isAsked);
  if (answers === null) return refuseAnswers(problems, shell);
  const guesses = isAsked ? '' : await renderGuesses(folder, draft, answers, shell);
  const files = await buildFiles(folder, answers);
  refuseWorkbook(folder, files);
  if (!dryRun) createFiles(folder, files);
  // Whoever was asked has seen what warnings are about; all of them come with check.
  const told = isAsked ? problems.filter(isError) : problems;
  shell.err(renderProblems(tellAll({ problems: told }, shell), shell.errPaint, shell.errWidth, shell.words));
  if (quiet) return EXIT.done;
  shell.err(guesses);
  const names = [...files.keys()];
  shell.err(
    dryRun
      ? `${shell.words.init.notWritten(names, findWhere(folder))}\n`
      : renderDone(folder, names, answers, problems, shell),
  );
  return EXIT.done;
}

/**
 * Asks a person whatever no flag and no sheet in the folder has answered. Nothing is written before the last answer.
 */
async function askEverything(folder: string, draft: Draft, shell: Context): Promise<Draft> {
  const talk = startConversation(shell.terminal!);
  const dialogue: Dialogue = { talk, words: shell.words.init, width: shell.errWidth ?? USUAL_WIDTH };
  const rebase = (path: string) => rebasePath(folder, path);
  const settle = (known: Draft) => settleAnswers(known, shell.listSeparator());
  const reader = { settle, read: (known: Draft) => readSheetsBy(folder, settle(known)) };
  try {
    const files = hasBothSheets(draft) ? [] : await findSheetFiles(folder);
    const steps = [
      ...liftSteps([makeSheetsStep(dialogue, files, rebase)]),
      ...liftSteps(listTemplateSteps(dialogue, shell.listSeparator(), rebase)),
      ...listOwnSteps(dialogue, reader),
      ...liftSteps(listRuleSteps(dialogue)),
    ];
    const last = await runSteps<OwnDraft>({ draft, columns: null }, steps);
    return takeCodePage(withColumns(last.draft, last.columns), last.columns);
  } finally {
    talk.end();
  }
}

/** As wide as windows have been for fifty years. */
const USUAL_WIDTH = 80;

function liftSteps(steps: readonly Step<Draft>[]): Step<OwnDraft>[] {
  return steps.map(ask => async ({ draft, columns }, isFirst) => {
    const answer = await ask(draft, isFirst);
    return answer === 'back' || answer === null ? answer : { draft: answer, columns };
  });
}

/**
 * Answers that fit the user's own sheets. Where nobody was asked, columns are taken that leave no doubt.
 * The value is null where a sheet cannot be read at all, or an answer cannot be right; other problems of
 * the sheets can be put right later.
 */
async function fitAnswers(folder: string, answers: Answers, isAsked: boolean): Promise<Parsed<Answers | null>> {
  const { mentors, mentees, problems } = await readSheetsBy(folder, answers);
  const isRight = !problems.some(problem => isError(problem) && problem.file === CONFIG_NAME);
  if (mentors === null || mentees === null || !isRight) return { value: null, problems };
  if (isAsked || !hasOwnSheets(answers))
    return { value: { ...answers, columns: hasOwnSheets(answers) ? answers.columns : {} }, problems };
  const { columns } = buildColumnsBlock([mentors, mentees], guessNothing);
  return { value: { ...answers, columns }, problems };
}

async function renderGuesses(folder: string, given: Draft, answers: Answers, { words }: Context): Promise<string> {
  const guesses = await listUntakenGuesses(folder, given, answers);
  const lines = guesses.map(({ flag, file }) => `  ${words.init.sayGuess(flag, file)}`);
  return lines.length === 0 ? '' : `${[words.init.guessesHead, ...lines].join('\n')}\n`;
}

function refuseAnswers(problems: readonly Problem[], shell: Context): ExitCode {
  shell.err(renderProblems(tellAll({ problems }, shell), shell.errPaint, shell.errWidth, shell.words));
  return EXIT.input;
}

function refuseProgramme(folder: string): void {
  const config = join(folder, CONFIG_NAME);
  if (exists(config)) throw new UserError({ kind: 'config-there', path: config });
}

/** A workbook of that name may lack the sheets, and nothing may be put into it. */
function refuseWorkbook(folder: string, files: ReadonlyMap<string, unknown>): void {
  const workbook = join(folder, WORKBOOK);
  if (files.has(WORKBOOK) && exists(workbook)) throw new UserError({ kind: 'workbook-there', path: workbook });
}

/** Flags as the config will name things, and sheets in the folder that are called like templates. */
function rebaseFlags(folder: string, flags: Draft): Draft {
  const own = SIDES.flatMap(side => {
    const path = findSheet(folder, side, flags[side]);
    return path == null ? [] : [[side, rebasePath(folder, path)] as const];
  });
  const lists = (['limits', 'pairs'] as const).flatMap(role => {
    const path = flags[role];
    return path == null ? [] : [[role, rebasePath(folder, path)] as const];
  });
  const history = flags.history === undefined ? {} : { history: flags.history.map(path => rebasePath(folder, path)) };
  return { ...flags, ...Object.fromEntries([...own, ...lists]), ...history };
}

/** A sheet that stands where a template would go is the user's own. */
function findSheet(folder: string, name: string, given: string | null | undefined): string | null | undefined {
  if (given === '-') throw new UserError({ kind: 'standard-input-in-config', flag: `--${name}` });
  const path = join(folder, `${name}.csv`);
  return given ?? (exists(path) ? path : undefined);
}

/** A path as the config in the folder names it. */
function rebasePath(folder: string, path: string): string {
  return relative(resolve(folder), resolve(path)).split(sep).join('/');
}

/** What is to be written and is not there yet. The config is the last: with it the folder is a programme. */
async function buildFiles(folder: string, answers: Answers): Promise<Map<string, string | Uint8Array>> {
  const sheets = makeTemplates(answers);
  const written: (readonly [string, string | Uint8Array])[] =
    answers.templates === 'csv'
      ? sheets.map(sheet => [`${sheet.name}.csv`, renderTemplate(sheet, answers.delimiter)] as const)
      : [[WORKBOOK, await buildWorkbook(sheets)]];
  const missing = written.filter(([name]) => name === WORKBOOK || !exists(join(folder, name)));
  return new Map([...missing, [CONFIG_NAME, renderStarterConfig(answers)]]);
}

/** The library for workbooks is loaded only where one is written. */
async function buildWorkbook(sheets: readonly Template[]): Promise<Uint8Array> {
  const { writeWorkbook } = await import('../io/write-workbook.ts');
  return writeWorkbook(sheets);
}

function renderTemplate({ rows: [header = [], ...rows] }: Template, delimiter: string): string {
  return [...writeExcelCsv({ header, rows }, delimiter)].join('');
}

function renderDone(
  folder: string,
  names: readonly string[],
  answers: Answers,
  problems: readonly Problem[],
  { words: { init: words } }: Context,
): string {
  const kept = SHEETS.filter(name => !names.includes(name) && exists(join(folder, name)));
  const where = findWhere(folder);
  const lines = [
    words.written(names, where),
    ...(kept.length > 0 ? [words.keptFiles(kept)] : []),
    ...(hasOwnSheets(answers) ? [words.unchanged] : []),
    ...(hasBothSheets(answers) ? [] : [words.invented]),
    problems.some(isError) ? words.correct(where) : words.next(where),
  ];
  return `${lines.join('\n')}\n`;
}

const SHEETS = ['mentors.csv', 'mentees.csv', 'limits.csv'];

/** What the files are in; null where that is this very folder. */
function findWhere(folder: string): string | null {
  return resolve(folder) === resolve('.') ? null : folder;
}
