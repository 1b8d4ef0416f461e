/** @module-tag slow */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropCommand } from '../../src/commands/drop.ts';
import type { RepairFlags } from '../../src/commands/repair-run.ts';
import { programmes } from '../support/rosters.ts';
import { filesIn, listening, runMatch, runVerify, type Said, workFolder, writeProgramme } from '../support/run.ts';
import { runs } from '../support/runs.ts';

function runDrop(people: readonly string[], flags: RepairFlags): Promise<Said> {
  return listening(shell => dropCommand(people, flags, shell));
}

async function isProven(run: string): Promise<void> {
  expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
}

const MENTORS = [
  'id,name,email,department,country,capacity,status',
  '001,Ada Lang,ada@example.org,Sales,DE,2,',
  '002,Ben Okoro,ben@example.org,Finance,FR,1,',
  '003,Cem Aydin,cem@example.org,IT,DE,1,',
];
const MENTEES = [
  'id,name,email,department,country,status',
  '101,Dora Nagy,dora@example.org,Legal,DE,',
  '102,Eva Lind,eva@example.org,Legal,FR,',
  '103,Finn Roth,finn@example.org,Sales,DE,',
];

/** A small programme and its first run, in which everybody has a tandem and Ada Lang has a slot left. */
async function begin() {
  const folder = workFolder();
  const flags = {
    ...{ mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv') },
    ...{ out: join(folder, 'run'), config: null },
  };
  writeFileSync(flags.mentors, MENTORS.join('\n'));
  writeFileSync(flags.mentees, MENTEES.join('\n'));
  expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  const edit = (file: 'mentors' | 'mentees', from: string, to: string) =>
    writeFileSync(flags[file], readFileSync(flags[file], 'utf8').replace(from, to));
  return { folder, flags, edit, run: flags.out };
}

function decide(run: string, mentor: string, status: string): void {
  const file = join(run, 'tandems.csv');
  const lines = readFileSync(file, 'utf8').split('\r\n');
  writeFileSync(
    file,
    lines.map(line => (line.includes(`${mentor},`) ? line.replace(',draft,', `,${status},`) : line)).join('\r\n'),
  );
}

const certificate = (run: string) => JSON.parse(readFileSync(join(run, 'certificate.json'), 'utf8'));

describe('rmentor drop', () => {
  test('says who could step in and what to change, and writes a run that verifies, before and after that change', async () => {
    const { run, edit } = await begin();
    decide(run, '001', 'approved');
    const said = await runDrop(['Ben Okoro'], { from: run });
    expect(said).toMatchObject({ exit: 0, err: '' });
    expect(said.out).toContain('Ben Okoro (mentor, 002) leaves the run.');
    expect(said.out).toMatch(/Could step in while nobody else moves: Ada Lang \(\d+ points, /u);
    expect(said.out).toContain('mentors.csv, row 3 (Ben Okoro): write "withdrawn" in the column "status"');
    expect(certificate(run).decisions.left).toEqual([{ side: 'mentor', id: '002' }]);
    expect(readFileSync(join(run, 'tandems.csv'), 'utf8')).toMatch(/001,.*approved/u);
    await isProven(run);
    edit('mentors', 'FR,1,', 'FR,1,withdrawn');
    await isProven(run);
  });

  test('writes nothing with --dry-run, and elsewhere with --out, where nothing else may be', async () => {
    const { run, folder } = await begin();
    const before = filesIn(run);
    expect((await runDrop(['002'], { from: run, dryRun: true })).out).toContain('Nothing was written.');
    const out = join(folder, 'june');
    expect(await runDrop(['002'], { from: run, out })).toMatchObject({ exit: 0 });
    expect(filesIn(run)).toEqual(before);
    await isProven(out);
    await expect(runDrop(['003'], { from: run, out })).rejects.toMatchObject({ trouble: { kind: 'name-taken' } });
  });

  test('refuses nobody, somebody who has withdrawn, and a run whose sheets have changed', async () => {
    const { run, edit } = await begin();
    expect(await runDrop(['Nobody'], { from: run })).toMatchObject({ exit: 2, err: expect.stringContaining('E160') });
    await runDrop(['002'], { from: run });
    await expect(runDrop(['002'], { from: run })).rejects.toMatchObject({ trouble: { kind: 'has-withdrawn' } });
    edit('mentors', 'Sales', 'Legal');
    await expect(runDrop(['003'], { from: run })).rejects.toMatchObject({ trouble: { kind: 'inputs-changed' } });
  });

  test('is remembered by each later match, until the row says it or --rejoin ends it', async () => {
    const { flags, run, edit } = await begin();
    await runDrop(['002'], { from: run });
    const second = await runMatch(flags);
    expect(second.err).toContain('W210');
    expect(second.err).toContain('1 person who left is not paired');
    expect(certificate(run).decisions.left).toEqual([{ side: 'mentor', id: '002' }]);
    await isProven(run);
    const next = { ...flags, out: `${run}-june`, previous: join(run, 'tandems.csv') };
    expect((await runMatch(next)).err).toContain('W210');
    await isProven(next.out);
    expect(await runMatch({ ...flags, rejoin: ['Ben'] })).toMatchObject({ exit: 0, err: '' });
    expect(certificate(run).decisions).toBeUndefined();
    await runDrop(['002'], { from: run });
    edit('mentors', 'FR,1,', 'FR,1,withdrawn');
    expect(await runMatch(flags)).toMatchObject({ exit: 0, err: '' });
    expect(certificate(run).decisions).toBeUndefined();
  });

  test('moves others only as far as it may, never an approved tandem, and lists whom to tell', async () => {
    const { run, edit, flags } = await begin();
    edit('mentors', '001,Ada Lang,ada@example.org,Sales,DE,2', '001,Ada Lang,ada@example.org,Sales,DE,1');
    writeFileSync(join(run, '..', 'pairs.csv'), 'mentor,mentee,action\n004,102,ban\n004,103,ban\n003,103,ban\n');
    edit('mentors', 'IT,DE,1,', 'IT,DE,1,\n004,Dan Ode,dan@example.org,IT,DE,1,');
    const all = { ...flags, pairs: join(run, '..', 'pairs.csv') };
    await runMatch(all);
    const holder = readFileSync(join(run, 'tandems.csv'), 'utf8');
    const mentorOf = (mentee: string) =>
      holder
        .split('\r\n')
        .find(line => line.includes(`,${mentee},`))!
        .slice(0, 3);
    const leaving = mentorOf('102');
    const still = await runDrop([leaving], { from: run, dryRun: true });
    const moving = await runDrop([leaving], { from: run, mayMove: 2 });
    expect(moving.exit).toBe(0);
    expect(`${still.out}${moving.out}`).toContain('of 1 mentee who lost a mentor');
    await isProven(run);
  });

  test('writes runs that verify, whatever the programme', { timeout: 300_000 }, async () => {
    let dropped = 0;
    await fc.assert(
      fc.asyncProperty(
        programmes(),
        fc.nat(9),
        fc.boolean(),
        fc.constantFrom(0, 1, 9),
        async (programme, at, isMentor, mayMove) => {
          const folder = workFolder();
          const { previous: _, ...written } = writeProgramme(programme, folder);
          const flags = { ...written, out: join(folder, 'run') };
          if ((await runMatch(flags)).exit !== 0) return;
          const people = isMentor ? programme.roster.mentors : programme.roster.mentees;
          const said = await runDrop([people[at % people.length]!.id], { from: flags.out, mayMove });
          // Minimums may be out of reach with one person less.
          if (said.exit === 3) return;
          expect(said.exit).toBe(0);
          await isProven(flags.out);
          expect((await runMatch(flags)).exit).not.toBe(4);
          dropped++;
        },
      ),
      { numRuns: runs(40) },
    );
    expect(dropped).toBeGreaterThan(0);
  });
});
