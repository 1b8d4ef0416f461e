/** @module-tag slow */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workFolder } from '../support/run.ts';

interface Manifest {
  readonly files: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** A folder in which the program is installed as npm would: what package.json ships. */
function installed(): string {
  const folder = workFolder();
  const packages = join(folder, 'node_modules');
  mkdirSync(join(packages, 'rmentor'), { recursive: true });
  for (const name of ['package.json', ...manifest.files.filter(file => !file.startsWith('!'))]) {
    cpSync(name, join(packages, 'rmentor', name), { recursive: true });
  }
  return folder;
}

function rmentor(folder: string, ...args: readonly string[]) {
  const bin = join('node_modules', 'rmentor', 'bin', 'rmentor.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: folder, encoding: 'utf8' });
  return { exit: status, text: `${stdout}${stderr}` };
}

/** Sheets that take every table to read: a code page of Windows, its name for a time zone, a country in words. */
function laySheets(folder: string): void {
  const sheet =
    'name;email;department;country;timezone\nJürgen Groß;j@example.org;IT;Österreich;W. Europe Standard Time\n';
  writeFileSync(join(folder, 'mentors.csv'), sheet, 'latin1');
  writeFileSync(join(folder, 'mentees.csv'), sheet.replace('j@', 'k@').replace('IT', 'Finance'), 'latin1');
}

test('what is shipped runs without any package', () => {
  expect(manifest.dependencies).toBeUndefined();
  const folder = installed();
  const run = (...args: readonly string[]) => rmentor(folder, ...args);
  laySheets(folder);
  const sheets = ['--mentors', 'mentors.csv', '--mentees', 'mentees.csv'];
  expect(run('explain', 'E012')).toMatchObject({ exit: 0, text: expect.stringContaining('Not a whole number') });
  expect(run('validate', ...sheets).text).toContain('Jürgen');
  expect(run('init', '--yes', '--templates', 'xlsx', 'begun')).toMatchObject({ exit: 0 });
  expect(run('match', '--config', 'begun/rmentor.config.json', '--out', 'run')).toMatchObject({ exit: 0 });
  expect(run('verify', 'run')).toMatchObject({ exit: 0, text: expect.stringMatching(/^PROVEN/u) });
});

test('the package is small enough to be mailed', () => {
  const call = 'npm pack --dry-run --json --ignore-scripts';
  const { stdout } = spawnSync(call, { shell: true, encoding: 'utf8' });
  const [{ size, files }] = JSON.parse(stdout) as [{ size: number; files: readonly { path: string }[] }];
  expect(size).toBeLessThan(1_500_000);
  expect(files.map(({ path }) => path)).toContain('dist/library.d.cts');
});

describe('a copy that is not complete', () => {
  const again = 'Run npm install rmentor again (with --global if it was).';
  const reading = ['validate', '--mentors', 'mentors.csv', '--mentees', 'mentees.csv'];

  test.each<[part: string, path: string, args: readonly string[]]>([
    ['build', 'rmentor/dist', ['--version']],
    ['file of a command', 'rmentor/dist/validate.cjs', reading],
    ['stories of messages', 'rmentor/dist/explain-codes.cjs', ['explain', 'E012']],
  ])('says in one line what is missing and what to do: %s', (_, path, args) => {
    const folder = installed();
    laySheets(folder);
    rmSync(join(folder, 'node_modules', path), { recursive: true });
    const { exit, text } = rmentor(folder, ...args);
    expect(text).toMatch(/^error {2}rmentor is not complete: \S+ is missing\. [^\n]+\n$/u);
    expect(text).toContain(again);
    expect(text).toContain(path.replace('rmentor/', ''));
    expect(exit).toBe(5);
  });

  test('is completed where it is when it is a clone', () => {
    const folder = workFolder();
    for (const name of ['package.json', 'bin']) cpSync(name, join(folder, name), { recursive: true });
    const bin = join(folder, 'bin', 'rmentor.js');
    const { status, stderr } = spawnSync(process.execPath, [bin, 'match'], { encoding: 'utf8' });
    const home = realpathSync(folder);
    expect(stderr).toBe(
      `error  rmentor is not complete: ${join(home, 'dist', 'cli.cjs')} is missing. Run npm install in ${home}.\n`,
    );
    expect(status).toBe(5);
  });
});
