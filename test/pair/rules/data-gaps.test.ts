import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCommand } from '../../../src/commands/check.ts';
import { explainCommand } from '../../../src/commands/explain.ts';
import { matchCommand } from '../../../src/commands/match.ts';
import { rulesCommand } from '../../../src/commands/rules.ts';
import type { Context } from '../../../src/commands/shared/context.ts';
import { validateCommand } from '../../../src/commands/validate.ts';
import { verifyCommand } from '../../../src/commands/verify.ts';
import { de } from '../../../src/render/words/de/index.ts';
import { en } from '../../../src/render/words/en/index.ts';
import { listening, runMatch, runVerify, workFolder } from '../../support/run.ts';

const PROGRAMME = 'fixtures/without-data';
const EXPECTED = join(PROGRAMME, 'expected');

/** A copy of the programme, so that paths in what is said are short, and its finished run. */
async function finished() {
  const folder = workFolder();
  cpSync(PROGRAMME, folder, { recursive: true });
  const config = join(folder, 'rmentor.config.json');
  const out = join(folder, 'run');
  expect(await runMatch({ config, out })).toMatchObject({ exit: 0 });
  return { folder, config, out };
}

/** What a command line says, with the folder left out of it: "rules --lang de  # 60 columns". */
async function said(line: string): Promise<string> {
  const { folder, config, out: run } = await finished();
  const [, words = '', language, columns] = /^(.*?)(?: --lang=(de))?(?: {2}# (\d+) columns)?$/u.exec(line) ?? [];
  const [command = '', ...names] = words.split(' ');
  const call = (shell: Context) => {
    switch (command) {
      case 'validate':
        return validateCommand({ config }, shell);
      case 'check':
        return checkCommand(names.length === 0 ? { config } : { config, person: names.join(' ') }, shell);
      case 'match':
        return matchCommand({ config, out: run, gates: [] }, shell);
      case 'rules':
        return rulesCommand(undefined, { config }, shell);
      case 'verify':
        return verifyCommand(run, {}, shell);
      case 'explain':
        return explainCommand(names, { run }, shell);
      default:
        throw new Error(command);
    }
  };
  const { exit, out } = await listening(call, {
    words: language === undefined ? en : de,
    outWidth: columns === undefined ? null : Number(columns),
  });
  expect(exit).toBe(0);
  // Whether a folder is beside the working directory or elsewhere decides how its path is written.
  return out.replaceAll(new RegExp(`[^ ()\\n]*${folder.split('/').at(-1)}/`, 'gu'), '');
}

describe('a programme with half its managers unknown, no levels and no topics says so', () => {
  test.each(readdirSync(EXPECTED))('%s', async name => {
    const path = join(EXPECTED, name);
    const expected = readFileSync(path, 'utf8');
    const [first = ''] = expected.split('\n', 1);
    const text = `${first}\n${await said(first.replace('$ rmentor ', ''))}`;
    if (process.env['UPDATE_EXPECTED']) writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  test('summary.md', async () => {
    const { out } = await finished();
    expect(readFileSync(join(out, 'summary.md'), 'utf8')).toBe(readFileSync(join(PROGRAMME, 'summary.md'), 'utf8'));
  });

  test.each([
    ['without a rule', (text: string) => text.replace('"rule": "below"', '"rule": "above"')],
    ['with more data than there is', (text: string) => text.replace('"state": "absent"', '"state": "partial"')],
    ['with fewer managers outside', (text: string) => text.replace('"outside": 3', '"outside": 2')],
    ['with more people', (text: string) => text.replace('"without": 5', '"without": 4')],
    [
      'without a limit',
      (text: string) =>
        text.replace('"place": "FR",\n        "side": "mentee"', '"place": "FR",\n        "side": "mentor"'),
    ],
  ])('summary.json is refuted %s', async (_, forge) => {
    const { out } = await finished();
    const file = join(out, 'summary.json');
    const text = readFileSync(file, 'utf8');
    const [head = '', gaps = ''] = text.split('"gaps": ');
    const forged = `${head}"gaps": ${forge(gaps)}`;
    expect(forged).not.toBe(text);
    writeFileSync(file, forged);
    const verdict = await runVerify(out);
    expect(verdict).toMatchObject({ exit: 4, out: expect.stringMatching(/^REFUTED: summary\.json .* gaps\./u) });
  });
});

/** What validate says of sheets: all, and the lines of what they leave open. */
async function validated(mentors: string, mentees: string, config: object = {}, limits = '') {
  const folder = workFolder();
  const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
  file('mentors.csv', mentors);
  file('mentees.csv', mentees);
  if (limits !== '') file('limits.csv', limits);
  const own = { mentors: 'mentors.csv', mentees: 'mentees.csv', ...(limits === '' ? {} : { limits: 'limits.csv' }) };
  file('rmentor.config.json', JSON.stringify({ ...own, ...config }));
  const found = join(folder, 'rmentor.config.json');
  const said = await listening(shell => validateCommand({ config: found }, shell));
  const [, section = ''] = said.out.split('What the sheets leave open\n');
  const lines = section.split('\n').filter(line => line.startsWith('  '));
  return { ...said, folder, config: found, lines: lines.map(line => line.trim()) };
}

const ONLY = { preset: 'none', objective: ['mentees', 'score'] };
const must = (...rules: object[]) => ({ ...ONLY, must: rules });
const prefer = (...rules: object[]) => ({ ...ONLY, prefer: rules.map(rule => ({ weight: 1, ...rule })) });

const OVERLAP = { rule: 'overlap', field: 'topics' };
const DIFFERENT = { rule: 'different', field: 'city' };
const LINE = { rule: 'outside-reporting-line' };

describe('what the sheets leave open', () => {
  test.each<[what: string, mentors: string, mentees: string, config: object, says: string[]]>([
    ['nothing', 'id,name,city\n1,A,X\n', 'id,name,city\n2,B,X\n', must(DIFFERENT), []],
    [
      'a column of one side',
      'id,name,city\n1,A,X\n',
      'id,name,city\n2,B,\n',
      must(DIFFERENT),
      ['City: not checked, because the mentees have no city'],
    ],
    [
      'cells of some',
      'id,name,city\n1,A,X\n3,C,\n',
      'id,name,city\n2,B,X\n',
      must(DIFFERENT),
      ['City: only partly checked (1 of 3 people has no city)'],
    ],
    [
      'nothing in common',
      'id,name,city\n1,A,X\n',
      'id,name,city\n2,B,Y\n',
      must(DIFFERENT),
      ['City: makes no difference, because mentors and mentees have no city in common'],
    ],
    [
      'what a must needs of everybody',
      'id,name,topics\n1,A,\n',
      'id,name,topics\n2,B,x\n',
      must(OVERLAP),
      ['Topics: nobody can be paired, because the mentors have no topics'],
    ],
    [
      'what a must needs of some',
      'id,name,topics\n1,A,x\n3,C,\n4,D,\n',
      'id,name,topics\n2,B,x\n',
      must(OVERLAP),
      ['Topics: 2 mentors have no topics and cannot be paired'],
    ],
    [
      'preferences',
      'id,name,city\n1,A,X\n',
      'id,name,city\n2,B,Y\n',
      prefer(OVERLAP, DIFFERENT, LINE, { rule: 'same', field: 'city' }),
      [
        'Topics: nobody gets points for it, because neither sheet has any topics',
        'City: true of every pair, because mentors and mentees have no city in common',
        'Reporting line: true of every pair, because neither sheet has a manager',
        'City: nobody gets points for it, because mentors and mentees have no city in common',
      ],
    ],
    [
      'managers outside of the sheets, each once however they are written',
      'id,name,manager\n1,A,9\n3,C,Max Muster\n4,D,"Muster, Max"\n5,E,2\n',
      'id,name,manager\n2,B,9\n',
      must(LINE),
      [
        'Reporting line: only partly checked (2 of 3 managers are not in the sheets, so nobody knows who is above them)',
      ],
    ],
    [
      'vetoes of one side, and departments that vetoes are about',
      'id,name,department,not_with\n1,A,IT,IT\n3,C,,\n',
      'id,name,department,not_with\n2,B,IT,1\n',
      must({ rule: 'not-vetoed' }),
      ['Requests not to be paired: only partly checked (1 of 3 people has no department)'],
    ],
    [
      'vetoes of mentees',
      'id,name\n1,A\n',
      'id,name,not_with\n2,B,1\n',
      must({ rule: 'not-vetoed' }),
      ['Requests not to be paired: only partly checked (no mentor named anybody they do not want to be paired with)'],
    ],
    [
      'ids that only one side has',
      'id,name\n1,A\n',
      'email,name\nb@x.org,B\n',
      must({ rule: 'not-the-same-person' }),
      ['Same person in both sheets: not checked, because one side has only ids, the other only e-mail addresses'],
    ],
    [
      'addresses of some',
      'id,email,name\n1,a@x.org,A\n',
      'id,email,name\n2,,B\n',
      must({ rule: 'not-the-same-person' }),
      ['Same person in both sheets: only partly checked (1 of 2 people has no e-mail address)'],
    ],
    [
      'addresses alone',
      'email,name\na@x.org,A\n',
      'email,name\nb@x.org,B\n',
      must({ rule: 'not-the-same-person' }),
      [],
    ],
  ])('%s', async (_, mentors, mentees, config, says) => {
    const { exit, lines } = await validated(mentors, mentees, config);
    expect(lines).toEqual(says);
    expect(exit).toBe(0);
  });
});

describe('a sheet needs a name, and an id or an address', () => {
  test.each([
    ['ids', 'id,name\n1,Ada Brandt\n', 'id,first_name,last_name\n2,Eva,Lind\n'],
    ['addresses', 'email,name\na@x.org,Ada Brandt\n', 'email,name\ne@x.org,Eva Lind\n'],
    ['an id here and an address there', 'id,email,name\n1,,Ada Brandt\n,b@x.org,Ben Okoro\n', 'id,name\n2,Eva Lind\n'],
  ])('%s are enough, and proven', async (_, mentors, mentees) => {
    const { folder, config, exit, err } = await validated(mentors, mentees);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const out = join(folder, 'run');
    expect(await runMatch({ config, out })).toMatchObject({ exit: 0 });
    const { out: said } = await runVerify(out);
    expect(said).toMatch(/^PROVEN/u);
    expect(said).toContain('Department: nobody gets points for it, because neither sheet has a department');
    const { crossDepartment, crossBorder } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
    expect([crossDepartment, crossBorder]).toEqual(Array(2).fill({ part: 0, whole: 0, percent: null }));
  });

  test('validate says which columns are not there and which nothing uses', async () => {
    const rule = must({ rule: 'same', field: 'city' });
    const { out } = await validated('id,name,city,level\n1,A,X,1\n', 'id,name,email\n2,B,b@x.org\n', rule);
    const [mentors = '', mentees = ''] = out.split('\n\n');
    expect(mentors).toContain('  missing, and not needed: email, department, languages');
    expect(mentors).toContain('  not used by any rule: level');
    expect(mentees).toContain('  missing, but used by rules: city');
    expect(mentees).toContain('  not used by any rule: email');
  });

  test.each([
    ['limits', {}, 'country,max\nDE,1\n'],
    ['crossBorder', { crossBorder: 'avoid' }, ''],
  ])('countries are needed where there are %s', async (_, config, limits) => {
    const { exit, err } = await validated('id,name,country\n1,A,DE\n3,C,\n', 'id,name\n2,B\n', config, limits);
    expect(exit).toBe(2);
    expect(err).toMatch(/mentors\.csv:3:country {2}E011/u);
    expect(err).toMatch(/mentees\.csv:1 {2}E009 {2}there is no column for country/u);
  });

  test('a list of limits without a limit needs no country', async () => {
    const { exit, err } = await validated('id,name\n1,A\n', 'id,name\n2,B\n', {}, 'country,side,min,max\n');
    expect(exit).toBe(0);
    expect(err).not.toContain('E009');
  });

  test('who has neither is told, and a column that may be meant is told where it is not needed', async () => {
    const { err } = await validated('id,name,Departmnt\n1,A,IT\n', 'id,email,name\n,,B\n');
    expect(err).toMatch(/mentors\.csv:1:Departmnt {2}W063 {2}this column looks like department/u);
    expect(err).toMatch(/mentees\.csv:2:email {2}E011/u);
  });
});
