import type { Disk, FoundSheet } from '../domain/disk.ts';
import type { SheetRole } from '../domain/problem-facts.ts';
import type { Problem } from '../domain/problems.ts';
import { fold } from '../domain/text.ts';
import { findRoleSheet, reportTakenSheet } from '../parse/text/sheet-names.ts';
import type { Source } from '../parse/text/sheet-source.ts';

/** The sheets that were read, by the names that they go by from here on. */
export interface NamedSheets {
  /** The name of a sheet for what it is read as: book.xlsx#Mentors where the user says book.xlsx. */
  readonly nameOf: (path: string, role: SheetRole) => string;
  /** A sheet by the name that it goes by. */
  readonly sourceOf: (name: string) => Source;
  readonly problems: readonly Problem[];
}

/**
 * Reads sheets by what each is read as. In a workbook of several, the sheet is taken
 * that is called like that, and told.
 */
export async function readNamedSheets(
  disk: Disk,
  asked: readonly { readonly role: SheetRole; readonly path: string }[],
): Promise<NamedSheets> {
  const found = new Map(await disk.readSheets(asked.map(({ path }) => path)));
  const names = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { role, path } of asked) {
    const called = path === '-' ? null : findSheetForRole(found.get(path)!, role);
    if (called === null) continue;
    const name = `${path}#${called.sheet.name}`;
    names.set(`${role} ${path}`, name);
    found.set(name, { ...found.get(path)!, sheet: called.sheet.name });
    problems.push(reportTakenSheet(path, role, called.sheet, called.workbook));
  }
  return {
    nameOf: (path, role) => names.get(`${role} ${path}`) ?? path,
    sourceOf: name => ({ file: name, ...found.get(name)! }),
    problems,
  };
}

function findSheetForRole({ sheet, workbook }: FoundSheet, role: SheetRole) {
  if (sheet !== null || workbook?.value == null) return null;
  const called = findRoleSheet(workbook.value, role);
  return called === null ? null : { sheet: called, workbook: workbook.value };
}

/** Whether two names are of one sheet. */
export function isSameSheet(disk: Disk, one: string, other: string): boolean {
  const [a, b] = [disk.splitSheetPath(one), disk.splitSheetPath(other)];
  const isSameFile =
    a.path === b.path ||
    (disk.findRealPath(a.path) !== null && disk.findRealPath(a.path) === disk.findRealPath(b.path));
  return isSameFile && (a.sheet === null) === (b.sheet === null) && fold(a.sheet ?? '') === fold(b.sheet ?? '');
}
