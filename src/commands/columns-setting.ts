import { EXIT, type ExitCode } from '../domain/errors.ts';
import { hasErrors } from '../domain/problems.ts';
import { buildColumnsBlock } from '../parse/columns/derived-columns-setting.ts';
import { renderColumnsSetting, renderGuesses } from '../render/text/columns-setting.ts';
import type { Context } from './shared/context.ts';
import type { Inputs } from './shared/inputs.ts';
import { type TellFlags, tell } from './shared/report.ts';

/**
 * `rmentor validate --explain-columns`: the setting "columns" for these sheets on
 * standard output, and nothing else there.
 */
export async function explainColumns(
  { understood, problems }: Inputs,
  flags: TellFlags,
  shell: Context,
): Promise<ExitCode> {
  const { columns, guessed } = buildColumnsBlock(understood.sheets);
  shell.out(renderColumnsSetting(columns));
  await tell({ understood, problems }, flags, shell);
  shell.err(renderGuesses(guessed, shell.words));
  return hasErrors(problems) ? EXIT.input : EXIT.done;
}
