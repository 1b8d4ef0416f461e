/** @module-tag slow */
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../../src/parse/text/csv.ts';
import {
  DELIMITERS,
  type Delimiter,
  detectDialect,
  type Head,
  readFirstRows,
} from '../../../src/parse/text/dialect.ts';
import { memoise } from '../../../src/parse/text/memo.ts';
import { writeExcelCsv } from '../../../src/render/run/csv.ts';
import { runs } from '../../support/runs.ts';

interface Found {
  readonly cells: readonly string[];
  readonly fault: string | null;
}

/** What csv-parse makes of a text as a whole, each record held against the grammar by itself; null for an unclosed end. */
function byCsvParse(text: string, delimiter: string): (Found | null)[] {
  let isClosed = true;
  const records = parse(text, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_records_with_error: true,
    raw: true,
    on_skip: () => {
      isClosed = false;
      return undefined;
    },
  }) as unknown as { record: string[]; raw: string }[];
  const between = delimiter === '|' ? '\\|' : delimiter;
  const cell = `(?:"[^"]*(?:""[^"]*)*"|(?!\\s*")[^"${between}]*(?:"[^"${between}]*"[^"${between}]*)*)`;
  const grammar = new RegExp(`^${cell}(?:${between}${cell})*$`, 'u');
  const found = records.map(({ record, raw }) => {
    const line = raw.replace(/(?:\r?\n|\r)$/u, '');
    const isFault = line.includes('"') && !grammar.test(line);
    return { cells: record, fault: isFault ? (/[\r\n]/u.test(line) ? 'beyond its line' : 'in its line') : null };
  });
  return isClosed ? found : [...found, null];
}

function inPieces(text: string, delimiter: string, least: number): (Found | null)[] {
  return [...readRecords(Buffer.from(text), delimiter, least)].map(({ cells, fault }) =>
    fault === 'unclosed' ? null : { cells, fault },
  );
}

const texts = fc
  .array(
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom(
          'a',
          'b c',
          ',',
          ';',
          '\n',
          '\n',
          '\r\n',
          '\r',
          '"',
          '""',
          '"d,e"',
          '"f\ng"',
          ',"h ""i"""\n',
        ),
      },
      // Letters of one byte and of more; the last byte of Ċ is that of a line break.
      { weight: 1, arbitrary: fc.constantFrom('é', 'Ł', 'Ċ', '🙂') },
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(''));

describe('a text read in pieces', () => {
  test('has the records that csv-parse finds in the whole', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(',', ';', '\t', '|'), fc.integer({ min: 1, max: 30 }), (text, by, least) => {
        expect(inPieces(text, by, least)).toEqual(byCsvParse(text, by));
      }),
      { numRuns: runs(3000) },
    );
  });

  test('may hold a cell of any size', () => {
    const large = `a,"${'b ""\n'.repeat(4_000_000)}"\n`;
    expect(inPieces(`${large}c,d\n`, ',', 10).map(record => record?.fault)).toEqual([null, null]);
    expect(inPieces(`${large}"`, ',', 10).map(record => record?.fault)).toEqual([null, undefined]);
  });
});

test('the delimiter and the column names are where most are known, however soon others are given up', () => {
  const columnOf = (cell: string) => (/^[a-c]$/u.test(cell) ? cell : null);
  const headOf = (text: string, delimiter: Delimiter): Head => {
    const heads = readFirstRows(Buffer.from(text), delimiter).flatMap((cells, above) => {
      const known = new Set(cells.flatMap(cell => columnOf(cell.trim()) ?? [])).size;
      const filled = cells.filter(cell => cell.trim() !== '').length;
      return filled === 0 ? [] : [{ filled, head: { above, known, columns: cells.length } }];
    });
    // A row of one cell above others is a title.
    const first = heads.reduce<(typeof heads)[number] | undefined>(
      (top, next) =>
        top === undefined || (top.filled === 1 && top.head.known <= next.head.known && next.filled > 1) ? next : top,
      undefined,
    );
    const best = heads.toSorted(({ head: a }, { head: b }) => b.known - a.known)[0];
    const found = best !== undefined && best.head.known >= 2 ? best : first;
    return found?.head ?? { above: 0, known: 0, columns: 0 };
  };
  const parts = fc.constantFrom('a', 'b', 'c', 'x', ' ', ',', ';', '|', '\n', '\n', 'a,b', 'a;b;c\n', 'a|b', 'b;a,c');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 60 }), found => {
      const text = found.join('');
      const tried = DELIMITERS.map(delimiter => ({ delimiter, head: headOf(text, delimiter) }));
      const [best] = tried.toSorted(
        ({ head: a }, { head: b }) =>
          b.known - a.known || (a.known === 0 ? 0 : a.above - b.above) || b.columns - a.columns,
      );
      const delimiter = best!.head.columns <= 1 ? ',' : best!.delimiter;
      expect(detectDialect(Buffer.from(text), columnOf)).toEqual({ ...best, delimiter });
    }),
    { numRuns: runs(2000) },
  );
});

test('a text is worked out once, and a column of too many texts is worked out cell by cell', () => {
  const asked: string[] = [];
  const lengthOf = memoise(text => {
    asked.push(text);
    return [text.length];
  });
  expect(lengthOf('DE')).toBe(lengthOf('DE'));
  expect(asked).toEqual(['DE']);
  for (let index = 0; index < 10_000; index++) expect(lengthOf(`${index}`)).toEqual([`${index}`.length]);
  expect(lengthOf('DE')).toEqual([2]);
});

test('a table written in pieces is what csv-stringify makes of the whole', () => {
  const cell = fc.oneof(
    fc.constantFrom('', 'a', ' b ', ',', ';', '|', '"', '\n', '\r', "'=1"),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
  const row = fc.tuple(fc.oneof({ weight: 20, arbitrary: fc.constant('Ada') }, cell), fc.constant('x;y'), cell);
  fc.assert(
    fc.property(fc.array(row, { maxLength: 120 }), fc.constantFrom(',', ';', '\t', '|'), (rows, delimiter) => {
      const whole = stringify([['one', 'two', 'three'], ...rows], {
        bom: true,
        delimiter,
        record_delimiter: '\r\n',
        quoted_match: /[\r\n]/u,
      });
      expect([...writeExcelCsv({ header: ['one', 'two', 'three'], rows }, delimiter)].join('')).toBe(whole);
    }),
  );
});
