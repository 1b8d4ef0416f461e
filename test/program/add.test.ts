/** @module-tag slow */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCommand } from '../../src/commands/add.ts';
import { dropCommand } from '../../src/commands/drop.ts';
import type { RepairFlags } from '../../src/commands/repair-run.ts';
import { programmes } from '../support/rosters.ts';
import { listening, runMatch, type Said, workFolder, writeProgramme } from '../support/run.ts';
import { runs } from '../support/runs.ts';
import { isProven } from '../support/small-programme.ts';

function runAdd(flags: RepairFlags): Promise<Said> {
  return listening(shell => addCommand(flags, shell));
}

const MENTORS = [
  'id,name,email,department,country,capacity,topics,status',
  'm1,Ada Lang,ada@example.org,Sales,DE,2,apps,',
  'm2,Ben Okoro,ben@example.org,Finance,FR,1,video,',
  'm3,Cem Aydin,cem@example.org,IT,DE,1,apps,withdrawn',
];
const MENTEES = [
  'id,name,email,department,country,topics',
  'e1,Dora Nagy,dora@example.org,Legal,DE,apps',
  'e2,Eva Lind,eva@example.org,Legal,FR,video',
];
const LATE = 'e3,Finn Roth,finn@example.org,Legal,DE,apps';

async function begin() {
  const folder = workFolder();
  const flags = {
    ...{ mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv') },
    ...{ out: join(folder, 'run'), config: null },
  };
  writeFileSync(flags.mentors, `${MENTORS.join('\n')}\n`);
  writeFileSync(flags.mentees, `${MENTEES.join('\n')}\n`);
  expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  const edit = (file: 'mentors' | 'mentees', from: string, to: string) =>
    writeFileSync(flags[file], readFileSync(flags[file], 'utf8').replace(from, to));
  return { flags, edit, run: flags.out };
}

function listTandems(run: string): string[] {
  const rows = readFileSync(join(run, 'tandems.csv'), 'utf8').split('\r\n').slice(1).filter(Boolean);
  return rows.map(row => row.split(',')).map(cells => `${cells[0]} ${cells[5]}`);
}

describe('rmentor add', () => {
  test('takes who is new, moves nobody, and writes a run that verifies', async () => {
    const { run, flags, edit } = await begin();
    const before = listTandems(run);
    edit('mentees', MENTEES[2]!, `${LATE}\n${MENTEES[2]}`);
    const said = await runAdd({ from: run });
    expect(said).toMatchObject({ exit: 0, err: '' });
    expect(said.out).toContain('Finn Roth (mentee, e3) is new.');
    expect(said.out).toContain('1 of 1 new mentee has a mentor.');
    expect(listTandems(run)).toEqual(expect.arrayContaining(before));
    expect(listTandems(run)).toHaveLength(before.length + 1);
    await isProven(run);
    await expect(runAdd({ from: run })).rejects.toMatchObject({ trouble: { kind: 'nobody-new' } });
    expect(await runMatch(flags)).toMatchObject({ exit: 0 });
  });

  test.each([
    ['what the tables of the run show', 'Finance,FR', 'Sales,FR', 'E215'],
    ['that somebody takes part again', 'apps,withdrawn', 'apps,', 'E215'],
    ['that a row is gone', `${MENTORS[2]}\n`, '', 'E216'],
  ])('refuses other changes by name: %s', async (_, from, to, code) => {
    const { run, edit } = await begin();
    edit('mentees', MENTEES[2]!, `${LATE}\n${MENTEES[2]}`);
    edit('mentors', from, to);
    expect(await runAdd({ from: run })).toMatchObject({ exit: 2, err: expect.stringContaining(code) });
  });

  test('refuses changes that no table of the run shows by the sheet', async () => {
    const { run, edit } = await begin();
    edit('mentees', MENTEES[2]!, `${LATE}\n${MENTEES[2]}`);
    edit('mentors', 'DE,2,apps', 'DE,3,apps');
    await expect(runAdd({ from: run })).rejects.toMatchObject({
      trouble: { kind: 'inputs-changed', why: { kind: 'input-changed', role: 'mentors' } },
    });
  });

  test('takes who was in an earlier round, whom the history names', async () => {
    const { run, flags, edit } = await begin();
    const history = join(run, '..', 'history.csv');
    writeFileSync(history, 'mentor,mentee\nm2,e3\nfinn@example.org,m1\n');
    const pairs = join(run, '..', 'pairs.csv');
    writeFileSync(pairs, 'mentor,mentee,action,points\nm1,e1,score,2\n');
    expect(await runMatch({ ...flags, history: [history], pairs })).toMatchObject({ exit: 0 });
    edit('mentees', MENTEES[2]!, `${LATE}\n${MENTEES[2]}`);
    writeFileSync(pairs, 'mentor,mentee,action,points\nm1,e1,score,2\nm1,e3,score,1\n');
    expect(await runAdd({ from: run })).toMatchObject({ exit: 0 });
    await isProven(run);
  });

  test('keeps who left out, and says so', async () => {
    const { run, edit } = await begin();
    expect((await listening(shell => dropCommand(['m2'], { from: run }, shell))).exit).toBe(0);
    edit('mentees', MENTEES[2]!, `${LATE}\n${MENTEES[2]}`);
    expect(await runAdd({ from: run })).toMatchObject({ exit: 0, err: expect.stringContaining('W210') });
    expect(JSON.parse(readFileSync(join(run, 'certificate.json'), 'utf8')).decisions.left).toEqual([
      { side: 'mentor', id: 'm2' },
    ]);
    await isProven(run);
  });

  test('writes runs that verify and keep all tandems, whatever the programme', async () => {
    let added = 0;
    await fc.assert(
      fc.asyncProperty(programmes({ mentors: 5, mentees: 5 }), fc.boolean(), async (generated, isMentor) => {
        const { roster } = generated;
        const programme = { roster, terms: { ...generated.terms, pairs: [] } };
        const side = isMentor ? 'mentors' : 'mentees';
        if (roster[side].length < 2) return;
        const folder = workFolder();
        const { previous: _, ...written } = writeProgramme(programme, folder);
        const flags = { ...written, out: join(folder, 'run') };
        const all = readFileSync(flags[side], 'utf8');
        writeFileSync(flags[side], all.split('\n').toSpliced(1, 1).join('\n'));
        if ((await runMatch(flags)).exit !== 0) return;
        const before = listTandems(flags.out);
        writeFileSync(flags[side], all);
        const said = await runAdd({ from: flags.out });
        // A new mentor may have a least load that nobody can meet.
        if (said.exit === 3) return;
        expect(said.exit).toBe(0);
        await isProven(flags.out);
        expect(listTandems(flags.out)).toEqual(expect.arrayContaining(before));
        added++;
      }),
      { numRuns: runs(40) },
    );
    expect(added).toBeGreaterThan(0);
  });
});
