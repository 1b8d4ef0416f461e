/** The only file that knows the library that writes workbooks; it is loaded only where one is to be written. */
import { writeXlsx } from 'hucre';
import type { WrittenSheet } from '../domain/workbook.ts';

/** An .xlsx of sheets of text, byte for byte the same for the same sheets. Texts stay texts: nothing in them is a formula. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows }) => ({ name, rows: rows.map(row => row.map(escapeText)) }));
  return writeXlsx({ sheets: written, properties: { created: WRITTEN, modified: WRITTEN } });
}

/** Results hold no date. */
const WRITTEN = new Date(0);

/** Excel reads _x0041_ as a letter, so that a text which looks like that is written with its first line escaped. */
function escapeText(text: string): string | null {
  return text === '' ? null : text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
}
