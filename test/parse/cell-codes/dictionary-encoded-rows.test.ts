import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasControls } from '../../../src/domain/text.ts';
import { CodedRow, CodedSheet, countCells, getCell } from '../../../src/parse/cell-codes/dictionary-encoded-rows.ts';
import { encodeUtf8, isUtf8 } from '../../../src/parse/text/bytes-to-text.ts';
import { CONTROL_CHARACTER } from '../../../src/parse/text/controls.ts';
import { readPlainRecords } from '../../../src/parse/text/csv.ts';
import { findSigns } from '../../../src/parse/text/sign-search.ts';
import { runs } from '../../support/runs.ts';

/** Rows as they are found line by line, without those that are blank. */
function listRows(lines: Uint8Array, delimiter: string) {
  return [...readPlainRecords(lines, delimiter)]
    .map(({ cells }, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some(cell => cell !== ''));
}

const cells = fc.oneof(
  fc.constantFrom('', 'a', 'ab', 'Müller', 'Łódź', '日本', '😀', ' ', 'a-cell-of-more-than-eight-letters'),
  fc.string({ unit: fc.constantFrom('a', 'b', 'ü', ' ', '.'), maxLength: 20 }),
);

test('rows are those of their lines, cells that are written alike have one code, and lines may come in any pieces', () => {
  const ends = fc.constantFrom('\n', '\r\n', '\r', '\r\r\n', '\n\n');
  const lines = fc.array(fc.tuple(fc.array(cells, { minLength: 1, maxLength: 5 }), ends), { maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(lines, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(',', ';', '\t', '|'),
      (all, delimiter) => {
        const pieces = all.map(piece =>
          encodeUtf8(`${piece.map(([row, end]) => row.join(delimiter) + end).join('')}x\n`),
        );
        const sheet = new CodedSheet(delimiter, cell => cell);
        const codes = new Map<string, number>();
        let before = 0;
        for (const piece of pieces) {
          const { rows, lines: count, cells: number } = sheet.addLines(piece, before)!;
          const expected = listRows(piece, delimiter);
          expect(rows.map(({ row, cells: found }) => ({ row: row - before, cells: found }))).toEqual(expected);
          expect(number).toBe(expected.reduce((sum, row) => sum + row.cells.length, 0));
          expect(count).toBe([...readPlainRecords(piece, delimiter)].length);
          for (const row of rows) {
            row.cells.forEach((cell, column) => {
              const key = `${column} ${cell}`;
              expect([getCell(row, column), row.getCode(column)]).toEqual([
                cell,
                codes.get(key) ?? row.getCode(column),
              ]);
              codes.set(key, row.getCode(column));
            });
            expect([countCells(row), getCell(row, row.width), row.getCode(row.width)]).toEqual([
              row.cells.length,
              undefined,
              -1,
            ]);
          }
          before += count;
        }
      },
    ),
    { numRuns: runs(200) },
  );
});

test('a column whose cells do not repeat is read to its end, beside one whose cells do', () => {
  const sheet = new CodedSheet(',', cell => cell.toUpperCase());
  const found: (string | undefined)[][] = [];
  const expected: string[][] = [];
  for (let piece = 0; piece < 20; piece++) {
    const rows = Array.from({ length: 1000 }, (_, at) => [`id${1000 * piece + at}`, `town ${at % 300}`, `${at % 3}`]);
    const added = sheet.addLines(encodeUtf8(`${rows.map(row => row.join(',')).join('\n')}\n`), 1000 * piece)!;
    for (const row of added.rows) found.push([0, 1, 2].map(column => row.getCell(column)));
    expected.push(...rows.map(row => row.map(cell => cell.toUpperCase())));
  }
  expect(found).toEqual(expected);
  expect(sheet.texts.map(({ length }) => length)).toEqual([20_001, 301, 4]);
});

test('rows of cells by their codes stand among those of lines', () => {
  const sheet = new CodedSheet(',', cell => cell.toUpperCase());
  const before = sheet.addLines(encodeUtf8('a,b\n'), 0)!;
  const between = sheet.addRow(2, [sheet.addText(0, 'a'), 0, sheet.addText(2, 'c')]);
  const behind = sheet.addLines(encodeUtf8('c,b,d\n'), 2)!;
  expect([...before.rows, between, ...behind.rows].map(row => [row.row, ...row.cells])).toEqual([
    [1, 'A', 'B'],
    [2, 'A', '', 'C'],
    [3, 'C', 'B', 'D'],
  ]);
});

test.each([
  ['more cells than a row may have', ','.repeat(1000)],
  ['a cell of more letters than one may have', 'a'.repeat(32_768)],
  ['more bytes than are read at once', 'a,b\n'.repeat(20_000)],
])('%s are left to others, and rows before and behind are read', (_, text) => {
  const sheet = new CodedSheet(',', cell => cell);
  const before = sheet.addLines(encodeUtf8('a,b\nb,c\n'), 0)!;
  expect(sheet.addLines(encodeUtf8(`b,d\n${text}\n`), 2)).toBe(null);
  const behind = sheet.addLines(encodeUtf8('d,d\nb,d\n'), 4)!;
  expect([...before.rows, ...behind.rows].map(row => [row.row, ...row.cells])).toEqual([
    [1, 'a', 'b'],
    [2, 'b', 'c'],
    [5, 'd', 'd'],
    [6, 'b', 'd'],
  ]);
  expect(before.rows[0]).toBeInstanceOf(CodedRow);
});

/** What TextDecoder says. */
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Bytes at which letters begin or end in some way. */
const BYTES = [
  0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0,
];

test('bytes are UTF-8 just where they can be decoded, wherever pieces of them end', () => {
  const letters = fc.string({ unit: 'binary', maxLength: 12 }).map(encodeUtf8);
  const bytes = fc
    .array(fc.constantFrom(...BYTES, 0xf1, 0xf3, 0xf4, 0xf5, 0xff), { maxLength: 6 })
    .map(all => Uint8Array.from(all));
  const lengths = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 65_525, max: 65_540 }));
  fc.assert(
    fc.property(lengths, fc.array(fc.oneof(letters, bytes), { maxLength: 4 }), (length, parts) => {
      const text = Uint8Array.from([...new Uint8Array(length).fill(0x61), ...parts.flatMap(part => [...part])]);
      expect(isUtf8(text)).toBe(decodes(text));
    }),
    { numRuns: runs(100) },
  );
});

test('a text has control characters only where it may, and a dash or a quotation mark is none', () => {
  const units = fc.constantFrom(
    'a',
    'é',
    '–',
    '’',
    '€',
    '…',
    '\u0001',
    '\u007f',
    '\u0085',
    '\u0090',
    '\u202a',
    '\u202f',
    '\u2066',
    '\u206a',
  );
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 70_000 }), fc.string({ unit: units, maxLength: 5 }), (length, text) => {
      const [mayHold] = findSigns(encodeUtf8('a'.repeat(length) + text), [CONTROL_CHARACTER]);
      if (hasControls(text)) expect(mayHold).toBe(true);
      if (/^[aé–’€…]*$/u.test(text)) expect(mayHold).toBe(false);
    }),
    { numRuns: runs(200) },
  );
});

test('cells that all meet in the table are read all the same, and those that meet too many are not remembered', () => {
  /** As in assembly/encode-cells.ts, of the first column. */
  const findSlot = (cell: string) => {
    let hash = 0;
    for (const byte of encodeUtf8(cell)) hash = Math.imul(hash ^ byte, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return (hash ^ (hash >>> 13)) & 4095;
  };
  const meeting: string[] = [];
  for (let number = 0; meeting.length < 100; number++) if (findSlot(`c${number}`) === 7) meeting.push(`c${number}`);
  const twice = [...meeting, ...meeting];
  const sheet = new CodedSheet(',', cell => cell);
  const { rows } = sheet.addLines(encodeUtf8(`${twice.join('\n')}\n`), 0)!;
  expect(rows.map(row => row.getCell(0))).toEqual(twice);
  const codes = rows.map(row => row.getCode(0));
  expect(codes.slice(100, 164)).toEqual(codes.slice(0, 64));
  expect(new Set(codes).size).toBe(100 + 36);
});
