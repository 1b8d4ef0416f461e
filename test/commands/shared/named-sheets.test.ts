import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../src/commands/shared/inputs.ts';
import type { WrittenSheet } from '../../../src/domain/workbook.ts';
import { writeWorkbook } from '../../../src/io/write-workbook.ts';
import { findRoleSheet } from '../../../src/parse/text/sheet-names.ts';
import { runMatch, runVerify, workFolder } from '../../support/run.ts';
import { told } from '../../support/told.ts';

const HEADER = ['id', 'name', 'email', 'department', 'country'];
const person = (id: string, name: string, department: string) => [id, name, `${id}@example.org`, department, 'DE'];
const mentors = [HEADER, person('m1', 'Ada Brandt', 'IT'), person('m2', 'Ben Koch', 'HR')];
const mentees = [HEADER, person('e1', 'Eva Lind', 'HR'), person('e2', 'Finn Ost', 'IT')];
const notes = [['Ask HR']];
const limits = [
  ['country', 'side', 'max'],
  ['DE', 'mentor', '1'],
];

async function bookOf(...sheets: readonly WrittenSheet[]): Promise<string> {
  const file = join(workFolder(), 'book.xlsx');
  writeFileSync(file, await writeWorkbook(sheets));
  return file;
}

const sheet = (name: string, rows: readonly (readonly string[])[]) => ({ name, rows });

describe('a sheet of a workbook', () => {
  test.each([
    ['Mentors', 'Mentees'],
    ['Mentoren', 'Mentees 2026'],
    ['1 mentorzy', 'Liste der Mentees'],
    ['MENTORI', 'Mentorés'],
  ])('called like what is looked for is taken, and told: %s and %s', async (one, other) => {
    const book = await bookOf(
      sheet(one, mentors),
      sheet('Notes', notes),
      sheet(other, mentees),
      sheet('Limits', limits),
    );
    const { programme, paths, problems } = await readInputs({ mentors: book, mentees: book, limits: book });
    expect(programme?.roster.mentors.map(({ id }) => id)).toEqual(['m1', 'm2']);
    expect(programme?.roster.mentees.map(({ id }) => id)).toEqual(['e1', 'e2']);
    expect(programme?.terms.limits).toHaveLength(1);
    expect(paths.sheets.mentors).toBe(`${book}#${one}`);
    expect(problems.map(told).map(({ code, message }) => [code, message])).toEqual([
      ['W116', `rmentor reads the sheet "${one}" as mentors, not "Notes", "${other}" or "Limits"`],
      ['W116', `rmentor reads the sheet "${other}" as mentees, not "${one}", "Notes" or "Limits"`],
      ['W116', `rmentor reads the sheet "Limits" as limits, not "${one}", "Notes" or "${other}"`],
    ]);
  });

  test.each([
    ['two are called so', ['Mentors', 'Mentoren']],
    ['none is', ['North', 'South']],
    ['a name speaks of both', ['Mentors and mentees', 'All']],
  ])('is not chosen by its name where %s', async (_, names) => {
    const book = await bookOf(...names.map(name => sheet(name, mentors)));
    const { problems } = await readInputs({ mentors: book, mentees: `${book}#${names[0]}` });
    expect(problems.map(({ code }) => code)).toContain('E115');
  });

  test('that somebody has hidden is not chosen by its name', () => {
    const grid = (name: string, isHidden: boolean) => ({
      name,
      isHidden,
      hiddenRows: [],
      rows: [['a']],
      unknown: [],
      shown: [],
      merged: [],
    });
    const sheets = [grid('Mentors', true), grid('North', false), grid('South', false)];
    expect(findRoleSheet({ kind: 'Excel workbook', sheets }, 'mentors')).toBeNull();
  });

  test('is what a run of it is verified from, with a semicolon between cells, or what the config says', async () => {
    const book = await bookOf(sheet('Mentors', mentors), sheet('Mentees', mentees));
    const folder = workFolder();
    const config = join(folder, 'config.json');
    writeFileSync(config, JSON.stringify({ delimiter: '|', without: ['below'] }));
    for (const [flags, first] of [
      [{ config: null }, 'mentor_id;'],
      [{ config }, 'mentor_id|'],
      [{ config, delimiter: ',' }, 'mentor_id,'],
    ] as const) {
      const out = join(folder, first.at(-1) === '|' ? 'bar' : first.at(-1) === ';' ? 'semicolon' : 'comma');
      expect(await runMatch({ mentors: book, mentees: book, out, ...flags })).toMatchObject({ exit: 0 });
      expect(readFileSync(join(out, 'tandems.csv'), 'utf8').slice(1)).toSatisfy((text: string) =>
        text.startsWith(first),
      );
      expect(await runVerify(out)).toMatchObject({ exit: 0 });
    }
  });
});
