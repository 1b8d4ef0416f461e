import { describe, expect, test } from 'vitest';
import { BeyondBound } from '../../src/domain/input-bounds.ts';
import { UNPACKER } from '../../src/io/workbook.ts';
import { unzip } from '../../src/workbook/zip.ts';
import { type Part, zip } from '../support/zip.ts';

const MOST = { bytes: 1000, parts: 3 };
const good: readonly Part[] = [
  { name: 'a.xml', content: 'Ada' },
  { name: 'b/ü.xml', content: 'x'.repeat(500) },
];

const contents = (bytes: Uint8Array) =>
  unzip(bytes, MOST, UNPACKER).map(({ name, content }) => [name, Buffer.from(content).toString()]);

describe('an archive', () => {
  test('gives what was packed', () => {
    expect(contents(zip(good))).toEqual(good.map(({ name, content }) => [name, content]));
  });

  test('may say its numbers with 64 bits', () => {
    expect(contents(zip(good.map(part => ({ ...part, isWide: true }))))).toEqual(contents(zip(good)));
  });

  test.each<[string, Uint8Array, string]>([
    ['has no end', zip(good).subarray(0, -30), 'end missing'],
    ['lists fewer parts than it has', zip(good, 1), 'contents damaged'],
    ['lists more parts than it has', zip(good, 3), 'contents damaged'],
    ['lists a part by another name', zip([{ ...good[0]!, listed: 'A.xml' }]), 'part renamed'],
    ['has a part twice', zip([good[0]!, good[0]!]), 'part twice'],
    ['has a part of another size', zip([{ ...good[0]!, size: 4 }]), 'part damaged'],
    ['has a part of another content', zip([{ ...good[0]!, checksum: 1 }]), 'part damaged'],
    ['goes on longer than it says', zip([{ ...good[1]!, size: 10 }]), 'part damaged'],
  ])('that %s is refused', (_, bytes, why) => {
    expect(() => unzip(bytes, MOST, UNPACKER)).toThrow(why);
  });

  test('of more than it may hold is refused before it is unpacked, one part or all together', () => {
    const large = { name: 'a', content: 'x'.repeat(MOST.bytes + 1) };
    expect(() => unzip(zip([large]), MOST, UNPACKER)).toThrow(BeyondBound);
    const half = { name: 'b', content: 'x'.repeat(MOST.bytes / 2 + 1) };
    expect(() => unzip(zip([half, { ...half, name: 'c' }]), MOST, UNPACKER)).toThrow(BeyondBound);
    const parts = Array.from({ length: MOST.parts + 1 }, (_, index) => ({ name: `${index}`, content: '' }));
    expect(() => unzip(zip(parts), MOST, UNPACKER)).toThrow(BeyondBound);
  });
});
