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
import { type Unpacker, unzip } from './zip.ts';

const MIB = 1024 * 1024;

/**
 * Reads a workbook (.xlsx, .xlsm or .ods by its content); the value is null where it
 * cannot be read, or is of another kind.
 */
export function parseWorkbook(file: string, bytes: Uint8Array, unpacker: Unpacker): Parsed<Workbook | null> {
  if (bytes.length > MOST.workbookMiB * MIB) {
    return failWith(largeWorkbook(file, { of: 'MiB of a file', most: MOST.workbookMiB }));
  }
  try {
    return bytes[0] === OLD
      ? failWith(diagnoseOldFile(file, unpacker.decodeLatin1(bytes)))
      : readParts(file, unpackParts(bytes, unpacker));
  } catch (error) {
    if (error instanceof BeyondBound) return failWith(largeWorkbook(file, error.excess));
    // What reads numbers beyond the end of a damaged archive throws errors of its own.
    return failWith(damagedWorkbook(file, error instanceof DamagedWorkbook ? error.damage : 'part damaged'));
  }
}

const failWith = (problem: ReturnType<typeof lockedWorkbook>): Parsed<null> => ({ value: null, problems: [problem] });

function unpackParts(bytes: Uint8Array, unpacker: Unpacker): PartOf {
  const entries = unzip(bytes, { bytes: MOST.unpackedMiB * MIB, parts: MOST.parts }, unpacker);
  const parts = new Map(entries.map(({ name, content }) => [name, content]));
  return name => {
    const content = parts.get(name);
    return content === undefined ? null : unpacker.decodeLatin1(content);
  };
}

function readParts(file: string, partOf: PartOf): Parsed<Workbook | null> {
  const getPart = (name: string) => partOf(name) ?? '';
  const room = { cells: MOST.cells };
  if (getPart('mimetype').includes('opendocument.spreadsheet')) {
    if (getPart('META-INF/manifest.xml').includes('encryption-data')) return failWith(lockedWorkbook(file));
    const content = partOf('content.xml');
    if (content === null) throw new DamagedWorkbook('part missing');
    return { value: { kind: 'OpenDocument workbook', sheets: readOds(content, room) }, problems: [] };
  }
  const types = getPart('[Content_Types].xml');
  if (types.includes('ms-excel.sheet.binary')) return failWith(unreadWorkbook(file, '.xlsb'));
  if (!/spreadsheetml|ms-excel/u.test(types)) {
    return failWith(notCsv(file, 'another archive'));
  }
  return { value: { kind: 'Excel workbook', sheets: readXlsx(partOf, room) }, problems: [] };
}

/** Containers of old Office files begin with this; so do new workbooks that are encrypted. */
const OLD = 0xd0;
const ENCRYPTED = widenLetters('EncryptedPackage');
/** The names of what old workbooks are in, in the table of contents of their container. */
const BOOKS = ['Workbook', 'Book'].map(name => widenLetters(`${name}\0`));

function diagnoseOldFile(file: string, letters: string) {
  if (letters.includes(ENCRYPTED)) return lockedWorkbook(file);
  if (BOOKS.some(name => letters.includes(name))) return unreadWorkbook(file, '.xls');
  return notCsv(file, 'another archive');
}

/** Letters as UTF-16 has them, each of two bytes. */
function widenLetters(text: string): string {
  return text.replace(/./gsu, '$&\0');
}
