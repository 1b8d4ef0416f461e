/** @module-tag slow */

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CommanderError } from 'commander';
import { afterEach, describe, expect, test } from 'vitest';
import { buildProgram } from '../../src/commands/index.ts';
import { startCommand } from '../../src/commands/start.ts';
import { EXIT, UserError } from '../../src/domain/errors.ts';
import { de } from '../../src/render/words/de/index.ts';
import { tellTrouble } from '../../src/render/words/trouble.ts';
import { english, findEnglish, listEnglishCells } from '../support/german.ts';
import { listening, PROGRAM, workFolder } from '../support/run.ts';
import { readRows } from '../support/run-rows.ts';

const home = process.cwd();
afterEach(() => process.chdir(home));

/** What the program says to a call in German, on both outputs, errors too. */
async function call(...args: readonly string[]): Promise<string> {
  const { out, err } = await listening(
    async shell => {
      try {
        if (args.length === 0) return await startCommand(shell);
        await buildProgram(shell, PROGRAM, { exit: EXIT.done }).parseAsync([...args, '--lang', 'de'], { from: 'user' });
      } catch (trouble) {
        if (trouble instanceof UserError) {
          const { message, hint } = tellTrouble(trouble.trouble, de);
          shell.err(`${message}\n${hint}\n`);
        } else if (!(trouble instanceof CommanderError)) throw trouble;
      }
      return EXIT.done;
    },
    { words: de },
  );
  return `${out}\n${err}`;
}

/** A copy of a folder, in which the test then is, so that paths are short. */
function enterCopy(source: string): void {
  const folder = workFolder();
  cpSync(resolve(home, source), folder, { recursive: true });
  process.chdir(folder);
}

function listSheets(): string[] {
  const entries = readdirSync('.', { withFileTypes: true });
  return entries.filter(entry => entry.isFile() && entry.name.endsWith('.csv')).map(({ name }) => name);
}

async function listEnglish(calls: readonly (readonly string[])[]): Promise<unknown[]> {
  const cells = listEnglishCells(listSheets());
  const found: unknown[] = [];
  for (const args of calls) {
    for (const { line, words } of findEnglish(await call(...args), cells))
      found.push({ call: args.join(' '), line, words });
  }
  return found;
}

test('there is English to be found', () => expect(english.size).toBeGreaterThan(800));

/** Folders with a programme of two sheets and a config. */
const PROGRAMMES = readdirSync('fixtures', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('rmentor.config.json') && !path.startsWith('bad-inputs'))
  .map(path => join('fixtures', path, '..'))
  .filter(folder => existsSync(join(folder, 'mentors.csv')) && existsSync(join(folder, 'mentees.csv')))
  .sort();

describe('no command says an English word in German but those that are allowed', () => {
  test('there are programmes to speak of', () => expect(PROGRAMMES.length).toBeGreaterThan(80));

  test.each(PROGRAMMES)('%s', async folder => {
    enterCopy(folder);
    const [mentor = '', mentee = ''] = ['mentors.csv', 'mentees.csv'].map(findFirstId);
    const before = await listEnglish([
      [],
      ...[['validate'], ['validate', '--explain-columns'], ['rules']],
      ...[['check'], ['check', '--verbose'], ['check', '--person', mentee]],
      [
        'match',
        '--out',
        'lauf',
        '--verbose',
        '--alternates',
        '2',
        '--fail-under',
        'coverage=100',
        '--fail-under',
        'coverage=0.5',
      ],
    ]);
    const after = existsSync('lauf') ? await listEnglish(listCallsOnRun(mentor, mentee)) : [];
    const files = FILES.filter(existsSync);
    const cells = listEnglishCells(['mentors.csv', 'mentees.csv']);
    const written = files.flatMap(file => findEnglish(readSentences(file), cells));
    expect([...before, ...after, ...written]).toEqual([]);
  });

  test('init, on sheets that nobody has described', async () => {
    const found: unknown[] = [];
    for (const fixture of ['first-ten-minutes', 'explain', 'model-programme']) {
      const folder = workFolder();
      const sheets = readdirSync(resolve(home, 'fixtures', fixture)).filter(name => /\.(?:csv|xlsx)$/u.test(name));
      for (const name of sheets) cpSync(resolve(home, 'fixtures', fixture, name), join(folder, name));
      process.chdir(folder);
      found.push(...(await listEnglish([[], ['init', '--yes', '--dry-run'], ['init', '--yes'], ['init'], ['check']])));
    }
    mkdirSync(join(workFolder(), 'new'));
    process.chdir(workFolder());
    found.push(...(await listEnglish([['init', '--yes'], ['check'], ['match', '--out', 'run'], ['init']])));
    expect(found).toEqual([]);
  });
});

/** What a file says; of changes.csv the reasons, because the rest of a row are people and codes. */
function readSentences(file: string): string {
  if (!file.endsWith('changes.csv')) return readFileSync(file, 'utf8');
  return readRows(file)
    .map(({ why }) => why)
    .join('\n');
}

/** Files of a run that hold sentences, of a first one and of one that was to keep its tandems. */
const FILES = ['lauf/summary.md', 'lauf/unmatched.csv', 'anders/changes.csv', 'uebergabe/HAND-OVER.md'];

/** A survey of one row, which is more than nobody and fewer than five. */
function writeSurvey(person: string): string {
  const header = [
    'Kennung',
    'Würden Sie das Programm weiterempfehlen?',
    'Wie zufrieden sind Sie?',
    'Wollen Sie weitermachen?',
  ];
  const rows = [
    header,
    [person, 'Ja', '4', 'Vielleicht'],
    ['', 'Nein', '', ''],
    ['niemand', 'Ja', '5', 'Ja'],
    [person, 'Ja', '4', 'Ja'],
  ];
  writeFileSync('umfrage.csv', rows.map(row => row.join(';')).join('\n'));
  return 'umfrage.csv';
}

function listCallsOnRun(mentor: string, mentee: string): string[][] {
  const run = ['--run', 'lauf'];
  // By rules that are not those of the config, so that some tandems do not stay.
  const sheets = ['--no-config', '--mentors', 'mentors.csv', '--mentees', 'mentees.csv', '--previous', 'lauf'];
  return [
    ['match', ...sheets, '--out', 'anders', '--curve'],
    ['match', ...sheets, '--out', 'wenig', '--max-changes', '1'],
    ...[
      ['diff', 'lauf', 'anders'],
      ['diff', 'lauf', 'anders', '--markdown'],
      ['diff', 'anders', 'anders'],
    ],
    ['export', '--to', 'csv', '--from', 'lauf', '--out', 'uebergabe', '--include-draft'],
    ['export', '--to', 'csv', '--from', 'lauf', '--out', 'uebergabe', '--include-draft', '--since'],
    ['feedback', writeSurvey(mentor), '--from', 'lauf', '--out', 'fruehere.csv'],
    ...[
      ['verify', 'lauf'],
      ['report', 'lauf'],
      ['advise', 'lauf'],
      ['rules', 'lauf'],
    ],
    ...[...listUnmatched().slice(0, 4), mentor, mentee].map(id => ['explain', id, ...run]),
    ['explain', mentor, mentee, ...run],
    ...[...listUnmatched().slice(0, 2), mentor, mentee].map(id => ['explain', '--for', id, ...run]),
    ['share', 'lauf', '--out', 'weiter'],
    ['share', 'lauf', '--out', 'weiter', '--pseudonymise', 'geheim.txt', '--new-key'],
    ['share', 'lauf', '--out', 'lauf'],
    ['match', '--out', 'lauf', '--dry-run'],
    ['drop', mentor, '--from', 'lauf', '--dry-run'],
    ['drop', mentor, mentee, '--from', 'lauf', '--may-move', '2', '--out', 'ohne-beide'],
    ['verify', 'ohne-beide'],
    ['add', '--from', 'lauf'],
    ['explain', mentee, '--run', 'ohne-beide'],
    ...listUnmatched()
      .slice(0, 2)
      .map(id => ['explain', id, '--run', 'ohne-beide']),
    ['rules', 'ohne-beide'],
    ['match', '--out', 'ohne-beide'],
  ];
}

/** Some people of a run, by what its tables name them. */
function listUnmatched(): string[] {
  const rows = readFileSync(join('lauf', 'unmatched.csv'), 'utf8').split('\r\n').slice(1).filter(Boolean);
  return rows.map(row => row.split(/[,;]/u)[1] ?? '').filter(id => id !== '');
}

function findFirstId(file: string): string {
  return readFileSync(file, 'utf8').split('\n')[1]?.split(/[,;]/u)[0] ?? '';
}

const BAD = 'fixtures/bad-inputs';

describe('what is wrong with sheets, settings and calls is said in German', () => {
  const cases = readdirSync(BAD, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name);

  test('there is enough to say', () => expect(cases.length).toBeGreaterThan(150));

  test.each(cases)('%s', async name => {
    enterCopy(join(BAD, name));
    for (const first of readCalls('before.txt')) await call(...first);
    const sheets = ['mentors', 'mentees', 'limits', 'pairs'].filter(role => existsSync(`${role}.csv`));
    const args = readArgs('args.txt') ?? sheets.flatMap(role => [`--${role}`, `${role}.csv`]);
    const isWhole = args[0]?.startsWith('-') === false;
    const calls = isWhole
      ? [args]
      : [
          ['match', '--out', 'out', ...args],
          ['validate', ...args],
          ['check', ...args],
        ];
    expect(await listEnglish(calls)).toEqual([]);
  });
});

/** Calls with a blank line between two. */
function readCalls(file: string): string[][] {
  const calls = existsSync(file) ? readFileSync(file, 'utf8').split(/\n{2,}/u) : [];
  return calls.map(lines => lines.split('\n').filter(Boolean)).filter(args => args.length > 0);
}

function readArgs(file: string): string[] | null {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : null;
}

describe('help is said in German', () => {
  const commands = [
    ...readFileSync('src/commands/index.ts', 'utf8').matchAll(/describeCommand\(program, '([a-z]+)'/gu),
  ];

  test.each(['', ...commands.map(([, name = '']) => name)])('%s', async name => {
    const said = await call(...(name === '' ? ['help'] : ['help', name]));
    expect(said).toContain('Aufruf:');
    expect(findEnglish(said)).toEqual([]);
    // Values stand in capitals, which no other word does.
    expect(said.match(/\b(?:FILE|FOLDER|NUMBER|WHO|WHICH|CHARACTER|GATE|LANGUAGE|OPTIONS|COMMAND)\b/gu)).toBeNull();
  });

  test('each value of a flag or argument has its name', () => {
    const program = readFileSync('src/commands/index.ts', 'utf8');
    const names = [...program.matchAll(/'(?:-\w, )?(?:--[\w-]+ )?[<[]([^>\].]+)(?:\.{3})?[>\]]'/gu)].map(
      ([, name]) => name,
    );
    expect(names.length).toBeGreaterThan(30);
    expect(names.filter(name => name !== 'words' && !(name! in de.help.values))).toEqual([]);
  });
});

test('calls that cannot be understood are answered in German', async () => {
  process.chdir(workFolder());
  const calls = [
    ...[['mach'], ['match', '--outt'], ['match', '--out'], ['explain'], ['sample'], ['explain', 'a', 'b', 'c']],
    ...[
      ['match', '--fail-under', 'x=1'],
      ['match', '--alternates', 'two'],
      ['match', '--alternates', '1000'],
    ],
    ...[
      ['match', '--delimiter', 'x'],
      ['match', '--release-approved=all'],
      ['match', '--encoding', 'x'],
    ],
    ...[
      ['init', '--column', 'x'],
      ['init', '--value', 'x'],
      ['init', '--mentors', 'absent.csv', '--yes'],
    ],
    ...[['verify'], ['verify', 'absent'], ['advise', 'absent'], ['explain', 'Ada'], ['explain', '--code', 'E999']],
    ['explain', 'Ada', '--for', 'Eva'],
    ['share', 'absent', '--out', 'shared', '--pseudonymise', 'no-key.txt'],
    ...[
      ['match'],
      ['match', '--mentors', 'a.csv'],
      ['match', '--mentors', 'a.csv', '--mentees', 'b.csv', '--out', 'x'],
    ],
    ...[
      ['completion', 'cmd'],
      ['ui', '--no-open', '--out', 'seite'],
      ['verify', 'a', 'b'],
      ['rules', 'absent'],
      ['check', '--format', 'xml'],
    ],
  ];
  expect(await listEnglish(calls)).toEqual([]);
});
