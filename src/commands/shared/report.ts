import { relative, resolve, sep } from 'node:path';
import { EXIT, type ExitCode } from '../../domain/errors.ts';
import { splitSheetPath } from '../../io/sheets.ts';
import type { JsonFacts, JsonOutput } from '../../render/json/outputs.ts';
import { mergeAlikeProblems } from '../../render/text/alike-problems.ts';
import { renderProblems } from '../../render/text/problems.ts';
import { type ToldProblem, tellProblems } from '../../render/words/problem.ts';
import type { Context } from './context.ts';
import type { Inputs } from './inputs.ts';

/** The flags that say how problems are told. */
export interface TellFlags {
  readonly json?: boolean;
  /** In place of lines for people, and of the annotations that GitHub Actions gets besides them. */
  readonly format?: 'text' | 'github';
  /** Where the problems go as a sheet, whether there are any or not. */
  readonly errors?: string;
}

export type InputFindings = Pick<Inputs, 'understood' | 'problems'>;

/** Tells problems on standard error, to GitHub Actions where it runs us, and into a sheet where one is asked for. */
export async function tell(found: InputFindings, flags: TellFlags, shell: Context): Promise<void> {
  const problems = tellAll(found, shell);
  const { format, errors } = flags;
  const isText = format !== 'github';
  if (isText) shell.err(renderProblems(problems, shell.errPaint, shell.errWidth, shell.words));
  const isMarked = !isText || (format === undefined && shell.actions !== null);
  const marked = isMarked ? mergeAlikeProblems(problems, shell.words) : [];
  if (marked.length > 0) {
    const { renderAnnotations } = await import('../../render/text/annotations.ts');
    shell.annotate(
      renderAnnotations(isText ? takeFirst(marked) : marked, createPathMaker(shell.actions?.workspace ?? '.')),
    );
  }
  if (errors === undefined) return;
  const { writeErrors } = await import('./errors-file.ts');
  writeErrors(errors, problems, findDelimiter(found.understood) ?? shell.listSeparator());
  shell.err(`${shell.words.written.problems(errors, problems.length)}\n`);
}

/** Annotates an end that is no problem of the files, besides the words for people. */
export async function annotate(title: string, text: string, { format }: TellFlags, shell: Context): Promise<void> {
  if (format !== 'github' && (format === 'text' || shell.actions === null)) return;
  const { renderBareAnnotation } = await import('../../render/text/annotations.ts');
  shell.annotate(renderBareAnnotation(title, text));
}

/** Tells the problems that stand in the way of anything: exit 2. */
export async function refuse(found: InputFindings, flags: TellFlags, shell: Context): Promise<ExitCode> {
  if (flags.json) await printJson('refused', {}, found, shell);
  await tell(found, flags, shell);
  return EXIT.input;
}

/** Prints an output of `--json`, with the problems of its inputs; without, where it has none (found is null). */
export async function printJson<Output extends JsonOutput>(
  output: Output,
  facts: JsonFacts<Output>,
  found: Pick<InputFindings, 'problems'> | null,
  shell: Context,
): Promise<void> {
  const { renderTold } = await import('../../render/json/outputs.ts');
  shell.out(renderTold(output, facts, found?.problems ?? null, shell.words));
}

/** The problems in the words of the screen. */
export function tellAll({ problems }: Pick<InputFindings, 'problems'>, { words }: Context): ToldProblem[] {
  return tellProblems(problems, words);
}

/** GitHub shows no more than ten of each kind for a step; the lines for people have them all. */
const MOST_SHOWN = 10;

function takeFirst(problems: readonly ToldProblem[]): ToldProblem[] {
  const errors = problems.filter(({ severity }) => severity === 'error').slice(0, MOST_SHOWN);
  const warnings = problems.filter(({ severity }) => severity === 'warning').slice(0, MOST_SHOWN);
  return [...errors, ...warnings];
}

function createPathMaker(workspace: string): (file: string) => string | null {
  return file =>
    file === '-'
      ? null
      : relative(resolve(workspace), resolve(splitSheetPath(file).path))
          .split(sep)
          .join('/');
}

/** What Excel separates cells by where the sheets come from; null where they do not tell. */
function findDelimiter({ sheets }: InputFindings['understood']): string | null {
  return sheets.find(({ delimiter }) => delimiter === ';' || delimiter === ',')?.delimiter ?? null;
}
