import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed, and what the archive says of it that may not be so. */
export interface Part {
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

/** An archive of parts, as it says of them; @param count how many it says there are. */
export function zip(parts: readonly Part[], count = parts.length): Uint8Array {
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
    const local = Buffer.concat([
      numbers([0x0403_4b50, 4]),
      head,
      numbers([data.length, 4], [size, 4], [name.length, 2], [0, 2]),
      name,
      data,
    ]);
    packed.push(local);
    listed.push(numbers([0x0201_4b50, 4], [20, 2]), head, numbers([shown[0]!, 4], [shown[1]!, 4], [other.length, 2]));
    listed.push(numbers([extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [shown[2]!, 4]), other, extra);
    at += local.length;
  }
  const table = Buffer.concat(listed);
  const end = numbers([0x0605_4b50, 4], [0, 4], [count, 2], [count, 2], [table.length, 4], [at, 4], [0, 2]);
  return Buffer.concat([...packed, table, end]);
}
