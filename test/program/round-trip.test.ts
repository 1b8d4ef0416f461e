/** @module-tag slow */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutraliseFormula } from '../../src/domain/formula.ts';
import type { Problem } from '../../src/domain/problems.ts';
import { clean } from '../../src/domain/text.ts';
import { readWorkbook } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/io/write-workbook.ts';
import { writeExcelCsv } from '../../src/render/run/csv.ts';
import { runs } from '../support/runs.ts';
import { tableOf } from '../support/tables.ts';

const HEADER = ['name', 'email', 'department', 'country', 'what else?'];

/** Any text as a table holds it. U+FFFD stands for a character that was lost: that is told, and no text. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      '',
      '=1+1',
      "'=1",
      "''@x",
      '-Anna',
      '+49 89',
      '\t=x',
      '"',
      '""',
      'a "b" c',
      '" x',
      'sep=;',
      "'",
      '＝1',
    ),
    fc.constantFrom(
      ';',
      ',',
      '|',
      '\t',
      'a;b',
      'c,d\ne',
      'f\r\ng\rh',
      '00123',
      '1,5',
      'TRUE',
      '\u0000',
      '_x0041_',
      '\u0085',
    ),
  )
  .filter(cell => !cell.includes('\ufffd'))
  .map(clean);

const rows = fc.array(fc.tuple(text, fc.constant('ada@example.org'), text, text, text), { minLength: 1, maxLength: 8 });

/** Any text is odd to readers now and then (W147), which takes nothing from it. */
const beside = (problems: readonly Problem[]) => problems.filter(({ code }) => code !== 'W147');

const written = (table: readonly (readonly string[])[]) => table.map((cells, index) => ({ row: index + 2, cells }));

describe('a table of any text is the same after it was written and read', () => {
  test('through CSV', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(';', ',', '\t', '|'), (table, delimiter) => {
        const safe = table.map(row => row.map(neutraliseFormula));
        const csv = [...writeExcelCsv({ header: HEADER, rows: safe }, delimiter)].join('');
        const { value, problems } = tableOf(Buffer.from(csv));
        expect(beside(problems)).toEqual([]);
        expect(value?.header).toEqual(HEADER);
        expect(value?.rows.map(({ row, cells }) => ({ row, cells }))).toEqual(written(table));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('through a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async table => {
        const bytes = await writeWorkbook([{ name: 'People', rows: [HEADER, ...table] }]);
        const { value, problems } = tableOf(bytes, { workbook: await readWorkbook('people.xlsx', bytes) });
        expect(beside(problems)).toEqual([]);
        expect(value?.rows).toEqual(written(table));
      }),
      { numRuns: runs(200) },
    );
  });
});
