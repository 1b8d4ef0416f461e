import fs from 'node:fs';
import { join } from 'node:path';
import { exists, makeFolder, makeInTheWayError, rename, syncFolder } from './file-system.ts';
import type { FolderKind, RunPaths } from './publication-paths.ts';
import { hasRun, listForeign } from './refuse-target-folder.ts';

/**
 * Replaces the folder as a whole. Killed between the two renames, it leaves a state that `settle` knows:
 * no folder, and the earlier run beside it. (An empty folder goes the same way: Windows renames onto nothing.)
 */
export function replaceFolder(paths: RunPaths): void {
  if (exists(paths.folder)) {
    if (exists(paths.old)) throw makeInTheWayError(paths.old);
    rename(paths.folder, paths.old);
  }
  rename(paths.fresh, paths.folder);
  try {
    syncFolder(paths.parent);
  } catch {
    // The new run stands, whole. Only whether it outlives a power cut at this moment is open.
  }
}

/**
 * Replaces files one by one in a folder that holds other things too. The names in `leaving` go aside first, in
 * that order; those in `arriving` come after them. While `aside` stands, `settle` takes everything back: its
 * last rename decides. A disk may keep the later of two changes and lose the earlier one, so that it is told
 * to keep each step before the next.
 */
export function replaceFiles(paths: RunPaths, leaving: readonly string[], arriving: readonly string[]): void {
  syncFolder(paths.parent);
  syncFolder(paths.temp);
  fs.mkdirSync(paths.aside, { mode: 0o700 });
  syncFolder(paths.temp);
  for (const name of leaving) rename(join(paths.folder, name), join(paths.aside, name));
  syncFolder(paths.folder);
  for (const name of arriving) rename(join(paths.fresh, name), join(paths.folder, name));
  syncFolder(paths.folder);
  rename(paths.aside, paths.waste);
}

/**
 * Finishes what this run did, or a dead one: afterwards the folder holds one run, the earlier or the new
 * one as a whole, and nothing of either stands elsewhere. May be killed at any point and called again.
 * Only for the holder of the lock.
 */
export function settle(paths: RunPaths, kind: FolderKind): void {
  if (exists(paths.aside)) takeBack(paths);
  if (exists(paths.old)) settleOld(paths, kind);
  // Before a part of it is gone, the disk must know that it is over.
  if (exists(paths.waste)) syncFolder(paths.temp);
  for (const rest of [paths.fresh, paths.waste, paths.arriving]) fs.rmSync(rest, { recursive: true, force: true });
}

/** New files go back to where they came from rather than away: that tells the next call that they are done. */
function takeBack(paths: RunPaths): void {
  makeFolder(paths.folder, 0o700);
  for (const name of fs.readFileSync(paths.arriving, 'utf8').split('\n')) {
    const from = join(paths.folder, name);
    const to = join(paths.fresh, name);
    if (!exists(to) && exists(from)) rename(from, to);
  }
  syncFolder(paths.folder);
  for (const name of fs.readdirSync(paths.aside)) rename(join(paths.aside, name), join(paths.folder, name));
  syncFolder(paths.folder);
  fs.rmdirSync(paths.aside);
  syncFolder(paths.temp);
}

/**
 * The earlier run is removed out of sight: a half-removed one beside the folder could be taken for a run later. Other
 * people's files under that name stay where they are; those that came into a run's folder go back with it.
 */
function settleOld(paths: RunPaths, kind: FolderKind): void {
  if (!fs.lstatSync(paths.old).isDirectory()) return;
  const foreign = listForeign(paths.old, kind);
  if (!exists(paths.folder)) {
    if (foreign.length === 0 || hasRun(paths.old, kind)) rename(paths.old, paths.folder);
  } else if (foreign.length === 0) rename(paths.old, paths.waste);
}
