/** @module-tag slow */

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { neutraliseCommands, renderJson } from '../../../src/render/layout/neutralise-ci-commands.ts';
import { commandsIn } from '../../support/ci-commands.ts';
import { workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';

const parts = fc.constantFrom(
  ...['::', ':', '##', '#', '[', 'vso', 'teamcity', 'section_start', 'section_end', 'error', ' ', '\n', '\r', '\t'],
  ...['\u001b[31m', 'x', 'Ä', '\u00a0', '\u200b'],
);
const odd = fc.array(parts, { maxLength: 12 }).map(found => found.join(''));

describe('a text for the terminal', () => {
  test('commands nothing, and differs in blanks alone', () => {
    const holds = (text: string) => {
      expect(commandsIn(neutraliseCommands(text))).toEqual([]);
      expect(neutraliseCommands(text).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      expect(neutraliseCommands(neutraliseCommands(text))).toBe(neutraliseCommands(text));
    };
    fc.assert(fc.property(odd, holds), { numRuns: runs(1000) });
  });

  test('is as it was where it commands nothing', () => {
    for (const text of ['Ratio 1:2', 'C# [new]', '# 3', 'a :: b', 'section_startled:', '12:30:15']) {
      expect(neutraliseCommands(text)).toBe(text);
    }
  });

  test('as JSON commands nothing either, and says the same', () => {
    const holds = (text: string) => {
      const json = renderJson({ [text]: [text] });
      expect(commandsIn(json)).toEqual([]);
      expect(neutraliseCommands(json)).toBe(json);
      expect(JSON.parse(json)).toEqual({ [text]: [text] });
    };
    fc.assert(fc.property(odd, holds), { numRuns: runs(1000) });
  });
});

const HOSTILE = [
  '##vso[task.complete result=Succeeded;]',
  "##teamcity[buildStatus text='x']",
  '::error file=a::x ::set-output name=b::c',
  'section_start:1:x section_end:2:x',
  '##[add-matcher]x ##[error]y',
];

/** A programme every text of which is a command; people without partners, problems and a lock against a rule included. */
function hostileProgramme(): string {
  const folder = workFolder();
  const cell = (index: number) => `"${HOSTILE[index % HOSTILE.length]?.replaceAll('"', '""')}"`;
  const header = (side: string) =>
    `id,name,email,department,country,languages,topics,${cell(2)},${cell(0)},own_${side}\n`;
  const person = (id: string, at: number, languages: string) =>
    `${id} ##vso[x],${cell(at)},${id}@example.org,${cell(at + 1)},DE,${languages},${cell(at + 2)},${cell(at + 3)},x,y\n`;
  const mentors = ['m1', 'm2', 'm3'].map((id, at) => person(id, at, 'de'));
  const mentees = ['e1', 'e2', 'e3', 'e4'].map((id, at) => person(id, at + 1, at === 3 ? 'fr' : 'de'));
  writeFileSync(join(folder, '##vso[mentors].csv'), header('a') + mentors.join(''));
  writeFileSync(join(folder, '##vso[mentees].csv'), header('b') + mentees.join(''));
  writeFileSync(join(folder, 'bad.csv'), header('c') + person('m9', 0, 'de').replace(',DE,', `,${cell(2)},`));
  const config = {
    must: [{ rule: 'overlap', field: 'languages', name: '::error::rule ##[x]' }],
    mentors: '##vso[mentors].csv',
    mentees: '##vso[mentees].csv',
    limits: 'limits.csv',
    out: 'run',
  };
  mkdirSync(join(folder, 'letters'));
  writeFileSync(join(folder, 'letters', 'mentors.txt'), 'Subject: ##vso[x]\n\n{::error::x} {##vso[y]} {kick_off}\n');
  writeFileSync(join(folder, 'survey.csv'), 'id,Would you recommend ##vso[x]?\nm1 ##vso[x],"yes, ##vso[x]"\n');
  writeFileSync(join(folder, 'limits.csv'), 'country,side,min,max\nDE,mentees,0,2\n');
  writeFileSync(join(folder, 'rmentor.config.json'), JSON.stringify(config));
  return folder;
}

const CALLS: readonly (readonly string[])[] = [
  ['validate'],
  ['validate', '--explain-columns'],
  ['validate', '--normalised', '##vso[clean]'],
  ['rules'],
  ['check'],
  ['check', '--person', 'm1 ##vso[x]'],
  ['match', '--alternates', '2', '--fail-under', 'coverage=99'],
  ['match', '--delimiter', '::error::x'],
  ['verify', 'run'],
  ['report', 'run'],
  ['advise', 'run'],
  ['explain', 'e4 ##vso[x]'],
  ['explain', 'm1 ##vso[x]', 'e4 ##vso[x]'],
  ['explain', '--for', 'e4 ##vso[x]'],
  ['share', 'run', '--out', 'shared', '--json'],
  ['share', 'run', '--out', 'pseudonymised', '--pseudonymise', 'key.txt', '--new-key'],
  ['explain', '--for', 'm1 ##vso[x]', '--json'],
  ['diff', 'run', 'run'],
  ['add', '--from', 'run', '--dry-run'],
  ['drop', 'm1 ##vso[x]', '--from', 'run', '--may-move', '1', '--dry-run'],
  ['feedback', 'survey.csv', '--from', 'run'],
  ['export', '--to', 'json', '--from', 'run', '--out', '##vso[told]', '--include-draft', '--with', '##vso[none]'],
  ['export', '--to', 'csv', '--from', 'run', '--out', '##vso[told]', '--include-draft'],
  ['export', '--to', 'eml', '--from', 'run', '--out', 'told', '--include-draft'],
  ['export', '--to', 'mailchimp', '--from', 'run', '--out', 'told', '--include-draft', '--with', 'own_a'],
  ['export', '--to', 'ics', '--from', 'run', '--out', 'told', '--at', '##vso[now]'],
  ['export', '--to', 'eml', '--from', 'run', '--out', 'told', '--organiser', '##teamcity[hr]'],
  ['export', '--to', '##vso[fax]', '--from', 'run', '--out', 'told'],
  ['explain', '::error::nobody'],
  ['verify', '##teamcity[none]'],
  ['validate', '--mentors', 'bad.csv', '--errors', '##vso[errors].csv'],
  ['init', '##vso[new]', '--yes'],
  ['sample', '--out', '##vso[sample]', '--mentors', '3', '--mentees', '3', '--countries', '1'],
  ['ui', '--no-open', '--out', '##vso[page]'],
  ['completion', '##vso[shell]'],
  ['##vso[nothing]'],
];

test('no command says a text of a sheet as a command of a CI system, as text or as JSON', { timeout: 240_000 }, () => {
  const folder = hostileProgramme();
  const call = (args: readonly string[]) => {
    const env = { ...process.env, FORCE_COLOR: '1', GITHUB_ACTIONS: '' };
    const bin = resolve('bin/rmentor.js');
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect([args, status, commandsIn(stdout), commandsIn(stderr)]).toEqual([args, status, [], []]);
    return { status, stdout };
  };
  const exits = new Map(CALLS.map(args => [args.join(' '), call(args).status]));
  // The programme is one that can be matched, so that every command has something to say.
  expect(exits.get('match --alternates 2 --fail-under coverage=99')).toBe(1);
  expect(exits.get('export --to eml --from run --out told --include-draft')).toBe(2);
  expect(exits.get('verify run')).toBe(0);
  for (const command of [['check'], ['match'], ['verify', 'run'], ['advise', 'run'], ['explain', 'e4 ##vso[x]']]) {
    const { status, stdout } = call([...command, '--json']);
    expect([command, status]).toEqual([command, 0]);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: expect.any(Number) });
  }
});

test('every command is among those that are called so', () => {
  const called = new Set(CALLS.map(([name]) => name));
  const program = readFileSync('src/commands/index.ts', 'utf8');
  const commands = [...program.matchAll(/\bdescribeCommand\(program, '([a-z]+)'/gu)].map(([, name]) => name);
  expect(commands.length).toBeGreaterThan(8);
  expect(commands.filter(name => !called.has(name))).toEqual([]);
});
