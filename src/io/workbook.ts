/**
 * The only file that knows the library for workbooks. It is loaded only where there is a workbook to read or to write: the
 * library takes as long to load as a small programme takes to match.
 */
import { type Cell, type CellValue, EncryptedFileError, read, type Sheet, writeXlsx } from 'hucre';
import { damagedWorkbook, largeWorkbook, lockedWorkbook, notCsv, type Parsed } from '../domain/problems.ts';
import type { Grid, Workbook, WrittenSheet } from '../domain/workbook.ts';
import { unzip, type ZipEntry, ZipTooLarge } from './zip.ts';

/** A file of this size, or one that unpacks to so much, is no list of participants; reading it could take all memory. */
const MOST_MIB = 16;
const MOST_UNPACKED_MIB = 64;
const MIB = 1024 * 1024;
/** Sheets are read as full rectangles, so that one cell far away would cost as much as millions. */
const MOST_ROWS = 100_100;
const MOST_COLUMNS = 1000;

/** Reads a workbook (.xlsx, .xlsb, .xls or .ods by its content); the value is null where it cannot be read. */
export async function readWorkbook(file: string, bytes: Uint8Array): Promise<Parsed<Workbook | null>> {
  if (bytes.length > MOST_MIB * MIB) return unread(largeWorkbook(file, `it is larger than ${MOST_MIB} MiB`));
  try {
    const kind = kindOf(bytes);
    if (kind === null) return unread(notCsv(file, 'a zip archive or an old Office file that is no workbook'));
    const { sheets } = await read(bytes, { readStyles: true });
    return { value: { kind, sheets: sheets.map(gridOf) }, problems: [] };
  } catch (error) {
    if (error instanceof EncryptedFileError) return unread(lockedWorkbook(file));
    if (error instanceof TooLarge) return unread(largeWorkbook(file, error.message));
    if (error instanceof ZipTooLarge) {
      return unread(largeWorkbook(file, `it unpacks to more than ${MOST_UNPACKED_MIB} MiB`));
    }
    return unread(damagedWorkbook(file, error instanceof Error ? error.message : String(error)));
  }
}

/** An .xlsx of sheets of text, byte for byte the same for the same sheets. Texts stay texts: nothing in them is a formula. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const written = sheets.map(({ name, rows }) => ({ name, rows: rows.map(row => row.map(asWritten)) }));
  return writeXlsx({ sheets: written, properties: { created: WRITTEN, modified: WRITTEN } });
}

/** Results hold no date. */
const WRITTEN = new Date(0);

/** Excel reads _x0041_ as a letter, so that a text which looks like that is written with its first line escaped. */
function asWritten(text: string): string | null {
  return text === '' ? null : text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
}

const unread = (problem: ReturnType<typeof lockedWorkbook>): Parsed<null> => ({ value: null, problems: [problem] });

class TooLarge extends Error {}

/** What kind of workbook this is, after a look at how much there is in it; null for a file of other things. */
function kindOf(bytes: Uint8Array): Workbook['kind'] | null {
  if (bytes[0] === OLD) return kindOfOld(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const entries = unzip(bytes, MOST_UNPACKED_MIB * MIB);
  const textOf = (name: string) => {
    const content = entries.find(entry => entry.name === name)?.content;
    return content === undefined ? null : new TextDecoder().decode(content);
  };
  if (textOf('mimetype')?.includes('opendocument.spreadsheet')) return 'OpenDocument workbook';
  if (!/spreadsheetml|ms-excel/u.test(textOf('[Content_Types].xml') ?? '')) return null;
  for (const entry of entries) if (/worksheets\/[^/]*\.xml$/u.test(entry.name)) holdSmall(entry);
  return 'Excel workbook';
}

/** Containers of old Office files begin with this; so do new workbooks that are encrypted. */
const OLD = 0xd0;
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** How the stream of a workbook begins: a record with its version and kind. Text and numbers follow, encrypted or not. */
const BEGIN = Buffer.from('0908100000060500', 'hex');
const BEGIN_LENGTH = 20;
const PASSWORD = 0x2f;
/** A password stands before what is encrypted by it. */
const RECORDS_AHEAD = 10;

function kindOfOld(bytes: Buffer): Workbook['kind'] | null {
  if (bytes.includes(ENCRYPTED)) throw new EncryptedFileError();
  const begin = bytes.indexOf(BEGIN);
  if (begin < 0) return null;
  let at = begin + BEGIN_LENGTH;
  for (let record = 0; record < RECORDS_AHEAD && at + 4 <= bytes.length; record++) {
    if (bytes.readUInt16LE(at) === PASSWORD) throw new EncryptedFileError();
    at += 4 + bytes.readUInt16LE(at + 2);
  }
  return 'old Excel workbook';
}

/** Looks at the addresses of rows and cells alone. */
function holdSmall({ content }: ZipEntry): void {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('latin1');
  for (const [, letters = '', digits = ''] of text.matchAll(/<(?:\w{1,9}:)?(?:c|row)\s[^<>]*?\br="([A-Z]*)(\d+)"/gu)) {
    if (Number(digits) > MOST_ROWS) throw new TooLarge(`it goes on to row ${digits}`);
    if (columnNumber(letters) > MOST_COLUMNS) throw new TooLarge(`it goes on to column ${letters}`);
  }
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

function gridOf({ name, rows, cells, rowDefs, hidden, veryHidden }: Sheet): Grid {
  const unknown = [...(cells ?? [])].flatMap(([address, cell]) => {
    const [row = 0, column = 0] = address.split(',').map(Number);
    return isUnknown(cell) ? [{ row, column }] : [];
  });
  return {
    name,
    isHidden: hidden === true || veryHidden === true,
    hiddenRows: [...(rowDefs?.values() ?? [])].filter(row => row.hidden === true).length,
    rows: Array.from(rows, (row, r) => Array.from(row ?? [], (value, c) => textOf(value, cells?.get(`${r},${c}`)))),
    unknown,
  };
}

function isUnknown({ formula, value, formulaResult }: Cell): boolean {
  return formula !== undefined && value === null && (formulaResult ?? null) === null;
}

function textOf(value: CellValue | undefined, cell: Cell | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dayOf(value);
  return numberText(value, cell?.style?.numFmt ?? '');
}

/** A number with the 15 digits that spreadsheets show; where its format is nothing but zeros, with those in front that ids are shown with. */
function numberText(value: number, format: string): string {
  const text = String(Number(value.toPrecision(15)));
  return /^0+$/u.test(format) && Number.isInteger(value) && value >= 0 ? text.padStart(format.length, '0') : text;
}

/** A day like 2026-03-01, with the time where there is one; a time alone is what Excel shows for the day before its first. */
function dayOf(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [day = '', time = ''] = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString().split('T');
  const clock = time.slice(0, 8);
  if (date.getTime() < Date.UTC(1900, 0, 1)) return clock;
  return clock === '00:00:00' ? day : `${day}T${clock}`;
}
