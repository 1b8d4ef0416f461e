/** A finished run among the files of this computer. */
import type { Refutation } from '../../domain/refutation.ts';
import type { InputFlags } from '../../folders/inputs.ts';
import { readSavedRun as readSavedRunOn, type SavedRun, type Watched } from '../../folders/saved-run.ts';
import { DISK } from '../../io/disk.ts';

export {
  makeDoesNotHoldError,
  makeOtherVersionError,
  refuseChanged,
  requireOwnTandems,
  requireProven,
  type SavedRun,
} from '../../folders/saved-run.ts';

export function readSavedRun(folder: string, flags: InputFlags, shell: Watched): Promise<SavedRun | Refutation> {
  return readSavedRunOn(DISK, folder, flags, shell);
}
