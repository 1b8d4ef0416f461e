/** @module-tag slow */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { initCommand } from '../../src/commands/init.ts';
import { de } from '../../src/render/words/de/index.ts';
import { en } from '../../src/render/words/en/index.ts';
import { listening, workFolder } from '../support/run.ts';

const FIXTURE = 'fixtures/first-ten-minutes';
const EXPECTED = resolve(FIXTURE, 'expected');
const SHEETS = readdirSync(FIXTURE).filter(name => /\.(?:csv|xlsx)$/u.test(name));

/** A folder with the sheets of the analyst and nothing else. */
function copySheets(): string {
  const folder = workFolder();
  for (const name of SHEETS) cpSync(join(FIXTURE, name), join(folder, name));
  return folder;
}

/** What she sees on a German computer. @param answers her lines; Enter alone is ''. */
function type(folder: string, args: readonly string[], answers: readonly string[] = []) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('bin/rmentor.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LANG: 'de_DE.UTF-8', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '1' },
    input: answers.map(answer => `${answer}\n`).join(''),
  });
  // Whether a run says what it is at depends on how fast the machine is.
  const told = stderr.replace(/^[\p{L} ]+ …\n/gmu, '');
  return { status, seen: `$ rmentor ${args.join(' ')}\n${told}${stdout}` };
}

test('three commands and six answers lead from sheets that nobody edits to proven tandems, in German', async () => {
  const folder = copySheets();
  const before = SHEETS.map(name => readFileSync(join(folder, name)));
  const screens = {
    init: type(folder, ['init', '--ask'], ['', '', '', '', '', '']),
    check: type(folder, ['check']),
    match: type(folder, ['match']),
  };
  for (const [name, { status, seen }] of Object.entries(screens)) {
    expect(status, seen).toBe(0);
    await expect(seen).toMatchFileSnapshot(join(EXPECTED, `${name}.txt`));
  }
  expect(screens.match.seen).toContain('BEWIESEN');
  expect(SHEETS.map(name => readFileSync(join(folder, name)))).toEqual(before);
  await expect(readFileSync(join(folder, 'rmentor.config.json'), 'utf8')).toMatchFileSnapshot(
    join(EXPECTED, 'rmentor.config.json'),
  );
});

/** What the questions look like where each answer is a line. */
async function talk(words: typeof en, width: number, answers: readonly string[]): Promise<string> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(answers.map(answer => `${answer}\n`).join(''));
  const folder = copySheets();
  const shell = { words, errWidth: width, terminal: { input, output } };
  const { err } = await listening(given => initCommand(folder, {}, given), shell);
  const asked: string = output.read()?.toString() ?? '';
  return `${asked}\n${err.replaceAll(folder, 'FOLDER')}`;
}

test.each([
  ['en', en, 60],
  ['en', en, 80],
  ['en', en, 120],
  ['de', de, 60],
  ['de', de, 80],
  ['de', de, 120],
] as const)('the questions fit their screen: %s, %3$s columns', async (name, words, width) => {
  const seen = await talk(words, width, ['', '', '', '', '', '']);
  for (const line of seen.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
  await expect(seen).toMatchFileSnapshot(join(EXPECTED, `init-${name}-${width}.txt`));
});

test('whoever changes answers and goes back sees what is taken then', async () => {
  const answers = [
    'd 3',
    'e 0',
    '',
    'g',
    '0',
    '',
    '',
    '<',
    'i0',
    '',
    '8 7 6 5 4 3 2 1',
    'a1',
    'c 3',
    '',
    'a 2',
    'b',
    '3',
    '',
  ];
  await expect(await talk(en, 80, answers)).toMatchFileSnapshot(join(EXPECTED, 'init-changed.txt'));
});

test('files beside the sheets that hold no people are not offered', async () => {
  const folder = copySheets();
  writeFileSync(join(folder, 'broken.xlsx'), Buffer.from('504b0304deadbeef', 'hex'));
  writeFileSync(join(folder, 'notes.txt'), 'Call Eva about the rooms.');
  const { status, seen } = type(folder, ['init', '--ask'], ['', '', '', '', '', '']);
  expect(status, seen).toBe(0);
  expect(seen).not.toMatch(/broken|notes/u);
});

test('where nobody is asked, each guess is listed as the flag that takes it', async () => {
  const folder = copySheets();
  const sheets = ['--mentors', 'Anmeldung.xlsx', '--mentees', 'SF_Export.csv'];
  const own = type(folder, ['init', '--yes', ...sheets]);
  await expect(own.seen).toMatchFileSnapshot(join(EXPECTED, 'init-yes.txt'));
  const flags = [...own.seen.matchAll(/^ {2}(--\w+) "(.*)" {2}\(.*\)$/gmu)].flatMap(([, flag = '', value = '']) => [
    flag,
    value,
  ]);
  const again = copySheets();
  const taken = type(again, ['init', '--yes', ...sheets, '--limits', 'Quoten.csv', ...flags]);
  expect(taken.status, taken.seen).toBe(0);
  expect(taken.seen).not.toContain('vermutet');
  expect(type(again, ['match']).seen).toContain('BEWIESEN');
});

test('the sheets are what the script makes of them', () => {
  const made = workFolder();
  execFileSync(process.execPath, ['scripts/ten-minutes.js', made]);
  for (const name of SHEETS) expect(readFileSync(join(made, name)), name).toEqual(readFileSync(join(FIXTURE, name)));
});
