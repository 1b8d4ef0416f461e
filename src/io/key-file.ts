/** Key files: what pseudonyms follow from, kept apart from all results. */
import { dirname } from 'node:path';
import { EXIT, UserError } from '../domain/errors.ts';
import { exists, findErrorCode, syncFolder } from './file-system.ts';
import { writeNew } from './put.ts';
import { readBytes } from './read.ts';

/** Fewer characters, or fewer different ones, could be tried one after the other. */
const LEAST = 32;
const LEAST_DIFFERENT = 10;
const BYTES = 32;

/** The key in a file, without a line break at its end. Throws a UserError where it is missing or weak. */
export function readKey(path: string): Uint8Array {
  if (!exists(path)) throw new UserError({ kind: 'key-missing', path });
  const bytes = readBytes(path);
  const isBreak = (byte: number | undefined) => byte === 10 || byte === 13;
  let end = bytes.length;
  // In front of the first byte there is none.
  while (isBreak(bytes[end - 1])) end--;
  const key = bytes.subarray(0, end);
  if (key.length < LEAST || new Set(key).size < LEAST_DIFFERENT) throw new UserError({ kind: 'key-weak', path });
  return key;
}

/** Makes a key file that only its owner may read: 256 random bits. A file that is there is never replaced. */
export function makeKey(path: string): void {
  if (exists(path)) throw new UserError({ kind: 'key-there', path });
  const random = crypto.getRandomValues(new Uint8Array(BYTES));
  const text = [...random].map(byte => byte.toString(16).padStart(2, '0')).join('');
  try {
    writeNew(path, `${text}\n`);
    syncFolder(dirname(path));
  } catch (error) {
    const code = findErrorCode(error);
    if (code === null) throw error;
    throw new UserError({ kind: 'file-unwritable', path, flag: '--pseudonymise', code, isInUse: false }, EXIT.machine);
  }
}
