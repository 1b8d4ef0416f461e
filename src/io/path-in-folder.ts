import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { findRealPath } from './refuse-target-folder.ts';

/** Whether a file is in a folder or below it, or would be, whatever links lead there. */
export function isInFolder(path: string, folder: string): boolean {
  const way = relative(resolveReally(folder), resolveReally(path));
  return way !== '..' && !/^\.\.[/\\]/u.test(way) && !isAbsolute(way);
}

/** The real path of what is there, and of what is not the one that it would have. */
function resolveReally(path: string): string {
  const absolute = resolve(path);
  const real = findRealPath(absolute);
  if (real !== null || dirname(absolute) === absolute) return real ?? absolute;
  return join(resolveReally(dirname(absolute)), basename(absolute));
}
