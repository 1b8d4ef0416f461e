import fs from 'node:fs';
import { join } from 'node:path';
import type { FolderKind, RunPaths } from './publication-paths.ts';
import { hasRun, listForeign } from './refuse.ts';
import { exists, makeInTheWayError, rename, syncFolder } from './system.ts';

/**
 * Replaces the folder as a whole. Killed between the two renames, it leaves a state that `settle` knows:
 * no folder, and the earlier run beside it. (An empty folder goes the same way: Windows renames onto nothing.)
 */
export function replaceFolder(place: RunPaths): void {
  if (exists(place.folder)) {
    if (exists(place.old)) throw makeInTheWayError(place.old);
    rename(place.folder, place.old);
  }
  rename(place.fresh, place.folder);
  try {
    syncFolder(place.parent);
  } catch {
    // The new run stands, whole. Only whether it outlives a power cut at this moment is open.
  }
}

/**
 * Replaces files one by one in a folder that holds other things too. The names in `leaving` go aside first, in that
 * order; those in `arriving` come after them. While `aside` stands, `settle` takes everything back: its last rename decides.
 */
export function replaceFiles(place: RunPaths, leaving: readonly string[], arriving: readonly string[]): void {
  fs.mkdirSync(place.aside, { mode: 0o700 });
  for (const name of leaving) rename(join(place.folder, name), join(place.aside, name));
  for (const name of arriving) rename(join(place.fresh, name), join(place.folder, name));
  syncFolder(place.folder);
  rename(place.aside, place.waste);
}

/**
 * Finishes what this run did, or a dead one: afterwards the folder holds one run, the earlier or the new one as a whole,
 * and nothing of either stands elsewhere. May be killed at any point and called again. Only for the holder of the lock.
 */
export function settle(place: RunPaths, kind: FolderKind): void {
  if (exists(place.aside)) takeBack(place);
  if (exists(place.old)) settleOld(place, kind);
  for (const rest of [place.fresh, place.waste, place.arriving]) fs.rmSync(rest, { recursive: true, force: true });
}

/** New files go back to where they came from rather than away: that tells the next call that they are done. */
function takeBack(place: RunPaths): void {
  fs.mkdirSync(place.folder, { recursive: true, mode: 0o700 });
  for (const name of fs.readFileSync(place.arriving, 'utf8').split('\n')) {
    const from = join(place.folder, name);
    const to = join(place.fresh, name);
    if (!exists(to) && exists(from)) rename(from, to);
  }
  for (const name of fs.readdirSync(place.aside)) rename(join(place.aside, name), join(place.folder, name));
  fs.rmdirSync(place.aside);
}

/**
 * The earlier run is removed out of sight: a half-removed one beside the folder could be taken for a run later. Other people's
 * files under that name stay where they are; those that came into a run's folder go back with it.
 */
function settleOld(place: RunPaths, kind: FolderKind): void {
  if (!fs.lstatSync(place.old).isDirectory()) return;
  const foreign = listForeign(place.old, kind);
  if (!exists(place.folder)) {
    if (foreign.length === 0 || hasRun(place.old, kind)) rename(place.old, place.folder);
  } else if (foreign.length === 0) rename(place.old, place.waste);
}
