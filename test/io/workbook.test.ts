import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook, writeWorkbook } from '../../src/io/workbook.ts';

const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '00123', ' b ', '=1+1', "'=1", '@x', '1.50', 'TRUE', '#N/A', '2026-01-01', 'a\r\nb\rc\n'),
  fc.constantFrom('_x0041_', '_x005F_', 'a_x000D_b', '_x0_x0041_', '<&>"', ']]>', '\u0000', '\u2028', '\ufeff'),
);

/** The last cell of each row and of the table is filled: what is empty beyond it is not told apart from nothing. */
const rows = fc
  .array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  .map(table => table.map(row => [...row, '.']));

function padded(table: readonly (readonly string[])[]): string[][] {
  const width = Math.max(...table.map(row => row.length));
  return table.map(row => [...row, ...Array<string>(width - row.length).fill('')]);
}

describe('a workbook', () => {
  test('holds any text again that was written into it', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async table => {
        const { value } = await readWorkbook('b.xlsx', await writeWorkbook([{ name: 'Tü b#1', rows: table }]));
        expect(value?.sheets.map(({ name }) => name)).toEqual(['Tü b#1']);
        expect(value?.sheets[0]?.rows).toEqual(padded(table));
      }),
      { numRuns: 300 },
    );
  });

  test('is the same to the byte for the same sheets', async () => {
    const sheets = [{ name: 'Mentors', rows: [['name'], ['Ada']] }];
    expect(await writeWorkbook(sheets)).toEqual(await writeWorkbook(sheets));
  });
});
