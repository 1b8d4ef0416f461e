/** The only file that knows the library that writes workbooks; it is loaded only where one is to be written. */
import { type WriteSheet, writeXlsx } from 'hucre';
import type { WrittenSheet } from '../domain/workbook.ts';

/** An .xlsx of sheets, byte for byte the same for the same sheets. Texts stay texts: nothing in them is a formula. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(buildSheet), properties: { created: WRITTEN, modified: WRITTEN } });
}

/** Results hold no date. */
const WRITTEN = new Date(0);

function buildSheet({ name, rows, hasHeader = false, choice }: WrittenSheet): WriteSheet {
  const sheet: WriteSheet = { name, rows: rows.map(row => row.map(escapeCell)) };
  return {
    ...sheet,
    ...(hasHeader ? { freezePane: { rows: 1 } } : {}),
    ...(choice === undefined || rows.length < 2 ? {} : { dataValidations: [makeChoice(choice, rows.length)] }),
  };
}

function makeChoice({ column, options }: NonNullable<WrittenSheet['choice']>, rows: number) {
  const letters = nameColumn(column);
  return { type: 'list' as const, range: `${letters}2:${letters}${rows}`, values: [...options] };
}

/** 0 → "A", 26 → "AA" */
function nameColumn(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${nameColumn(Math.floor(column / 26) - 1)}${last}`;
}

/** Excel reads _x0041_ as a letter, so that a text which looks like that is written with its first line escaped. */
function escapeCell(cell: string | number): string | number | null {
  if (typeof cell === 'number') return cell;
  return cell === '' ? null : cell.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
}
