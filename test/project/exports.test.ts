import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../src/commands/shared/inputs.ts';
import { runMatch, runVerify, workFolder } from '../support/run.ts';
import { tableIn } from '../support/tables.ts';

const FOLDER = 'fixtures/exports';

async function read(file: string, own: Readonly<Record<string, readonly string[]>> = {}) {
  const { value, problems } = await tableIn(`${FOLDER}/${file}`, own);
  return { ...value, codes: problems.map(({ code, row }) => (row === null ? code : `${code}:${row}`)) };
}

describe('exports are read as what they hold', () => {
  test('a report of Workday: titles and prompts above, a blank row, a total below, a hidden sheet', async () => {
    const { headerRow, header, rows, codes } = await read('workday-report.xlsx');
    expect(headerRow).toBe(6);
    expect(header?.slice(0, 3)).toEqual(['Employee ID', 'Worker', 'Email - Primary Work']);
    expect(rows?.map(({ row, cells }) => [row, cells[0], cells[6]])).toEqual([
      [7, '000417', '2019-04-01'],
      [8, '001102', '2021-09-13'],
      [10, '020311', '2023-02-28'],
    ]);
    expect(codes).toEqual(['W117', 'W120:6', 'W122:11']);
  });

  test('answers of Google Forms: questions as column names, commas and line breaks in answers', async () => {
    const own = { name: ['What is your full name?'] };
    const { delimiter, rows, lineOf, codes } = await read('google-forms.csv', own);
    expect(delimiter).toBe(',');
    expect(rows?.map(({ cells }) => cells.slice(2))).toEqual([
      ['Carla Ruiz', 'Legal', 'Spain', 'Short video, Podcasts', 'I travel a lot,\nso remote is best.'],
      ["Tom O'Neill", 'Finance', 'Ireland', 'AI assistants', '"Thanks!"'],
    ]);
    expect(lineOf?.(3)).toBe(4);
    expect(codes).toEqual([]);
  });

  test('Polish Excel: Windows-1250, a cell of two lines, a row of nothing but delimiters, a total', async () => {
    const { encoding, delimiter, rows, codes } = await read('polish-excel-1250.csv');
    expect([encoding, delimiter]).toEqual(['Windows-1250', ';']);
    expect(rows?.map(({ row, cells }) => [row, cells[0], cells[2]])).toEqual([
      [2, 'Łukasz Żółć', 'Sprzedaż'],
      [3, 'Małgorzata Święcicka', 'Księgowość'],
      [4, 'Jiří Dvořák', 'Logistyka'],
    ]);
    expect(codes).toEqual(['W106', 'W122:6']);
  });

  test('French Excel: Windows-1252 with letters that other code pages share', async () => {
    const { encoding, rows } = await read('french-excel-1252.csv', { email: ['Adresse e-mail'], country: ['Pays'] });
    expect(encoding).toBe('Windows-1252');
    expect(rows?.map(({ cells }) => [cells[0], cells[1], cells[5]])).toEqual([
      ['Hélène', 'Lefèvre', 'Orléans'],
      ['François', 'D’Août', 'Liège'],
      ['Œdipe', 'Noël', 'Genève'],
    ]);
  });

  test('Turkish Excel: Windows-1254', async () => {
    const { encoding, rows } = await read('turkish-excel-1254.csv');
    expect(encoding).toBe('Windows-1254');
    expect(rows?.map(({ cells }) => cells[0])).toEqual(['Şükrü Yılmaz', 'Ayşe Çelik']);
  });

  test('LibreOffice: ids keep their zeros, days are days', async () => {
    const { delimiter, rows, codes } = await read('libre-office.ods');
    expect(delimiter).toBeNull();
    expect(rows?.map(({ cells }) => cells.slice(0, 6))).toEqual([
      ['00123', 'Jörg Müller', 'joerg.mueller@example.com', 'Öffentlichkeitsarbeit', 'Germany', '2021-03-04'],
      ['00124', 'Łukasz Żółć', 'lukasz.zolc@example.com', 'Sprzedaż', 'Poland', '2019-10-01'],
    ]);
    expect(codes).toEqual([]);
  });

  test('old Excel: refused, since nobody could say that it was read right', async () => {
    const { rows, codes } = await read('old-excel.xls');
    expect(rows).toBeUndefined();
    expect(codes).toEqual(['E140']);
  });

  test.each(['1900', '1904'])('days counted from %s, and a number that is shown with zeros', async year => {
    const { rows } = await read(`dates-of-${year}.xlsx`);
    expect(rows?.[0]?.cells).toEqual([
      ...['00123', 'Ada Lang', 'ada@example.org', 'Finance', 'Germany', '2021-03-04', '2026-01-07T08:59:12'],
    ]);
  });
});

describe('mentors and mentees in one sheet', () => {
  const book = `${FOLDER}/two-roles.xlsx`;

  test('are told apart by a column, in words of the config too', async () => {
    const config = `${FOLDER}/two-roles.config.json`;
    const { programme, problems } = await readInputs({ mentors: book, mentees: book, config });
    expect(problems).toEqual([]);
    expect(programme?.roster.mentors.map(({ id, row }) => [id, row])).toEqual([
      ['001', 2],
      ['002', 3],
    ]);
    expect(programme?.roster.mentees.map(({ id, row }) => [id, row])).toEqual([
      ['101', 4],
      ['102', 5],
      ['103', 6],
    ]);
  });

  test('the sheet may be named, and a word for no role is told', async () => {
    const named = { mentors: `${book}#Anmeldungen`, mentees: `${book}#anmeldungen`, config: null };
    const { programme, problems } = await readInputs(named);
    expect(programme).toBeNull();
    expect(problems.map(({ code, row, column }) => ({ code, row, column }))).toEqual([
      { code: 'E113', row: 6, column: 'Rolle' },
    ]);
  });
});

test('a run remembers the encoding that the call gave, so that it can be verified', async () => {
  const run = join(workFolder(), 'run');
  const config = join(workFolder(), 'rmentor.config.json');
  writeFileSync(config, '{ "preset": "none" }');
  const sheets = { mentors: `${FOLDER}/turkish-excel-1254.csv`, mentees: 'fixtures/first-steps/mentees.csv' };
  const flags = { config, ...sheets, encoding: 'cp1254' };
  const matched = await runMatch({ ...flags, out: run });
  expect(matched).toMatchObject({ exit: 0, err: expect.not.stringContaining('W106') });
  expect(JSON.parse(readFileSync(join(run, 'certificate.json'), 'utf8'))).toMatchObject({ encoding: 'cp1254' });
  expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
});

test('a problem that shows only with both sheets read tells its line too', async () => {
  const folder = workFolder();
  const header = 'id;name;email;department;country;remark;wish_1\n';
  const mentors = join(folder, 'mentors.csv');
  writeFileSync(mentors, `${header}m1;Ada;ada@example.org;IT;DE;"two\nlines";\nm2;Ben;ben@example.org;IT;DE;;x99\n`);
  const { problems } = await readInputs({ mentors, mentees: 'fixtures/first-steps/mentees.csv', config: null });
  expect(problems.map(({ code, row, line }) => [code, row, line])).toEqual([['W064', 3, 4]]);
});
