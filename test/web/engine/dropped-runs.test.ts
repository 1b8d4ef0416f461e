import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { writeWorkbook } from '../../../src/io/write-workbook.ts';
import { answerTask } from '../../../src/web/engine/answer.ts';
import { UNPACKER } from '../../../src/web/engine/archives.ts';
import type { EngineTask } from '../../../src/web/engine/questions.ts';
import { parseWorkbook } from '../../../src/workbook/workbook.ts';
import { workFolder } from '../../support/run.ts';

const PROGRAM = resolve('bin/rmentor.js');
const SHEETS = ['mentors.csv', 'mentees.csv', 'limits.csv', 'rmentor.config.json'];

function call(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A programme with a finished run that has every file a run may have. */
function makeFullRun(): string {
  const folder = workFolder();
  for (const name of SHEETS) cpSync(join('fixtures/model-programme', name), join(folder, name));
  // A few people, since each call of the command line reads them all.
  for (const name of ['mentors.csv', 'mentees.csv']) {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    writeFileSync(join(folder, name), lines.slice(0, 31).join('\n'));
  }
  call(folder, 'match', '--out', 'first');
  const args = ['--previous', 'first/tandems.csv', '--workbook', '--alternates', '2', '--curve', '--bundle'];
  expect(call(folder, 'match', ...args).status).toBe(0);
  return folder;
}

/** Asks what a page asks when all files of a folder and of the run in it are dropped. */
function ask(kind: EngineTask['kind'], folder: string) {
  const read = (path: string, name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(path, name))) });
  const run = readdirSync(join(folder, 'run')).map(name => read(join(folder, 'run'), name));
  const files = [...(kind === 'verify' ? [] : SHEETS.map(name => read(folder, name))), ...run];
  const roles = kind === 'verify' ? {} : { mentors: 'mentors.csv', mentees: 'mentees.csv', limits: 'limits.csv' };
  const asking = { program: `rmentor ${packageJson.version}`, watch: () => {} };
  return answerTask({ kind, files, roles, language: 'en' }, asking);
}

/** Decides in the workbook of a run, as somebody does in Excel: cells of its first rows. */
async function decideInWorkbook(path: string, statuses: readonly string[]): Promise<void> {
  const { sheets } = parseWorkbook(path, new Uint8Array(readFileSync(path)), UNPACKER).value!;
  const written = sheets.map(({ name, rows }) => {
    const cells = rows.map(row => [...row]);
    const at = cells[0]!.indexOf('status');
    const decided = cells.map((row, index) =>
      name === 'tandems' && statuses[index - 1] !== undefined ? row.with(at, statuses[index - 1]!) : row,
    );
    return { name, rows: decided, hasHeader: true };
  });
  writeFileSync(path, await writeWorkbook(written));
}

test('decisions in the workbook of a run that is dropped are taken; the workbook is read, and not written', async () => {
  const folder = makeFullRun();
  await decideInWorkbook(join(folder, 'run', 'run.xlsx'), ['approved', 'declined', 'approved']);
  const answer = await ask('match', folder);
  expect(call(folder, 'match', '--bundle', '--out', 'run').status).toBe(0);
  if (answer.kind !== 'matched') throw new Error(answer.kind);
  const names = readdirSync(join(folder, 'run')).filter(name => name !== 'run.xlsx');
  expect(names).toContain('declined.csv');
  expect(answer.isWithoutWorkbook).toBe(true);
  const written = names.map(name => [name, readFileSync(join(folder, 'run', name), 'utf8')]);
  const made = [...answer.run].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]);
  expect(Object.fromEntries(made)).toEqual(Object.fromEntries(written));
});

test('a run that holds anything is read as the command line reads it, or refused with a sentence', async () => {
  const whole = makeFullRun();
  const names = readdirSync(join(whole, 'run'));
  expect(names.length).toBeGreaterThan(14);
  for (const name of names) {
    const folder = workFolder();
    cpSync(whole, folder, { recursive: true });
    writeFileSync(join(folder, 'run', name), 'PK\u0003\u0004 "{[;,');
    for (const [kind, args] of [
      ['verify', ['verify', 'run', '--json']],
      ['match', ['match', '--out', 'run', '--json']],
    ] as const) {
      const answer = await ask(kind, folder);
      const said = call(folder, ...args);
      const told = 'json' in answer ? answer.json : '';
      expect([name, kind, JSON.parse(told || '{}')['problems']]).toEqual([
        name,
        kind,
        JSON.parse(said.stdout || '{}')['problems'],
      ]);
      if (answer.kind === 'trouble') expect(said.stderr.replace(/\s+/gu, ' ')).toContain(answer.message);
      if (answer.kind === 'judged') expect(told).toBe(said.stdout);
    }
  }
});
