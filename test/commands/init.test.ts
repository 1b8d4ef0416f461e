/** @module-tag slow */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { type InitFlags, initCommand } from '../../src/commands/init.ts';
import { validateCommand } from '../../src/commands/validate.ts';
import { createFiles } from '../../src/io/create.ts';
import { writeWorkbook } from '../../src/io/write-workbook.ts';
import { filesIn, listening, runMatch, type Said, workFolder } from '../support/run.ts';

const CONFIG = 'rmentor.config.json';
const TEMPLATES = ['limits.csv', 'mentees.csv', 'mentors.csv', CONFIG];

function init(folder: string, flags: InitFlags): Promise<Said> {
  return listening(shell => initCommand(folder, flags, shell));
}

/** What a person sees who gives these answers, a line each, and nothing more. */
async function talked(folder: string, answers: readonly string[], flags: InitFlags = {}): Promise<Said> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(answers.map(answer => `${answer}\n`).join(''));
  const said = await listening(shell => initCommand(folder, flags, shell), { terminal: { input, output } });
  return { ...said, out: output.read()?.toString() ?? '' };
}

function configIn(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, CONFIG), 'utf8'));
}

/** The exit codes of validate and match on the programme in a folder, and how many tandems there are. */
async function outcomeOf(folder: string): Promise<unknown> {
  const config = join(folder, CONFIG);
  const validated = await listening(shell => validateCommand({ config }, shell));
  const matched = await runMatch({ config, json: true });
  return { ...JSON.parse(matched.out), validate: validated.exit, problems: validated.err, match: matched.exit };
}

describe('what init writes', () => {
  test.each<InitFlags>([
    {},
    { preset: 'classic' },
    { preset: 'peer' },
    { preset: 'none' },
    { crossBorder: 'forbid' },
    { crossBorder: 'avoid', delimiter: ';' },
    { delimiter: '\t' },
    { levels: ['E1', 'E2'], preset: 'classic' },
    { levels: [] },
    { templates: 'xlsx' },
    { templates: 'xlsx', preset: 'classic', crossBorder: 'forbid' },
  ])('can be paired at once, with a mentor for everybody: %o', async flags => {
    const folder = join(workFolder(), 'new', 'programme');
    expect(await init(folder, { yes: true, ...flags })).toMatchObject({ exit: 0, out: '' });
    expect(Object.keys(filesIn(folder))).toEqual(flags.templates === 'xlsx' ? ['programme.xlsx', CONFIG] : TEMPLATES);
    expect(await outcomeOf(folder)).toMatchObject({
      validate: 0,
      problems: '',
      match: 0,
      tandems: 3,
      coverage: { percent: 100 },
    });
  });

  test('is the default of every question where nobody can be asked', async () => {
    const [asked, unasked] = [workFolder(), workFolder()];
    await init(asked, { yes: true });
    await init(unasked, {});
    expect(filesIn(unasked)).toEqual(filesIn(asked));
    expect(configIn(asked)).toMatchObject({ preset: 'reverse', crossBorder: 'allow', mentors: 'mentors.csv' });
  });

  test('opens in the Excel of this machine: the delimiter is what its language has, unless a flag says so', async () => {
    const folder = workFolder();
    const shell = { listSeparator: () => ';' as const };
    await listening(given => initCommand(folder, { yes: true }, given), shell);
    expect(readFileSync(join(folder, 'mentors.csv'), 'utf8')).toMatch(/^\ufeffname;email;.*\r\n/u);
  });
});

describe('init overwrites nothing', () => {
  test('and writes nothing at all where there is a config', async () => {
    const folder = workFolder();
    writeFileSync(join(folder, CONFIG), '{}');
    await expect(init(folder, { yes: true })).rejects.toMatchObject({
      exit: 2,
      trouble: { kind: 'config-there', path: join(folder, CONFIG) },
    });
    expect(filesIn(folder)).toEqual({ [CONFIG]: '{}' });
  });

  test('and takes sheets that are there for the user’s own', async () => {
    const folder = workFolder();
    const mentors = 'Vorname;Nachname;E-Mail;Abteilung;Land\nAda;Lang;ada@example.org;IT;Deutschland\n';
    writeFileSync(join(folder, 'mentors.csv'), mentors);
    writeFileSync(join(folder, 'limits.csv'), 'country;max\nDE;4\n');
    const { exit, err } = await init(folder, { yes: true });
    expect(exit).toBe(0);
    expect(err).toContain('Already there, and left as it is: mentors.csv and limits.csv.');
    expect(filesIn(folder)).toMatchObject({ 'mentors.csv': mentors, 'limits.csv': 'country;max\nDE;4\n' });
    expect(await outcomeOf(folder)).toMatchObject({ validate: 0, match: 0, people: { mentors: 1 }, tandems: 1 });
  });

  test('and puts no templates into a workbook', async () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'programme.xlsx'), 'mine');
    await expect(init(folder, { templates: 'xlsx' })).rejects.toMatchObject({
      exit: 2,
      trouble: { kind: 'workbook-there', path: join(folder, 'programme.xlsx') },
    });
    expect(filesIn(folder)).toEqual({ 'programme.xlsx': 'mine' });
  });

  test('and leaves nothing behind where one of its files cannot be made', () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'b.csv'), 'mine');
    const files = new Map([
      ['a.csv', 'new'],
      ['b.csv', 'new'],
      ['c.csv', 'new'],
    ]);
    expect(() => createFiles(folder, files)).toThrow(expect.objectContaining({ exit: 2 }));
    expect(filesIn(folder)).toEqual({ 'b.csv': 'mine' });
    const inNoFolder = new Map([
      ['a.csv', 'new'],
      ['no/c.csv', 'new'],
    ]);
    expect(() => createFiles(join(folder, 'b.csv'), files)).toThrow(
      expect.objectContaining({ exit: 2, trouble: { kind: 'path-is-file', folder: join(folder, 'b.csv') } }),
    );
    expect(() => createFiles(folder, inNoFolder)).toThrow(expect.objectContaining({ exit: 5 }));
    expect(filesIn(folder)).toEqual({ 'b.csv': 'mine' });
  });
});

const GERMAN = 'Vorname,Nachname,Dienstlich,Abteilung,Land,Stufe\nAda,Lang,ada@example.org,IT,DE,Chef\n';
const ENGLISH = 'name,email,department,country,Grade of seniority\nEva Lind,eva@example.org,HR,DE,Boss\n';

/** A folder with two exports in it, and an empty one beside them. */
function exports(): { mentors: string; mentees: string; folder: string } {
  const base = workFolder();
  mkdirSync(join(base, 'exports'));
  const [mentors, mentees] = [join(base, 'exports', 'juniors.csv'), join(base, 'exports', 'seniors.csv')];
  writeFileSync(mentors, GERMAN);
  writeFileSync(mentees, ENGLISH);
  return { mentors, mentees, folder: join(base, 'programme') };
}

test.each<[what: string, flags: InitFlags]>([
  ['columns of sheets that are not there', { columns: { email: ['Mail'] } }],
  ['a level twice', { levels: ['low', 'LOW'] }],
])('init refuses %s, and writes nothing', async (_, flags) => {
  const folder = join(workFolder(), 'new');
  expect(await init(folder, { yes: true, ...flags })).toMatchObject({ exit: 2 });
  expect(existsSync(folder)).toBe(false);
});

test('init makes no folder where a file stands', async () => {
  const file = join(workFolder(), 'file');
  writeFileSync(file, 'mine');
  await expect(init(file, { yes: true })).rejects.toMatchObject({ exit: 2 });
  await expect(init(join(file, 'below'), { yes: true })).rejects.toMatchObject({ exit: 2 });
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

describe('init from sheets of one’s own', () => {
  test('says in the config how they are read, and lets them be where they are', async () => {
    const { folder, ...sheets } = exports();
    const columns = { email: ['Dienstlich'], level: ['Stufe', 'Grade of seniority'] };
    const levels = ['Chef', 'Boss'];
    expect(await init(folder, { ...sheets, columns, levels })).toMatchObject({ exit: 0 });
    expect(configIn(folder)).toMatchObject({
      mentors: '../exports/juniors.csv',
      mentees: '../exports/seniors.csv',
      columns: {
        first_name: 'Vorname',
        last_name: 'Nachname',
        email: ['Dienstlich', 'email'],
        department: ['Abteilung', 'department'],
        country: ['Land', 'country'],
        level: ['Stufe', 'Grade of seniority'],
      },
      levels,
    });
    expect(Object.keys(filesIn(folder))).toEqual(['limits.csv', CONFIG]);
    expect(await outcomeOf(folder)).toMatchObject({ validate: 0, problems: '', match: 0, tandems: 1 });
  });

  test('reads the sheets of a workbook as well, and one sheet that has both sides', async () => {
    const base = workFolder();
    const book = join(base, 'people.xlsx');
    const header = ['Vorname', 'Nachname', 'E-Mail', 'Abteilung', 'Land', 'Rolle'];
    const rows = [
      header,
      ['Ada', 'Lang', 'ada@example.org', 'IT', 'DE', 'Mentor'],
      ['Eva', 'Lind', 'eva@example.org', 'HR', 'DE', 'Mentee'],
    ];
    const notes = { name: 'Notes', rows: [['by', 'Ada']] };
    writeFileSync(book, await writeWorkbook([{ name: 'People', rows }, notes]));
    const folder = join(base, 'programme');
    const sheet = `${book}#People`;
    expect(await init(folder, { mentors: sheet, mentees: sheet })).toMatchObject({ exit: 0 });
    expect(configIn(folder)).toMatchObject({
      mentors: '../people.xlsx#People',
      columns: { first_name: 'Vorname', country: 'Land' },
    });
    expect(await outcomeOf(folder)).toMatchObject({ validate: 0, problems: '', match: 0, tandems: 1 });
  });

  test('writes into the config what they are written in, where it is given', async () => {
    const { folder, ...sheets } = exports();
    writeFileSync(
      sheets.mentors,
      Buffer.from(GERMAN.replace('Lang', 'Lång').replace('Dienstlich', 'E-Mail'), 'latin1'),
    );
    const { err } = await init(folder, { ...sheets, encoding: 'windows-1252', levels: ['Chef'] });
    expect(configIn(folder)).toMatchObject({ encoding: 'windows-1252' });
    expect(err).not.toContain('W106');
  });

  test('tells what they still lack, and writes all the same', async () => {
    const { folder, ...sheets } = exports();
    const { exit, err } = await init(folder, sheets);
    expect(exit).toBe(0);
    expect(err).toMatch(/juniors\.csv:1 {2}E009 {2}there is no column for id or email/u);
    expect(err).toContain('  --column "level=Grade of seniority"  (seniors.csv)');
    expect(err).toContain(`Correct what is listed above in ${folder}`);
    expect(configIn(folder)).toMatchObject({ columns: { email: 'email' } });
  });

  test.each<[what: string, flags: InitFlags, says: RegExp]>([
    ['a column that is none of ours', { columns: { mail: ['Dienstlich'] } }, /E023 {2}"mail" is not a known column/u],
    ['a header that is not there', { columns: { email: ['Mail'] } }, /E028 {2}neither sheet has a column "Mail"/u],
    ['an encoding that is none', { encoding: 'klingon' }, /E022 {2}must be an encoding like windows-1252/u],
    ['a level twice', { levels: ['Boss', 'boss'] }, /E024 {2}the level "boss" is there twice/u],
  ])('refuses %s, and writes nothing', async (_, flags, says) => {
    const { folder, ...sheets } = exports();
    const { exit, err } = await init(folder, { ...sheets, ...flags });
    expect(exit).toBe(2);
    expect(err).toMatch(says);
    expect(existsSync(folder)).toBe(false);
  });

  test('refuses standard input, which no config can name', async () => {
    await expect(init(workFolder(), { mentors: '-' })).rejects.toMatchObject({ exit: 2 });
  });

  test('refuses a file that is no table, and writes nothing', async () => {
    const { folder, ...sheets } = exports();
    writeFileSync(sheets.mentors, '<!doctype html><title>Log in</title>');
    expect(await init(folder, sheets)).toMatchObject({ exit: 2, err: expect.stringContaining('a web page') });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('a conversation', () => {
  test('asks for each thing, again where an answer makes no sense, and takes Enter for what is usual', async () => {
    const folder = workFolder();
    const answers = ['nowhere.csv', '', '', 'c', ';', 'sideways', 'cl', 'E1, E2 , E3', 'for'];
    const { exit, out } = await talked(folder, answers);
    expect(exit).toBe(0);
    expect(out.split('\n').filter(line => line.includes(':'))).toEqual([
      'Its path, or Enter for a template: nowhere.csv does not exist.',
      'Its path, or Enter for a template: ',
      'Its path, or Enter for a template: ',
      'Which [csv]: ',
      'Between cells [,]: ',
      'Which [reverse]: Write reverse or classic or peer or none.',
      'Which [reverse]: ',
      'With commas between them [trainee, junior, professional, manager, director, board]: ',
      'allow, avoid, forbid [allow]: ',
    ]);
    expect(configIn(folder)).toMatchObject({ preset: 'classic', levels: ['E1', 'E2', 'E3'], crossBorder: 'forbid' });
    expect(readFileSync(join(folder, 'mentors.csv'), 'utf8')).toContain('name;email');
  });

  test('asks nothing that a flag or a sheet in the folder has answered', async () => {
    const folder = workFolder();
    writeFileSync(join(folder, 'mentors.csv'), GERMAN.replace('Dienstlich', 'E-Mail').replace('Chef', '2'));
    const flags = { templates: 'csv', delimiter: ',', preset: 'peer', crossBorder: 'avoid', capacity: 2 } as const;
    const { exit, out } = await talked(folder, ['', ''], flags);
    expect(exit).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .filter(line => /: ?$|:$/u.test(line)),
    ).toEqual(['Its path, or Enter for a template: ', 'Enter takes all, a letter changes one, < goes back:']);
    expect(configIn(folder)).toMatchObject({ preset: 'peer', crossBorder: 'avoid', defaults: { capacity: 2 } });
  });

  test('proposes columns, takes others by letter and number, and asks for the order of levels', async () => {
    const { folder, ...sheets } = exports();
    const flags = { ...sheets, preset: 'reverse', crossBorder: 'allow', capacity: 1 } as const;
    const answers = ['z', 'd', '7', '3', '', '', 'x', '1', '2 1'];
    const { exit, out } = await talked(folder, answers, flags);
    expect(exit).toBe(0);
    expect(out).toContain('Write a letter from a to ');
    expect(out).toContain('Number for department, 0 for none: Write a number from 0 to 6.');
    expect(out).toContain('Write each number from 1 to 2 once');
    expect(configIn(folder)).toMatchObject({ levels: ['Boss', 'Chef'] });
  });

  test('that breaks off writes nothing', async () => {
    const folder = workFolder();
    await expect(talked(folder, ['', '', 'csv'])).rejects.toMatchObject({
      exit: 2,
      trouble: { kind: 'answers-ended' },
    });
    expect(filesIn(folder)).toEqual({});
  });
});
