/** @module-tag slow */

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workFolder } from '../support/run.ts';

const PROGRAM = resolve('bin/rmentor.js');
const FIXTURE = 'fixtures/explain';

function call(folder: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });
  return { exit: status, out: stdout, err: stderr };
}

/** A programme with its sheets in data/, and a config that names them in prog/. */
function lay(config: string): string {
  const home = workFolder();
  for (const folder of ['data', 'prog']) mkdirSync(join(home, folder));
  for (const sheet of ['mentors.csv', 'mentees.csv', 'limits.csv']) {
    writeFileSync(join(home, 'data', sheet), readFileSync(join(FIXTURE, sheet)));
  }
  const more = readFileSync(join(FIXTURE, 'rmentor.config.json'), 'utf8')
    .replace(/"(mentors|mentees|limits|out)": "[^"]*",?/gu, '')
    .replace('{', `{ ${config}`);
  writeFileSync(join(home, 'prog', 'rmentor.config.json'), more);
  return join(home, 'prog');
}

const SHEETS = String.raw`"mentors": "..\data\mentors.csv", "mentees": "..\data\mentees.csv", `;

describe('paths as Windows writes them', () => {
  test('are understood in the config, and the run is proven', () => {
    const folder = lay(String.raw`${SHEETS}"out": "runs\new",`);
    expect(call(folder, 'match', '-q')).toMatchObject({ exit: 0 });
    expect(existsSync(join(folder, 'runs', 'new', 'tandems.csv'))).toBe(true);
    expect(call(folder, 'verify', String.raw`.\runs\new`)).toMatchObject({ exit: 0 });
  });

  test('are understood in flags', () => {
    const folder = lay('');
    const sheets = ['--mentors', String.raw`..\data\mentors.csv`, '--mentees', String.raw`..\data\mentees.csv`];
    expect(call(folder, 'match', ...sheets, '--out', String.raw`..\run`, '-q')).toMatchObject({ exit: 0 });
    expect(call(folder, 'verify', '../run')).toMatchObject({ exit: 0 });
  });

  test.skipIf(process.platform === 'win32')('are files of that very name where there are some', () => {
    const folder = lay('');
    const name = String.raw`a\mentors.csv`;
    writeFileSync(join(folder, name), readFileSync(join(FIXTURE, 'mentors.csv')));
    const sheets = ['--mentors', name, '--mentees', '../data/mentees.csv'];
    expect(call(folder, 'match', ...sheets, '--out', 'run', '-q')).toMatchObject({ exit: 0 });
  });

  test.skipIf(process.platform === 'win32')('are refused on another system where they name a drive', () => {
    const folder = lay(String.raw`${SHEETS}"out": "C:\runs",`);
    const { exit, err } = call(folder, 'match');
    expect(exit).toBe(5);
    expect(err).toContain(String.raw`C:\runs is a path on Windows, and this computer runs another system`);
    expect(call(folder, 'match', '--out', 'run', '-q')).toMatchObject({ exit: 0 });
    expect(call(folder, 'match', '--mentors', String.raw`C:\m.csv`, '--out', 'run')).toMatchObject({ exit: 5 });
    expect(execFileSync('ls', [folder], { encoding: 'utf8' })).toBe('rmentor.config.json\nrun\n');
  });
});
