import fs from 'node:fs';
import { EXIT, UserError } from '../domain/errors.ts';
import { findErrorCode, isInUse } from './file-system.ts';

/**
 * Adds a text to a file that another program keeps. @param flag what named it; throws a UserError with
 * exit 5 where it cannot be written.
 */
export function appendText(path: string, text: string, flag: string): void {
  try {
    fs.appendFileSync(path, text);
  } catch (error) {
    const code = findErrorCode(error);
    if (code === null) throw error;
    throw new UserError({ kind: 'file-unwritable', path, flag, code, isInUse: isInUse(code) }, EXIT.machine);
  }
}
