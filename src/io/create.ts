import fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';
import { findErrorCode, findFailedCall, syncFolder } from './file-system.ts';
import { writeNew } from './put.ts';

/**
 * Makes files that are not there yet in a folder, and the folder where there is none: all, or none. Nothing is ever
 * overwritten. The last file is the one whose presence says that all are there.
 * Throws a UserError with exit 2 where one has come to be meanwhile, and with exit 5 where the machine does not let us.
 */
export function createFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  const made: string[] = [];
  let first: string | undefined;
  try {
    first = fs.mkdirSync(folder, { recursive: true });
    for (const [name, content] of files) {
      const path = join(folder, name);
      writeNew(path, content, () => made.push(path));
    }
    syncFolder(folder);
  } catch (error) {
    for (const path of made) fs.rmSync(path, { force: true });
    if (first !== undefined) removeEmpty(resolve(folder), resolve(first));
    throw explainError(error, folder);
  }
}

/** Removes folders as far as they hold nothing, from one up to the first that was made. */
function removeEmpty(folder: string, first: string): void {
  try {
    for (let path = folder; path.length >= first.length; path = dirname(path)) fs.rmdirSync(path);
  } catch (error) {
    if (findErrorCode(error) === null) throw error;
  }
}

function explainError(error: unknown, folder: string): unknown {
  const code = findErrorCode(error);
  if (code === null) return error;
  const isFolder = findFailedCall(error) === 'mkdir';
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new UserError({ kind: isFolder ? 'path-is-file' : 'folder-taken', folder });
  }
  const left = { kind: 'none' } as const;
  return new UserError({ kind: 'folder-unwritable', folder, code, left, wayOut: 'other-folder' }, EXIT.machine);
}
