/** A finished run among the files of this computer. */
import type { SideId } from '../../domain/decisions.ts';
import type { Refutation } from '../../domain/refutation.ts';
import type { InputFlags, Inputs } from '../../folders/inputs.ts';
import {
  readDecidedInputs as readDecidedInputsOn,
  readSavedRun as readSavedRunOn,
  requireSavedRun as requireSavedRunOn,
  type SavedRun,
  type Watched,
} from '../../folders/saved-run.ts';
import { DISK } from '../../io/disk.ts';

export {
  makeDoesNotHoldError,
  makeOtherVersionError,
  refuseChanged,
  requireOwnTandems,
  requireProven,
  type SavedRun,
} from '../../folders/saved-run.ts';

export function readDecidedInputs(
  folder: string,
  saved: SavedRun,
  wanted: { readonly leaving: readonly SideId[]; readonly bundle: boolean },
  shell: Watched,
): Promise<Inputs> {
  return readDecidedInputsOn(DISK, folder, saved, wanted, shell);
}

export function readSavedRun(folder: string, flags: InputFlags, shell: Watched): Promise<SavedRun | Refutation> {
  return readSavedRunOn(DISK, folder, flags, shell);
}

export function requireSavedRun(folder: string, flags: InputFlags, shell: Watched): Promise<SavedRun> {
  return requireSavedRunOn(DISK, folder, flags, shell);
}
