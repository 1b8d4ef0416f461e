/** @module-tag slow */

import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { spawnProgram } from '../support/program.ts';
import { workFolder } from '../support/run.ts';

const MODEL = 'fixtures/model-programme';

/** A folder with the sheets of the model programme, in which the package is installed. */
function lay(): string {
  const folder = workFolder();
  cpSync(MODEL, folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(resolve('.'), join(folder, 'node_modules', 'rmentor'), 'junction');
  return folder;
}

function runScript(folder: string, name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return execFileSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' });
}

/** The examples of the page: a script, and what it prints. */
function listExamples(): readonly { name: string; script: string; printed: string }[] {
  const text = readFileSync('docs/library.md', 'utf8');
  const found = text.matchAll(/^```js (\S+)\n([\s\S]*?)^```\n+```text\n([\s\S]*?)^```$/gmu);
  return [...found].map(([, name = '', script = '', printed = '']) => ({ name, script, printed }));
}

test('the examples of the page print what it says', () => {
  const examples = listExamples();
  expect(examples.length).toBeGreaterThan(1);
  const folder = lay();
  for (const { name, script, printed } of examples) expect(runScript(folder, name, script)).toBe(printed);
});

test('a run of the library is that of the command line to the byte', async () => {
  const folder = lay();
  const script = `
    const { match, readProgramme, writeRun } = require('rmentor');
    readProgramme({ out: 'run', lang: 'de' }).then(async ({ programme }) => {
      const result = await match(programme, { alternates: 2 });
      await writeRun(result.run);
      const { readFileSync } = require('node:fs');
      for (const [name, bytes] of result.run.files) {
        if (!readFileSync('run/' + name).equals(bytes)) throw new Error(name);
      }
    });`;
  runScript(folder, 'pair.cjs', script);
  const call = ['match', '--out', 'other', '--lang', 'de', '--alternates', '2'];
  const { exit } = await spawnProgram(call, { folder, language: 'en', lines: null });
  expect(exit).toBe(0);
  const names = readdirSync(join(folder, 'other')).sort();
  expect(readdirSync(join(folder, 'run')).sort()).toEqual(names);
  for (const name of names) {
    expect(readFileSync(join(folder, 'run', name))).toEqual(readFileSync(join(folder, 'other', name)));
  }
});

test('errors of the sheets are problems with place and sentence, and a clash names its demands', () => {
  const folder = lay();
  const mentors = readFileSync(join(folder, 'mentors.csv'), 'utf8');
  const [header = '', first = ''] = mentors.split('\n');
  writeFileSync(join(folder, 'twice.csv'), `${header}\n${first}\n${first}\n`);
  const [, own = ''] = readFileSync(join(folder, 'mentees.csv'), 'utf8').split('\n');
  const [mentor = '', name = ''] = first.split(',');
  const [mentee] = own.split(',');
  writeFileSync(join(folder, 'limits.csv'), 'country,side,min,max\n*,mentor,,0\n');
  writeFileSync(join(folder, 'pairs.csv'), `mentor,mentee,action\n${mentor},${mentee},lock\n`);
  const script = `
    import { match, readProgramme } from 'rmentor';
    const read = await readProgramme({ mentors: 'twice.csv', lang: 'de' });
    const problem = read.problems.find(({ severity }) => severity === 'error');
    const locked = await readProgramme({ pairs: 'pairs.csv', out: 'run' });
    const result = locked.ok ? await match(locked.programme) : locked;
    console.log(JSON.stringify({ ok: read.ok, problem, result }));`;
  const { ok, problem, result } = JSON.parse(runScript(folder, 'faults.mjs', script));
  expect(ok).toBe(false);
  expect(problem).toMatchObject({ file: 'twice.csv', row: 3, column: 'id', value: mentor });
  expect(problem.message).toMatch(/zweimal|schon|Zeile/u);
  expect(result).toMatchObject({ kind: 'clash', message: expect.stringContaining(name) });
});

test.each(['mts', 'cts'])('types hold for a caller in a .%s file', kind => {
  const folder = lay();
  const body = `
    export async function pair(): Promise<number> {
      const read = await rmentor.readProgramme({ out: 'run' });
      if (!read.ok) return read.problems.length;
      const result: rmentor.MatchResult = await rmentor.match(read.programme, { alternates: 3 });
      // @ts-expect-error only a match that ended well has a run
      result.run;
      if (result.kind !== 'matched') return 0;
      await rmentor.writeRun(result.run);
      const verdict = await rmentor.verify('run', { lang: 'de' });
      return verdict.kind === 'proven' ? result.run.tandems.reduce((sum, { score }) => sum + score, 0) : 0;
    }`;
  const start = kind === 'mts' ? `import * as rmentor from 'rmentor';` : `import rmentor = require('rmentor');`;
  writeFileSync(join(folder, `caller.${kind}`), `${start}\n${body}\n`);
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--types', '', '--lib', 'es2023'];
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const call = () =>
    execFileSync(process.execPath, [tsc, ...flags, `caller.${kind}`], { cwd: folder, encoding: 'utf8' });
  expect(call()).toBe('');
});
