import fs from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';
import type { Place } from './place.ts';
import { codeOf } from './system.ts';

const LOCK = /^lock-(\d+)$/;
const ATTEMPTS = 20;

/** The locks of this very process: an own process number on any other lock is a dead run's, as happens in containers. */
const held = new Set<string>();

/**
 * Takes the temporary folder of a place for this process, with whatever a dead run left in it.
 * The lock is a file `lock-PROCESS` in there. A dead run's lock is renamed, which only one heir can do.
 * Throws a UserError with exit 5 where a living process holds the folder.
 */
export function acquire(place: Place): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(place.temp) || inherit(place)) {
      held.add(place.temp);
      return;
    }
  }
  throw inTheWay(place);
}

export function isHeld(place: Place): boolean {
  return held.has(place.temp);
}

/** Gives the lock up and removes the temporary folder, if it is empty. */
export function release(place: Place): void {
  held.delete(place.temp);
  fs.rmSync(ownLock(place.temp), { force: true });
  removeEmpty(place.temp);
}

/** Leaves the lock and all that stands in the temporary folder to the next run. */
export function abandon(place: Place): void {
  held.delete(place.temp);
}

function create(temp: string): boolean {
  try {
    fs.mkdirSync(temp, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    fs.closeSync(fs.openSync(ownLock(temp), 'wx', 0o600));
  } catch (error) {
    removeEmpty(temp);
    // Another run took the folder without a lock for a remnant, and removed it in between.
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  // Then it may have made the folder anew. Whoever sees two locks steps back, so that never two go on.
  if (owners(temp).length === 1) return true;
  fs.rmSync(ownLock(temp), { force: true });
  return false;
}

function inherit(place: Place): boolean {
  refuseForeign(place);
  const pids = owners(place.temp);
  const living = pids.find(pid => isAlive(pid, place.temp));
  if (living !== undefined) throw busy(place, living);
  const [dead] = pids;
  if (dead === undefined) {
    // A run that was killed before it wrote its lock; one that is about to write it will notice.
    removeEmpty(place.temp);
    return false;
  }
  try {
    fs.renameSync(join(place.temp, `lock-${dead}`), ownLock(place.temp));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
  }
  for (const pid of pids) if (pid !== process.pid) fs.rmSync(join(place.temp, `lock-${pid}`), { force: true });
  return true;
}

/** In a folder that many may write to, somebody else could have laid a link or a folder of his own to catch our files. */
function refuseForeign(place: Place): void {
  const stat = fs.lstatSync(place.temp, { throwIfNoEntry: false });
  if (stat === undefined) return;
  const user = process.getuid?.();
  if (!stat.isDirectory() || (user !== undefined && stat.uid !== user)) throw inTheWay(place);
}

/** In one order for all, so that several heirs reach for the same lock. */
function owners(temp: string): number[] {
  try {
    const pids = fs.readdirSync(temp).flatMap(name => LOCK.exec(name)?.[1] ?? []);
    return pids.map(Number).sort((a, b) => a - b);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

function isAlive(pid: number, temp: string): boolean {
  if (pid === process.pid) return held.has(temp);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return codeOf(error) === 'EPERM';
  }
}

function ownLock(temp: string): string {
  return join(temp, `lock-${process.pid}`);
}

function removeEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch (error) {
    if (codeOf(error) === null) throw error;
  }
}

function busy(place: Place, pid: number): UserError {
  return new UserError(
    `another run (process ${pid}) is writing to ${place.name}`,
    EXIT.machine,
    `Wait until it is done, and run again. If process ${pid} is no run of rmentor, delete ${place.temp} first.`,
  );
}

function inTheWay(place: Place): UserError {
  const hint = 'If no other run is at work, delete it and run again.';
  return new UserError(`${place.temp} is in the way and is not from a run of yours`, EXIT.machine, hint);
}
