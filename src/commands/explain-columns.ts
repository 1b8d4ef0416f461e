import { EXIT, type ExitCode } from '../domain/errors.ts';
import { hasErrors } from '../domain/problems.ts';
import { columnsBlock } from '../parse/columns-block.ts';
import { columnsText, guessesText } from '../render/columns.ts';
import { problemsText } from '../render/problems.ts';
import type { Inputs } from './inputs.ts';
import type { Shell } from './shell.ts';

/** `rmentor validate --explain-columns`: the setting "columns" for these sheets on standard output, and nothing else there. */
export function explainColumns({ understood, problems }: Inputs, shell: Shell): ExitCode {
  const { columns, guessed } = columnsBlock(understood.sheets);
  shell.out(columnsText(columns));
  shell.err(problemsText(problems, shell.errPaint));
  shell.err(guessesText(guessed));
  return hasErrors(problems) ? EXIT.input : EXIT.done;
}
