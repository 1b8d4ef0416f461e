import { join } from 'node:path';
import { EXIT, type ExitCode, UserError } from '../domain/errors.ts';
import { RUN } from '../domain/run-files.ts';
import { SHARED } from '../domain/shared-view.ts';
import { makeOverview } from '../features/share/overview.ts';
import { viewUnderPseudonyms } from '../features/share/pseudonymised-view.ts';
import { exists } from '../io/file-system.ts';
import { makeKey, readKey } from '../io/key-file.ts';
import { isInFolder } from '../io/path-in-folder.ts';
import { publish } from '../io/publish.ts';
import { renderOverviewFiles } from '../render/run/overview-page.ts';
import { renderSharedView } from '../render/run/shared-view.ts';
import { LOAD_WORDS } from '../render/words/languages.ts';
import type { Context } from './shared/context.ts';
import { type InputFlags, listInputFiles } from './shared/inputs.ts';
import { printJson, refuse, type TellFlags } from './shared/report.ts';
import { requireProven, requireSavedRun } from './shared/saved-run.ts';
import { warnOfGit } from './shared/warn-of-git.ts';

export interface ShareFlags extends InputFlags, TellFlags {
  readonly out: string;
  /** The key file that pseudonyms follow from. */
  readonly pseudonymise?: string;
  /** Whether to make that file. */
  readonly newKey?: boolean;
  readonly quiet?: boolean;
  readonly force?: boolean;
}

/**
 * `rmentor share [DIR]`: a view of a finished run for people outside of HR: without --pseudonymise figures alone,
 * for works council and sponsor; with it the tandems under pseudonyms. A view is no run; the run is checked
 * first, so that what leaves was true.
 */
export async function shareCommand(folder: string, flags: ShareFlags, shell: Context): Promise<ExitCode> {
  const { out, pseudonymise, newKey = false, quiet = false, force = false, ...given } = flags;
  if (newKey && pseudonymise === undefined)
    throw new UserError({ kind: 'flag-missing', flag: '--pseudonymise', value: 'keyfile' });
  refuseRunFolder(out);
  if (pseudonymise !== undefined) refuseNearKey(pseudonymise, [folder, out]);
  // A key that is missing or weak is told before the run is read.
  const ready = pseudonymise === undefined || newKey ? null : readKey(pseudonymise);
  if (newKey && pseudonymise !== undefined && exists(pseudonymise))
    throw new UserError({ kind: 'key-there', path: pseudonymise });
  const finished = await requireSavedRun(folder, given, shell);
  const { inputs, run: found } = finished;
  if (inputs.programme === null) return refuse(inputs, flags, shell);
  const run = requireProven(folder, inputs.programme, finished, shell);
  shell.watch('write');
  const { certificate } = found;
  const words = await LOAD_WORDS[given.lang ?? certificate.language]();
  const key = pseudonymise === undefined ? null : (ready ?? makeAndReadKey(pseudonymise));
  const view = key === null ? null : viewUnderPseudonyms(run, certificate.run, key);
  const overview = view === null ? makeOverview(run, certificate.run) : null;
  const files =
    view === null
      ? renderOverviewFiles(overview!, words)
      : renderSharedView(view, words, certificate.delimiter ?? inputs.delimiter ?? ';');
  const kept = [...listInputFiles(inputs.paths), ...(pseudonymise === undefined ? [] : [pseudonymise])];
  await publish({ ...SHARED, folder: out, files, force, inputs: kept });
  warnOfGit(out, SHARED.marker, shell);
  if (flags.json) await printJson('shared', { ...(view ?? overview!) }, inputs, shell);
  if (newKey && pseudonymise !== undefined) shell.err(`${shell.words.share.keyMade(pseudonymise)}\n`);
  if (!quiet) shell.err(`${shell.words.share.written(out, [...files.keys()])}\n`);
  return EXIT.done;
}

function makeAndReadKey(path: string): Uint8Array {
  makeKey(path);
  return readKey(path);
}

/** Results for others do not go among those of HR. */
function refuseRunFolder(out: string): void {
  if (exists(join(out, RUN.marker))) throw new UserError({ kind: 'shared-into-run', folder: out });
}

function refuseNearKey(path: string, folders: readonly string[]): void {
  const folder = folders.find(one => isInFolder(path, one));
  if (folder !== undefined) throw new UserError({ kind: 'key-inside', path, folder });
}
