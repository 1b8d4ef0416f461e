import fs from 'node:fs';
import { join } from 'node:path';

/** What sheets are called; files that Excel and others hold open begin with signs of their own. */
const SHEET = /^[^~.].*\.(?:csv|tsv|txt|xlsx|xlsm|ods)$/iu;

/** A folder of more may be a desktop: what is there is not looked at. */
const MOST_FILES = 30;

/** The files of a folder that may hold sheets, by name; none where there is no such folder. */
export function listSheetFiles(folder: string): readonly string[] {
  const entries = fs.existsSync(folder) ? fs.readdirSync(folder, { withFileTypes: true }) : [];
  const found = entries.filter(entry => entry.isFile() && SHEET.test(entry.name)).map(({ name }) => name);
  return found.length > MOST_FILES ? [] : found.sort().map(name => join(folder, name));
}
