import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNPACKER as NODE } from '../../../src/io/workbook.ts';
import { packFiles, UNPACKER, unpackFiles } from '../../../src/web/engine/archives.ts';
import { runs } from '../../support/runs.ts';

test('a page unpacks, sums and reads bytes as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), bytes => {
      const packed = deflateRawSync(bytes);
      expect(UNPACKER.inflate(packed, bytes.length)).toEqual(bytes);
      expect(UNPACKER.computeCrc32(bytes)).toBe(NODE.computeCrc32(bytes));
      expect(UNPACKER.decodeLatin1(bytes)).toBe(NODE.decodeLatin1(bytes));
    }),
    { numRuns: runs(200) },
  );
});

test('an archive that goes on beyond what it says is refused by both', () => {
  const packed = deflateRawSync(Buffer.from('x'.repeat(500)));
  for (const unpacker of [UNPACKER, NODE]) expect(() => unpacker.inflate(packed, 499)).toThrow();
});

test('what is packed is found again, and the same files give the same bytes', () => {
  const files = new Map([
    ['tandems.csv', Buffer.from('mentor;mentee\r\n')],
    ['input-mentors.csv', Buffer.from('ü'.repeat(4000))],
  ]);
  expect(packFiles(files)).toEqual(packFiles(new Map(files)));
  expect([...unpackFiles(packFiles(files))].map(([name, bytes]) => [name, Buffer.from(bytes)])).toEqual([...files]);
});
