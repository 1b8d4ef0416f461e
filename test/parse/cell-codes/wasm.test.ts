import { expect, test } from 'vitest';
import { MOST } from '../../../src/domain/input-bounds.ts';
import { loadModule } from '../../../src/parse/cell-codes/assembled.ts';
import { type CodesExports, ROOM } from '../../../src/parse/cell-codes/wasm.ts';
import { encodeUtf8 } from '../../../src/parse/text/bytes-to-text.ts';
import { GIVING_UP } from '../../../src/parse/text/memo.ts';

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** A machine of its own, of which nothing is remembered. */
function start(module: Uint8Array) {
  return new WebAssembly.Instance(new WebAssembly.Module(module)).exports as CodesExports &
    Readonly<Record<string, { readonly value: number }>>;
}

function read(machine: CodesExports, lines: string): number {
  const bytes = encodeUtf8(lines);
  new Uint8Array(machine.memory.buffer, machine.inputAt(), ROOM).set(bytes);
  return machine.readLines(bytes.length);
}

/** The codes of the first cells of lines that were read, without what stands before those of each line. */
function listCodes(machine: CodesExports, width: number): number[] {
  const codes = [...new Int32Array(machine.memory.buffer, machine.codesAt(), machine.countCodes())];
  return codes.filter((_, at) => at % (width + 2) === 2);
}

test('numbers that are written in two places are the same', () => {
  const machine = start(loadModule());
  const names = ['ROOM', 'COLUMNS', 'LETTERS', 'MOST', 'TRIAL', 'LIKELY'];
  expect(names.map(name => machine[name]!.value)).toEqual([
    ...[ROOM, MOST.columns, MOST.letters],
    ...[GIVING_UP.most, GIVING_UP.trial, GIVING_UP.likely],
  ]);
});

test('long cells in many columns take no more memory than there is for them', () => {
  const machine = start(loadModule());
  machine.begin(','.charCodeAt(0));
  const before = machine.memory.buffer.byteLength;
  const long = 'x'.repeat(32_000);
  // As few in each column that none is looked at more closely.
  for (let column = 0; column < 8; column++) {
    for (let row = 0; row < GIVING_UP.trial - 1; row++) {
      expect(read(machine, `${','.repeat(column)}${row}${long}\n`)).toBe(1);
      expect(machine.countFreshCells()).toBe(1);
    }
  }
  expect(machine.memory.buffer.byteLength - before).toBeLessThan(40 * 2 ** 20);
});

/** The same module with a memory that can have so many pages at most. */
function limitMemory(module: Uint8Array, most: number): Uint8Array {
  const at = findSection(module, 5);
  const [least, end] = readNumber(module, at.start + 2);
  expect([module[at.start], module[at.start + 1], end]).toEqual([1, 0, at.end]);
  const memory = [1, 1, ...writeNumber(least), ...writeNumber(most)];
  return Uint8Array.from([
    ...module.slice(0, at.head),
    5,
    ...writeNumber(memory.length),
    ...memory,
    ...module.slice(at.end),
  ]);
}

/** Where a section of a module is (WebAssembly core specification 2.0, 5.5.2). */
function findSection(module: Uint8Array, id: number) {
  for (let head = 8; head < module.length; ) {
    const [length, start] = readNumber(module, head + 1);
    if (module[head] === id) return { head, start, end: start + length };
    head = start + length;
  }
  throw new Error(`no section ${id}`);
}

/** An unsigned number in LEB128, and where it ends. */
function readNumber(module: Uint8Array, at: number): [number, number] {
  const byte = module[at]!;
  if (byte < 0x80) return [byte, at + 1];
  const [rest, end] = readNumber(module, at + 1);
  return [(byte & 0x7f) + 128 * rest, end];
}

function writeNumber(number: number): number[] {
  return number < 0x80 ? [number] : [(number & 0x7f) | 0x80, ...writeNumber(number >> 7)];
}

const PAGE = 65_536;

test.each([0, 1, 3])('where the memory can grow by %i pages only, cells are read all the same', pages => {
  const own = start(loadModule()).memory.buffer.byteLength / PAGE;
  const machine = start(limitMemory(loadModule(), own + pages));
  for (let text = 0; text < 2; text++) {
    machine.begin(','.charCodeAt(0));
    const cells = Array.from({ length: 400 }, (_, at) => `${at}${'x'.repeat(600)}`);
    const codes: number[] = [];
    for (let again = 0; again < 2; again++) {
      for (const cell of cells) {
        expect(read(machine, `${cell},y\n`)).toBe(1);
        codes.push(...listCodes(machine, 2));
      }
    }
    const first = codes.slice(0, 400);
    expect(first).toEqual(cells.map((_, at) => at + 1));
    // Those that there was room for are known again, the others get new codes.
    const again = codes.slice(400);
    const known = again.filter(code => code <= 400).length;
    expect(again).toEqual(cells.map((_, at) => (at < known ? at + 1 : 401 + at - known)));
    expect(Math.abs(known - (PAGE * pages) / 620)).toBeLessThan(3);
  }
});
