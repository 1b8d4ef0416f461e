import { EXIT, type ExitCode } from '../domain/errors.ts';
import { HAND_OVER_PAGE, type HandOver } from '../domain/hand-over.ts';
import { type HandOverEnd, handOverRun } from '../folders/hand-over-run.ts';
import { DISK } from '../io/disk.ts';
import { renderHandOver } from '../render/text/hand-over.ts';
import type { ExportFlags } from './export-flags.ts';
import { publishHandOver } from './publish-hand-over.ts';
import type { Context } from './shared/context.ts';
import { getRunFolder, type InputFlags } from './shared/inputs.ts';
import { printJson, refuse, tell } from './shared/report.ts';
import { requireSavedRun, type SavedRun } from './shared/saved-run.ts';
import { warnOfGit } from './shared/warn-of-git.ts';
import { writeStarterLetters } from './starter-letters.ts';

/**
 * `rmentor export`: writes the tandems of a finished run for another program, which is told apart from
 * telling people: nothing is sent.
 */
export async function exportCommand(flags: ExportFlags, shell: Context): Promise<ExitCode> {
  const folder = flags.from ?? getRunFolder(flags);
  const saved = await requireSavedRun(folder, pickPlaces(flags), shell);
  if (flags.writeLetters) return tellLetters(flags, saved, shell);
  const end = await handOverRun(DISK, folder, saved, flags, shell);
  if (end.kind === 'refused') return refuse(end.inputs, flags, shell);
  await tell(end.inputs, flags, shell);
  return end.kind === 'nobody' ? tellNothing(end.handing, shell) : writeMade(end, flags, shell);
}

async function writeMade(
  { inputs, made }: Extract<HandOverEnd, { readonly kind: 'made' }>,
  flags: ExportFlags,
  shell: Context,
): Promise<ExitCode> {
  shell.watch('write');
  const { replaced, record } = await publishHandOver(made, made.files, flags);
  const isWritten = replaced === null;
  if (isWritten) warnOfGit(flags.out, HAND_OVER_PAGE, shell);
  const { handing, told: files, disclosed } = made;
  const told = { tool: flags.to, folder: flags.out, isWritten, files, handing, disclosed, record };
  if (flags.json) await printJson('hand-over', told, inputs, shell);
  else if (!flags.quiet) shell.out(renderHandOver(told, replaced ?? [], shell.words, { width: shell.outWidth }));
  return EXIT.done;
}

/** Writes letters to begin with, which somebody then edits. */
async function tellLetters(flags: ExportFlags, saved: SavedRun, { words, err }: Context): Promise<ExitCode> {
  const written = await writeStarterLetters(saved.recorded.config, flags.lang ?? saved.run.certificate.language);
  err(`${words.exported.letters(written)}\n`);
  return EXIT.done;
}

/** What says where the inputs are. */
function pickPlaces(flags: ExportFlags): InputFlags {
  const { to: _to, out: _out, from: _from, since: _since, with: _with, ...places } = flags;
  return places;
}

function tellNothing({ since }: HandOver, { words, err }: Context): ExitCode {
  err(`${since === null ? words.exported.nobody : words.exported.nothingNew(since)}\n`);
  return EXIT.done;
}
