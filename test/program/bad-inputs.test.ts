/** @module-tag slow */

import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const FOLDER = 'fixtures/bad-inputs';
const PROGRAM = resolve('bin/rmentor.js');

/** Files of a case that are about the run and not read by it. */
const ABOUT = ['before.txt', 'args.txt', 'expected.txt'];

const cases = readdirSync(FOLDER, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);

/** The call of a case: its args.txt, which may begin with a command; or a match of the sheets it has. */
function callOf(folder: string): string[] {
  const own = argsIn(join(folder, 'args.txt'));
  if (own !== null) return own[0]?.startsWith('-') === false ? own : ['match', '--out', 'out', ...own];
  const extra = ['limits', 'pairs'].filter(role => existsSync(join(folder, `${role}.csv`)));
  return ['match', '--out', 'out', ...['mentors', 'mentees', ...extra].flatMap(role => [`--${role}`, `${role}.csv`])];
}

function argsIn(file: string): string[] | null {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : null;
}

/** The calls of a case's before.txt, with a blank line between two. */
function callsBefore(source: string): string[][] {
  const file = join(source, 'before.txt');
  const calls = existsSync(file) ? readFileSync(file, 'utf8').split(/\n{2,}/u) : [];
  return calls.map(lines => lines.split('\n').filter(Boolean)).filter(args => args.length > 0);
}

/** The run of a case in a copy of its folder: what it said, and what the folder held before and after. */
async function runOf(name: string) {
  const source = join(FOLDER, name);
  const work = mkdtempSync(join(tmpdir(), 'rmentor-bad-'));
  try {
    cpSync(source, work, { recursive: true, filter: path => !ABOUT.includes(basename(path)) });
    for (const first of callsBefore(source)) expect(await call(work, first)).toMatchObject({ exit: 0 });
    const before = contentOf(work);
    const said = await call(work, callOf(source));
    return { ...said, before, after: contentOf(work) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function call(folder: string, args: readonly string[]): Promise<{ exit: number | null; out: string; err: string }> {
  const { FORCE_COLOR: _, GITHUB_ACTIONS: __, ...env } = process.env;
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env: { ...env, NO_COLOR: '1' } });
  const said = { out: '', err: '' };
  child.stdin.end();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.err += text;
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', exit => done({ exit, ...said }));
  });
}

/** Every path in a folder, with the bytes of files. */
function contentOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map(entry => {
      const path = join(entry.parentPath, entry.name);
      return [path, entry.isFile() ? readFileSync(path, 'latin1') : '(folder)'];
    }),
  );
}

describe('a bad input is told as its expected.txt says, and nothing is written', () => {
  test.concurrent.each(cases)('%s', { timeout: 60_000 }, async name => {
    const { exit, out, err, before, after } = await runOf(name);
    // On a busy machine even these take more than a second, and tell their stages.
    const told = err.replace(/^[\p{L} ]+ …\n/gmu, '');
    const expected = join(FOLDER, name, 'expected.txt');
    if (process.env['UPDATE_EXPECTED']) writeFileSync(expected, `exit ${exit}\n${told}`);
    expect(`exit ${exit}\n${told}`).toBe(readFileSync(expected, 'utf8'));
    expect(exit).toBeGreaterThanOrEqual(2);
    expect(out).toBe('');
    expect(after).toEqual(before);
  });
});

test('every message has a case that provokes it', () => {
  const text = readFileSync('src/domain/problems.ts', 'utf8');
  const codes = [...text.matchAll(/(?<!ProblemFacts\[)'([EW]\d{3})'/gu)].map(([, code]) => code);
  const told = new Set(
    cases.flatMap(
      name => readFileSync(join(FOLDER, name, 'expected.txt'), 'utf8').match(/(?<= {2})[EW]\d{3}(?= {2})/gu) ?? [],
    ),
  );
  expect(codes.length).toBeGreaterThan(40);
  expect(codes).toEqual([...new Set(codes)]);
  expect(codes.filter(code => !told.has(code ?? ''))).toEqual([]);
});
