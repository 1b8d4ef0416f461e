import fs from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';
import { compareText } from '../domain/text.ts';
import { listTempNames, type RunPaths } from './publication-paths.ts';
import { exists, findErrorCode, makeInTheWayError, removeFile } from './system.ts';

const ATTEMPTS = 20;

/**
 * A run on another host cannot be asked whether it lives. It touches its lock at every piece that it writes, and counts as dead
 * when the lock is so much older than a file made just now: both times are told by the machine that keeps the folder.
 */
const SILENT_MS = 600_000;

/** The lock of a run, by its file's name: `lock-PROCESS@HOST`. Version 0.1.0 knew one host only, and named none. */
interface RunLock {
  readonly path: string;
  readonly pid: number;
  readonly host: string | null;
}

const LOCK = /^lock-(\d+)(?:@(.+))?$/;
const PROBE = /^time-\d+@/;

/** The locks of this very process: its own number on any other lock is a dead run's, as happens in containers. */
const held = new Set<string>();

/**
 * Takes the temporary folder of a place for this process, with whatever a dead run left in it.
 * The lock is a file in there. A dead run's lock is renamed, which only one heir can do.
 * Throws a UserError with exit 5 where a run that may be alive holds the folder, or where something else has the name of one of ours.
 */
export function acquire(place: RunPaths): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(place) || inherit(place)) {
      held.add(place.lock);
      return;
    }
  }
  throw makeInTheWayError(place.temp);
}

/**
 * Shows other hosts that this run is at work. Throws a UserError with exit 5 where another one has taken the folder over:
 * then nothing that stands there is ours to touch.
 */
export function keep(place: RunPaths): void {
  if (touch(place)) return;
  const [heir] = listLocks(place);
  throw new UserError({ kind: 'taken-over', folder: place.name, by: heir ?? null }, EXIT.machine);
}

/** Whether the folder is still ours. A lock that is gone has an heir, and is given up. */
export function isKept(place: RunPaths): boolean {
  if (!exists(place.lock)) held.delete(place.lock);
  return held.has(place.lock);
}

/** Gives the lock up and removes the temporary folder, if it is empty. */
export function release(place: RunPaths): void {
  held.delete(place.lock);
  for (const name of listNames(place.temp).filter(name => PROBE.test(name))) removeFile(join(place.temp, name));
  removeFile(place.lock);
  removeEmpty(place.temp);
}

/** Leaves the lock and all that stands in the temporary folder to the next run. */
export function abandon(place: RunPaths): void {
  held.delete(place.lock);
}

function create(place: RunPaths): boolean {
  try {
    fs.mkdirSync(place.temp, { mode: 0o700 });
  } catch (error) {
    if (findErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
  return enter(place);
}

/** Lays our lock into a folder that has none. */
function enter(place: RunPaths): boolean {
  try {
    createFile(place.lock, encodeLock(place));
  } catch (error) {
    removeEmpty(place.temp);
    // Another run took the folder without a lock for a remnant, and removed it in between.
    if (findErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
  // Then it may have made the folder anew. Whoever sees two locks steps back, so that never two go on.
  if (listLocks(place).length === 1) return true;
  removeFile(place.lock);
  return false;
}

function inherit(place: RunPaths): boolean {
  refuseForeign(place);
  const locks = listLocks(place);
  refuseLiving(place, locks);
  const [dead] = locks;
  return dead === undefined ? inheritRest(place) : takeOver(place, dead);
}

/** What a run left that was killed before it wrote its lock, or whose lock was deleted by hand. One that is about to write it will notice. */
function inheritRest(place: RunPaths): boolean {
  const ours = listTempNames(place);
  const others = listNames(place.temp).filter(name => !ours.includes(name) && !PROBE.test(name));
  if (others.length > 0) throw makeInTheWayError(place.temp);
  removeEmpty(place.temp);
  return enter(place);
}

/** The lock keeps its old time when it is renamed, until it is touched: another heir may take it over in between. */
function takeOver(place: RunPaths, dead: RunLock): boolean {
  try {
    fs.renameSync(dead.path, place.lock);
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
  if (!touch(place)) return false;
  const others = listLocks(place).filter(({ path }) => path !== place.lock);
  if (others.some(lock => isAlive(lock, place))) {
    // An heir of another dead lock was here first. Ours goes back, so that the folder is never without one.
    fs.renameSync(place.lock, dead.path);
    return false;
  }
  for (const { path } of others) removeFile(path);
  return true;
}

/** Writes into the lock, so that the machine which keeps the folder gives it a new time. @returns false where it is gone. */
function touch(place: RunPaths): boolean {
  let fd: number;
  try {
    fd = fs.openSync(place.lock, 'r+');
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
  try {
    fs.writeFileSync(fd, encodeLock(place));
    return true;
  } finally {
    fs.closeSync(fd);
  }
}

/** For whoever looks into the file. */
function encodeLock({ writer }: Pick<RunPaths, 'writer'>): Uint8Array {
  return Buffer.from(`process ${writer.pid} on host ${writer.host}\n`);
}

/** Makes a small file that must not be there yet: as a whole, or not at all. The disk need not keep it. */
function createFile(path: string, content: Uint8Array): void {
  const fd = fs.openSync(path, 'wx', 0o600);
  try {
    fs.writeFileSync(fd, content);
  } catch (error) {
    fs.rmSync(path, { force: true });
    throw error;
  } finally {
    fs.closeSync(fd);
  }
}

/** In a folder that many may write to, somebody else could have laid a link or a folder of his own to catch our files. */
function refuseForeign({ temp }: RunPaths): void {
  const stat = fs.lstatSync(temp, { throwIfNoEntry: false });
  if (stat === undefined) return;
  const user = process.getuid?.();
  if (!stat.isDirectory() || (user !== undefined && stat.uid !== user)) throw makeInTheWayError(temp);
}

function refuseLiving(place: RunPaths, locks: readonly RunLock[]): void {
  const living = locks.find(lock => isAlive(lock, place));
  if (living === undefined) return;
  throw new UserError({ kind: 'folder-busy', folder: place.name, by: living, lock: living.path }, EXIT.machine);
}

/** In one order for all, so that several heirs reach for the same lock. */
function listLocks({ temp }: RunPaths): RunLock[] {
  return listNames(temp).flatMap(name => {
    const [, pid, host] = LOCK.exec(name) ?? [];
    if (pid === undefined) return [];
    const path = join(temp, name);
    if (fs.lstatSync(path, { throwIfNoEntry: false })?.isFile() === false) throw makeInTheWayError(path);
    return [{ path, pid: Number(pid), host: host ?? null }];
  });
}

function listNames(folder: string): string[] {
  try {
    return fs.readdirSync(folder).sort(compareText);
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function isAlive(lock: RunLock, place: RunPaths): boolean {
  const { host, pid } = place.writer;
  if (lock.host !== null && lock.host !== host) return isFresh(lock, place);
  return lock.pid === pid ? held.has(lock.path) : isRunning(lock.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return findErrorCode(error) === 'EPERM';
  }
}

/** Compared by the clock of the machine that keeps the folder; ours may be wrong. A lock that is gone has no time (NaN), and is not fresh. */
function isFresh({ path }: RunLock, { temp, writer }: RunPaths): boolean {
  const probe = join(temp, `time-${writer.pid}@${writer.host}`);
  const readTime = (file: string) => Number(fs.lstatSync(file, { throwIfNoEntry: false })?.mtimeMs);
  removeFile(probe);
  createFile(probe, encodeLock({ writer }));
  const silence = readTime(probe) - readTime(path);
  removeFile(probe);
  return silence < SILENT_MS;
}

function removeEmpty(folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch (error) {
    if (findErrorCode(error) === null) throw error;
  }
}
