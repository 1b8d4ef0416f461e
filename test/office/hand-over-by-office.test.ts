import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { AUDIENCES } from '../../src/domain/hand-over.ts';
import { beginApproved, beginHostile, runExport } from '../support/hand-over.ts';
import { OFFICE } from '../support/office.ts';
import { readRows } from '../support/run-rows.ts';

/** The cells of a table as LibreOffice has them, formulas shown as such. */
function readByOffice(path: string, folder: string): string[][] {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const out = join(folder, 'read');
  mkdirSync(out, { recursive: true });
  // The last but one: formulas instead of what they come to.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true';
  const args = [profile, '--headless', '--convert-to', filter, '--outdir', out, path];
  const { status, stderr } = spawnSync(OFFICE ?? 'soffice', args, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(stderr);
  const name = path
    .split('/')
    .at(-1)!
    .replace(/\.\w+$/u, '.csv');
  return parse(readFileSync(join(out, name), 'utf8'), { bom: true, relax_column_count: true });
}

test('LibreOffice reads from a workbook for a mail merge what the CSV for people says', {
  timeout: 300_000,
}, async () => {
  const handed = await beginApproved();
  const [books, sheets] = [join(handed.folder, 'books'), join(handed.folder, 'sheets')];
  const audience = [...AUDIENCES];
  expect(await runExport(handed, { to: 'mail-merge', audience, out: books })).toMatchObject({ exit: 0 });
  expect(await runExport(handed, { to: 'csv', audience, out: sheets })).toMatchObject({ exit: 0 });
  for (const group of ['mentors', 'mentees']) {
    const [header = [], ...rows] = readByOffice(join(books, `${group}.xlsx`), handed.folder);
    const read = rows.map(cells => Object.fromEntries(header.map((name, at) => [name, cells[at]])));
    expect(read).toEqual(readRows(join(sheets, `${group}.csv`)));
  }
});

test('LibreOffice reads from the pairs for a chat in a workbook what the CSV says', { timeout: 120_000 }, async () => {
  const handed = await beginApproved();
  const out = join(handed.folder, 'told');
  expect(await runExport(handed, { to: 'chat', out })).toMatchObject({ exit: 0 });
  const rows = parse(readFileSync(join(out, 'pairs.csv'), 'utf8')) as string[][];
  expect(rows.length).toBeGreaterThan(2);
  expect(readByOffice(join(out, 'pairs.xlsx'), handed.folder)).toEqual(rows);
});

test('LibreOffice finds no formula in what is handed over', { timeout: 300_000 }, async () => {
  const handed = await beginHostile();
  const [books, sheets] = [join(handed.folder, 'books'), join(handed.folder, 'sheets')];
  expect(await runExport(handed, { to: 'mail-merge', includeDraft: true, out: books })).toMatchObject({ exit: 0 });
  expect(await runExport(handed, { to: 'csv', includeDraft: true, out: sheets })).toMatchObject({ exit: 0 });
  const [header = [], ...rows] = readByOffice(join(books, 'mentors.xlsx'), handed.folder);
  const names = rows.map(cells => cells[header.indexOf('name')]);
  expect(names).toContain('=HYPERLINK("http://x.example","y")');
  expect(names).toContain('-2+3');
  const shown = readRows(join(sheets, 'mentors.csv')).map(({ name }) => name);
  expect(shown).toContain("'-2+3");
});
