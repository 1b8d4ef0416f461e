import fs from 'node:fs';
import os from 'node:os';
import { dirname, sep } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';

/** A process, as others see it in the lock that it writes. */
export interface Writer {
  readonly host: string;
  readonly pid: number;
}

/** What a reader of the file in Excel, a virus scanner or an indexer provokes on Windows, for a moment or for long. */
const IN_USE: ReadonlySet<string> = new Set(['EPERM', 'EBUSY', 'EACCES']);
const CANNOT_SYNC: ReadonlySet<string> = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS']);
const WAITS_MS = [50, 100, 200, 400];

/**
 * How systems write their codes; Node's own have an underscore. UNKNOWN is what Node makes of those
 * of Windows that it does not know.
 */
const SYSTEM_CODE = /^(E[A-Z0-9]+|UNKNOWN)$/;

/**
 * The operating system's code of an error, or null where the error is of another kind (those
 * of Node itself are bugs of ours).
 */
export function findErrorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return SYSTEM_CODE.test(error.code) ? error.code : null;
}

/** The call of the operating system that failed, or null where the error is of another kind. */
export function findFailedCall(error: unknown): string | null {
  if (!(error instanceof Error) || !('syscall' in error) || typeof error.syscall !== 'string') return null;
  return error.syscall;
}

export function isInUse(code: string): boolean {
  return IN_USE.has(code);
}

/** Whether a path begins with a drive or a computer of Windows, and this is another system, where it leads nowhere. */
export function isOfOtherSystem(path: string): boolean {
  return sep === '/' && /^(?:[A-Za-z]:[\\/]|\\\\)/u.test(path);
}

/** Whether anything stands at the path, be it a link into nowhere. Below a file there is nothing. */
export function exists(path: string): boolean {
  try {
    return fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (findErrorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** This process. Its host's name has only characters that may stand in the name of a file. */
export function identifyWriter(): Writer {
  const host = `${os.hostname()}${readNamespace()}`.replaceAll(/[^\w.~-]/g, '_');
  return { host, pid: process.pid };
}

/** The first namespace of process numbers on any Linux (PROC_PID_INIT_INO in its include/linux/proc_ns.h). */
const FIRST_NAMESPACE = '4026531836';

/**
 * Containers may share a host's name, but not its process numbers: what is "gone" in one may be running in the other.
 */
function readNamespace(): string {
  try {
    const [namespace = FIRST_NAMESPACE] = /\d+/.exec(fs.readlinkSync('/proc/self/ns/pid')) ?? [];
    return namespace === FIRST_NAMESPACE ? '' : `~${namespace}`;
  } catch (error) {
    // Only Linux has namespaces.
    if (findErrorCode(error) === null) throw error;
    return '';
  }
}

/** Renames, and waits a little where somebody holds the file at this moment. Takes at most 0.75 seconds. */
export function rename(from: string, to: string): void {
  for (const wait of WAITS_MS) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (error) {
      if (!isInUse(findErrorCode(error) ?? '')) throw error;
      pause(wait);
    }
  }
  fs.renameSync(from, to);
}

/** Makes a folder and those around it, as far as they are not there, and has the disk keep their names. */
export function makeFolder(path: string, mode?: number): void {
  const first = fs.mkdirSync(path, { recursive: true, mode });
  if (first === undefined) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}

/** Removes a file, if there is one. Throws a UserError with exit 5 where a folder stands there. */
export function removeFile(path: string): void {
  if (fs.lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) throw makeInTheWayError(path);
  fs.rmSync(path, { force: true });
}

/** Something stands where only we write, and we did not make it. */
export function makeInTheWayError(path: string): UserError {
  return new UserError({ kind: 'in-the-way', path }, EXIT.machine);
}

/** Waits without giving way to anything else: between two renames no signal may be answered. */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Has the disk keep what was written. Some file systems cannot, and say so: that is no reason to fail. */
export function sync(fd: number): void {
  try {
    fs.fsyncSync(fd);
  } catch (error) {
    if (!CANNOT_SYNC.has(findErrorCode(error) ?? '')) throw error;
  }
}

/** Has the disk keep a folder's names. Windows cannot open folders, so a refusal to open is no failure. */
export function syncFolder(path: string): void {
  let fd: number;
  try {
    fd = fs.openSync(path, 'r');
  } catch {
    return;
  }
  try {
    sync(fd);
  } finally {
    fs.closeSync(fd);
  }
}
