/** Archives in a page: unpacked for workbooks and runs, and packed for a download. */
import { inflateSync, zipSync } from 'fflate';
import { MOST } from '../../domain/input-bounds.ts';
import { decodeLatin1 } from '../../parse/text/bytes-to-text.ts';
import { type Unpacker, unzip } from '../../workbook/zip.ts';

export const UNPACKER: Unpacker = {
  inflate: (packed, size) => {
    // Room for one byte more shows whether there would be more.
    const content = inflateSync(packed, { out: new Uint8Array(size + 1) });
    if (content.length > size) throw new RangeError('of another size');
    return content;
  },
  computeCrc32,
  decodeLatin1,
};

const MIB = 1024 * 1024;

/**
 * The files of an archive by their paths; folders have no content, and are left out. @throws
 * where it is damaged, or too large
 */
export function unpackFiles(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const entries = unzip(bytes, { bytes: MOST.unpackedMiB * MIB, parts: MOST.parts }, UNPACKER);
  return new Map(entries.filter(({ name }) => !name.endsWith('/')).map(({ name, content }) => [name, content]));
}

/** Packs files: the same files give the same bytes, since none has a time of its own. */
export function packFiles(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(files), { mtime: '1980-01-01T00:00:00' });
}

/** The checksum of what a byte does to it: CRC-32 as ISO 3309 has it, its polynomial turned round. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? 0xedb8_8320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

function computeCrc32(bytes: Uint8Array): number {
  let sum = 0xffff_ffff;
  for (let at = 0; at < bytes.length; at++) sum = TABLE[(sum ^ bytes[at]!) & 0xff]! ^ (sum >>> 8);
  return (sum ^ 0xffff_ffff) >>> 0;
}
