import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSheets, splitSheetPath } from '../../src/io/sheets.ts';
import { writeWorkbook } from '../../src/io/write-workbook.ts';
import { workFolder } from '../support/run.ts';

describe('the name of a sheet', () => {
  test.each([
    ['mentors.csv', 'mentors.csv', null],
    ['book.xlsx#Mentors', 'book.xlsx', 'Mentors'],
    ['C#/round #2.xlsx#Run #1', 'C#/round #2.xlsx', 'Run #1'],
    ['C#/round #2.xlsx', 'C#/round #2.xlsx', null],
    ['-', '-', null],
  ])('%s', (name, path, sheet) => {
    const folder = workFolder();
    const here = (file: string) => (file === '-' ? file : join(folder, file.replaceAll('/', ' ')));
    if (path !== '-') writeFileSync(here(path), '');
    expect(splitSheetPath(here(name))).toEqual({ path: here(path), sheet });
  });

  test('of a workbook that is not there is taken apart at the first #', () => {
    expect(splitSheetPath('missing.xlsx#A#B')).toEqual({ path: 'missing.xlsx', sheet: 'A#B' });
  });
});

test('a workbook is known by its content, and read once for all of its sheets', async () => {
  const file = join(workFolder(), 'people.csv');
  const sheet = (name: string) => ({ name, rows: [['name'], [name]] });
  writeFileSync(file, await writeWorkbook([sheet('One'), sheet('Two')]));
  const found = await readSheets([`${file}#One`, `${file}#Two`]);
  const [one, two] = [...found.values()];
  expect([one?.sheet, two?.sheet]).toEqual(['One', 'Two']);
  expect(one?.workbook?.value?.sheets.map(({ name }) => name)).toEqual(['One', 'Two']);
  expect(two?.workbook).toBe(one?.workbook);
});
