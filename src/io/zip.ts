import { crc32, inflateRawSync } from 'node:zlib';
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

const MIB = 1024 * 1024;
const END = 0x0605_4b50;
/** Large archives, and programs that write them piece by piece, put an end of 64 bits and where to find it before the other. */
const END_64 = 0x0606_4b50;
const ENDS_64 = 56 + 20;
const DIRECTORY = 0x0201_4b50;
const LOCAL = 0x0403_4b50;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/**
 * Everything in a zip archive, checked more strictly than readers of workbooks do: names in the directory are those at the
 * entries, nothing stands there twice, the directory is as long as it says, and every content has its checksum. A byte that
 * changed on the way can so take no part of a workbook away in silence.
 * @param most how many bytes all entries may hold together, no more are ever unpacked; and how many entries there may be.
 * @throws BeyondBound or DamagedWorkbook.
 */
export function unzip(bytes: Uint8Array, most: ZipBounds): ZipEntry[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  const size = buffer.readUInt32LE(end + 12);
  const start = buffer.readUInt32LE(end + 16);
  if (count > most.parts) throw new BeyondBound({ of: 'parts', most: most.parts });
  const entries = new Map<string, ZipEntry>();
  let left = most.bytes;
  let at = start;
  for (let index = 0; index < count; index++) {
    const record = readRecord(buffer, at);
    if (entries.has(record.name)) throw new DamagedWorkbook('part twice');
    const content = unpackContent(buffer, record, left);
    if (content === null) throw new BeyondBound({ of: 'MiB unpacked', most: Math.floor(most.bytes / MIB) });
    left -= content.length;
    entries.set(record.name, { name: record.name, content });
    at = record.next;
  }
  const isWhole = at === end || (at + ENDS_64 === end && buffer.readUInt32LE(at) === END_64);
  if (at !== start + size || !isWhole) throw new DamagedWorkbook('contents damaged');
  return [...entries.values()];
}

function findEnd(buffer: Buffer): number {
  const least = Math.max(0, buffer.length - 22 - LONGEST_COMMENT);
  for (let at = buffer.length - 22; at >= least; at--) if (buffer.readUInt32LE(at) === END) return at;
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

function readRecord(buffer: Buffer, at: number): ZipRecord {
  if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== DIRECTORY) {
    throw new DamagedWorkbook('contents damaged');
  }
  const readLength = (offset: number) => buffer.readUInt16LE(at + offset);
  const [name, extra, comment] = [readLength(28), readLength(30), readLength(32)];
  const extraStart = at + 46 + name;
  const numbers = [24, 20, 42].map(offset => buffer.readUInt32LE(at + offset));
  const [size = 0, packed = 0, local = 0] = widenNumbers(numbers, buffer.subarray(extraStart, extraStart + extra));
  return {
    name: buffer.toString('utf8', at + 46, extraStart),
    method: buffer.readUInt16LE(at + 10),
    checksum: buffer.readUInt32LE(at + 16),
    ...{ size, packed, local },
    next: extraStart + extra + comment,
  };
}

const TOO_WIDE = 0xffff_ffff;
const WIDE_NUMBERS = 1;

/** Numbers of which some stand, in their order, with 64 bits among the extra fields of a record. */
function widenNumbers(numbers: readonly number[], extra: Buffer): readonly number[] {
  if (!numbers.includes(TOO_WIDE)) return numbers;
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== WIDE_NUMBERS) continue;
    let next = at + 4;
    return numbers.map(number => {
      if (number !== TOO_WIDE) return number;
      if (next + 8 > extra.length) throw new DamagedWorkbook('contents damaged');
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    });
  }
  return numbers;
}

/** Null where it is larger than what is left. */
function unpackContent(buffer: Buffer, record: ZipRecord, left: number): Uint8Array | null {
  const { name, method, checksum, packed, size, local } = record;
  if (local + 30 > buffer.length || buffer.readUInt32LE(local) !== LOCAL) throw new DamagedWorkbook('part missing');
  const nameEnd = local + 30 + buffer.readUInt16LE(local + 26);
  if (buffer.toString('utf8', local + 30, nameEnd) !== name) throw new DamagedWorkbook('part renamed');
  const start = nameEnd + buffer.readUInt16LE(local + 28);
  if (start + packed > buffer.length) throw new DamagedWorkbook('part cut off');
  if (size > left) return null;
  const content = inflate(buffer.subarray(start, start + packed), method, size);
  if (content.length !== size || crc32(content) !== checksum) throw new DamagedWorkbook('part damaged');
  return content;
}

/** No more than the directory says is ever unpacked, whatever the archive goes on to. */
function inflate(packed: Buffer, method: number, size: number): Uint8Array {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new DamagedWorkbook('packing');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new DamagedWorkbook('part damaged');
  }
}
