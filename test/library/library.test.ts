/** @module-tag slow */

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { AUDIENCES, EXPORT_TOOLS, type ExportTool } from '../../src/domain/hand-over.ts';
import { beginApproved, beginRun, readFiles } from '../support/hand-over.ts';
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
      const told: rmentor.ExportResult = await rmentor.exportRun('run', { to: 'ics', at: new Date(), round: '1', audience: ['mentors'] });
      // @ts-expect-error only what was handed over has files
      told.handOver;
      if (told.kind === 'exported') return told.handOver.files.size + told.handOver.tandems.ended;
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

describe('a hand-over of the library', () => {
  /** What drafts and calendars ask for besides. */
  const isOfMeetings = (to: ExportTool) => to === 'ics' || to === 'eml';
  const MEETING = { at: '2026-11-03T09:00+01:00', organiser: 'hr@example.org' };

  test('is that of the command line to the byte for every program, with its record', async () => {
    const { folder } = await beginApproved();
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(resolve('.'), join(folder, 'node_modules', 'rmentor'), 'junction');
    const options = { with: ['telefon'], audience: [...AUDIENCES], lang: 'de', round: '2026' };
    const script = `
      import { exportRun } from 'rmentor';
      const show = ({ handOver: { files } }) => JSON.stringify([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]));
      for (const to of ${JSON.stringify(EXPORT_TOOLS)}) {
        const meeting = to === 'ics' || to === 'eml' ? { at: new Date('${MEETING.at}'), organiser: '${MEETING.organiser}' } : {};
        const options = { to, ...${JSON.stringify(options)}, ...meeting };
        const inMemory = await exportRun('run', options);
        const written = await exportRun('run', { ...options, out: 'library-' + to });
        if (show(inMemory) !== show(written)) throw new Error('other files');
        console.log(to, inMemory.handOver.record, written.handOver.record);
      }`;
    const noted = EXPORT_TOOLS.map(to => `${to} null handed-over.json\n`);
    expect(runScript(folder, 'hand-over.mjs', script)).toBe(noted.join(''));
    const record = join(folder, 'handed-over.json');
    const byLibrary = readFileSync(record, 'utf8');
    rmSync(record);
    const groups = AUDIENCES.flatMap(audience => ['--audience', audience]);
    const meeting = ['--at', MEETING.at, '--organiser', MEETING.organiser];
    for (const to of EXPORT_TOOLS) {
      const call = [
        'export',
        '--to',
        to,
        '--out',
        `command-${to}`,
        '--lang',
        'de',
        '--with',
        'telefon',
        '--round',
        '2026',
      ];
      const asked = [...call, ...groups, ...(isOfMeetings(to) ? meeting : [])];
      const { exit, output } = await spawnProgram(asked, { folder, language: 'en', lines: null });
      expect([to, exit, exit === 0 ? '' : output]).toEqual([to, 0, '']);
      expect(readFiles(join(folder, `command-${to}`))).toEqual(readFiles(join(folder, `library-${to}`)));
    }
    expect(readFileSync(record, 'utf8')).toBe(byLibrary);
  });

  test('is refused with a place where the program would cut something, and thrown where nothing is approved', async () => {
    const draft = await beginRun();
    const { folder } = await beginApproved();
    for (const one of [draft.folder, folder]) {
      mkdirSync(join(one, 'node_modules'));
      symlinkSync(resolve('.'), join(one, 'node_modules', 'rmentor'), 'junction');
    }
    const thrown = runScript(
      draft.folder,
      'draft.mjs',
      `import { exportRun } from 'rmentor';
       await exportRun('run', { to: 'csv', out: 'told' }).catch(({ name, exit, message }) => console.log(name, exit, message));`,
    );
    expect(thrown).toBe('RmentorError 2 no tandem in run is approved; nothing was written\n');
    mkdirSync(join(folder, 'letters'));
    writeFileSync(join(folder, 'letters', 'mentors.txt'), 'Subject: Hello\n\nDear {nam}\n');
    const script = `
      import { exportRun } from 'rmentor';
      const told = await exportRun('run', { to: 'eml', out: 'told', lang: 'de' });
      console.log(JSON.stringify(told));`;
    const { kind, problems } = JSON.parse(runScript(folder, 'refused.mjs', script));
    expect([kind, existsSync(join(folder, 'told'))]).toEqual(['refused', false]);
    expect(problems.at(-1)).toMatchObject({ code: 'E244', severity: 'error', row: 3, value: '{nam}' });
    const nobody = `
      import { exportRun } from 'rmentor';
      await exportRun('run', { to: 'csv', out: 'told' });
      console.log((await exportRun('run', { to: 'csv', out: 'told', since: true })).kind);
      const wrong = [{ to: 'fax' }, { audience: ['all'] }, { at: new Date('soon') }, { minutes: 0.5 }, { organiser: 'hr@x.org\\nBcc: y@x.org' }];
      for (const one of wrong) await exportRun('run', { to: 'eml', ...one }).catch(({ exit, message }) => console.log(exit, message));`;
    expect(runScript(folder, 'nobody.mjs', nobody)).toBe(
      [
        'nobody',
        '2 "fax" is not a value of to',
        '2 "all" is not a value of audience',
        '2 "Invalid Date" is not a value of at',
        '2 "0.5" is not a value of minutes',
        '2 "hr@x.org␊Bcc: y@x.org" is not a value of organiser',
        '',
      ].join('\n'),
    );
  });
});
