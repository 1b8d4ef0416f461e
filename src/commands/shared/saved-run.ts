/** A finished run among the files of this computer. */
import { join } from 'node:path';
import type { SideId } from '../../domain/decisions.ts';
import type { Refutation } from '../../domain/refutation.ts';
import type { DecisionRequest } from '../../folders/decisions.ts';
import type { InputFlags, Inputs } from '../../folders/inputs.ts';
import {
  makeDoesNotHoldError,
  readSavedRun as readSavedRunOn,
  refuseChanged,
  type SavedRun,
  type Watched,
} from '../../folders/saved-run.ts';
import { DISK } from '../../io/disk.ts';
import { readInputs } from './inputs.ts';

export {
  makeDoesNotHoldError,
  makeOtherVersionError,
  refuseChanged,
  requireOwnTandems,
  requireProven,
  type SavedRun,
} from '../../folders/saved-run.ts';

/**
 * Reads the inputs of a finished run once more, with what people decided in its folder since, as for a run that is written over it.
 * @param leaving who leaves now; @param bundle whether their bytes are wanted.
 */
export function readDecidedInputs(
  folder: string,
  { recorded: { asked, run }, inputs }: SavedRun,
  { leaving, bundle }: { readonly leaving: readonly SideId[]; readonly bundle: boolean },
  { watch }: Watched,
): Promise<Inputs> {
  const flags = { ...asked, previous: join(folder, 'tandems.csv'), bundle };
  const deciding: DecisionRequest = {
    ...({ kind: 'to-come', out: folder, isFresh: false, releasing: 'none', force: false } as const),
    ...{ rejoining: [], leaving },
  };
  const people = inputs.programme?.people;
  return readInputs(flags, watch, people ? { ...run, people } : run, deciding);
}

export function readSavedRun(folder: string, flags: InputFlags, shell: Watched): Promise<SavedRun | Refutation> {
  return readSavedRunOn(DISK, folder, flags, shell);
}

/** Reads a finished run that is to be talked about: one whose certificate can be read, and whose inputs are asked for as they were. */
export async function requireSavedRun(folder: string, flags: InputFlags, shell: Watched): Promise<SavedRun> {
  const saved = await readSavedRun(folder, flags, shell);
  if ('kind' in saved) throw makeDoesNotHoldError(folder, saved);
  refuseChanged(saved.changed);
  return saved;
}
