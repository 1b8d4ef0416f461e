/** @module-tag slow */

import { cpSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { de } from '../../src/render/words/de/index.ts';
import { type Programme, programmes } from '../support/rosters.ts';
import { filesIn, runMatch, runVerify, workFolder, writeProgramme } from '../support/run.ts';
import { runs } from '../support/runs.ts';

const MENTORS = 'id,name,email,capacity\nm1,Mo Lind,mo@x.org,1\nm2,Max Roth,max@x.org,1\nm3,Mia Kern,mia@x.org,0\n';
const MENTEES = [
  'id,name,email,status',
  'e1,Eva Adler,eva@x.org,active',
  'e2,Finn Berg,finn@x.org,active',
  'e3,Gül Can,gul@x.org,active',
  'e4,Hal Dorn,hal@x.org,active',
  'e5,Ida Esch,ida@x.org,withdrawn',
];

/** A folder with a programme in which two of four mentees have to wait, and a run of it. */
async function firstRound() {
  const folder = workFolder();
  const path = (name: string) => join(folder, name);
  writeFileSync(path('mentors.csv'), MENTORS);
  writeFileSync(path('mentees.csv'), `${MENTEES.join('\n')}\n`);
  writeFileSync(
    path('rmentor.config.json'),
    '{ "preset": "none", "mentors": "mentors.csv", "mentees": "mentees.csv" }',
  );
  const flags = { config: path('rmentor.config.json') };
  expect(await runMatch({ ...flags, out: path('first') })).toMatchObject({ exit: 0 });
  return { path, flags };
}

function rowsOf(file: string): Record<string, string>[] {
  return parse(readFileSync(file), { columns: true, bom: true });
}

const idsOf = (file: string, role = 'mentee') =>
  rowsOf(file).flatMap(row => (row['role'] === role && row['reason'] !== 'withdrawn' ? [row['id']] : []));

describe('match --carry-over', () => {
  test('gives those who waited precedence, says so, and is proven', async () => {
    const { path, flags } = await firstRound();
    const said = await runMatch({ ...flags, carryOver: path('first'), out: path('second') });
    expect(said).toMatchObject({ exit: 0 });
    expect(said.err).toContain(`Priority + 1 for 2 mentees who had no tandem in ${path('first/unmatched.csv')}.\n`);
    const [before, now] = [idsOf(path('first/unmatched.csv')), idsOf(path('second/unmatched.csv'))];
    expect([...before, ...now].toSorted()).toEqual(['e1', 'e2', 'e3', 'e4']);
    expect(rowsOf(path('second/unmatched.csv'))[0]?.['evidence']).toContain(
      '(priority 1, had none in the earlier run)',
    );
    expect(await runVerify(path('second'))).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  });

  test('takes a folder and its unmatched.csv for the same', async () => {
    const { path, flags } = await firstRound();
    await runMatch({ ...flags, carryOver: path('first'), out: path('one') });
    await runMatch({ ...flags, carryOver: path('first/unmatched.csv'), out: path('two') });
    expect(filesIn(path('two'))).toEqual(filesIn(path('one')));
  });

  test('says who has nobody again, on the screen and in unmatched.csv', async () => {
    const { path, flags } = await firstRound();
    const waited = idsOf(path('first/unmatched.csv'));
    const stay = [MENTEES[0], ...MENTEES.filter(row => waited.some(id => row.startsWith(`${id},`)))];
    writeFileSync(path('mentees.csv'), `${stay.join('\n')}\n`);
    writeFileSync(path('mentors.csv'), 'id,name\nm1,Mo Lind\n');
    const { out } = await runMatch({ ...flags, carryOver: path('first'), out: path('second') });
    const [again] = rowsOf(path('second/unmatched.csv'));
    expect(out).toContain(`1 mentee again, as in the earlier run: ${again?.['name']}`);
    expect(again?.['evidence']).toMatch(/ Had no mentor in the earlier run either\.$/u);
    const german = await runMatch(
      { ...flags, carryOver: path('first'), out: path('third'), lang: 'de' },
      { words: de },
    );
    expect(german.out).toContain(`1 Mentee wieder, wie im früheren Lauf: ${again?.['name']}`);
    expect(german.err).toContain('Priorität + 1 für 2 Mentees ohne Tandem in');
  });

  test('finds people by their address, and counts who takes no part any more', async () => {
    const { path, flags } = await firstRound();
    const [one = '', two = ''] = idsOf(path('first/unmatched.csv'));
    const renamed = MENTEES.filter(row => !row.startsWith(`${two},`)).map(row => row.replace(`${one},`, 'new-id,'));
    writeFileSync(path('mentees.csv'), `${renamed.join('\n')}\n`);
    const said = await runMatch({ ...flags, carryOver: path('first'), out: path('second') });
    expect(said.err).toContain('Priority + 1 for 1 mentee who had no tandem in');
    expect(said.err).toContain('1 more had none there and takes no part as a mentee now.');
    expect(idsOf(path('second/unmatched.csv'))).not.toContain('new-id');
  });

  test('holds the file it was made from: another one is refuted, a moved or bundled one is read again', async () => {
    const { path, flags } = await firstRound();
    await runMatch({ ...flags, carryOver: path('first'), out: path('second') });
    await runMatch({ ...flags, carryOver: path('first'), out: path('bundled'), bundle: true });
    mkdirSync(path('elsewhere'));
    cpSync(path('first/unmatched.csv'), path('elsewhere/unmatched.csv'));
    renameSync(path('first'), path('moved'));
    expect(await runVerify(path('second'), { carryOver: path('elsewhere') })).toMatchObject({ exit: 0 });
    expect(await runVerify(path('bundled'))).toMatchObject({ exit: 0 });
    const says = 'was changed since this run, or this is another file';
    expect(await runVerify(path('second'), { carryOver: path('second') })).toMatchObject({
      exit: 4,
      out: expect.stringContaining(says),
    });
    expect(await runVerify(path('moved'), { carryOver: path('moved') })).toMatchObject({
      exit: 4,
      out: 'REFUTED: this run was made without --carry-over, and now it is given\n',
    });
  });

  test('never writes over the file it reads', async () => {
    const { path, flags } = await firstRound();
    await expect(runMatch({ ...flags, carryOver: path('first'), out: path('first') })).rejects.toThrow();
  });

  test('tells of a file that is none of a run', async () => {
    const { path, flags } = await firstRound();
    writeFileSync(path('list.csv'), 'id,name,reason\ne1,Eva Adler,mentors-full\n');
    const said = await runMatch({ ...flags, carryOver: path('list.csv'), out: path('second') });
    expect(said).toMatchObject({ exit: 2, err: expect.stringContaining('role') });
    writeFileSync(path('list.csv'), 'role,id,name,reason\nmenteee,e1,Eva Adler,mentors-full\n');
    const other = await runMatch({ ...flags, carryOver: path('list.csv'), out: path('second') });
    expect(other).toMatchObject({ exit: 2, err: expect.stringContaining('list.csv:2:role') });
  });

  test('comes to what the same priorities in the sheet come to', async () => {
    await fc.assert(
      fc.asyncProperty(programmes({ mentors: 4, mentees: 5 }), async programme => {
        const folder = workFolder();
        const [first, second, third] = ['first', 'second', 'third'].map(name => join(folder, name));
        const { exit } = await runMatch({ ...writeProgramme(programme, folder), out: first! });
        fc.pre(exit === 0);
        const waited = idsOf(join(first!, 'unmatched.csv'));
        const { exit: again } = await runMatch({
          ...writeProgramme(programme, folder),
          out: second!,
          carryOver: first!,
        });
        expect(again).toBe(0);
        expect(await runVerify(second!)).toMatchObject({ exit: 0 });
        await runMatch({ ...writeProgramme(raise(programme, waited), folder), out: third! });
        expect(rowsOf(join(second!, 'tandems.csv'))).toEqual(rowsOf(join(third!, 'tandems.csv')));
      }),
      { numRuns: Math.ceil(runs(200) / 4) },
    );
  });
});

function raise({ roster, terms }: Programme, ids: readonly (string | undefined)[]): Programme {
  const mentees = roster.mentees.map(person => ({
    ...person,
    priority: person.priority + (ids.includes(person.id) ? 1 : 0),
  }));
  return { roster: { ...roster, mentees }, terms };
}
