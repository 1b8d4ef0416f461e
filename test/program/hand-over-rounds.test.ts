/** @module-tag slow */

import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dropCommand } from '../../src/commands/drop.ts';
import { beginApproved, decideAll, type HandedRun, runExport } from '../support/hand-over.ts';
import { filesIn, listening, runMatch, runVerify, workFolder } from '../support/run.ts';
import { readRows } from '../support/run-rows.ts';

const told = ({ folder }: HandedRun) => join(folder, 'told');
const recordOf = ({ folder }: HandedRun) => join(folder, 'handed-over.json');

interface Record {
  readonly handOvers: readonly { readonly tool: string; readonly run: string; readonly tandems: readonly object[] }[];
}

function readRecord(handed: HandedRun): Record {
  return JSON.parse(readFileSync(recordOf(handed), 'utf8'));
}

/** The pairs of a run, by ids. */
function pairsIn(run: string): string[] {
  return readRows(join(run, 'tandems.csv')).map(row => `${row['mentor_id']} ${row['mentee_id']}`);
}

async function drop({ run }: HandedRun, who: string, mayMove = 0) {
  const said = await listening(shell => dropCommand([who], { from: run, mayMove, json: true }, shell));
  expect(said.exit).toBe(0);
  return JSON.parse(said.out) as {
    readonly moved: readonly { readonly mentee: string; readonly handedOver: boolean }[];
  };
}

const namesIn = (handed: HandedRun, file: string) =>
  existsSync(join(told(handed), file)) ? readRows(join(told(handed), file)).map(({ name }) => name!) : [];

describe('what was handed over', () => {
  test('is kept beside the config: the run, the tandems by id, and nothing else of anybody', async () => {
    const handed = await beginApproved();
    await runExport(handed, { to: 'mail-merge' });
    await runExport(handed, { to: 'chat' });
    const { handOvers } = readRecord(handed);
    expect(handOvers.map(({ tool }) => tool)).toEqual(['mail-merge', 'chat']);
    const pairs = pairsIn(handed.run)
      .map(pair => pair.split(' '))
      .map(([mentor, mentee]) => ({ mentor, mentee }));
    for (const one of handOvers) expect(one.tandems).toEqual(pairs);
    expect(readFileSync(recordOf(handed), 'utf8')).not.toMatch(/Brandt|@|20\d\d-/u);
    const before = readFileSync(recordOf(handed), 'utf8');
    await runExport(handed, { to: 'mail-merge' });
    expect(readFileSync(recordOf(handed), 'utf8')).toBe(before);
  });

  test('is refused where somebody broke it, and nothing is written', async () => {
    const handed = await beginApproved();
    writeFileSync(recordOf(handed), '{"handOvers": []}');
    const { exit, err } = await runExport(handed, { to: 'csv' });
    expect([exit, err]).toEqual([2, expect.stringContaining('is not the record of a hand-over')]);
    expect(existsSync(told(handed))).toBe(false);
    await expect(drop(handed, 'e5')).rejects.toThrow('record-broken');
  });

  test('is asked for by --since, which needs some', async () => {
    const handed = await beginApproved();
    expect(await runExport(handed, { to: 'csv', since: true })).toMatchObject({ exit: 2 });
    await runExport(handed, { to: 'csv' });
    const { exit, err } = await runExport(handed, { to: 'csv', since: true });
    expect([exit, err]).toEqual([
      0,
      expect.stringMatching(/^Nobody's tandem has changed since run \w{12} was handed over/u),
    ]);
  });
});

describe('--since', () => {
  test('tells people with a new partner, and those whose only tandem ended; not who left', async () => {
    const handed = await beginApproved();
    await runExport(handed, { to: 'csv' });
    const before = pairsIn(handed.run);
    expect(before).toEqual(['m1 e1', 'm1 e3', 'm2 e2', 'm3 e4']);
    await drop(handed, 'm3');
    decideAll(handed, () => 'approved');
    const now = pairsIn(handed.run);
    expect(now).toEqual(['m1 e1', 'm1 e3', 'm2 e2']);
    expect(await runExport(handed, { to: 'csv', since: true })).toMatchObject({ exit: 0 });
    expect(namesIn(handed, 'ended-mentees.csv')).toEqual(['Jörg "Joe" Šimić']);
    expect(readRows(join(told(handed), 'ended-mentees.csv'))[0]).toMatchObject({ former_partners: 'Cem Aydın' });
    expect(['mentors.csv', 'mentees.csv', 'ended-mentors.csv'].flatMap(file => namesIn(handed, file))).toEqual([]);
    expect(readRows(join(told(handed), 'tandems.csv'))).toEqual([]);
    const again = await runExport(handed, { to: 'csv', since: true });
    expect(again.err).toContain("Nobody's tandem has changed");
  });

  test('tells of both ends of a tandem that moved', async () => {
    const handed = await beginApproved();
    await runExport(handed, { to: 'json' });
    await drop(handed, 'e1');
    decideAll(handed, () => 'approved');
    const now = pairsIn(handed.run);
    await runExport(handed, { to: 'json', since: true });
    const { groups, ended } = JSON.parse(filesIn(told(handed))['hand-over.json']!);
    expect(ended.map(({ mentor, mentee }: EndedTandem) => `${mentor.id} ${mentee.id}`)).toEqual(['m1 e1']);
    const ada = groups.mentors.find(({ id }: { id: string }) => id === 'm1');
    const mine = now.filter(pair => pair.startsWith('m1 ')).map(pair => pair.slice(3));
    expect(ada).toMatchObject({ former: [{ id: 'e1' }], partners: mine.map(id => expect.objectContaining({ id })) });
  });

  test('means a run where one is named, whether it was handed over or not', async () => {
    const handed = await beginApproved();
    const earlier = join(handed.folder, 'earlier');
    cpSync(handed.run, earlier, { recursive: true });
    await drop(handed, 'm3');
    decideAll(handed, () => 'approved');
    expect(await runExport(handed, { to: 'csv', since: earlier })).toMatchObject({ exit: 0 });
    expect(namesIn(handed, 'ended-mentees.csv')).toEqual(['Jörg "Joe" Šimić']);
  });

  test('goes on knowing of what ended where all was handed over once more and nobody was told', async () => {
    const handed = await beginApproved();
    await runExport(handed, { to: 'csv' });
    await drop(handed, 'm3');
    decideAll(handed, () => 'approved');
    await runExport(handed, { to: 'csv' });
    await runExport(handed, { to: 'csv', since: true });
    expect(namesIn(handed, 'ended-mentees.csv')).toEqual(['Jörg "Joe" Šimić']);
  });
});

interface EndedTandem {
  readonly mentor: { readonly id: string };
  readonly mentee: { readonly id: string };
}

/** Two mentors who could each make room for a mentee who lost theirs, by one move. */
function writeTight(folder: string): void {
  writeFileSync(
    join(folder, 'mentors.csv'),
    'id,name,email,languages,capacity\nm1,Ada,ada@x.org,en,1\nm2,Ben,ben@x.org,de;en,1\nm3,Cem,cem@x.org,fr;en,1\nm4,Dia,dia@x.org,de;fr,1\n',
  );
  writeFileSync(
    join(folder, 'mentees.csv'),
    'id,name,email,languages\ne1,Eva,eva@x.org,en\ne2,Finn,finn@x.org,de\ne3,Gina,gina@x.org,fr\n',
  );
}

describe('a repair', () => {
  test.each([
    ['e2', 'e3'],
    ['e3', 'e2'],
  ])('moves the tandem that nobody knows: where %s knows of theirs, that of %s', async (known, moved) => {
    const folder = workFolder();
    writeTight(folder);
    const config = join(folder, 'rmentor.config.json');
    const must = [{ rule: 'overlap', field: 'languages' }];
    writeFileSync(config, JSON.stringify({ preset: 'none', mentors: 'mentors.csv', mentees: 'mentees.csv', must }));
    // So that the tandems are m1 e1, m2 e2, m3 e3, and m4 is free.
    const bans = 'mentor,mentee,action\nm1,e1,lock\nm2,e2,lock\nm3,e3,lock\n';
    writeFileSync(join(folder, 'pairs.csv'), bans);
    const run = join(folder, 'run');
    await runMatch({ config, pairs: join(folder, 'pairs.csv'), out: run });
    expect(pairsIn(run)).toEqual(['m1 e1', 'm2 e2', 'm3 e3']);
    // Locks gone, the run goes on with these tandems.
    await runMatch({ config, previous: run, out: run });
    expect(pairsIn(run)).toEqual(['m1 e1', 'm2 e2', 'm3 e3']);
    const mentor = known === 'e2' ? 'm2' : 'm3';
    const tandems = [{ mentor, mentee: known }];
    const digest = `sha256:${'0'.repeat(64)}`;
    const handOvers = [{ tool: 'chat', run: '0123456789ab', digest, tandems }];
    writeFileSync(join(folder, 'handed-over.json'), JSON.stringify({ schemaVersion: 1, handOvers }, null, 2));
    const said = await drop({ folder, run }, 'm1', 1);
    expect(said.moved).toEqual([expect.objectContaining({ mentee: moved, handedOver: false })]);
    expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
  });
});
