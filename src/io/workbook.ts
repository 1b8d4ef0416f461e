import { BeyondBound, MOST } from '../domain/input-bounds.ts';
import {
  damagedWorkbook,
  largeWorkbook,
  lockedWorkbook,
  notCsv,
  type Parsed,
  unreadWorkbook,
} from '../domain/problems.ts';
import { DamagedWorkbook, type Workbook } from '../domain/workbook.ts';
import { readOds } from './ods.ts';
import { type PartOf, readXlsx } from './xlsx.ts';
import { unzip } from './zip.ts';

const MIB = 1024 * 1024;

/** Reads a workbook (.xlsx, .xlsm or .ods by its content); the value is null where it cannot be read, or is of another kind. */
export function readWorkbook(file: string, bytes: Uint8Array): Parsed<Workbook | null> {
  if (bytes.length > MOST.workbookMiB * MIB) {
    return failWith(largeWorkbook(file, { of: 'MiB of a file', most: MOST.workbookMiB }));
  }
  try {
    return bytes[0] === OLD ? failWith(diagnoseOldFile(file, bytes)) : readParts(file, unpackParts(bytes));
  } catch (error) {
    if (error instanceof BeyondBound) return failWith(largeWorkbook(file, error.excess));
    // What reads numbers beyond the end of a damaged archive throws errors of its own.
    return failWith(damagedWorkbook(file, error instanceof DamagedWorkbook ? error.damage : 'part damaged'));
  }
}

const failWith = (problem: ReturnType<typeof lockedWorkbook>): Parsed<null> => ({ value: null, problems: [problem] });

function unpackParts(bytes: Uint8Array): PartOf {
  const entries = unzip(bytes, { bytes: MOST.unpackedMiB * MIB, parts: MOST.parts });
  const parts = new Map(entries.map(({ name, content }) => [name, content]));
  return name => parts.get(name) ?? null;
}

function readParts(file: string, partOf: PartOf): Parsed<Workbook | null> {
  const decodePart = (name: string) => new TextDecoder().decode(partOf(name) ?? new Uint8Array());
  const room = { cells: MOST.cells };
  if (decodePart('mimetype').includes('opendocument.spreadsheet')) {
    if (decodePart('META-INF/manifest.xml').includes('encryption-data')) return failWith(lockedWorkbook(file));
    const content = partOf('content.xml');
    if (content === null) throw new DamagedWorkbook('part missing');
    return { value: { kind: 'OpenDocument workbook', sheets: readOds(content, room) }, problems: [] };
  }
  const types = decodePart('[Content_Types].xml');
  if (types.includes('ms-excel.sheet.binary')) return failWith(unreadWorkbook(file, '.xlsb'));
  if (!/spreadsheetml|ms-excel/u.test(types)) {
    return failWith(notCsv(file, 'another archive'));
  }
  return { value: { kind: 'Excel workbook', sheets: readXlsx(partOf, room) }, problems: [] };
}

/** Containers of old Office files begin with this; so do new workbooks that are encrypted. */
const OLD = 0xd0;
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** The names of what old workbooks are in, in the table of contents of their container. */
const BOOKS = ['Workbook', 'Book'].map(name => Buffer.from(`${name}\0`, 'utf16le'));

function diagnoseOldFile(file: string, bytes: Uint8Array) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.includes(ENCRYPTED)) return lockedWorkbook(file);
  if (BOOKS.some(name => buffer.includes(name))) return unreadWorkbook(file, '.xls');
  return notCsv(file, 'another archive');
}
