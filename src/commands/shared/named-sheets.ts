/** Sheets among the files of this computer. */
import type { SheetRole } from '../../domain/problem-facts.ts';
import {
  isSameSheet as isSameSheetOn,
  type NamedSheets,
  readNamedSheets as readNamedSheetsOn,
} from '../../folders/named-sheets.ts';
import { DISK } from '../../io/disk.ts';

export function readNamedSheets(
  asked: readonly { readonly role: SheetRole; readonly path: string }[],
): Promise<NamedSheets> {
  return readNamedSheetsOn(DISK, asked);
}

export function isSameSheet(one: string, other: string): boolean {
  return isSameSheetOn(DISK, one, other);
}
