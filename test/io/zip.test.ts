import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unzip, ZipTooLarge } from '../../src/io/zip.ts';

/** A file to be packed, and what the archive says of it that may not be so. */
interface Part {
  readonly name: string;
  readonly content: string;
  /** Its name in the table of contents. */
  readonly listed?: string;
  readonly size?: number;
  readonly checksum?: number;
  /** Whether its numbers stand with 64 bits. */
  readonly isWide?: boolean;
}

const numbers = (...pairs: readonly (readonly [number, 2 | 4])[]) =>
  Buffer.concat(
    pairs.map(([number, width]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(number, 0, width);
      return bytes;
    }),
  );

const wide = (...values: readonly number[]) =>
  Buffer.concat(
    values.map(value => {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt(value));
      return bytes;
    }),
  );

function zip(parts: readonly Part[], count = parts.length): Uint8Array {
  const packed: Buffer[] = [];
  const listed: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const [data, name, other] = [
      deflateRawSync(content),
      Buffer.from(part.name),
      Buffer.from(part.listed ?? part.name),
    ];
    const size = part.size ?? content.length;
    const sum = part.checksum ?? crc32(content);
    const extra = part.isWide
      ? Buffer.concat([numbers([1, 2], [24, 2]), wide(size, data.length, at)])
      : Buffer.alloc(0);
    const shown = part.isWide ? [0xffff_ffff, 0xffff_ffff, 0xffff_ffff] : [data.length, size, at];
    const head = numbers([20, 2], [0, 2], [8, 2], [0, 4], [sum, 4]);
    packed.push(
      numbers([0x0403_4b50, 4]),
      head,
      numbers([data.length, 4], [size, 4], [name.length, 2], [0, 2]),
      name,
      data,
    );
    listed.push(numbers([0x0201_4b50, 4], [20, 2]), head, numbers([shown[0]!, 4], [shown[1]!, 4], [other.length, 2]));
    listed.push(numbers([extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [shown[2]!, 4]), other, extra);
    at = Buffer.concat(packed).length;
  }
  const table = Buffer.concat(listed);
  const end = numbers([0x0605_4b50, 4], [0, 4], [count, 2], [count, 2], [table.length, 4], [at, 4], [0, 2]);
  return Buffer.concat([...packed, table, end]);
}

const MOST = 1000;
const good: readonly Part[] = [
  { name: 'a.xml', content: 'Ada' },
  { name: 'b/ü.xml', content: 'x'.repeat(500) },
];

const contents = (bytes: Uint8Array) =>
  unzip(bytes, MOST).map(({ name, content }) => [name, Buffer.from(content).toString()]);

describe('an archive', () => {
  test('gives what was packed', () => {
    expect(contents(zip(good))).toEqual(good.map(({ name, content }) => [name, content]));
  });

  test('may say its numbers with 64 bits', () => {
    expect(contents(zip(good.map(part => ({ ...part, isWide: true }))))).toEqual(contents(zip(good)));
  });

  test.each<[string, Uint8Array, string]>([
    ['has no end', zip(good).subarray(0, -30), 'its end is missing'],
    ['lists fewer parts than it has', zip(good, 1), 'does not add up'],
    ['lists more parts than it has', zip(good, 3), 'table of contents is damaged'],
    ['lists a part by another name', zip([{ ...good[0]!, listed: 'A.xml' }]), 'goes by two names'],
    ['has a part twice', zip([good[0]!, good[0]!]), 'there twice'],
    ['has a part of another size', zip([{ ...good[0]!, size: 4 }]), 'is damaged'],
    ['has a part of another content', zip([{ ...good[0]!, checksum: 1 }]), 'is damaged'],
    ['goes on longer than it says', zip([{ ...good[1]!, size: 10 }]), 'is damaged'],
  ])('that %s is refused', (_, bytes, why) => {
    expect(() => unzip(bytes, MOST)).toThrow(why);
  });

  test('of more than it may hold is refused before it is unpacked, one part or all together', () => {
    const large = { name: 'a', content: 'x'.repeat(MOST + 1) };
    expect(() => unzip(zip([large]), MOST)).toThrow(ZipTooLarge);
    const half = { name: 'b', content: 'x'.repeat(MOST / 2 + 1) };
    expect(() => unzip(zip([half, { ...half, name: 'c' }]), MOST)).toThrow(ZipTooLarge);
  });
});
