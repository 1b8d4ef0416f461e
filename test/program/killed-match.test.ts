/** @module-tag slow */

import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { verifyCommand } from '../../src/commands/verify.ts';
import { CHANGING } from '../io/support.ts';
import { filesIn, listening, runMatch, workFolder } from '../support/run.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
const PROGRAM = { program: `rmentor ${version}` };

/** Ends its process by kill -9 before the nth call that changes files; writes how many there were where it lives on. */
const PRELOAD = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const write = fs.writeFileSync;
  let count = 0;
  for (const name of ${JSON.stringify(CHANGING)}) {
    const real = fs[name];
    fs[name] = (...args) => {
      count += 1;
      if (String(count) === process.env.DIE_BEFORE) process.kill(process.pid, 'SIGKILL');
      return real(...args);
    };
  }
  syncBuiltinESMExports();
  process.on('exit', () => write(process.env.COUNTED, String(count)));
`;

/** A programme whose run holds an approved tandem, a declined one and a note, and what makes it match and die. */
async function makeDecidedRun() {
  const folder = workFolder();
  cpSync('fixtures/first-steps', folder, { recursive: true });
  const flags = { config: join(folder, 'rmentor.config.json'), out: join(folder, 'run'), workbook: true };
  expect(await runMatch(flags, PROGRAM)).toMatchObject({ exit: 0 });
  const tandems = join(folder, 'run', 'tandems.csv');
  const [header, approved = '', declined = '', noted = '', ...rest] = readFileSync(tandems, 'utf8').split('\r\n');
  const decided = [
    approved.replace(';draft;', ';approved;both agreed'),
    declined.replace(';draft;', ';declined;no time'),
    noted.replace(';draft;', ';draft;ask in May'),
  ];
  writeFileSync(tandems, [header, ...decided, ...rest].join('\r\n'));
  const aside = workFolder();
  writeFileSync(join(aside, 'dying.mjs'), PRELOAD);
  const matchDying = (dieBefore: number | null) => {
    const args = ['--import', join(aside, 'dying.mjs'), resolve('bin/rmentor.js'), 'match', '--out', 'run'];
    const env = { ...process.env, DIE_BEFORE: String(dieBefore), COUNTED: join(aside, 'count') };
    return spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
  };
  return { folder, flags, matchDying, countCalls: () => Number(readFileSync(join(aside, 'count'), 'utf8')) };
}

test('no decision is lost by kill -9 at any moment of a match into their folder', async () => {
  const { folder, flags, matchDying, countCalls } = await makeDecidedRun();
  const kept = workFolder();
  cpSync(folder, kept, { recursive: true });
  const whole = matchDying(null);
  expect(whole.status, whole.stderr).toBe(0);
  expect(whole.stderr).toContain('1 approved tandem stays, 1 declined pair is not offered again');
  const [files, names, calls] = [filesIn(flags.out), readdirSync(folder), countCalls()];
  expect(calls).toBeGreaterThan(40);
  expect(files['tandems.csv']).toContain(';approved;both agreed');
  expect(files['declined.csv']).toContain('no time');
  for (let trial = 1; trial <= 40; trial++) {
    rmSync(folder, { recursive: true });
    cpSync(kept, folder, { recursive: true });
    const dieBefore = Math.ceil((trial * calls) / 40);
    expect(matchDying(dieBefore).signal).toBe('SIGKILL');
    const said = await runMatch(flags, PROGRAM);
    expect(said, `killed before call ${dieBefore} of ${calls}: ${said.err}`).toMatchObject({ exit: 0 });
    // The same decisions give the same bytes, whichever run stood there after the kill.
    expect(filesIn(flags.out)).toEqual(files);
    expect(readdirSync(folder)).toEqual(names);
  }
  expect((await listening(shell => verifyCommand(flags.out, {}, shell), PROGRAM)).out).toMatch(/^PROVEN/u);
});
