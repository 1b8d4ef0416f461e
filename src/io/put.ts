import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';
import { findErrorCode, isInUse, removeFile, rename, sync, syncFolder } from './file-system.ts';

/**
 * Puts one file in its place, as a whole or not at all, for its owner's eyes only. What stands there goes only
 * where it is one of ours. Throws a UserError with exit 2 where something else stands there, and with exit 5
 * where the machine does not let us.
 * @param flag by which the user named the file; @param isOurs whether a text that begins like this is such a file.
 */
export function putSheet(path: string, flag: string, text: string, isOurs: (start: string) => boolean): void {
  try {
    refuseOthers(path, flag, isOurs);
    const fresh = join(dirname(path), `.${basename(path)}.rmentor-tmp`);
    // A killed run may have left it.
    removeFile(fresh);
    try {
      writeNew(fresh, text);
      rename(fresh, path);
    } finally {
      removeFile(fresh);
    }
    syncFolder(dirname(path));
  } catch (error) {
    throw explainError(error, path, flag);
  }
}

/** Writes a file that must not be there yet, and has the disk keep it. @param onMade hears once there is one. */
export function writeNew(path: string, content: string | Uint8Array, onMade: () => void = () => {}): void {
  const fd = fs.openSync(path, 'wx', 0o600);
  try {
    onMade();
    fs.writeFileSync(fd, content);
    sync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function refuseOthers(path: string, flag: string, isOurs: (start: string) => boolean): void {
  const there = fs.lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return;
  if (there.isFile() && isOurs(readStart(path))) return;
  throw new UserError({ kind: 'name-taken', path, flag, isFolder: there.isDirectory() });
}

/** Longer than any header of ours. */
const START_LENGTH = 1024;

/** The first characters of a file. */
export function readStart(path: string): string {
  const fd = fs.openSync(path, 'r');
  try {
    const bytes = new Uint8Array(START_LENGTH);
    return new TextDecoder().decode(bytes.subarray(0, fs.readSync(fd, bytes)));
  } finally {
    fs.closeSync(fd);
  }
}

function explainError(error: unknown, path: string, flag: string): unknown {
  const code = findErrorCode(error);
  if (code === null) return error;
  return new UserError({ kind: 'file-unwritable', path, flag, code, isInUse: isInUse(code) }, EXIT.machine);
}
