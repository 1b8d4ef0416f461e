import { join } from 'node:path';
import { exists } from '../../io/file-system.ts';
import { readBytes } from '../../io/read.ts';
import { readPersonIds } from '../../parse/run-table-ids.ts';
import { findRunFolder, type InputFlags } from './inputs.ts';

/**
 * The ids of everybody in the finished run that is found by itself: none where there is
 * no run, or none that can be read.
 */
export function listIdsInRun(flags: InputFlags): string[] {
  const folder = findRunFolder(flags);
  if (folder === null) return [];
  const there = ['tandems.csv', 'unmatched.csv'].filter(name => exists(join(folder, name)));
  return there.flatMap(name => readPersonIds(name, readBytes(join(folder, name))));
}
