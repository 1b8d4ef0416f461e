/** @module-tag slow */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, expect, test } from 'vitest';
import { packProgram } from '../support/packed.ts';

function call(command: string, args: readonly string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', timeout: 120_000 });
  return { exit: status, stdout, stderr };
}

const folder = mkdtempSync(join(tmpdir(), 'rmentor-packed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tarball = packProgram(folder);
expect(call('tar', ['-xzf', tarball], folder).exit).toBe(0);
const shipped = join(folder, 'package');
const files = readdirSync(shipped, { recursive: true, encoding: 'utf8' });

test('what is packed has no scripts, and no packages of development', () => {
  const manifest: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8'));
  const whole: Readonly<Record<string, unknown>> = JSON.parse(readFileSync('package.json', 'utf8'));
  const { scripts: _, devDependencies: __, ...rest } = whole;
  expect(manifest).toEqual(rest);
  expect(files.filter(name => /^scripts|\.v8-|\.whole$|^src|^test/u.test(name))).toEqual([]);
});

test('what is packed has no dead link', () => {
  const pages = files.filter(name => name.endsWith('.md'));
  expect(pages.length).toBeGreaterThan(15);
  const dead = pages.flatMap(page => {
    const links = [...readFileSync(join(shipped, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/gu)].map(
      ([, link = '']) => link,
    );
    const local = links.filter(link => !/^(?:https?|mailto):/u.test(link) && !link.startsWith('#'));
    return local
      .filter(link => !existsSync(join(shipped, dirname(page), link.split('#')[0]!)))
      .map(link => `${page}: ${link}`);
  });
  expect(dead).toEqual([]);
});

test('what is packed is what package.json promises, as publint asks for it', async () => {
  const { messages, pkg } = await publint({ pkgDir: shipped, pack: false, level: 'suggestion', strict: true });
  expect(messages.map(message => formatMessage(message, pkg))).toEqual([]);
});

test('what is packed has an entry, its types and a program', () => {
  const manifest = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8')) as {
    main: string;
    types: string;
    bin: { rmentor: string };
    exports: { '.': { types: string; default: string } };
  };
  const { main, types, bin, exports } = manifest;
  const named = [main, types, bin.rmentor, exports['.'].types, exports['.'].default];
  expect(named.filter(path => !files.includes(path.replace(/^\.\//u, '')))).toEqual([]);
  expect([exports['.'].default, exports['.'].types]).toEqual([main, types]);
  // Types come first, or no compiler finds them; and those of a CommonJS file are called so.
  expect(Object.keys(exports['.'])).toEqual(['types', 'default']);
  expect([main, types].map(path => path.slice(path.lastIndexOf('.c')))).toEqual(['.cjs', '.cts']);
});

test('what is packed is installed without a warning, in an empty folder and without a network, and runs', () => {
  const home = join(folder, 'home');
  mkdirSync(home);
  const installed = call(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', '--loglevel', 'warn', tarball],
    home,
  );
  expect([installed.exit, installed.stderr]).toEqual([0, '']);
  expect(installed.stdout).toMatch(/^\s*added 1 package/u);
  cpSync('fixtures/first-steps', home, { recursive: true });
  const run = (...args: readonly string[]) => call(join(home, 'node_modules', '.bin', 'rmentor'), args, home);
  expect(run('match', '--out', 'run', '--quiet')).toMatchObject({ exit: 0 });
  expect(run('verify', 'run').stdout).toMatch(/^PROVEN/u);
  expect(run('export', '--to', 'mail-merge', '--out', 'told', '--include-draft', '--no-record')).toMatchObject({
    exit: 0,
  });
  const script = `import { verify, exportRun } from 'rmentor';
    console.log((await verify('run')).kind, (await exportRun('run', { to: 'eml', includeDraft: true })).kind);`;
  const called = call(process.execPath, ['--input-type=module', '--eval', script], home);
  expect([called.stderr, called.stdout]).toEqual(['', 'proven exported\n']);
});
