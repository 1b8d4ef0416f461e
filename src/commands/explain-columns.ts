import { EXIT, type ExitCode } from '../domain/errors.ts';
import { hasErrors } from '../domain/problems.ts';
import { columnsBlock } from '../parse/columns/columns-block.ts';
import { columnsText, guessesText } from '../render/text/columns-setting.ts';
import type { Shell } from './shared/context.ts';
import type { Inputs } from './shared/inputs.ts';
import { type TellFlags, tell } from './shared/report.ts';

/** `rmentor validate --explain-columns`: the setting "columns" for these sheets on standard output, and nothing else there. */
export async function explainColumns(
  { understood, problems }: Inputs,
  flags: TellFlags,
  shell: Shell,
): Promise<ExitCode> {
  const { columns, guessed } = columnsBlock(understood.sheets);
  shell.out(columnsText(columns));
  await tell({ understood, problems }, flags, shell);
  shell.err(guessesText(guessed));
  return hasErrors(problems) ? EXIT.input : EXIT.done;
}
