import { BeyondBound } from '../domain/input-bounds.ts';
import { DamagedWorkbook } from '../domain/workbook.ts';

/** What a file in a zip archive holds. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface ZipBounds {
  readonly bytes: number;
  readonly parts: number;
}

/** What systems have built in, and browsers do not where nothing may wait. */
export interface Unpacker {
  /** @param size no more bytes are to be made; @throws where the bytes are damaged, or there is more. */
  readonly inflate: (packed: Uint8Array, size: number) => Uint8Array;
  readonly computeCrc32: (bytes: Uint8Array) => number;
  /** A letter a byte, with the byte as its number. */
  readonly decodeLatin1: (bytes: Uint8Array) => string;
}

const MIB = 1024 * 1024;
const END = 0x0605_4b50;
/**
 * Large archives, and programs that write them piece by piece, put an end of 64 bits and
 * where to find it before the other.
 */
const END_64 = 0x0606_4b50;
const ENDS_64 = 56 + 20;
const DIRECTORY = 0x0201_4b50;
const LOCAL = 0x0403_4b50;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Everything in a zip archive, checked more strictly than readers of workbooks do: names in the directory are those at
 * the entries, nothing stands there twice, the directory is as long as it says, and every content has its checksum. A
 * byte that changed on the way can so take no part of a workbook away in silence.
 * @param most how many bytes all entries may hold together, no more are ever unpacked;
 * and how many entries there may be.
 * @throws BeyondBound or DamagedWorkbook.
 */
export function unzip(bytes: Uint8Array, most: ZipBounds, unpacker: Unpacker): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count > most.parts) throw new BeyondBound({ of: 'parts', most: most.parts });
  const entries = new Map<string, ZipEntry>();
  let left = most.bytes;
  let at = start;
  for (let index = 0; index < count; index++) {
    const record = readRecord(view, at);
    if (entries.has(record.name)) throw new DamagedWorkbook('part twice');
    const content = unpackContent(view, record, left, unpacker);
    if (content === null) throw new BeyondBound({ of: 'MiB unpacked', most: Math.floor(most.bytes / MIB) });
    left -= content.length;
    entries.set(record.name, { name: record.name, content });
    at = record.next;
  }
  const isWhole = at === end || (at + ENDS_64 === end && view.getUint32(at, true) === END_64);
  if (at !== start + size || !isWhole) throw new DamagedWorkbook('contents damaged');
  return [...entries.values()];
}

function findEnd(view: DataView): number {
  const least = Math.max(0, view.byteLength - 22 - LONGEST_COMMENT);
  for (let at = view.byteLength - 22; at >= least; at--) if (view.getUint32(at, true) === END) return at;
  throw new DamagedWorkbook('end missing');
}

interface ZipRecord {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly local: number;
  /** Where the next record begins. */
  readonly next: number;
}

function readRecord(view: DataView, at: number): ZipRecord {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY) {
    throw new DamagedWorkbook('contents damaged');
  }
  const readLength = (offset: number) => view.getUint16(at + offset, true);
  const [name, extra, comment] = [readLength(28), readLength(30), readLength(32)];
  const extraStart = at + 46 + name;
  const numbers = [24, 20, 42].map(offset => view.getUint32(at + offset, true));
  const [size = 0, packed = 0, local = 0] = widenNumbers(numbers, cutView(view, extraStart, extraStart + extra));
  return {
    name: decodeName(view, at + 46, extraStart),
    method: readLength(10),
    checksum: view.getUint32(at + 16, true),
    ...{ size, packed, local },
    next: extraStart + extra + comment,
  };
}

const TOO_WIDE = 0xffff_ffff;
const WIDE_NUMBERS = 1;

/** Numbers of which some stand, in their order, with 64 bits among the extra fields of a record. */
function widenNumbers(numbers: readonly number[], extra: DataView): readonly number[] {
  if (!numbers.includes(TOO_WIDE)) return numbers;
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== WIDE_NUMBERS) continue;
    let next = at + 4;
    return numbers.map(number => {
      if (number !== TOO_WIDE) return number;
      if (next + 8 > extra.byteLength) throw new DamagedWorkbook('contents damaged');
      next += 8;
      return Number(extra.getBigUint64(next - 8, true));
    });
  }
  return numbers;
}

/** Bytes from one place to another; fewer where there are no more. */
function cutBytes({ buffer, byteOffset, byteLength }: DataView, from: number, to: number): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength).subarray(from, to);
}

function cutView(view: DataView, from: number, to: number): DataView {
  const { buffer, byteOffset, byteLength } = cutBytes(view, from, to);
  return new DataView(buffer, byteOffset, byteLength);
}

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

function decodeName(view: DataView, from: number, to: number): string {
  return UTF8.decode(cutBytes(view, from, to));
}

/** Null where it is larger than what is left. */
function unpackContent(view: DataView, record: ZipRecord, left: number, unpacker: Unpacker): Uint8Array | null {
  const { name, method, checksum, packed, size, local } = record;
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) throw new DamagedWorkbook('part missing');
  const nameEnd = local + 30 + view.getUint16(local + 26, true);
  if (decodeName(view, local + 30, nameEnd) !== name) throw new DamagedWorkbook('part renamed');
  const start = nameEnd + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) throw new DamagedWorkbook('part cut off');
  if (size > left) return null;
  const content = unpackBytes(cutBytes(view, start, start + packed), method, size, unpacker);
  if (content.length !== size || unpacker.computeCrc32(content) !== checksum) throw new DamagedWorkbook('part damaged');
  return content;
}

/** No more than the directory says is ever unpacked, whatever the archive goes on to. */
function unpackBytes(packed: Uint8Array, method: number, size: number, { inflate }: Unpacker): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new DamagedWorkbook('packing');
  try {
    return inflate(packed, size);
  } catch {
    throw new DamagedWorkbook('part damaged');
  }
}
