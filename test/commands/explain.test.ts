/** @module-tag slow */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { explainCommand } from '../../src/commands/explain.ts';
import { de } from '../../src/render/words/de/index.ts';
import { en, type Words } from '../../src/render/words/en/index.ts';
import { listening, runMatch, workFolder } from '../support/run.ts';

const FOLDER = 'fixtures/explain';
const EXPECTED = join(FOLDER, 'expected');

/** The run of the fixture, in a folder of its own. */
async function finished(): Promise<string> {
  const run = join(workFolder(), 'run');
  const { exit, err } = await runMatch({ config: join(FOLDER, 'rmentor.config.json'), out: run });
  expect(exit, err).toBe(0);
  return run;
}

function explain(
  asked: readonly string[],
  flags: Parameters<typeof explainCommand>[1],
  width: number | null = null,
  words: Words = en,
) {
  return listening(shell => explainCommand(asked, flags, shell), { outWidth: width, words });
}

/** A call as its first line writes it: "$ rmentor explain "Ada Brandt" ben --json  # 80 columns". */
function callIn(line: string) {
  const [call = '', width] = line.slice('$ rmentor explain '.length).split(/ {2}# (\d+) columns/u);
  const words = [...call.matchAll(/"([^"]+)"|(\S+)/gu)].map(([, quoted, plain = '']) => quoted ?? plain);
  const asked = words.filter(word => !['--json', '--lang=de', '--for'].includes(word));
  return {
    ...(words.includes('--for') ? { asked: [], reader: { for: asked } } : { asked, reader: {} }),
    json: words.includes('--json'),
    width: width === undefined ? null : Number(width),
    words: words.includes('--lang=de') ? de : en,
  };
}

describe('rmentor explain says what is expected of', () => {
  test.each(readdirSync(EXPECTED))('%s', async name => {
    const path = join(EXPECTED, name);
    const text = readFileSync(path, 'utf8');
    const line = text.slice(0, text.indexOf('\n'));
    const { asked, reader, json, width, words } = callIn(line);
    const { exit, out } = await explain(asked, { run: await finished(), json, ...reader }, width, words);
    if (process.env['UPDATE_EXPECTED']) writeFileSync(path, `${line}\n${out}`);
    expect(`${line}\n${out}`).toBe(readFileSync(path, 'utf8'));
    expect(exit).toBe(0);
    for (const row of width === null ? [] : out.split('\n')) expect(row.length).toBeLessThanOrEqual(width ?? 0);
  });
});

describe('rmentor explain', () => {
  test('takes the run that the config names, and two people in either order', async () => {
    const { folder } = await copied();
    const config = join(folder, 'rmentor.config.json');
    const one = await explain(['M3', 'E1'], { config });
    expect(one.exit).toBe(0);
    expect(await explain(['E1', 'M3'], { config })).toEqual(one);
  });

  test('takes a code for a code, and for a person where somebody in the run bears it', async () => {
    const { folder } = await copied(text => text.replaceAll('E1,', 'E012,'));
    const config = join(folder, 'rmentor.config.json');
    expect((await explain(['E012'], { config: null })).out).toContain('Not a whole number');
    expect((await explain(['e012'], { run: join(folder, 'run') })).out).toContain('Eva Lind (E012,');
    const { out, err } = await explain(['e012'], { config });
    expect(out).toContain('Eva Lind (E012,');
    expect(err).toBe('e012 is also the code of a message. To read about it, type rmentor explain --code e012\n');
    expect((await explain(['E012'], { config, code: true })).out).toContain('Not a whole number');
    expect(await explain(['E013'], { config })).toMatchObject({ out: expect.stringContaining('E013'), err: '' });
  });

  test('explains somebody who is called like a code and has no tandem, in German too', async () => {
    const { folder } = await copied(text => text.replaceAll('E4,', 'W101,'));
    const { out, err } = await explain(['W101'], { config: join(folder, 'rmentor.config.json') }, null, de);
    expect(out).toContain('Hugo Petit (W101,');
    expect(err).toBe('W101 ist auch der Code einer Meldung. Mehr dazu sagt rmentor explain --code W101\n');
  });

  test('tells the message where the files of the run cannot be read', async () => {
    const { folder } = await copied();
    writeFileSync(join(folder, 'run', 'tandems.csv'), 'torn');
    const config = join(folder, 'rmentor.config.json');
    expect((await explain(['E012'], { config })).out).toContain('Not a whole number');
  });

  test('refuses a run whose inputs have changed, and says which', async () => {
    const { folder } = await copied();
    const sheet = join(folder, 'mentees.csv');
    writeFileSync(sheet, readFileSync(sheet, 'utf8').replace('Sales', 'IT'));
    await expect(explain(['Finn'], { run: join(folder, 'run') })).rejects.toMatchObject({
      exit: 2,
      trouble: {
        kind: 'inputs-changed',
        why: { kind: 'input-changed', role: 'mentees', path: expect.stringContaining('mentees.csv') },
      },
    });
    const moved = { run: join(folder, 'run'), mentees: join(FOLDER, 'mentees.csv') };
    expect(await explain(['Finn'], moved)).toMatchObject({ exit: 0 });
  });

  test('refuses a run that does not hold', async () => {
    const { folder } = await copied();
    const tandems = join(folder, 'run', 'tandems.csv');
    const rows = readFileSync(tandems, 'utf8').trimEnd().split('\r\n');
    writeFileSync(tandems, rows.slice(0, -1).join('\r\n'));
    await expect(explain(['Finn'], { run: join(folder, 'run') })).rejects.toMatchObject({
      exit: 4,
      trouble: { kind: 'run-does-not-hold' },
    });
  });

  test('says what a pair clashes with, and what a lock holds together', async () => {
    const { folder } = await copied();
    const pairs = join(folder, 'pairs.csv');
    writeFileSync(pairs, 'mentor,mentee,action\nM3,E1,lock\n');
    const run = join(folder, 'locked');
    expect(await runMatch({ config: join(folder, 'rmentor.config.json'), pairs, out: run })).toMatchObject({ exit: 0 });
    expect((await explain(['M1', 'E1'], { run })).out).toContain(
      'Pairing them is not possible, because it clashes with another demand (forced pair of Cem Yıldız and Eva Lind): Eva Lind wants 1 mentor.',
    );
    const { out } = await explain(['M3', 'E1'], { run });
    expect(out).toContain('they are a forced pair: the list of pairs locks them');
    expect(out).toContain('Without it there would be ');
    expect(out).toContain('Eva Lind would have Zoë Müller instead of Cem Yıldız.');
  });

  test('tells of a pair what the lists and earlier runs say', async () => {
    const { folder } = await copied();
    const [pairs, history] = [join(folder, 'pairs.csv'), join(folder, 'history.csv')];
    writeFileSync(
      pairs,
      'mentor,mentee,action,points,reason\nM1,E1,ban,,\nM1,E2,score,12.5,\nM1,E4,lock,,they asked\n',
    );
    writeFileSync(history, 'mentor,mentee,date\nM3,E1,2025-03-31\n');
    const run = join(folder, 'listed');
    const flags = { config: join(folder, 'rmentor.config.json'), pairs, history: [history], allowOverride: true };
    expect(await runMatch({ ...flags, out: run })).toMatchObject({ exit: 0 });
    expect((await explain(['M1', 'E1'], { run })).out).toMatch(/NO {2}the list of pairs bans them \(banned-pair\)/u);
    expect((await explain(['M1', 'E2'], { run })).out).toMatch(/12\.5 {2}from the list of pairs/u);
    expect((await explain(['M3', 'E1'], { run })).out).toMatch(/NO {2}they have been a tandem before \(met-before\)/u);
    const { out } = await explain(['M1', 'E4'], { run });
    expect(out).toMatch(/NO {2}they share at least one language/u);
    expect(out).toContain('they are a forced pair that may break rules, because: they asked');
  });

  test('tells of somebody who withdrew, and pairs them with nobody', async () => {
    const { folder } = await copied(text =>
      text.replace('wish_1', 'status').replace('Europe/Berlin,M1,', 'Europe/Berlin,withdrawn,'),
    );
    const run = join(folder, 'run');
    expect((await explain(['lind'], { run })).out).toContain('Has no mentor. Withdrew.');
    const { exit, err } = await explain(['lind', 'ben'], { run });
    expect(exit).toBe(2);
    expect(err).toContain('E162  Eva Lind (E1, mentee in Finance, DE) withdrew');
  });
});

/** The fixture and its run in a folder that may be changed. @param change of the mentees' sheet, before the run. */
async function copied(change: (text: string) => string = text => text): Promise<{ folder: string }> {
  const folder = workFolder();
  for (const name of ['mentors.csv', 'limits.csv', 'rmentor.config.json']) {
    writeFileSync(join(folder, name), readFileSync(join(FOLDER, name)));
  }
  writeFileSync(join(folder, 'mentees.csv'), change(readFileSync(join(FOLDER, 'mentees.csv'), 'utf8')));
  const { exit, err } = await runMatch({ config: join(folder, 'rmentor.config.json') });
  expect(exit, err).toBe(0);
  return { folder };
}
