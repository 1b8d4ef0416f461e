import fs from 'node:fs';
import type { FoundSheet, SheetPath } from '../domain/disk.ts';
import { mayBeWorkbook } from '../workbook/signatures.ts';
import { exists } from './file-system.ts';
import { readAll } from './read.ts';

/** Takes "book.xlsx#Mentors" apart. A # may also be part of a path: where there is such a file, it is that. */
export function splitSheetPath(name: string): SheetPath {
  const marks = [...name.matchAll(/#/gu)].map(({ index }) => index);
  if (marks.length === 0 || exists(name)) return { path: name, sheet: null };
  const mark = marks.find(at => at > 0 && isNoFolder(name.slice(0, at))) ?? marks[0]!;
  return { path: name.slice(0, mark), sheet: name.slice(mark + 1) };
}

/** Whether something stands at the path that may hold sheets: the name of a folder may end before a #, too. */
function isNoFolder(path: string): boolean {
  return exists(path) && fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true;
}

/** Reads sheets by the names that the user gives them, each file once, as what its content says it is. */
export async function readSheets(names: readonly string[]): Promise<Map<string, FoundSheet>> {
  const asked = names.map(name => ({ name, ...splitSheetPath(name) }));
  const files = readAll(asked.map(({ path }) => path));
  const workbooks = new Map<string, FoundSheet['workbook']>();
  for (const [path, bytes] of files) workbooks.set(path, await openWorkbook(path, bytes));
  return new Map(
    asked.map(({ name, path, sheet }) => {
      const found = { bytes: files.get(path)!, sheet, workbook: workbooks.get(path) ?? null };
      return [name, found];
    }),
  );
}

/** What reads workbooks is loaded only where there is one. */
async function openWorkbook(path: string, bytes: Uint8Array): Promise<FoundSheet['workbook']> {
  if (!mayBeWorkbook(bytes)) return null;
  const { readWorkbook } = await import('./workbook.ts');
  return readWorkbook(path, bytes);
}
