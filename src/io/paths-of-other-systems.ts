import { join, sep } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';
import { exists, isOfOtherSystem } from './file-system.ts';
import { splitSheetPath } from './sheets.ts';

/**
 * A path as this system writes it: ..\folder\x.csv is one on Windows, and elsewhere, too, unless
 * there is a file of that very name.
 * @param folder what it is relative to
 */
export function adaptPath(path: string, folder = ''): string {
  if (sep === '\\' || !path.includes('\\') || isOfOtherSystem(path)) return path;
  return exists(splitSheetPath(join(folder, path)).path) ? path : path.replaceAll('\\', '/');
}

/** Nothing is written to C:\results where that would be the name of a file in this folder. */
export function refuseOtherSystem(path: string): void {
  if (isOfOtherSystem(path)) throw new UserError({ kind: 'path-of-windows', path }, EXIT.machine);
}
