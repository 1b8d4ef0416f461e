/** @module-tag slow */

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, workFolder } from './support/run.ts';

const BIN = resolve('bin/rmentor.js');

/** A copy of the first-steps programme to work in. */
function firstSteps(): string {
  const folder = workFolder();
  cpSync('fixtures/first-steps', folder, { recursive: true });
  return folder;
}

function rmentor(cwd: string, args: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) {
  const env = { ...process.env, FORCE_COLOR: '', ...options.env };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  return { exit: status, out: stdout, err: stderr };
}

describe('the program', () => {
  test('pairs a folder with a config by a bare call, and again over its own result', () => {
    const folder = firstSteps();
    writeConfig(folder, { out: 'run' });
    expect(rmentor(folder, ['match'])).toMatchObject({ exit: 0, out: expect.stringContaining('PAIRED') });
    const first = filesIn(join(folder, 'run'));
    expect(rmentor(folder, ['match']).exit).toBe(0);
    expect(filesIn(join(folder, 'run'))).toEqual(first);
    expect(readdirSync(folder).sort()).toEqual(['mentees.csv', 'mentors.csv', 'rmentor.config.json', 'run']);
  });

  test('gives the same bytes whatever the time zone, the language and the place of the call', () => {
    const [here, there] = [firstSteps(), firstSteps()];
    rmentor(here, ['match', '--out', 'run'], {
      env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    });
    const flags = ['--config', join(there, 'rmentor.config.json'), '--out', join(there, 'run')];
    rmentor(workFolder(), ['match', ...flags], { env: { TZ: 'America/Sao_Paulo', LANG: 'C' } });
    expect(filesIn(join(there, 'run'))).toEqual(filesIn(join(here, 'run')));
  });

  test.each([
    ['behind the command', ['match', '--out', 'run', '--lang', 'de']],
    ['before it', ['--lang', 'de', 'match', '--out', 'run']],
  ])('writes the run in the language that is asked for %s, and verify makes it again in that', (_, args) => {
    const folder = firstSteps();
    expect(rmentor(folder, args)).toMatchObject({ exit: 0, out: expect.stringContaining('MIT TANDEM') });
    const hugo = readFileSync(join(folder, 'run', 'unmatched.csv'), 'utf8').split('\n')[1];
    expect(hugo).toContain('Von den 2 Mentorinnen und Mentoren kommt niemand infrage: keine gemeinsame Sprache.');
    expect(rmentor(folder, ['verify', 'run'])).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  });

  test('prints the summary as JSON on standard output and nothing else there', () => {
    const { exit, out } = rmentor(firstSteps(), ['match', '--out', 'run', '--json']);
    expect(exit).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 2,
      tandems: 3,
      coverage: { part: 3, whole: 4, percent: 75 },
    });
  });

  test('ends with 1 when a gate is missed, with the results in place', () => {
    const folder = firstSteps();
    const { exit, err } = rmentor(folder, ['match', '--out', 'run', '--fail-under', 'coverage=80']);
    expect(exit).toBe(1);
    expect(err).toContain('coverage is 75 % (3 of 4), required 80 %');
    expect(existsSync(join(folder, 'run', 'tandems.csv'))).toBe(true);
    expect(rmentor(folder, ['match', '--out', 'run', '--fail-under', 'coverage=75']).exit).toBe(0);
  });

  test('reads a sheet from standard input', () => {
    const folder = firstSteps();
    const input = readFileSync(join(folder, 'mentees.csv'), 'utf8');
    expect(rmentor(folder, ['match', '--mentees', '-', '--out', 'run'], { input })).toMatchObject({ exit: 0 });
    expect(rmentor(folder, ['verify', 'run', '--mentees', 'mentees.csv'])).toMatchObject({ exit: 0 });
  });

  test('keeps the tandems of a previous run where that costs nothing, and offers no declined one again', () => {
    const folder = firstSteps();
    rmentor(folder, ['match', '--out', 'first']);
    const tandems = readFileSync(join(folder, 'first/tandems.csv'), 'utf8');
    writeFileSync(join(folder, 'previous.csv'), tandems.replace(/(gina@.*);draft/u, '$1;declined'));
    expect(rmentor(folder, ['match', '--previous', 'previous.csv', '--out', 'second']).exit).toBe(0);
    const pairs = readFileSync(join(folder, 'second/tandems.csv'), 'utf8');
    expect(pairs).not.toMatch(/ada@example.org.*gina@example.org/u);
    expect(rmentor(folder, ['verify', 'second'])).toMatchObject({
      exit: 0,
      out: expect.stringContaining('of the previous run ('),
    });
  });

  test('leaves a folder alone that holds anything but an earlier run', () => {
    const folder = firstSteps();
    const { exit, err } = rmentor(folder, ['match', '--out', '.']);
    expect(exit).toBe(2);
    expect(err).toContain('--force');
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('matches again into a folder that holds its sheet of problems and what git keeps', () => {
    const folder = firstSteps();
    const [sheet, ...rest] = ['run/problems.csv', 'run/.gitignore', 'run/.gitkeep'].map(name => join(folder, name));
    mkdirSync(join(folder, 'run'));
    for (const path of rest) writeFileSync(path, '*\n');
    for (let round = 0; round < 3; round++) {
      expect(rmentor(folder, ['match', '--out', 'run', '--errors', 'run/problems.csv']).exit).toBe(0);
    }
    expect(rmentor(folder, ['match', '--out', 'run']).exit).toBe(0);
    expect(readFileSync(sheet ?? '', 'utf8')).toContain('severity');
    for (const path of rest) expect(readFileSync(path, 'utf8')).toBe('*\n');
    expect(rmentor(folder, ['verify', 'run'])).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
    const sheets = ['validate', '--normalised', 'as-read', '--errors', 'as-read/problems.csv'];
    mkdirSync(join(folder, 'as-read'));
    for (let round = 0; round < 2; round++) expect(rmentor(folder, sheets).exit).toBe(0);
  });

  test('leaves to other people what stands where an earlier run would be, in verify too', () => {
    const folder = firstSteps();
    rmentor(folder, ['match', '--out', 'run']);
    mkdirSync(join(folder, '.run.rmentor-old'));
    writeFileSync(join(folder, '.run.rmentor-old/precious.txt'), 'mine');
    expect(rmentor(folder, ['verify', 'run'])).toMatchObject({ exit: 0 });
    expect(rmentor(folder, ['match', '--out', 'run'])).toMatchObject({
      exit: 5,
      err: expect.stringContaining('in the way'),
    });
    expect(readFileSync(join(folder, '.run.rmentor-old/precious.txt'), 'utf8')).toBe('mine');
    expect(rmentor(folder, ['verify', 'run'])).toMatchObject({ exit: 0 });
  });

  test('says what it understood, and writes nothing', () => {
    const folder = firstSteps();
    const { exit, out } = rmentor(folder, ['validate']);
    expect(exit).toBe(0);
    expect(out).toContain('mentors.csv: 2 rows of mentors, UTF-8, semicolons between cells');
    expect(out).toContain('Ready to match.');
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('says before and after matching what would help', () => {
    const folder = firstSteps();
    const checked = rmentor(folder, ['check']);
    expect(checked).toMatchObject({ exit: 0, out: expect.stringContaining('1 mentee has no permitted mentor') });
    rmentor(folder, ['match', '--out', 'run']);
    const advised = rmentor(folder, ['advise', 'run']);
    expect(advised).toMatchObject({
      exit: 0,
      out: expect.stringContaining('3 of 4 mentees are paired, 1 is not'),
    });
  });

  test.each<[args: string[], en: string, de: string]>([
    [
      ['mtach'],
      'error: "mtach" is not a command\n       Did you mean match?\n',
      'Fehler: „mtach“ ist kein Befehl\n        Meinten Sie match?\n',
    ],
    [
      ['tandems'],
      'error: "tandems" is not a command\n       See rmentor help\n',
      'Fehler: „tandems“ ist kein Befehl\n        Hilfe: rmentor help\n',
    ],
    [
      ['match', '--mentor', 'x'],
      'error: --mentor is not a flag of rmentor match\n       Did you mean --mentors?\n',
      'Fehler: --mentor gibt es bei rmentor match nicht\n        Meinten Sie --mentors?\n',
    ],
    [
      ['check', '--x'],
      'error: --x is not a flag of rmentor check\n       See rmentor check --help\n',
      'Fehler: --x gibt es bei rmentor check nicht\n        Hilfe: rmentor check --help\n',
    ],
    [
      ['explain'],
      'error: WHO is missing\n       Write rmentor explain WHO\n',
      'Fehler: WER fehlt\n        Schreiben Sie rmentor explain WER\n',
    ],
    [
      ['match', '--out'],
      'error: --out has no value\n       Write --out FOLDER\n',
      'Fehler: Bei --out fehlt der Wert\n        Schreiben Sie --out ORDNER\n',
    ],
    [
      ['sample'],
      'error: --out is missing\n       Add --out FOLDER\n',
      'Fehler: --out fehlt\n        Ergänzen Sie --out ORDNER\n',
    ],
    [
      ['check', 'a'],
      'error: rmentor check takes no argument\n       See rmentor check --help\n',
      'Fehler: rmentor check braucht keine weiteren Angaben\n        Hilfe: rmentor check --help\n',
    ],
    [
      ['verify', 'Run', '2'],
      'error: rmentor verify takes one argument, not 2\n       Put a name of several words in quotes.\n',
      'Fehler: Zu viele Angaben für rmentor verify: erwartet 1, erhalten 2\n        Setzen Sie Namen aus mehreren Wörtern in Anführungszeichen.\n',
    ],
    [
      ['validate', '--format', 'xml'],
      'error: "xml" is not a value of --format\n       Write text or github.\n',
      'Fehler: „xml“ ist kein Wert für --format\n        Schreiben Sie text oder github.\n',
    ],
    [
      ['match', '--alternates', 'few'],
      'error: "few" is not a value of --alternates\n       Write a whole number from 1.\n',
      'Fehler: „few“ ist kein Wert für --alternates\n        Schreiben Sie eine ganze Zahl ab 1.\n',
    ],
    [
      ['match', '--delimiter', 'x'],
      'error: "x" is not a value of --delimiter\n       Write a comma, a semicolon, tab or |.\n',
      'Fehler: „x“ ist kein Wert für --delimiter\n        Schreiben Sie ein Komma, ein Semikolon, tab oder |.\n',
    ],
    [
      ['match', '--release-approved=all'],
      'error: "all" is not a value of --release-approved\n       Write --release-approved alone, or --release-approved=left\n',
      'Fehler: „all“ ist kein Wert für --release-approved\n        Schreiben Sie --release-approved allein oder --release-approved=left\n',
    ],
    [
      ['init', '--column', 'email'],
      'error: "email" is not a value of --column\n       Write a column of rmentor, =, and your header: email=Mail\n',
      'Fehler: „email“ ist kein Wert für --column\n        Schreiben Sie eine Spalte von rmentor, = und Ihre Überschrift: email=Mail\n',
    ],
  ])('refuses the call %j in the language of the screen', (args, english, german) => {
    expect(rmentor(workFolder(), args)).toEqual({ exit: 2, out: '', err: english });
    expect(rmentor(workFolder(), [...args.slice(0, 1), '--lang=de', ...args.slice(1)])).toEqual({
      exit: 2,
      out: '',
      err: german,
    });
  });

  test.each([
    [
      'en',
      'Options:\n  -o, --out FOLDER ',
      'Inputs, the same for all commands:\n  --mentors FILE ',
      'Examples:\n  rmentor',
    ],
    [
      'de',
      'Optionen:\n  -o, --out ORDNER ',
      'Eingaben, gleich bei allen Befehlen:\n  --mentors DATEI ',
      'Beispiele:\n',
    ],
  ])('helps in a language, with the own flags of a command first: %s', (language, ...parts) => {
    const { exit, out, err } = rmentor(workFolder(), ['match', '--help', '--lang', language]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const places = parts.map(part => out.indexOf(part));
    expect(places[0]).toBeGreaterThan(0);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
  });

  test('shows of every command two examples, and nothing in English where help is in German', () => {
    const { out } = rmentor(workFolder(), ['--help', '--lang', 'de']);
    const names = [...out.matchAll(/^ {2}([a-z]+) {2,}/gmu)].map(([, name]) => name!).filter(name => name !== 'help');
    expect(names).toContain('match');
    for (const name of names) {
      const { out: told } = rmentor(workFolder(), [name, '--help', '--lang', 'de']);
      expect(told.split('Beispiele:\n')[1]).toMatch(new RegExp(`^  rmentor ${name}.*\n  rmentor ${name}.*\n$`, 'u'));
      expect(told).not.toMatch(/Usage|Options|Arguments|Commands|choices|default|\b(?:the|and|of)\b/u);
    }
  });

  test.each<[language: string, title: string, found: string]>([
    [
      'en',
      'Reverse mentoring, paired from your sheets.',
      'This folder has 2 sheets that look right: mentees.csv and mentors.csv',
    ],
    [
      'de',
      'Reverse Mentoring: Tandems aus Ihren Tabellen.',
      'In diesem Ordner passen 2 Tabellen: mentees.csv und mentors.csv',
    ],
  ])('says where to begin where it is called alone (%s)', (language, title, found) => {
    const { exit, out, err } = rmentor(firstSteps(), ['--lang', language]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out.startsWith(`${title}\n\n  1  rmentor init `)).toBe(true);
    expect(out.endsWith(`${found}\n`)).toBe(true);
    expect(Math.max(...out.split('\n').map(line => line.length))).toBeLessThanOrEqual(80);
    expect(rmentor(workFolder(), ['--lang', language]).out).toBe(out.replace(`${found}\n`, ''));
  });

  test('finds the run by itself, in run/ too', () => {
    const folder = firstSteps();
    expect(rmentor(folder, ['advise'])).toMatchObject({ exit: 2, err: expect.stringContaining('no finished run') });
    expect(rmentor(folder, ['match', '-o', 'run', '-q']).exit).toBe(0);
    expect(rmentor(folder, ['verify'])).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
    expect(rmentor(folder, ['advise']).exit).toBe(0);
  });

  test('says less with --quiet, and more with --verbose', () => {
    const folder = firstSteps();
    expect(rmentor(folder, ['match', '-o', 'run', '-q'])).toEqual({ exit: 0, out: '', err: '' });
    const { out: usual } = rmentor(folder, ['match', '-o', 'run']);
    const { out: all } = rmentor(folder, ['match', '-o', 'run', '--verbose']);
    expect(all.length).toBeGreaterThan(usual.length);
    expect(all.startsWith(usual.trimEnd())).toBe(true);
  });

  test('refuses a language that there is not', () => {
    const { exit, err } = rmentor(workFolder(), ['rules', '--lang', 'fr']);
    expect(exit).toBe(2);
    expect(err).toBe('error: "fr" is not a value of --lang\n       Write en or de.\n');
  });

  test('prints the policy in plain words', () => {
    const { exit, out } = rmentor(firstSteps(), ['rules']);
    expect(exit).toBe(0);
    expect(out).toContain('they share at least one language');
    expect(out).toContain('1. as many mentees as possible have a mentor');
  });

  test('begins a programme that can be validated, paired and proven at once', () => {
    const folder = workFolder();
    expect(rmentor(folder, ['init', 'new', '--yes'])).toMatchObject({ exit: 0, out: '' });
    const there = join(folder, 'new');
    expect(rmentor(there, ['validate'])).toMatchObject({ exit: 0, err: '' });
    expect(rmentor(there, ['match']).exit).toBe(0);
    expect(rmentor(there, ['verify', 'run'])).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  });

  test('takes the delimiter of templates from the language of the machine', () => {
    const folder = workFolder();
    rmentor(folder, ['init', 'de', '--yes'], { env: { LC_ALL: 'de_DE.UTF-8' } });
    rmentor(folder, ['init', 'en', '--yes'], { env: { LC_ALL: 'en_US.UTF-8' } });
    expect(readFileSync(join(folder, 'de/mentors.csv'), 'utf8')).toContain('name;email');
    expect(readFileSync(join(folder, 'en/mentors.csv'), 'utf8')).toContain('name,email');
  });

  test('annotates problems by itself in GitHub Actions, at paths from the top of the repository', () => {
    const folder = firstSteps();
    const file = join(folder, 'mentors.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace('ada@', 'ada(at)'));
    const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: join(folder, '..') };
    const { err } = rmentor(folder, ['validate'], { env });
    expect(err).toContain(`::error file=${basename(folder)}/mentors.csv,line=2,title=E015 email::`);
    expect(rmentor(folder, ['validate'], { env: { GITHUB_ACTIONS: '' } }).err).not.toContain('::error');
  });

  test('prints the story of a message', () => {
    const { exit, out } = rmentor(workFolder(), ['explain', 'e012']);
    expect(exit).toBe(0);
    expect(out).toMatch(/^E012 {2}Not a whole number\n/u);
  });

  test('uses no colours in a pipe or with NO_COLOR, and colours when forced', () => {
    const folder = firstSteps();
    const colour = '\u001b[';
    expect(rmentor(folder, ['match', '--out', 'run']).out).not.toContain(colour);
    expect(rmentor(folder, ['match', '--out', 'run'], { env: { FORCE_COLOR: '1' } }).out).toContain(colour);
    expect(rmentor(folder, ['match', '--out', 'run'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).out).not.toContain(
      colour,
    );
    const plain = rmentor(folder, ['match', '--out', 'run', '--no-color'], { env: { FORCE_COLOR: '1' } });
    expect(plain.out).not.toContain(colour);
  });

  test.each<[what: string, args: string[], exit: number, says: RegExp]>([
    ['help', ['--help'], 0, /Exit codes/u],
    ['the version', ['--version'], 0, /^\d+\.\d+\.\d+\n$/u],
    ['an unknown command', ['mtach'], 2, /Did you mean match/u],
    ['an unknown option', ['match', '--mentor', 'x'], 2, /Did you mean/u],
    ['a gate that is none', ['match', '--fail-under', 'joy=3'], 2, /coverage=95/u],
    ['no sheets', ['match', '--out', 'run'], 2, /Add --mentors FILE --mentees FILE/u],
    ['no folder to write to', ['match', '--mentors', 'a', '--mentees', 'b'], 5, /does not exist/u],
    ['a run that is not there', ['verify', 'nothing'], 5, /does not exist/u],
    ['advice on a run that is not there', ['advise', 'nothing'], 5, /does not exist/u],
    ['a code that is none', ['explain', 'E999'], 2, /"E999" is not the code of a message/u],
    ['a person of no run', ['explain', 'Ada'], 2, /no finished run is named/u],
    ['a format that is none', ['validate', '--format', 'xml'], 2, /Write text or github/u],
    ['a column without a header', ['init', '--column', 'email'], 2, /your header: email=Mail/u],
    ['a sample of too many countries', ['sample', '--countries', '500', '--out', 'x'], 2, /Write at most 71/u],
  ])('answers %s', (_, args, exit, says) => {
    const answer = rmentor(workFolder(), args);
    expect(answer.exit).toBe(exit);
    expect(answer.out + answer.err).toMatch(says);
  });

  test('makes cells that a spreadsheet would run harmless, and still proves the run', () => {
    const folder = firstSteps();
    const mentees = readFileSync(join(folder, 'mentees.csv'), 'utf8');
    writeFileSync(
      join(folder, 'mentees.csv'),
      mentees.replace('Eva Lind', '"=HYPERLINK(""x"")"').replace('Hugo Petit', "''@Hugo"),
    );
    expect(rmentor(folder, ['match', '--out', 'run']).exit).toBe(0);
    expect(readFileSync(join(folder, 'run/tandems.csv'), 'utf8')).toContain(`"'=HYPERLINK(""x"")"`);
    expect(readFileSync(join(folder, 'run/unmatched.csv'), 'utf8')).toContain(";''@Hugo;");
    expect(rmentor(folder, ['verify', 'run'])).toMatchObject({ exit: 0 });
  });
});

function writeConfig(folder: string, settings: object): void {
  const file = join(folder, 'rmentor.config.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), ...settings }));
}
