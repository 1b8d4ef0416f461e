import { EXIT, type ExitCode } from '../domain/errors.ts';
import { advise } from '../features/advice/advise.ts';
import { adviceJson } from '../render/json/advice.ts';
import { jsonText } from '../render/layout/harmless.ts';
import { adviceText } from '../render/text/advice.ts';
import type { Shell } from './shared/context.ts';
import type { InputFlags } from './shared/inputs.ts';
import { refused, type TellFlags, tell } from './shared/report.ts';
import { doesNotHold, provenOr, readFinished, refuseChanged } from './shared/saved-run.ts';

export type AdviseFlags = InputFlags & TellFlags;

/** `rmentor advise DIR`: the changes that would give more mentees a tandem than the run in a folder does, what brings most first. */
export async function adviseCommand(folder: string, flags: AdviseFlags, shell: Shell): Promise<ExitCode> {
  const finished = await readFinished(folder, flags, shell);
  if (typeof finished === 'string') throw doesNotHold(folder, finished);
  refuseChanged(finished.changed);
  const { programme } = finished.inputs;
  if (programme === null) return refused(finished.inputs, flags, shell);
  await tell(finished.inputs, flags, shell);
  const { roster, terms } = programme;
  const advice = advise(provenOr(folder, programme, finished, shell), shell.watch);
  const layout = { paint: shell.outPaint, width: shell.outWidth };
  if (flags.json) shell.out(jsonText(adviceJson(advice, roster, terms)));
  else shell.out(adviceText(advice, roster, terms, layout));
  return EXIT.done;
}
