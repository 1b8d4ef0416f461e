import fs from 'node:fs';
import { dirname, extname } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';
import { MOST } from '../domain/input-bounds.ts';
import { compareText } from '../domain/text.ts';
import type { Trouble } from '../domain/user-error-kinds.ts';
import { findErrorCode, isOfOtherSystem, pause } from './file-system.ts';

/** No sheet of participants comes near this; an endless device or a wrong file does. */
const LIMIT = MOST.fileMiB * 1024 * 1024;
const CHUNK = 64 * 1024;
const STDIN = 0;

/**
 * The bytes of a file, or of standard input for `-`. Pipes and devices are read to their end too, as far as the limit.
 * Throws a UserError with exit 5 where that cannot be done, or where the file changed meanwhile.
 */
export function readBytes(path: string): Uint8Array {
  try {
    return path === '-' ? drain(STDIN, path) : readFile(path);
  } catch (error) {
    throw explainError(error, path);
  }
}

/** The bytes of several files by path, each read once. Where some cannot be read, one UserError names them all. */
export function readAll(paths: readonly string[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const errors: UserError[] = [];
  for (const path of new Set(paths)) {
    try {
      files.set(path, readBytes(path));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw makeError({ kind: 'several', troubles: errors.map(({ trouble }) => trouble) });
  return files;
}

function readFile(path: string): Uint8Array {
  if (path.includes('\0')) throw makeError({ kind: 'not-a-file-name', path });
  const before = fs.statSync(path, { bigint: true });
  if (before.isDirectory()) throw makeError({ kind: 'is-folder', path });
  if (before.size > LIMIT) throw makeTooLargeError(path);
  const fd = fs.openSync(path, 'r');
  try {
    const bytes = drain(fd, path, Number(before.size) + 1);
    if (before.isFile() && !isSame(before, fs.statSync(path, { bigint: true, throwIfNoEntry: false }))) {
      throw makeError({ kind: 'file-changed', path });
    }
    return bytes;
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * Reads to the end rather than to the stated size: pipes have none, and files of the kernel state
 * 0. @param likely how many bytes.
 */
function drain(fd: number, name: string, likely = CHUNK): Uint8Array {
  let bytes = new Uint8Array(Math.max(likely, CHUNK));
  let size = 0;
  for (let count = readSome(fd, bytes); count > 0; count = readSome(fd, bytes.subarray(size))) {
    size += count;
    if (size > LIMIT) throw makeTooLargeError(name);
    if (size === bytes.length) bytes = enlarge(bytes);
  }
  return bytes.subarray(0, size);
}

function enlarge(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(2 * bytes.length);
  larger.set(bytes);
  return larger;
}

/**
 * EAGAIN: a terminal or pipe without data yet that somebody set to not wait. EOF: how
 * Windows says that a pipe has ended.
 */
function readSome(fd: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return fs.readSync(fd, chunk, 0, chunk.length, null);
    } catch (error) {
      const code = findErrorCode(error);
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      pause(10);
    }
  }
}

/** The inode tells a file that was replaced by another of the same size and time. */
function isSame(before: fs.BigIntStats, after: fs.BigIntStats | undefined): boolean {
  return after?.size === before.size && after.mtimeNs === before.mtimeNs && after.ino === before.ino;
}

function explainError(error: unknown, path: string): unknown {
  const code = findErrorCode(error);
  switch (code) {
    case null:
      return error;
    case 'ENOENT':
    case 'ENOTDIR':
      if (isOfOtherSystem(path)) return makeError({ kind: 'path-of-windows', path });
      return makeError({ kind: 'file-missing', path, folder: dirname(path), neighbours: listNeighbours(path) });
    case 'EISDIR':
      return makeError({ kind: 'is-folder', path });
    case 'EACCES':
    case 'EPERM':
      return makeError({ kind: 'no-permission', path });
    case 'EBUSY':
      return makeError({ kind: 'file-in-use', path });
    default:
      return makeError({ kind: 'file-unreadable', path, code });
  }
}

/**
 * Most missing files are misspelt: the names in the folder help more than advice. Null where it cannot be read either.
 */
function listNeighbours(path: string): readonly string[] | null {
  try {
    const names = fs.readdirSync(dirname(path)).filter(name => extname(name) === extname(path));
    return names.sort(compareText);
  } catch {
    return null;
  }
}

function makeTooLargeError(path: string): UserError {
  return makeError({ kind: 'file-too-large', path, mebibytes: MOST.fileMiB });
}

function makeError(trouble: Trouble): UserError {
  return new UserError(trouble, EXIT.machine);
}
