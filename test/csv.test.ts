import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordsIn, UNCLOSED } from '../src/parse/csv.ts';
import { remembered } from '../src/parse/memo.ts';

/** What csv-parse makes of a text as a whole, and whether its last quoted cell ends. */
function byCsvParse(text: string, delimiter: string): { cells: string[][]; isClosed: boolean } {
  let isClosed = true;
  const cells = parse(text, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_records_with_error: true,
    on_skip: () => {
      isClosed = false;
      return undefined;
    },
  });
  return { cells, isClosed };
}

function inPieces(text: string, delimiter: string, least: number): { cells: string[][]; isClosed: boolean } {
  const records = [...recordsIn(text, delimiter, least)];
  const cells = records.flatMap(record => (record === UNCLOSED ? [] : [[...record.cells]]));
  return { cells, isClosed: records.at(-1) !== UNCLOSED };
}

const texts = fc
  .array(
    fc.constantFrom('a', 'b c', ',', ';', '\n', '\n', '\r\n', '\r', '"', '""', '"d,e"', '"f\ng"', ',"h ""i"""\n'),
    {
      maxLength: 40,
    },
  )
  .map(parts => parts.join(''));

describe('a text read in pieces', () => {
  test('has the records that csv-parse finds in the whole', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(',', ';', '\t', '|'), fc.integer({ min: 1, max: 30 }), (text, by, least) => {
        expect(inPieces(text, by, least)).toEqual(byCsvParse(text, by));
      }),
      { numRuns: 3000 },
    );
  });

  test('shows the records with quotes as they are written', () => {
    const records = [...recordsIn('a,"b""c"\r\nd,e\n"f\ng",h', ',', 1)];
    expect(records.map(record => (record === UNCLOSED ? record : record.quoted))).toEqual([
      'a,"b""c"',
      null,
      '"f\ng",h',
    ]);
  });
});

test('a text is worked out once, and a column of too many texts is worked out cell by cell', () => {
  const asked: string[] = [];
  const lengthOf = remembered(text => {
    asked.push(text);
    return [text.length];
  });
  expect(lengthOf('DE')).toBe(lengthOf('DE'));
  expect(asked).toEqual(['DE']);
  for (let index = 0; index < 10_000; index++) expect(lengthOf(`${index}`)).toEqual([`${index}`.length]);
  expect(lengthOf('DE')).toEqual([2]);
});
