import fs from 'node:fs';
import { compareText } from '../domain/text.ts';
import { exists } from './file-system.ts';
import { makeRunPaths, type Publication } from './publication-paths.ts';
import { hasRun, listForeign, refuseFolder, refuseNames } from './refuse-target-folder.ts';

/**
 * Refuses a folder as publishing into it would, and makes all that would be written, without writing any of it.
 * Returns the names of the files that would be replaced or removed.
 */
export function rehearse(p: Publication): string[] {
  refuseNames(p);
  const paths = makeRunPaths(p.folder);
  refuseFolder(paths, p);
  for (const content of p.files.values()) if (typeof content !== 'string') runThrough(content);
  if (!exists(paths.folder) || !hasRun(paths.folder, p)) return [];
  const foreign = new Set(listForeign(paths.folder, p));
  return fs
    .readdirSync(paths.folder)
    .filter(name => !foreign.has(name))
    .sort(compareText);
}

/** What is made piece by piece is only made when it is asked for. */
function runThrough(pieces: Iterable<unknown>): void {
  const iterator = pieces[Symbol.iterator]();
  while (iterator.next().done !== true);
}
