/** @module-tag slow */

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { MatchFlags } from '../../src/commands/match.ts';
import { readWorkbook } from '../../src/io/workbook.ts';
import { writeWorkbook } from '../../src/io/write-workbook.ts';
import { filesIn, runMatch, runVerify, workFolder } from '../support/run.ts';

const MENTORS = [
  'id,name,email,department,country,capacity',
  '001,Ada Lang,ada@example.org,Sales,DE,2',
  '002,Ben Okoro,ben@example.org,Finance,FR,1',
  '003,Cem Aydin,cem@example.org,IT,DE,1',
];
const MENTEES = [
  'id,name,email,department,country',
  '101,Dora Nagy,dora@example.org,Legal,DE',
  '102,Eva Lind,eva@example.org,Legal,FR',
  '103,Finn Roth,finn@example.org,Sales,DE',
];

type Decisions = Readonly<Record<string, { readonly status?: string; readonly note?: string }>>;

/** A small programme and its first run, with a workbook. */
async function begin() {
  const folder = workFolder();
  const run = join(folder, 'run');
  const flags: MatchFlags = {
    ...{ mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv'), out: run, config: null },
    ...{ gates: [], workbook: true },
  };
  writeFileSync(flags.mentors!, MENTORS.join('\n'));
  writeFileSync(flags.mentees!, MENTEES.join('\n'));
  expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  const { workbook: _, ...plain } = flags;
  return { run, flags: plain };
}

function openRun(run: string) {
  const path = join(run, 'run.xlsx');
  return readWorkbook(path, readFileSync(path)).value!.sheets;
}

function rowsIn(run: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = openRun(run)[0]!.rows;
  return rows.map(row => Object.fromEntries(header!.map((name, at) => [name, row[at] ?? ''])));
}

/** Saves run.xlsx with what somebody decided in it, by the ids of the two. */
async function decideInWorkbook(run: string, decisions: Decisions): Promise<void> {
  const sheets = openRun(run).map(({ name, rows }) => ({ name, rows }));
  const [tandems, ...others] = sheets;
  const header = tandems!.rows[0]!;
  const rows = tandems!.rows.map(row => {
    const decided: Readonly<Record<string, string>> = decisions[`${row[0]} ${row[header.indexOf('mentee_id')]}`] ?? {};
    return header.map((name, at) => decided[name] ?? row[at] ?? '');
  });
  writeFileSync(join(run, 'run.xlsx'), await writeWorkbook([{ ...tandems!, rows }, ...others]));
}

function csvRowsIn(run: string, file: string): Record<string, string>[] {
  return parse(readFileSync(join(run, file), 'utf8'), { bom: true, columns: true });
}

/** The same in tandems.csv. */
function decideInCsv(run: string, decisions: Decisions): void {
  const file = join(run, 'tandems.csv');
  const rows = csvRowsIn(run, 'tandems.csv').map(row => ({
    ...row,
    ...decisions[`${row['mentor_id']} ${row['mentee_id']}`],
  }));
  const lines = [Object.keys(rows[0]!), ...rows.map(row => Object.values(row))].map(cells => cells.join(','));
  writeFileSync(file, lines.join('\r\n'));
}

function statusesIn(run: string): Record<string, string> {
  return Object.fromEntries(
    csvRowsIn(run, 'tandems.csv').map(row => [`${row['mentor_id']} ${row['mentee_id']}`, row['status']!]),
  );
}

describe('run.xlsx', () => {
  test('holds what the run holds, ids as texts and points as numbers, the same bytes each time', async () => {
    const { run, flags } = await begin();
    expect(openRun(run).map(({ name }) => name)).toEqual(['tandems', 'unmatched', 'summary', 'rules']);
    expect(rowsIn(run)).toEqual(csvRowsIn(run, 'tandems.csv'));
    const before = readFileSync(join(run, 'run.xlsx'));
    expect(await runMatch({ ...flags, workbook: true })).toMatchObject({ exit: 0 });
    expect(readFileSync(join(run, 'run.xlsx')).equals(before)).toBe(true);
    expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
  });

  test('may lie in a folder whose name begins like that of another, up to a #', async () => {
    const { run, flags } = await begin();
    mkdirSync(`${run}-2`);
    const out = `${run}-2#b`;
    expect(await runMatch({ ...flags, out })).toMatchObject({ exit: 0 });
    expect(await runMatch({ ...flags, out, workbook: true })).toMatchObject({ exit: 0 });
    await decideInWorkbook(out, { '001 101': { status: 'approved' } });
    expect(await runMatch({ ...flags, out })).toMatchObject({ exit: 0 });
    expect(statusesIn(out)).toMatchObject({ '001 101': 'approved' });
  });

  test('is written again where it stands, without the flag, and not with --fresh', async () => {
    const { run, flags } = await begin();
    await decideInWorkbook(run, { '001 101': { status: 'approved' } });
    expect(await runMatch(flags)).toMatchObject({ exit: 0, out: expect.stringContaining('run.xlsx') });
    expect(rowsIn(run).find(({ mentee_id }) => mentee_id === '101')).toMatchObject({ status: 'approved' });
    expect(await runMatch({ ...flags, fresh: true })).toMatchObject({ exit: 0 });
    expect(existsSync(join(run, 'run.xlsx'))).toBe(false);
  });

  test('takes decisions and notes, as tandems.csv does', async () => {
    const { run, flags } = await begin();
    await decideInWorkbook(run, {
      '001 101': { status: 'Approved', note: '=went well' },
      '002 103': { status: 'declined', note: 'they share an office' },
    });
    const { err } = await runMatch(flags);
    expect(err.replaceAll(run, 'run')).toBe(
      'Decisions taken from run: 1 approved tandem stays, 1 declined pair is not offered again. All other tandems are made anew. To start without decisions, add --fresh.\n',
    );
    expect(statusesIn(run)).toMatchObject({ '001 101': 'approved' });
    expect(csvRowsIn(run, 'declined.csv')).toMatchObject([
      { mentor_id: '002', mentee_id: '103', note: 'they share an office' },
    ]);
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
    const before = filesIn(run);
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    expect(filesIn(run)).toEqual(before);
  });

  test('is understood as LibreOffice saves it', async () => {
    const { run, flags } = await begin();
    copyFileSync('fixtures/run-workbook/saved-by-libreoffice.xlsx', join(run, 'run.xlsx'));
    expect(await runMatch(flags)).toMatchObject({
      exit: 0,
      err: expect.stringContaining('1 approved tandem stays, 1 declined pair is not offered again'),
    });
    expect(rowsIn(run)[0]).toMatchObject({ mentor_id: '001', status: 'approved', note: `'=went "well"` });
    expect(csvRowsIn(run, 'declined.csv')).toMatchObject([{ mentor_id: '002', mentee_id: '103' }]);
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
  });

  test('counts beside tandems.csv: what somebody changed in either does', async () => {
    const { run, flags } = await begin();
    await decideInWorkbook(run, { '001 101': { status: 'approved' } });
    decideInCsv(run, { '002 103': { status: 'declined' }, '003 102': { note: 'meet in May', status: 'approved' } });
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    expect(statusesIn(run)).toMatchObject({ '001 101': 'approved', '003 102': 'approved' });
    expect(csvRowsIn(run, 'declined.csv')).toHaveLength(1);
    expect(rowsIn(run).find(({ mentor_id }) => mentor_id === '003')).toMatchObject({ note: 'meet in May' });
  });

  test.each([decideInWorkbook, decideInCsv])(
    'lets an approval be taken back in either, and tells it: %o',
    async take => {
      const { run, flags } = await begin();
      await decideInWorkbook(run, { '001 101': { status: 'approved' } });
      expect(await runMatch(flags)).toMatchObject({ exit: 0 });
      await take(run, { '001 101': { status: 'draft' } });
      const { exit, err } = await runMatch(flags);
      expect({ exit, err }).toMatchObject({ exit: 0, err: expect.stringContaining('W199') });
      expect(err).toContain('the tandem of Ada Lang and Dora Nagy is not approved any more');
      expect(statusesIn(run)).not.toMatchObject({ '001 101': 'approved' });
      expect((await runMatch(flags)).err).not.toContain('W199');
    },
  );

  test('and tandems.csv may not decide differently: both are named, and nothing is written', async () => {
    const { run, flags } = await begin();
    await decideInWorkbook(run, { '001 101': { status: 'approved', note: 'one' }, '002 103': { note: 'first' } });
    decideInCsv(run, { '001 101': { status: 'declined', note: 'one' }, '002 103': { note: 'second' } });
    const before = filesIn(run);
    const { exit, err } = await runMatch(flags);
    expect(exit).toBe(2);
    expect(filesIn(run)).toEqual(before);
    expect(err.replaceAll(run, 'run').replaceAll(/\s+/gu, ' ')).toContain(
      'for the tandem of Ada Lang and Dora Nagy this file says "declined", and row 2 of run/run.xlsx#tandems says "approved"',
    );
    expect(err).toContain('"first"');
    decideInCsv(run, { '001 101': { status: '' }, '002 103': { note: '' } });
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  });

  test('tells once of an approved tandem whose person is gone, and not where it was taken back', async () => {
    const { run, flags } = await begin();
    await decideInWorkbook(run, { '001 101': { status: 'approved' } });
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
    writeFileSync(flags.mentees!, MENTEES.filter(line => !line.startsWith('101')).join('\n'));
    const { exit, err } = await runMatch(flags);
    expect(exit).toBe(2);
    expect(err.match(/Dora Nagy is not among/gu)).toHaveLength(1);
    await decideInWorkbook(run, { '001 101': { status: 'draft' } });
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  });

  test('does for tandems.csv where that is gone, as the previous run too', async () => {
    const { run, flags } = await begin();
    await decideInWorkbook(run, { '001 101': { status: 'approved' } });
    rmSync(join(run, 'tandems.csv'));
    const previous = join(run, 'run.xlsx');
    expect(await runMatch({ ...flags, previous })).toMatchObject({ exit: 0 });
    expect(statusesIn(run)).toMatchObject({ '001 101': 'approved' });
    expect(await runVerify(run)).toMatchObject({ exit: 0 });
    const out = join(workFolder(), 'next');
    expect(await runMatch({ ...flags, previous, out })).toMatchObject({ exit: 0 });
    expect(statusesIn(out)).toMatchObject({ '001 101': 'approved' });
  });

  test('of a previous run that is named by its tandems.csv is said not to be read', async () => {
    const { run, flags } = await begin();
    const out = join(workFolder(), 'next');
    const { err } = await runMatch({ ...flags, previous: join(run, 'tandems.csv'), out });
    expect(err).toContain('W200');
    const named = await runMatch({ ...flags, previous: join(run, 'run.xlsx'), out: join(workFolder(), 'other') });
    expect(named.err).not.toContain('W200');
  });
});
