/** @module-tag slow */

import { spawn, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ProgressDisplay } from '../../../src/render/text/progress.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { workFolder } from '../../support/run.ts';

const BIN = resolve('bin/rmentor.js');

/** Progress on a screen whose clock the test sets. */
function shown(isTerminal: boolean) {
  const clock = { now: 0 };
  const written: string[] = [];
  const progress = new ProgressDisplay({
    now: () => clock.now,
    write: text => written.push(text),
    isTerminal,
    words: en.progress,
  });
  return { clock, written, progress };
}

describe('progress', () => {
  test('says nothing in the first second', () => {
    const { clock, written, progress } = shown(false);
    progress.watch('read');
    clock.now = 999;
    progress.watch('solve', 1, 2);
    progress.clear();
    expect(written).toEqual([]);
  });

  test('is a line for each stage where lines cannot be written over', () => {
    const { clock, written, progress } = shown(false);
    progress.watch('read');
    clock.now = 1500;
    for (const done of [1, 2, 3]) progress.watch('solve', done, 3);
    progress.watch('prove');
    progress.clear();
    expect(written).toEqual(['pairing …\n', 'proving …\n']);
  });

  test('is one line on a terminal, with a percentage, and leaves nothing behind', () => {
    const { clock, written, progress } = shown(true);
    clock.now = 1500;
    progress.watch('price', 1, 8);
    progress.watch('price', 1, 8);
    progress.watch('prove');
    progress.clear();
    progress.clear();
    expect(written).toEqual(['comparing all pairs … 12 %\r', `${'proving …'.padEnd(26)}\r`, `${' '.repeat(9)}\r`]);
  });

  test('knows how long each stage took, in order, and adds up what comes again', () => {
    const { clock, progress } = shown(false);
    progress.watch('read');
    clock.now = 10;
    progress.watch('solve');
    clock.now = 30;
    progress.watch('read');
    clock.now = 35.04;
    expect(Object.entries(progress.getTimings())).toEqual([
      ['read', 15],
      ['solve', 20],
    ]);
  });
});

test('the time of each stage is told on request, as the last line', () => {
  const folder = workFolder();
  const env = { ...process.env, RMENTOR_TIMINGS: '1' };
  const flags = ['--config', resolve('fixtures/first-steps/rmentor.config.json'), '--out', 'run'];
  const { stderr } = spawnSync(process.execPath, [BIN, 'match', ...flags], { cwd: folder, env, encoding: 'utf8' });
  const timings = JSON.parse(stderr.trimEnd().split('\n').at(-1) ?? '') as Record<string, unknown>;
  expect(Object.keys(timings)).toEqual(expect.arrayContaining(['read', 'write']));
  for (const spent of Object.values(timings)) expect(spent).toBeTypeOf('number');
});

test.skipIf(process.platform === 'win32')('Ctrl-C ends a run at once, and nothing is written', async () => {
  const folder = workFolder();
  spawnSync(process.execPath, [BIN, 'sample', '--mentors', '20000', '--mentees', '30000', '--out', 'large'], {
    cwd: folder,
  });
  const child = spawn(process.execPath, [BIN, 'match'], { cwd: join(folder, 'large') });
  const said = { out: '' };
  child.stdout.on('data', chunk => {
    said.out += String(chunk);
  });
  const ended = new Promise<readonly [number | null, NodeJS.Signals | null]>(done => {
    child.on('close', (code, signal) => done([code, signal]));
  });
  await setTimeout(1500);
  child.kill('SIGINT');
  // A shell shows a process that ended by this signal as 130.
  expect([
    [null, 'SIGINT'],
    [130, null],
  ]).toContainEqual(await ended);
  expect(said.out).toBe('');
  expect(readdirSync(folder)).toEqual(['large']);
  expect(readdirSync(join(folder, 'large')).sort()).toEqual([
    'limits.csv',
    'mentees.csv',
    'mentors.csv',
    'rmentor.config.json',
    'sample.json',
  ]);
});
