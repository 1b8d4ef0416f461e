import { BeyondBound, MOST } from '../domain/bounds.ts';
import {
  damagedWorkbook,
  largeWorkbook,
  lockedWorkbook,
  notCsv,
  type Parsed,
  unreadWorkbook,
} from '../domain/problems.ts';
import type { Workbook } from '../domain/workbook.ts';
import { readOds } from './ods.ts';
import { type PartOf, readXlsx } from './xlsx.ts';
import { unzip } from './zip.ts';

const MIB = 1024 * 1024;

/** Reads a workbook (.xlsx, .xlsm or .ods by its content); the value is null where it cannot be read, or is of another kind. */
export function readWorkbook(file: string, bytes: Uint8Array): Parsed<Workbook | null> {
  if (bytes.length > MOST.workbookMiB * MIB) {
    return unread(largeWorkbook(file, `it is larger than ${MOST.workbookMiB} MiB`));
  }
  try {
    return bytes[0] === OLD ? unread(oldProblem(file, bytes)) : readParts(file, partsOf(bytes));
  } catch (error) {
    if (error instanceof BeyondBound) return unread(largeWorkbook(file, error.message));
    return unread(damagedWorkbook(file, error instanceof Error ? error.message : String(error)));
  }
}

const unread = (problem: ReturnType<typeof lockedWorkbook>): Parsed<null> => ({ value: null, problems: [problem] });

function partsOf(bytes: Uint8Array): PartOf {
  const entries = unzip(bytes, { bytes: MOST.unpackedMiB * MIB, parts: MOST.parts });
  const parts = new Map(entries.map(({ name, content }) => [name, content]));
  return name => parts.get(name) ?? null;
}

function readParts(file: string, partOf: PartOf): Parsed<Workbook | null> {
  const textOf = (name: string) => new TextDecoder().decode(partOf(name) ?? new Uint8Array());
  const room = { cells: MOST.cells };
  if (textOf('mimetype').includes('opendocument.spreadsheet')) {
    if (textOf('META-INF/manifest.xml').includes('encryption-data')) return unread(lockedWorkbook(file));
    const content = partOf('content.xml');
    if (content === null) throw new Error('a part of it is missing');
    return { value: { kind: 'OpenDocument workbook', sheets: readOds(content, room) }, problems: [] };
  }
  const types = textOf('[Content_Types].xml');
  if (types.includes('ms-excel.sheet.binary')) return unread(unreadWorkbook(file, 'a binary Excel workbook (.xlsb)'));
  if (!/spreadsheetml|ms-excel/u.test(types)) {
    return unread(notCsv(file, 'a zip archive or an old Office file that is no workbook'));
  }
  return { value: { kind: 'Excel workbook', sheets: readXlsx(partOf, room) }, problems: [] };
}

/** Containers of old Office files begin with this; so do new workbooks that are encrypted. */
const OLD = 0xd0;
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** The names of what old workbooks are in, in the table of contents of their container. */
const BOOKS = ['Workbook', 'Book'].map(name => Buffer.from(`${name}\0`, 'utf16le'));

function oldProblem(file: string, bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(ENCRYPTED)) return lockedWorkbook(file);
  if (BOOKS.some(name => buffer.includes(name))) return unreadWorkbook(file, 'an old Excel workbook (.xls)');
  return notCsv(file, 'a zip archive or an old Office file that is no workbook');
}
