import { join, relative, resolve, sep } from 'node:path';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { isError, type Problem } from '../domain/problems.ts';
import { joinNames } from '../domain/text.ts';
import { type Conversation, startConversation } from '../io/conversation.ts';
import { createFiles } from '../io/create.ts';
import { exists } from '../io/system.ts';
import { writeExcelCsv } from '../render/run/csv.ts';
import { renderProblems } from '../render/text/problems.ts';
import { type Answers, USUAL_LEVELS } from './init/answers.ts';
import { fitAnswers } from './init/own-sheets.ts';
import { askCrossBorder, askDelimiter, askLevels, askPreset, askSheet, askTemplates } from './init/questions.ts';
import { renderStarterConfig, WORKBOOK } from './init/starter.ts';
import { makeTemplates, type Template } from './init/templates.ts';
import type { Context } from './shared/context.ts';
import { CONFIG_NAME } from './shared/inputs.ts';
import { tellAll } from './shared/report.ts';

/** Each question of `init`, answered beforehand. */
export interface InitFlags extends Partial<Omit<Answers, 'columns'>> {
  readonly columns?: Answers['columns'];
  /** Ask nothing: the usual answers will do. */
  readonly yes?: boolean;
}

/** `rmentor init [dir]`: writes a config and sheets to start from, and overwrites nothing. */
export async function initCommand(folder: string, flags: InitFlags, shell: Context): Promise<ExitCode> {
  refuseProgramme(folder);
  const talk = flags.yes === true || shell.terminal === null ? null : startConversation(shell.terminal);
  try {
    const asked = await collectAnswers(folder, flags, talk, shell);
    const { value: answers, problems } = await fitAnswers(folder, asked, talk, shell.words);
    if (answers === null) return refuseAnswers(problems, shell);
    const files = await buildFiles(folder, answers);
    refuseWorkbook(folder, files);
    createFiles(folder, files);
    shell.err(renderProblems(tellAll({ problems }, shell), shell.errPaint, shell.errWidth, shell.words));
    shell.err(renderDone(folder, [...files.keys()], answers, problems));
    return EXIT.done;
  } finally {
    talk?.end();
  }
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

/** All answers: from flags, from a person where there is one to ask, else the usual ones. */
async function collectAnswers(
  folder: string,
  flags: InitFlags,
  talk: Conversation | null,
  shell: Context,
): Promise<Answers> {
  const ask = async <Value>(given: Value | undefined, question: (talk: Conversation) => Promise<Value>, usual: Value) =>
    given ?? (talk === null ? usual : await question(talk));
  const mentors = await ask(findSheet(folder, 'mentors', flags.mentors), talk => askSheet(talk, 'mentors'), null);
  const mentees = await ask(findSheet(folder, 'mentees', flags.mentees), talk => askSheet(talk, 'mentees'), null);
  const hasBoth = mentors !== null && mentees !== null;
  const templates = await ask(flags.templates ?? (hasBoth ? 'csv' : undefined), askTemplates, 'csv');
  const usual = shell.listSeparator();
  const known = flags.delimiter ?? (hasBoth || templates === 'xlsx' ? usual : undefined);
  const delimiter = await ask(known, talk => askDelimiter(talk, usual), usual);
  const preset = await ask(flags.preset, askPreset, 'reverse');
  const isNew = mentors === null && mentees === null;
  const levels = await ask(flags.levels ?? (isNew && preset !== 'none' ? undefined : []), askLevels, USUAL_LEVELS);
  const crossBorder = await ask(flags.crossBorder, askCrossBorder, 'allow');
  const rebase = (path: string | null) => (path === null ? null : rebasePath(folder, path));
  const { columns = {}, encoding = null } = flags;
  return {
    mentors: rebase(mentors),
    mentees: rebase(mentees),
    encoding,
    templates,
    delimiter,
    preset,
    levels,
    crossBorder,
    columns,
  };
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

function renderDone(folder: string, names: readonly string[], answers: Answers, problems: readonly Problem[]): string {
  const kept = SHEETS.filter(name => !names.includes(name) && exists(join(folder, name)));
  const where = resolve(folder) === resolve('.') ? '' : ` in ${folder}`;
  const lines = [
    `Written to ${folder}: ${joinNames(names)}.`,
    ...(kept.length > 0 ? [`There already, and left as it is: ${joinNames(kept)}.`] : []),
    ...(answers.mentors === null || answers.mentees === null
      ? ['The people in the templates are invented: put yours in their place.']
      : []),
    problems.some(isError)
      ? `Correct what is told above${where}, and look again with rmentor validate.`
      : `Go on${where} with rmentor validate, then rmentor match.`,
  ];
  return `${lines.join('\n')}\n`;
}

const SHEETS = ['mentors.csv', 'mentees.csv', 'limits.csv'];
