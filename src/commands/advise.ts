import { EXIT, type ExitCode } from '../domain/errors.ts';
import { advise } from '../features/advice/advise.ts';
import { renderAdvice } from '../render/text/advice.ts';
import type { Context } from './shared/context.ts';
import type { InputFlags } from './shared/inputs.ts';
import { printJson, refuse, type TellFlags, tell } from './shared/report.ts';
import { requireProven, requireSavedRun } from './shared/saved-run.ts';

export type AdviseFlags = InputFlags & TellFlags;

/**
 * `rmentor advise DIR`: the changes that would give more mentees a tandem than the run in a
 * folder does, what brings most first.
 */
export async function adviseCommand(folder: string, flags: AdviseFlags, shell: Context): Promise<ExitCode> {
  const finished = await requireSavedRun(folder, flags, shell);
  const { programme } = finished.inputs;
  if (programme === null) return refuse(finished.inputs, flags, shell);
  await tell(finished.inputs, flags, shell);
  const { roster, terms } = programme;
  const advice = advise(requireProven(folder, programme, finished, shell), shell.watch);
  const layout = { paint: shell.outPaint, width: shell.outWidth };
  if (flags.json) await printJson('advice', { advice, roster, terms }, finished.inputs, shell);
  else shell.out(renderAdvice(advice, roster, terms, layout, shell.words));
  return EXIT.done;
}
