import { EXIT, type ExitCode } from '../domain/errors.ts';
import { writeLetter } from '../features/letter/letter.ts';
import { findAskedPerson } from '../parse/people/people-in-call.ts';
import { renderLetter } from '../render/text/letter.ts';
import type { ExplainFlags } from './explain-people.ts';
import type { Context } from './shared/context.ts';
import { getRunFolder } from './shared/inputs.ts';
import { printJson, refuse } from './shared/report.ts';
import { requireProven, requireSavedRun } from './shared/saved-run.ts';

/**
 * `rmentor explain --for PERSON`: the answer to "why?" that may be handed to that person. Problems of the sheets may
 * name others, so that they are not printed with it.
 */
export async function answerPerson(asked: string, flags: ExplainFlags, shell: Context): Promise<ExitCode> {
  const { run: named, ...places } = flags;
  const folder = named ?? getRunFolder(places);
  const finished = await requireSavedRun(folder, places, shell);
  const { programme } = finished.inputs;
  if (programme === null) return refuse(finished.inputs, flags, shell);
  const found = findAskedPerson(asked, programme.roster, folder);
  if ('code' in found) return refuse({ ...finished.inputs, problems: [found] }, flags, shell);
  const run = requireProven(folder, programme, finished, shell);
  shell.watch('explain');
  const letters = found.map(one => writeLetter(run, one));
  const layout = { paint: shell.outPaint, width: shell.outWidth };
  if (flags.json) await printJson('letters', { letters }, null, shell);
  else shell.out(letters.map(letter => renderLetter(letter, shell.words, layout)).join('\n'));
  return EXIT.done;
}
