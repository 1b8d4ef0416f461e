import { crc32, inflateRawSync } from 'node:zlib';
import type { Parsed } from '../domain/problems.ts';
import type { Workbook } from '../domain/workbook.ts';
import { parseWorkbook } from '../workbook/workbook.ts';
import type { Unpacker } from '../workbook/zip.ts';

/** Unpacking as Node has it built in. */
export const UNPACKER: Unpacker = {
  inflate: (packed, size) => inflateRawSync(packed, { maxOutputLength: Math.max(1, size) }),
  computeCrc32: bytes => crc32(bytes),
  decodeLatin1: ({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength).toString('latin1'),
};

/**
 * Reads a workbook (.xlsx, .xlsm or .ods by its content); the value is null where it
 * cannot be read, or is of another kind.
 */
export function readWorkbook(file: string, bytes: Uint8Array): Parsed<Workbook | null> {
  return parseWorkbook(file, bytes, UNPACKER);
}
