/** @module-tag slow */

import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Parsed } from '../../src/domain/problems.ts';
import { readWorkbook } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/io/write-workbook.ts';
import type { Table } from '../../src/parse/table/table.ts';
import { tableOf } from '../support/tables.ts';

/** Files in all, and what one may take. */
const FILES = 1000;
const MOST_MILLISECONDS = 2000;
const MOST_MIB = 300;

/** Numbers that look like chance and are the same every time (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const HEADER = ['id', 'name', 'email', 'department', 'country', 'remarks'];
const NAMES = ['Jörg Müller', 'Zoë Groß', 'René Lefèvre', 'Anna Schmidt', 'Åsa Öberg', 'Tom O’Neil', 'Käthe Weiß'];
const ROWS = Array.from({ length: 40 }, (_, index) => [
  String(index).padStart(5, '0'),
  NAMES[index % NAMES.length]!,
  `person${index}@example.org`,
  ['Finance', 'Vertrieb, Süd', 'Öffentlichkeitsarbeit', 'R&D; Labor'][index % 4]!,
  ['DE', 'Österreich', 'FR'][index % 3]!,
  ['', 'says "yes"', 'two\nlines; really', '–', 'Budget 50 €'][index % 5]!,
]);
const ASCII = ROWS.map(row => row.map(cell => cell.normalize('NFKD').replace(/[^ -~\n]/gu, '')));

/** A cell with the bytes it takes, by which a changed byte is known to be its. */
interface Span {
  readonly row: number;
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

interface Base {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly spans: readonly Span[];
}

/** A CSV as a spreadsheet would write it, and where its cells are. A line end is also of the cells beside it. */
function csvBase(name: string, rows: readonly (readonly string[])[], encoding: string, delimiter: string): Base {
  const parts: Buffer[] = [];
  const spans: Span[] = [];
  let at = 0;
  const put = (text: string) => {
    const bytes = iconv.encode(text, encoding);
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [row, cells] of [HEADER, ...rows].entries()) {
    for (const [column, cell] of cells.entries()) {
      if (column > 0) put(delimiter);
      const start = column === 0 && row > 0 ? at - iconv.encode('\n', encoding).length : at;
      put(/["\n;,\t]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
      if (column === cells.length - 1) put('\r');
      spans.push({ row, column, start, end: at });
    }
    put('\n');
  }
  return { name, bytes: Buffer.concat(parts), spans };
}

const CSVS = [
  csvBase('UTF-8', ROWS, 'utf-8', ';'),
  csvBase('ASCII', ASCII, 'utf-8', ','),
  csvBase('UTF-16LE', ROWS, 'utf-16le', '\t'),
  csvBase('Windows-1252', ROWS, 'windows-1252', ';'),
  csvBase('MacRoman', ROWS, 'macintosh', ';'),
];

function mutated(bytes: Uint8Array, seed: number): { bytes: Uint8Array; places: number[] } {
  const below = chance(seed);
  const copy = Uint8Array.from(bytes);
  const places = Array.from({ length: 1 + below(3) }, () => below(copy.length));
  for (const place of places) copy[place] = below(3) === 0 ? LIKELY[below(LIKELY.length)]! : below(256);
  return { bytes: copy, places: places.filter(place => copy[place] !== bytes[place]) };
}

/** Bytes that mean something between cells. */
const LIKELY = [...Buffer.from('",;\t|\r\n\0=\'')];

/** Cells that differ although none of their bytes was changed. A byte may have become a blank line, and rows move down by it. */
function movedCells(before: Table, after: Table, { spans }: Base, places: readonly number[]): string[] {
  const rowsOf = ({ header, headerRow, rows }: Table) => [{ row: headerRow, cells: header }, ...rows];
  const [was, is] = [rowsOf(before), rowsOf(after)];
  if (was.length !== is.length) return [`${was.length} rows became ${is.length}`];
  const isTouched = (row: number, column: number) =>
    spans.some(
      span =>
        span.row === row && span.column === column && places.some(place => place >= span.start && place < span.end),
    );
  return was.flatMap(({ row, cells }, index) =>
    cells.flatMap((cell, column) => {
      const now = is[index]!;
      if (now.cells[column] === cell || isTouched(index, column)) return [];
      return [`row ${row}: ${JSON.stringify(cell)} became ${JSON.stringify(now.cells[column])}`];
    }),
  );
}

const messages = ({ problems }: Parsed<unknown>) => new Set(problems.map(problem => JSON.stringify(problem)));

/** What became of a file, in words, where it was read as something else and nothing was told of it; and how long it took. */
function silentlyOther(
  before: Parsed<Table | null>,
  after: Parsed<Table | null>,
  base: Base,
  places: readonly number[],
) {
  const told = [...messages(after)].some(message => !messages(before).has(message));
  if (told) return [];
  if (before.value === null || after.value === null) return ['nothing was read, and nothing told'];
  return movedCells(before.value, after.value, base, places);
}

describe('files with changed bytes', () => {
  let before = 0;
  beforeAll(() => {
    before = process.resourceUsage().maxRSS;
  });

  test.each(CSVS)(
    'of CSV in $name are read as what they were but for the cells with those bytes, or it is told',
    base => {
      const right = tableOf(base.bytes);
      expect(right.value?.rows.length).toBe(ROWS.length);
      for (let seed = 0; seed < FILES / 10; seed++) {
        const { bytes, places } = mutated(base.bytes, seed);
        const begun = performance.now();
        const read = tableOf(bytes);
        expect(performance.now() - begun).toBeLessThan(MOST_MILLISECONDS);
        expect({ seed, silently: silentlyOther(right, read, base, places) }).toEqual({ seed, silently: [] });
      }
    },
  );

  test('of workbooks are read as what they were, or refused', async () => {
    const bytes = await writeWorkbook([{ name: 'People', rows: [HEADER, ...ROWS] }]);
    const base = { name: 'xlsx', bytes, spans: [] };
    const right = tableOf(bytes, { workbook: await readWorkbook('people.xlsx', bytes) });
    expect(right.value?.rows.length).toBe(ROWS.length);
    for (let seed = 0; seed < FILES / 2; seed++) {
      const { bytes: changed, places } = mutated(bytes, seed);
      if (changed[0] !== bytes[0]) continue;
      const begun = performance.now();
      const read = tableOf(changed, { workbook: await readWorkbook('people.xlsx', changed) });
      expect(performance.now() - begun).toBeLessThan(MOST_MILLISECONDS);
      expect({ seed, silently: silentlyOther(right, read, base, places) }).toEqual({ seed, silently: [] });
    }
  });

  test('take no more memory than there is on any machine', () => {
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(MOST_MIB);
  });
});
