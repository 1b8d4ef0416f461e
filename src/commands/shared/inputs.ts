/** The inputs of a programme among the files of this computer. */
import type { Progress } from '../../domain/progress.ts';
import type { DecisionRequest } from '../../folders/decisions.ts';
import {
  type EarlierRun,
  findRunFolder as findRunFolderOn,
  getRunFolder as getRunFolderOn,
  type InputFlags,
  type InputPaths,
  type Inputs,
  listInputFiles as listInputFilesOn,
  readInputs as readInputsOn,
} from '../../folders/inputs.ts';
import { DISK } from '../../io/disk.ts';

export { CONFIG_NAME, type InputFlags, type InputPaths, type Inputs } from '../../folders/inputs.ts';

export function readInputs(
  flags: InputFlags,
  watch?: Progress,
  run?: EarlierRun | null,
  deciding?: DecisionRequest | null,
): Promise<Inputs> {
  return readInputsOn(DISK, flags, watch, run, deciding);
}

export function getRunFolder(flags: InputFlags): string {
  return getRunFolderOn(DISK, flags);
}

export function findRunFolder(flags: InputFlags): string | null {
  return findRunFolderOn(DISK, flags);
}

export function listInputFiles(paths: InputPaths): string[] {
  return listInputFilesOn(DISK, paths);
}
