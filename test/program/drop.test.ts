/** @module-tag slow */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropCommand } from '../../src/commands/drop.ts';
import type { RepairFlags } from '../../src/commands/repair-run.ts';
import { resealed } from '../support/forgeries.ts';
import { programmes } from '../support/rosters.ts';
import { filesIn, listening, runMatch, runVerify, type Said, workFolder, writeProgramme } from '../support/run.ts';
import { runs } from '../support/runs.ts';
import { isProven, MENTEES, MENTORS } from '../support/small-programme.ts';

function runDrop(people: readonly string[], flags: RepairFlags): Promise<Said> {
  return listening(shell => dropCommand(people, flags, shell));
}

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

interface Decisions {
  readonly left: readonly object[];
  readonly held: readonly object[];
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
    expect((await runMatch({ ...flags, fresh: true, dryRun: true })).err).toContain('--fresh forgets who left');
    expect(await runMatch({ ...flags, rejoin: ['Ben'] })).toMatchObject({ exit: 0, err: '' });
    expect(certificate(run).decisions).toBeUndefined();
    await runDrop(['002'], { from: run });
    edit('mentors', 'FR,1,', 'FR,1,withdrawn');
    expect(await runMatch(flags)).toMatchObject({ exit: 0, err: '' });
    expect(certificate(run).decisions).toBeUndefined();
  });

  test('moves others only as far as it may, never an approved tandem, and lists whom to tell', async () => {
    const { run, flags, folder } = await begin();
    writeFileSync(
      flags.mentors,
      [
        'id,name,email,capacity',
        'm1,Ada Lang,ada@example.org,1',
        'm2,Ben Okoro,ben@example.org,1',
        'm3,Cem Aydin,cem@example.org,1',
      ].join('\n'),
    );
    writeFileSync(
      flags.mentees,
      ['id,name,email', 'e1,Dora Nagy,dora@example.org', 'e2,Eva Lind,eva@example.org'].join('\n'),
    );
    const pairs = join(folder, 'pairs.csv');
    // Dora Nagy could have Cem Aydin only; Eva Lind has Cem Aydin, and could have Ben Okoro.
    writeFileSync(pairs, 'mentor,mentee,action,points\nm2,e1,ban,\nm1,e2,ban,\nm3,e2,score,5\n');
    rmSync(run, { recursive: true });
    await runMatch({ ...flags, pairs });
    expect(readFileSync(join(run, 'tandems.csv'), 'utf8')).toMatch(/^m1,.*,e1,[\s\S]*^m3,.*,e2,/mu);
    const still = await runDrop(['Ada Lang'], { from: run, dryRun: true });
    expect(still.out).toContain('0 of 1 mentee who lost a mentor has one again.');
    expect(still.out).toContain('To give one more a mentor, 1 tandem would have to move: --may-move 1.');
    const moving = await runDrop(['Ada Lang'], { from: run, mayMove: 1, dryRun: true });
    expect(moving.out).toContain('1 other tandem moved:\nEva Lind moves from Cem Aydin to Ben Okoro');
    decide(run, 'm3', 'approved');
    const approved = await runDrop(['Ada Lang'], { from: run, mayMove: 9 });
    expect(approved.out).toContain('Moving other tandems would not give a mentor to anybody else of them.');
    expect(readFileSync(join(run, 'changes.csv'), 'utf8')).toMatch(/^ended,m1,.*Dora Nagy/mu);
    await isProven(run);
  });

  test.each<[what: string, forge: (decisions: Decisions) => object]>([
    ['nobody left', ({ left: _, ...others }) => others],
    ['somebody else left', decisions => ({ ...decisions, left: [{ side: 'mentor', id: '003' }] })],
    ['one more left', decisions => ({ ...decisions, left: [...decisions.left, { side: 'mentee', id: '101' }] })],
    ['nobody of that id left', decisions => ({ ...decisions, left: [...decisions.left, { side: 'mentor', id: 'x' }] })],
    ['the other side left', decisions => ({ ...decisions, left: [{ side: 'mentee', id: '002' }] })],
    ['somebody left twice', decisions => ({ ...decisions, left: [...decisions.left, ...decisions.left] })],
    ['nothing is held', ({ held: _, ...others }) => others],
    ['less is held', decisions => ({ ...decisions, held: decisions.held.slice(1) })],
    ['what is not a tandem is held', decisions => ({ ...decisions, held: [{ mentor: '001', mentee: '999' }] })],
    ['held twice', decisions => ({ ...decisions, held: [...decisions.held, ...decisions.held] })],
  ])('is refuted where its certificate says otherwise: %s', async (_, forge) => {
    const { run } = await begin();
    expect((await runDrop(['002'], { from: run })).exit).toBe(0);
    const json = certificate(run);
    expect(json.decisions.held).toHaveLength(2);
    const forged = { ...json, decisions: forge(json.decisions) };
    writeFileSync(join(run, 'certificate.json'), JSON.stringify(resealed(forged)));
    const said = await runVerify(run);
    expect(said).toMatchObject({ exit: 4, out: expect.stringMatching(/^REFUTED/u) });
    // By what it says, and not only because its number is another one.
    expect(said.out).not.toContain('was changed after it was written');
  });

  test('writes a run that verifies where the config names a previous run', async () => {
    const { folder, run, flags } = await begin();
    writeFileSync(join(folder, 'may.csv'), 'mentor_id,mentee_id,status\n001,103,draft\n');
    const config = join(folder, 'rmentor.config.json');
    const sheets = { mentors: 'mentors.csv', mentees: 'mentees.csv', previous: 'may.csv' };
    writeFileSync(config, JSON.stringify(sheets));
    expect(await runMatch({ ...flags, config })).toMatchObject({ exit: 0 });
    await isProven(run);
    expect(await runMatch({ ...flags, config, previous: join(run, 'tandems.csv') })).toMatchObject({ exit: 0 });
    await isProven(run);
    expect(await runDrop(['002'], { from: run })).toMatchObject({ exit: 0 });
    await isProven(run);
  });

  test('writes runs that verify, whatever the programme', async () => {
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
