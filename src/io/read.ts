import fs from 'node:fs';
import { dirname, extname } from 'node:path';
import { MOST } from '../domain/bounds.ts';
import { EXIT, UserError } from '../domain/errors.ts';
import { compareText, joinNames, quoteValue } from '../domain/text.ts';
import { describeCause, findErrorCode, pause } from './system.ts';

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
    return path === '-' ? drain(STDIN, 'standard input') : readFile(path);
  } catch (error) {
    throw explainError(error, path === '-' ? 'standard input' : path);
  }
}

/** The bytes of several files by path, each read once. Where some cannot be read, one UserError names them all. */
export function readAll(paths: readonly string[]): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const troubles: UserError[] = [];
  for (const path of new Set(paths)) {
    try {
      files.set(path, readBytes(path));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      troubles.push(error);
    }
  }
  if (troubles.length > 0) throw joinErrors(troubles);
  return files;
}

function readFile(path: string): Uint8Array {
  if (path.includes('\0')) throw makeError(`${quoteValue(path)} is no name of a file`, 'Correct the name.');
  const before = fs.statSync(path, { bigint: true });
  if (before.isDirectory()) throw makeError(`${path} is a folder, not a file`, 'Name the file in it that is meant.');
  if (before.size > LIMIT) throw makeTooLargeError(path);
  const fd = fs.openSync(path, 'r');
  try {
    const bytes = drain(fd, path, Number(before.size) + 1);
    if (before.isFile() && !isSame(before, fs.statSync(path, { bigint: true, throwIfNoEntry: false }))) {
      throw makeError(`${path} changed while it was being read`, 'Wait until it is saved, and run again.');
    }
    return bytes;
  } finally {
    fs.closeSync(fd);
  }
}

/** Reads to the end rather than to the stated size: pipes have none, and files of the kernel state 0. @param likely how many bytes. */
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

/** EAGAIN: a terminal or pipe without data yet that somebody set to not wait. EOF: how Windows says that a pipe has ended. */
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
      return makeError(`${path} does not exist`, describeNeighbours(path));
    case 'EISDIR':
      return makeError(`${path} is a folder, not a file`, 'Name the file in it that is meant.');
    case 'EACCES':
    case 'EPERM':
      return makeError(
        `${path} may not be read (no permission)`,
        'Ask its owner for the right to read it, or name a copy.',
      );
    case 'EBUSY':
      return makeError(`${path} is in use by another program`, 'Close it in Excel and run again.');
    default:
      return makeError(
        `${path} could not be read (${describeCause(code)})`,
        'Copy it to another place and name the copy.',
      );
  }
}

/** Most missing files are misspelt: what stands in the folder helps more than advice. */
function describeNeighbours(path: string): string {
  const folder = dirname(path);
  try {
    const names = fs.readdirSync(folder).filter(name => extname(name) === extname(path));
    if (names.length > 0) return `Its folder holds ${joinNames(names.sort(compareText).map(quoteValue))}.`;
  } catch {
    return `The folder ${folder} cannot be read either. Check the path.`;
  }
  return 'Check the spelling, and the folder you are in.';
}

function makeTooLargeError(name: string): UserError {
  return makeError(
    `${name} is larger than ${MOST.fileMiB} MiB`,
    'Sheets of participants are far smaller: name the right file.',
  );
}

function joinErrors(troubles: readonly UserError[]): UserError {
  const hints = new Set(troubles.flatMap(({ hint }) => (hint === null ? [] : [hint])));
  return makeError(troubles.map(({ message }) => message).join('\n'), [...hints].join('\n'));
}

function makeError(message: string, hint: string): UserError {
  return new UserError(message, EXIT.machine, hint);
}
