/** @module-tag slow */

import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/commands/index.ts';
import type { Context } from '../../src/commands/shared/context.ts';
import { EXIT } from '../../src/domain/errors.ts';
import { en } from '../../src/render/words/en/index.ts';
import { newFolder } from '../io/support.ts';

const BIN = resolve('bin/rmentor.js');

/** A call of each command that says something on standard output; null where it has nothing to say there. */
const CALLS: Readonly<Record<string, readonly string[] | null>> = {
  init: null,
  check: [],
  match: ['--out', 'other'],
  verify: ['run'],
  report: ['run'],
  advise: ['run'],
  validate: [],
  rules: [],
  diff: ['run', 'run'],
  share: null,
  add: ['--from', 'run', '--dry-run', '--mentees', 'more.csv'],
  drop: ['Hugo', '--from', 'run', '--dry-run'],
  feedback: ['answers.csv', '--from', 'run', '--dry-run'],
  export: ['--to', 'csv', '--from', 'run', '--out', 'told', '--include-draft', '--dry-run'],
  ui: ['--no-open'],
  completion: ['bash'],
  complete: ['--', 'ma'],
  explain: ['Hugo', '--run', 'run'],
  sample: null,
};

const SILENT: Readonly<Record<string, readonly string[]>> = {
  share: ['run', '--out', 'shared'],
  init: ['new', '--yes'],
  sample: ['--mentors', '2', '--mentees', '2', '--out', 'invented'],
};

/** Other ways to make the program speak. */
const MORE = [
  ['--help'],
  ['match', '--help'],
  ['--version'],
  ['explain', '--for', 'Hugo', '--run', 'run'],
  ['share', 'run', '--out', 'shared-too', '--json'],
  ['explain', 'E012'],
  ['explain', 'E012', '--json'],
  ['match', '--out', 'third', '--json'],
  ['match', '--mentors', 'mentees.csv', '--out', 'third', '--json'],
  ['verify', 'run', '--json'],
  ['check', '--person', 'Hugo'],
  ['validate', '--explain-columns'],
];

const shell = { words: en } as Context;
const names = buildProgram(shell, '0.0.0', { exit: EXIT.done }).commands.map(command => command.name());
const LOST = 'error: standard output could not be written: the disk is full';
const speaking = Object.entries(CALLS).flatMap(([name, args]) => (args === null ? [] : [[name, ...args]]));
const spoken = [...speaking, ...MORE];

test('every command of the program has a call here', () => {
  expect(Object.keys(CALLS).sort()).toEqual(names.sort());
});

describe.skipIf(!existsSync('/dev/full'))('standard output on a full disk', { timeout: 60_000 }, () => {
  let folder = '';

  beforeAll(() => {
    folder = newFolder();
    cpSync('fixtures/first-steps', folder, { recursive: true });
    writeFileSync(join(folder, 'answers.csv'), 'email,Would you recommend it?\neva@example.org,yes\n');
    expect(rmentor(['match', '--out', 'run']).exit).toBe(EXIT.done);
    const mentees = readFileSync(join(folder, 'mentees.csv'), 'utf8').trimEnd().split('\n');
    const late = mentees.at(-1)!.replace(/^[^;]*;[^;]*;/u, 'Nia Late;nia@example.org;');
    writeFileSync(join(folder, 'more.csv'), `${[...mentees, late].join('\n')}\n`);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function rmentor(args: readonly string[], out: number | 'pipe' = 'pipe', err: number | 'pipe' = 'pipe') {
    const stdio = ['ignore' as const, out, err];
    const call = spawnSync(process.execPath, [BIN, ...args], { cwd: folder, encoding: 'utf8', stdio });
    return { exit: call.status, out: call.stdout, err: call.stderr };
  }

  function ontoFull<Result>(call: (full: number) => Result): Result {
    const full = openSync('/dev/full', 'w');
    try {
      return call(full);
    } finally {
      closeSync(full);
    }
  }

  test.each(spoken.map(args => [args.join(' '), args]))('is told in one line, exit 5: %s', (_, args) => {
    const { exit, err } = ontoFull(full => rmentor(args, full));
    const lines = err.trimEnd().split('\n');
    expect(lines.filter(line => /^error|^ +at /u.test(line))).toEqual([LOST]);
    expect(lines.at(-1)).toBe(LOST);
    expect(exit).toBe(EXIT.machine);
  });

  test.each(Object.entries(SILENT))('does not matter to a command that says nothing there: %s', (name, args) => {
    const { exit, err } = ontoFull(full => rmentor([name, ...args], full));
    expect(err).toContain('Written to');
    expect(exit).toBe(EXIT.done);
    expect(Object.entries(CALLS).filter(([, call]) => call === null)).toHaveLength(Object.keys(SILENT).length);
  });

  test('lets the run stand that was written before', () => {
    expect(ontoFull(full => rmentor(['match', '--out', 'fourth'], full)).exit).toBe(EXIT.machine);
    expect(rmentor(['verify', 'fourth'])).toMatchObject({ exit: EXIT.done, out: expect.stringMatching(/^PROVEN/u) });
  });

  test('ends with 5 where messages are lost, too', () => {
    expect(ontoFull(full => rmentor(['match', '--out', 'fifth', '--errors', 'errors.csv'], 'pipe', full)).exit).toBe(
      EXIT.machine,
    );
  });

  test('is not taken for whole where the disk takes a part of a text', () => {
    const line = `ulimit -f 1; exec '${process.execPath}' '${BIN}' match --help > help.txt`;
    const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
    expect(readFileSync(join(folder, 'help.txt'), 'utf8')).toMatch(/^Usage: rmentor match/u);
    expect(stderr).toBe('error: standard output could not be written: a file may not grow that large here\n');
    expect(status).toBe(EXIT.machine);
  });

  test.each(speaking.map(args => [args.join(' '), args]))(
    'is something else than a reader that has left: %s',
    (_, args) => {
      const line = `'${process.execPath}' '${BIN}' ${args.join(' ')} 2> err.txt | true; echo \${PIPESTATUS[0]}`;
      const { stdout } = spawnSync('bash', ['-c', line], { cwd: folder, encoding: 'utf8' });
      expect(stdout).toBe('0\n');
      expect(readFileSync(join(folder, 'err.txt'), 'utf8')).not.toMatch(/error|^ +at /mu);
    },
  );

  test('says what it says into a file as into a pipe', () => {
    const path = join(folder, 'out.txt');
    writeFileSync(path, 'before\n');
    const file = openSync(path, 'a');
    rmentor(['rules'], file);
    closeSync(file);
    expect(readFileSync(path, 'utf8')).toBe(`before\n${rmentor(['rules']).out}`);
  });
});
