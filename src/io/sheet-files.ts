import fs from 'node:fs';
import { join } from 'node:path';
import { findErrorCode } from './file-system.ts';

/** What sheets are called; files that Excel and others hold open begin with signs of their own. */
const SHEET = /^[^~.].*\.(?:csv|tsv|txt|xlsx|xlsm|ods)$/iu;

/** A folder of more may be a desktop: what is there is not looked at. */
const MOST_FILES = 30;

/**
 * The files of a folder that may hold sheets, by name; none where there is no such folder,
 * or it shows nobody what is in it.
 */
export function listSheetFiles(folder: string): readonly string[] {
  const found = listEntries(folder).filter(entry => entry.isFile() && SHEET.test(entry.name));
  const names = found.map(({ name }) => name).sort();
  return names.length > MOST_FILES ? [] : names.map(name => join(folder, name));
}

function listEntries(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (findErrorCode(error) === null) throw error;
    return [];
  }
}
