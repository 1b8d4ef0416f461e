/** @module-tag slow */

import fc from 'fast-check';
import { type Cell, writeXlsx } from 'hucre';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/io/write-workbook.ts';
import { runs } from '../support/runs.ts';
import { tableOf } from '../support/tables.ts';

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '00123', ' b ', '=1+1', "'=1", '@x', '1.50', 'TRUE', '#N/A', '2026-01-01', 'a\r\nb\rc\n'),
  fc.constantFrom('_x0041_', '_x005F_', 'a_x000D_b', '_x0_x0041_', '<&>"', ']]>', '\u0000', '\u2028', '\ufeff'),
);

/** The last cell of each row is filled: what is empty beyond it is not told apart from nothing. */
const rows = fc
  .array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  .map(table => table.map(row => [...row, '.']));

describe('a workbook', () => {
  test('holds any text again that was written into it', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async table => {
        const { value } = await readWorkbook('b.xlsx', await writeWorkbook([{ name: 'Tü b#1', rows: table }]));
        expect(value?.sheets.map(({ name }) => name)).toEqual(['Tü b#1']);
        expect(value?.sheets[0]?.rows).toEqual(table);
      }),
      { numRuns: runs(300) },
    );
  });

  test('is the same to the byte for the same sheets', async () => {
    const sheets = [{ name: 'Mentors', rows: [['name'], ['Ada']] }];
    expect(await writeWorkbook(sheets)).toEqual(await writeWorkbook(sheets));
  });

  test('gives numbers as a person sees them, results of formulas, and formulas without one by their place', async () => {
    const cells = new Map<string, Partial<Cell>>([
      ['0,0', { value: 0.1 + 0.2, type: 'number' }],
      ['0,1', { value: 7, type: 'number', style: { numFmt: '0000' } }],
      ['0,2', { value: true, type: 'boolean' }],
      ['1,0', { value: 5, type: 'formula', formula: '2+3', formulaResult: 5 }],
      ['1,1', { value: null, type: 'formula', formula: 'A1' }],
      ['1,2', { value: '#N/A', type: 'error' }],
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [], cells }] });
    const { value } = await readWorkbook('b.xlsx', bytes);
    expect(value?.sheets[0]?.rows).toEqual([
      ['0.3', '0007', 'TRUE'],
      ['5', '', '#N/A'],
    ]);
    expect(value?.sheets[0]?.unknown).toEqual([{ row: 1, column: 1 }]);
  });

  test.each([
    ['an archive of other things', 'UEsDBA==', 'E101'],
    ['an old Office file', '0M8R4KGxGuE=', 'E003'],
  ])('that is %s is refused', async (_, base64, code) => {
    const { value, problems } = await readWorkbook('b.xlsx', Buffer.from(base64, 'base64'));
    expect(value).toBeNull();
    expect(problems.map(problem => problem.code)).toEqual([code]);
  });

  test('with a row of nothing but formulas that no program has worked out is told of each', async () => {
    const cells = new Map<string, Partial<Cell>>([
      ['1,0', { value: null, type: 'formula', formula: 'X!A1' }],
      ['1,1', { value: null, type: 'formula', formula: 'X!B1' }],
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [['name', 'email']], cells }] });
    const { value, problems } = tableOf(bytes, { workbook: await readWorkbook('b.xlsx', bytes) });
    expect(value?.rows.map(({ row }) => row)).toEqual([2]);
    expect(problems.map(({ code, row, column }) => [code, row, column])).toEqual([
      ['E109', 2, 'name'],
      ['E109', 2, 'email'],
    ]);
  });
});
