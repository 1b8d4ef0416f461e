import { join } from 'node:path';
import type { EarlierTandem } from '../domain/decisions.ts';
import { EXIT, type ExitCode } from '../domain/errors.ts';
import type { Roster } from '../domain/roster.ts';
import { RUN } from '../domain/run-files.ts';
import { isChanged } from '../domain/tandem-changes.ts';
import { explainChanges } from '../features/changes/explain-changes.ts';
import { recover } from '../io/publish.ts';
import { readBytes } from '../io/read.ts';
import { readRunEarlier } from '../parse/run-table-ids.ts';
import { renderChangesMarkdown } from '../render/run/changes-page.ts';
import { renderChanges } from '../render/text/changes.ts';
import { omitNames } from '../render/words/changes-without-names.ts';
import type { Context } from './shared/context.ts';
import type { InputFlags } from './shared/inputs.ts';
import { printJson, refuse, type TellFlags, tell } from './shared/report.ts';
import { makeDoesNotHoldError, requireProven, requireSavedRun } from './shared/saved-run.ts';

export interface DiffFlags extends InputFlags, TellFlags {
  /** Whether exit 1 says that something changed. */
  readonly exitCode?: boolean;
  readonly markdown?: boolean;
  /** Whether Markdown has names; ids alone otherwise. */
  readonly names?: boolean;
}

/** `rmentor diff OLD NEW`: what became of the tandems of one run in another, which must hold, and why. */
export async function diffCommand(old: string, folder: string, flags: DiffFlags, shell: Context): Promise<ExitCode> {
  const bytes = readTandems(old);
  const finished = await requireSavedRun(folder, flags, shell);
  const { programme } = finished.inputs;
  if (programme === null) return refuse(finished.inputs, flags, shell);
  await tell(finished.inputs, flags, shell);
  const { roster, terms, pairing, tandems, proof } = requireProven(folder, programme, finished, shell);
  const earlier = understandTandems(old, bytes, roster);
  const changes = explainChanges({ roster, terms, tandems, ...pairing }, proof, earlier);
  const told = { changes, telling: { roster, terms, words: shell.words }, old, run: folder };
  const layout = { paint: shell.outPaint, width: shell.outWidth };
  if (flags.json) await printJson('changes', told, finished.inputs, shell);
  else if (flags.markdown) shell.out(renderChangesMarkdown(flags.names ? told : omitNames(told)));
  else shell.out(renderChanges(told, layout));
  return flags.exitCode && changes.some(isChanged) ? EXIT.gate : EXIT.done;
}

/** The tandems of the old run; nothing else of it needs to be there. */
function readTandems(folder: string): Uint8Array {
  recover(folder, RUN);
  return readBytes(join(folder, TANDEMS));
}

function understandTandems(folder: string, bytes: Uint8Array, roster: Roster): readonly EarlierTandem[] {
  const found = readRunEarlier(bytes, roster);
  if (!('kind' in found)) return found;
  throw makeDoesNotHoldError(
    folder,
    found.kind === 'unreadable'
      ? { kind: 'file-unreadable', file: TANDEMS, problem: found.problem }
      : { kind: 'file-faulty', file: TANDEMS, fault: found },
  );
}

const TANDEMS = 'tandems.csv';
