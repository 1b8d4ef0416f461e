import { relative, resolve, sep } from 'node:path';
import { EXIT, type ExitCode } from '../../domain/errors.ts';
import { isError, type Problem } from '../../domain/problems.ts';
import { counted } from '../../domain/text.ts';
import { sheetPlace } from '../../io/sheets.ts';
import { jsonText } from '../../render/layout/harmless.ts';
import { gathered } from '../../render/text/alike-problems.ts';
import { problemsText } from '../../render/text/problems.ts';
import type { Shell } from './context.ts';
import type { Inputs } from './inputs.ts';

/** The flags that say how problems are told. */
export interface TellFlags {
  readonly json?: boolean;
  /** In place of lines for people, and of the annotations that GitHub Actions gets besides them. */
  readonly format?: 'text' | 'github';
  /** Where the problems go as a sheet, whether there are any or not. */
  readonly errors?: string;
}

export type Found = Pick<Inputs, 'understood' | 'problems'>;

/** Tells problems on standard error, to GitHub Actions where it runs us, and into a sheet where one is asked for. */
export async function tell({ understood, problems }: Found, flags: TellFlags, shell: Shell): Promise<void> {
  const { format, errors } = flags;
  const isText = format !== 'github';
  if (isText) shell.err(problemsText(problems, shell.errPaint, shell.errWidth));
  const isMarked = !isText || (format === undefined && shell.actions !== null);
  const marked = isMarked ? gathered(problems) : [];
  if (marked.length > 0) {
    const { annotations } = await import('../../render/text/annotations.ts');
    shell.annotate(annotations(isText ? firstOf(marked) : marked, pathsFrom(shell.actions?.workspace ?? '.')));
  }
  if (errors === undefined) return;
  const { writeErrors } = await import('./errors-file.ts');
  writeErrors(errors, problems, delimiterOf(understood) ?? shell.listSeparator());
  shell.err(`Written to ${errors}: ${problems.length === 0 ? 'no problems' : counted(problems.length, 'problem')}\n`);
}

/** Annotates an end that is no problem of the files, besides the words for people. */
export async function annotate(title: string, text: string, { format }: TellFlags, shell: Shell): Promise<void> {
  if (format !== 'github' && (format === 'text' || shell.actions === null)) return;
  const { bareAnnotation } = await import('../../render/text/annotations.ts');
  shell.annotate(bareAnnotation(title, text));
}

/** Tells the problems that stand in the way of anything: exit 2. */
export async function refused(found: Found, flags: TellFlags, shell: Shell): Promise<ExitCode> {
  const { problems } = found;
  if (flags.json) shell.out(jsonText({ schemaVersion: 1, ok: false, problems }));
  await tell(found, flags, shell);
  return EXIT.input;
}

/** GitHub shows no more than ten of each kind for a step; the lines for people have them all. */
const MOST_SHOWN = 10;

function firstOf(problems: readonly Problem[]): Problem[] {
  const errors = problems.filter(isError).slice(0, MOST_SHOWN);
  const warnings = problems.filter(problem => !isError(problem)).slice(0, MOST_SHOWN);
  return [...errors, ...warnings];
}

function pathsFrom(workspace: string): (file: string) => string | null {
  return file =>
    file === '-'
      ? null
      : relative(resolve(workspace), resolve(sheetPlace(file).path))
          .split(sep)
          .join('/');
}

/** What Excel separates cells by where the sheets come from; null where they do not tell. */
function delimiterOf({ sheets }: Found['understood']): string | null {
  return sheets.find(({ delimiter }) => delimiter === ';' || delimiter === ',')?.delimiter ?? null;
}
