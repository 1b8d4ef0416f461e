import fs from 'node:fs';
import { join } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';
import { compareText } from '../domain/text.ts';
import { exists, findErrorCode, makeInTheWayError, removeFile } from './file-system.ts';
import { listTempNames, type RunPaths } from './publication-paths.ts';

const ATTEMPTS = 20;

/**
 * A run on another host cannot be asked whether it lives. It touches its lock at every piece that it
 * writes, and counts as dead when the lock is so much older than a file made just now: both times are told
 * by the machine that keeps the folder.
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
 * Takes the temporary folder of a run for this process, with whatever a dead run left in it. The lock is a file in
 * there. A dead run's lock is renamed, which only one heir can do. Throws a UserError with exit 5 where a run that may
 * be alive holds the folder, or where something else has the name of one of ours.
 */
export function acquire(paths: RunPaths): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (create(paths) || inherit(paths)) {
      held.add(paths.lock);
      return;
    }
  }
  throw makeInTheWayError(paths.temp);
}

/**
 * Shows other hosts that this run is at work. Throws a UserError with exit 5 where another one has taken the folder
 * over: then nothing that stands there is ours to touch.
 */
export function keep(paths: RunPaths): void {
  if (touch(paths)) return;
  const [heir] = listLocks(paths);
  throw new UserError({ kind: 'taken-over', folder: paths.name, by: heir ?? null }, EXIT.machine);
}

/** Whether the folder is still ours. A lock that is gone has an heir, and is given up. */
export function isKept(paths: RunPaths): boolean {
  if (!exists(paths.lock)) held.delete(paths.lock);
  return held.has(paths.lock);
}

/** Gives the lock up and removes the temporary folder, if it is empty. */
export function release(paths: RunPaths): void {
  held.delete(paths.lock);
  for (const name of listNames(paths.temp).filter(name => PROBE.test(name))) removeFile(join(paths.temp, name));
  removeFile(paths.lock);
  removeEmpty(paths.temp);
}

/** Leaves the lock and all that stands in the temporary folder to the next run. */
export function abandon(paths: RunPaths): void {
  held.delete(paths.lock);
}

function create(paths: RunPaths): boolean {
  try {
    fs.mkdirSync(paths.temp, { mode: 0o700 });
  } catch (error) {
    if (findErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
  return enter(paths);
}

/** Lays our lock into a folder that has none. */
function enter(paths: RunPaths): boolean {
  try {
    createFile(paths.lock, encodeLock(paths));
  } catch (error) {
    removeEmpty(paths.temp);
    // Another run took the folder without a lock for a remnant, and removed it in between.
    if (findErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
  // Then it may have made the folder anew. Whoever sees two locks steps back, so that never two go on.
  if (listLocks(paths).length === 1) return true;
  removeFile(paths.lock);
  return false;
}

function inherit(paths: RunPaths): boolean {
  refuseForeign(paths);
  const locks = listLocks(paths);
  refuseLiving(paths, locks);
  const [dead] = locks;
  return dead === undefined ? inheritRest(paths) : takeOver(paths, dead);
}

/**
 * What a run left that was killed before it wrote its lock, or whose lock was deleted by hand. One that
 * is about to write it will notice.
 */
function inheritRest(paths: RunPaths): boolean {
  const ours = listTempNames(paths);
  const others = listNames(paths.temp).filter(name => !ours.includes(name) && !PROBE.test(name));
  if (others.length > 0) throw makeInTheWayError(paths.temp);
  removeEmpty(paths.temp);
  return enter(paths);
}

/** The lock keeps its old time when it is renamed, until it is touched: another heir may take it over in between. */
function takeOver(paths: RunPaths, dead: RunLock): boolean {
  try {
    fs.renameSync(dead.path, paths.lock);
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
  if (!touch(paths)) return false;
  const others = listLocks(paths).filter(({ path }) => path !== paths.lock);
  if (others.some(lock => isAlive(lock, paths))) {
    // An heir of another dead lock was here first. Ours goes back, so that the folder is never without one.
    fs.renameSync(paths.lock, dead.path);
    return false;
  }
  for (const { path } of others) removeFile(path);
  return true;
}

/**
 * Writes into the lock, so that the machine which keeps the folder gives it a new time.
 * @returns false where it is gone.
 */
function touch(paths: RunPaths): boolean {
  let fd: number;
  try {
    fd = fs.openSync(paths.lock, 'r+');
  } catch (error) {
    if (findErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
  try {
    fs.writeFileSync(fd, encodeLock(paths));
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

/**
 * In a folder that many may write to, somebody else could have laid a link or a folder of his own to catch our files.
 */
function refuseForeign({ temp }: RunPaths): void {
  const stat = fs.lstatSync(temp, { throwIfNoEntry: false });
  if (stat === undefined) return;
  const user = process.getuid?.();
  if (!stat.isDirectory() || (user !== undefined && stat.uid !== user)) throw makeInTheWayError(temp);
}

function refuseLiving(paths: RunPaths, locks: readonly RunLock[]): void {
  const living = locks.find(lock => isAlive(lock, paths));
  if (living === undefined) return;
  throw new UserError({ kind: 'folder-busy', folder: paths.name, by: living, lock: living.path }, EXIT.machine);
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

function isAlive(lock: RunLock, paths: RunPaths): boolean {
  const { host, pid } = paths.writer;
  if (lock.host !== null && lock.host !== host) return isFresh(lock, paths);
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

/**
 * Compared by the clock of the machine that keeps the folder; ours may be wrong. A lock that is gone has
 * no time (NaN), and is not fresh.
 */
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
