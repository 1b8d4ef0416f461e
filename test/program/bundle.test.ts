import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWorkbook } from '../../src/io/write-workbook.ts';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

/** A programme with every kind of input, and a bundle of its run. */
async function makeBundledRun() {
  const folder = workFolder();
  const put = (name: string, lines: readonly string[]) => writeFileSync(join(folder, name), lines.join('\n'));
  put('Anmeldung 2026.csv', ['id,name,department,country', 'm1,Ada Lang,Sales,DE', 'm2,Ben Okoro,IT,FR']);
  put('Chefs.tsv', ['id\tname\tdepartment\tcountry', 'e1\tDora Nagy\tLegal\tDE', 'e2\tEva Lind\tSales\tFR']);
  put('limits.csv', ['country,side,max', 'DE,mentee,1']);
  put('pairs.csv', ['mentor,mentee,action,points', 'm1,e2,score,7']);
  put('old.csv', ['mentor,mentee', 'm2,e1']);
  put('older.csv', ['mentor,mentee', 'm9,e9']);
  const config = {
    ...{ mentors: 'Anmeldung 2026.csv', mentees: 'Chefs.tsv', limits: 'limits.csv', pairs: 'pairs.csv' },
    ...{ history: ['old.csv', 'older.csv'], out: 'run', prefer: [{ rule: 'different', field: 'country', weight: 3 }] },
  };
  put('rmentor.config.json', [JSON.stringify(config)]);
  const flags = { config: join(folder, 'rmentor.config.json'), bundle: true };
  const said = await runMatch(flags);
  expect(said, said.err).toMatchObject({ exit: 0 });
  return { folder, flags, run: join(folder, 'run') };
}

test('a bundled run holds its inputs as they were, and verifies anywhere, alone', async () => {
  const { folder, run } = await makeBundledRun();
  const names = readdirSync(run).filter(name => name.startsWith('input-'));
  expect(names).toEqual([
    'input-config.json',
    'input-history-1.csv',
    'input-history-2.csv',
    'input-limits.csv',
    'input-mentees.tsv',
    'input-mentors.csv',
    'input-pairs.csv',
  ]);
  expect(readFileSync(join(run, 'input-mentors.csv'))).toEqual(readFileSync(join(folder, 'Anmeldung 2026.csv')));
  const elsewhere = join(workFolder(), 'sent');
  cpSync(run, elsewhere, { recursive: true });
  rmSync(folder, { recursive: true });
  const { exit, out } = await runVerify(elsewhere);
  expect(out).toMatch(/^PROVEN/u);
  expect(exit).toBe(0);
  const copy = join(elsewhere, 'input-mentors.csv');
  writeFileSync(copy, readFileSync(copy, 'utf8').replace('Ada Lang', 'Ida Lang'));
  expect((await runVerify(elsewhere)).out).toContain('(input-mentors.csv) was changed since this run');
});

test('inputs of a bundle are replaced with the run, other files stay, and no input is written over', async () => {
  const { folder, flags, run } = await makeBundledRun();
  writeFileSync(join(run, 'input-notes.txt'), 'mine');
  const more = { ...flags, force: true };
  expect(await runMatch({ ...more, bundle: false })).toMatchObject({ exit: 0 });
  expect(readdirSync(run).filter(name => name.startsWith('input-'))).toEqual(['input-notes.txt']);
  expect(await runMatch(more)).toMatchObject({ exit: 0 });
  const before = readFileSync(join(run, 'input-mentors.csv'));
  await expect(runMatch({ ...more, mentors: join(run, 'input-mentors.csv') })).rejects.toMatchObject({ exit: 2 });
  expect(readFileSync(join(run, 'input-mentors.csv'))).toEqual(before);
  const other = join(folder, 'other');
  expect(await runMatch({ ...more, mentors: join(run, 'input-mentors.csv'), out: other })).toMatchObject({ exit: 0 });
  expect((await runVerify(other)).out).toMatch(/^PROVEN/u);
});

test('a run verifies when the whole folder of its programme is moved, and alone where flags name the sheets', async () => {
  const { folder, flags, run } = await makeBundledRun();
  expect(await runMatch({ ...flags, bundle: false })).toMatchObject({ exit: 0 });
  const moved = join(workFolder(), 'moved');
  cpSync(folder, moved, { recursive: true });
  const alone = join(workFolder(), 'alone');
  cpSync(run, alone, { recursive: true });
  rmSync(run, { recursive: true });
  expect((await runVerify(join(moved, 'run'))).out).toMatch(/^PROVEN/u);
  const at = (name: string) => join(folder, name);
  const sheets = {
    ...{
      mentors: at('Anmeldung 2026.csv'),
      mentees: at('Chefs.tsv'),
      limits: at('limits.csv'),
      pairs: at('pairs.csv'),
    },
    history: [at('older.csv'), at('old.csv')],
  };
  expect((await runVerify(alone, sheets)).out).toMatch(/^PROVEN/u);
});

test('two sheets of one workbook are one file of the bundle, which is proven alone', async () => {
  const folder = workFolder();
  const [book, run] = [join(folder, 'Programm 2026.xlsx'), join(folder, 'run')];
  const sheets = [
    {
      name: 'Mentoren',
      rows: [
        ['id', 'name', 'department'],
        ['007', 'Ada Lang', 'Sales'],
        ['m2', 'Ben Okoro', 'IT'],
      ],
    },
    {
      name: 'Mentees',
      rows: [
        ['id', 'name', 'department'],
        ['e1', 'Dora Nagy', 'Legal'],
        ['e2', 'Eva Lind', 'Sales'],
      ],
    },
  ];
  writeFileSync(book, await writeWorkbook(sheets));
  const flags = { mentors: `${book}#Mentoren`, mentees: `${book}#Mentees`, config: null, out: run, bundle: true };
  expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  expect(readdirSync(run).filter(name => name.startsWith('input-'))).toEqual(['input-mentors.xlsx']);
  expect(readFileSync(join(run, 'input-mentors.xlsx'))).toEqual(readFileSync(book));
  const elsewhere = join(workFolder(), 'sent');
  cpSync(run, elsewhere, { recursive: true });
  rmSync(folder, { recursive: true });
  expect((await runVerify(elsewhere)).out).toMatch(/^PROVEN/u);
});
