import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyCommand } from '../../src/commands/verify.ts';
import { badEmail, notWhole, unusedLimit } from '../../src/domain/problems.ts';
import { quoteValue, shortenValue } from '../../src/domain/text.ts';
import { readRecords } from '../../src/parse/text/csv.ts';
import type { Paint } from '../../src/render/layout/paint.ts';
import { renderAnnotations } from '../../src/render/text/annotations.ts';
import { renderProblems } from '../../src/render/text/problems.ts';
import { de } from '../../src/render/words/de/index.ts';
import { en } from '../../src/render/words/en/index.ts';
import type { ToldProblem } from '../../src/render/words/problem.ts';
import { troubleOf } from '../io/support.ts';
import { listening, runMatch, workFolder } from '../support/run.ts';
import { told } from '../support/told.ts';

const same = (text: string) => text;
const PLAIN: Paint = { bold: same, dim: same, good: same, bad: same, warn: same };
const TWO = told(notWhole({ file: 'mentors.csv', row: 14, column: 'capacity', value: 'two' }, 'two', [0, 999_999], 2));
const anyText = fc.string({ unit: 'binary', maxLength: 120 });

describe('a value in a message', () => {
  test.each<[what: string, value: string, shows: string]>([
    ['what it is', 'Müller', '"Müller"'],
    ['a NUL', 'a\0b', '"a␀b"'],
    ['a tab and a line break', 'a\tb\nc', '"a␉b␊c"'],
    ['an escape sequence of a terminal', '\u001b[31mred', '"␛[31mred"'],
    ['what turns the line around', 'abc\u202ecba', '"abc<U+202E>cba"'],
    ['what has no width', 'zero\u200bwidth', '"zero<U+200B>width"'],
    ['a blank that is none', 'no\u00a0break', '"no<U+00A0>break"'],
    ['half a character', 'half\ud83d', '"half<U+D83D>"'],
    ['an emoji', 'ok 👍', '"ok 👍"'],
    ['forty characters', 'x'.repeat(40), `"${'x'.repeat(40)}"`],
    ['the beginning of more', 'x'.repeat(41), `"${'x'.repeat(39)}…"`],
    ['the beginning of more of those that count twice', '👍'.repeat(41), `"${'👍'.repeat(39)}…"`],
    [
      'a name of a character as a whole or not at all',
      `${'x'.repeat(38)}\u202e${'x'.repeat(9)}`,
      `"${'x'.repeat(38)}…"`,
    ],
  ])('shows %s', (_, value, shows) => {
    expect(quoteValue(value)).toBe(shows);
  });

  test('is never longer than forty characters, and every character can be seen', () => {
    fc.assert(
      fc.property(anyText, value => {
        const text = shortenValue(value);
        expect([...text].length).toBeLessThanOrEqual(40);
        expect(text).not.toMatch(/\p{C}(?<!\p{Cn}|\p{Co})|\p{Zl}|\p{Zp}/u);
      }),
    );
  });
});

describe('a line on a terminal', () => {
  const long = told(
    badEmail({ file: 'mentors.csv', row: 3, column: 'E-Mail (dienstlich)' }, 'somebody at example dot org', null),
  );

  test.each([40, 80, 120])('of %i characters is filled and not exceeded', width => {
    const lines = renderProblems([TWO, long], PLAIN, width, en).split('\n');
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(width);
    const whole = renderProblems([TWO, long], PLAIN, null, en).split('\n');
    const asOne = lines.join(' ').replace(/ +/gu, ' ');
    for (const line of whole) expect(asOne).toContain(line.replace(/ +/gu, ' '));
  });

  test('goes on below its beginning, indented', () => {
    expect(renderProblems([TWO], PLAIN, 60, en)).toBe(
      [
        'mentors.csv:14:capacity  E012  "two" is not a whole number',
        '    (did you mean 2?)',
        '1 error',
        'To read more about a message, type rmentor explain E012. To',
        'get all of them as a sheet, type rmentor validate --errors',
        'FILE.',
        '',
        '',
      ].join('\n'),
    );
  });

  test('is one of 25 at most, and the others are counted', () => {
    const kinds = Array.from({ length: 30 }, (_, row) => ({ ...TWO, row, column: `column ${row}`, hint: null }));
    const lines = renderProblems(kinds, PLAIN, 200, en).split('\n');
    expect(lines).toHaveLength(25 + 5);
    expect(lines[24]).toContain('mentors.csv:24:column 24');
    expect(lines.slice(25, 27)).toEqual(['and 5 more messages', '30 errors']);
    expect(renderProblems(kinds.slice(0, 26), PLAIN, 200, de)).toContain('\nund 1 weitere Meldung\n26 Fehler\n');
    expect(renderProblems(kinds, PLAIN, null, en).split('\n')).toHaveLength(30 + 2);
  });

  test('stays one line where there is no terminal, however long', () => {
    expect(
      renderProblems([long, told(unusedLimit({ file: 'limits.csv', row: 2 }, 'FR', 'mentee'))], PLAIN, null, en),
    ).toBe(
      [
        'mentors.csv:3:E-Mail (dienstlich)  E015  "somebody at example dot org" is not an e-mail address  (write one e-mail address, like ada@example.org)',
        'limits.csv:2  W034  no mentee is in France  (delete the row, or correct the country)',
        '1 error, 1 warning',
        '',
      ].join('\n'),
    );
  });

  test('counts characters that take two places as two', () => {
    const wide = told(badEmail({ file: 'a.csv' }, '日本語'.repeat(6), null));
    const [first = ''] = renderProblems([wide], PLAIN, 60, en).split('\n');
    expect(first).toBe(`a.csv  E015  "${'日本語'.repeat(6)}" is not`);
  });
});

describe('annotations of GitHub Actions', () => {
  const path = (file: string) => `data/${file}`;

  test('stand at the row of the file, and say what to do', () => {
    expect(renderAnnotations([TWO], path)).toBe(
      '::error file=data/mentors.csv,line=14,title=E012 capacity::mentors.csv:14:capacity: "two" is not a whole number (did you mean 2?)\n',
    );
  });

  test('have no slot in a file that has no path', () => {
    expect(renderAnnotations([told(unusedLimit({ file: '-', row: 2 }, 'FR', 'mentee'))], () => null)).toBe(
      '::warning title=W034::-:2: no mentee is in France (delete the row, or correct the country)\n',
    );
  });

  test('escape what the runner would take for its own', () => {
    const odd: ToldProblem = { ...TWO, file: 'a,b:c%.csv', column: 'x:,%', message: '100 %\n::error::no ##vso[x]' };
    expect(renderAnnotations([odd], path)).toBe(
      '::error file=data/a%2Cb%3Ac%25.csv,line=14,title=E012 x%3A%2C%25::a,b:c%25.csv:14:x:,%25: 100 %25 : :error: :no ##vso [x] (did you mean 2?)\n',
    );
  });

  test('are one line each, whatever the texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (column, message) => {
        const text = renderAnnotations([{ ...TWO, column, message }], path);
        expect(text).toMatch(/^::error file=data\/mentors\.csv,line=14,title=E012 [^:,\r\n]*::[^\r\n]*\n$/u);
      }),
    );
  });
});

const SHEETS = 'name,email,department,country\nAda,ada@example.org,IT,DE\n';

/** A folder with two sheets; the mentors' one as given. */
function programme(mentors: string): { folder: string; flags: { mentors: string; mentees: string; out: string } } {
  const folder = workFolder();
  writeFileSync(join(folder, 'mentors.csv'), mentors);
  writeFileSync(join(folder, 'mentees.csv'), SHEETS.replace('Ada,ada', 'Eva,eva'));
  const path = (name: string) => join(folder, name);
  return { folder, flags: { mentors: path('mentors.csv'), mentees: path('mentees.csv'), out: path('run') } };
}

const FAULTY = `name;email;department;country;capacity
=1+1;ada(at)example.org;IT;DE;"two
or ""three"""
`;

describe('--errors FILE', () => {
  test('holds every problem with its cell, as a sheet that opens in Excel', async () => {
    const { folder, flags } = programme(FAULTY);
    const errors = join(folder, 'errors.csv');
    const { exit, err } = await runMatch({ ...flags, errors });
    expect(exit).toBe(2);
    expect(err).toContain(`Written to ${errors}: 2 problems`);
    const text = readFileSync(errors, 'utf8');
    expect(text.startsWith('\ufefffile;row;column;code;severity;value;message;hint\r\n')).toBe(true);
    const rows = [...readRecords(Buffer.from(text.slice(1)), ';')].map(record =>
      typeof record === 'string' ? [] : record.cells,
    );
    expect(rows.slice(1).map(([file, ...cells]) => [file === flags.mentors, ...cells.slice(0, 5)])).toEqual([
      [true, '2', 'email', 'E015', 'error', 'ada(at)example.org'],
      [true, '2', 'capacity', 'E012', 'error', 'two␊or "three"'],
    ]);
    expect(readdirSync(folder).sort()).toEqual(['errors.csv', 'mentees.csv', 'mentors.csv']);
    if (process.platform !== 'win32') expect(statSync(errors).mode & 0o777).toBe(0o600);
  });

  test('takes the place of an earlier one, and says when there is nothing left', async () => {
    const { folder, flags } = programme(FAULTY);
    const errors = join(folder, 'errors.csv');
    await runMatch({ ...flags, errors });
    writeFileSync(flags.mentors, SHEETS);
    const { exit, err } = await runMatch({ ...flags, errors });
    expect(exit).toBe(0);
    expect(err).toContain(`Written to ${errors}: no problems`);
    expect(readFileSync(errors, 'utf8')).toBe('\ufefffile,row,column,code,severity,value,message,hint\r\n');
  });

  test('takes the place of nothing else, be it an input or a link', async () => {
    const { folder, flags } = programme(FAULTY);
    await expect(runMatch({ ...flags, errors: flags.mentors })).rejects.toMatchObject({ exit: 2 });
    expect(await troubleOf(() => runMatch({ ...flags, errors: folder }))).toMatchObject({
      exit: 2,
      message: `${folder} is a folder`,
    });
    expect(readFileSync(flags.mentors, 'utf8')).toBe(FAULTY);
    const link = join(folder, 'link.csv');
    symlinkSync(flags.mentors, link);
    await expect(runMatch({ ...flags, errors: link })).rejects.toMatchObject({ exit: 2 });
    expect(readFileSync(flags.mentors, 'utf8')).toBe(FAULTY);
  });

  test('clears away what a run that was killed left of it', async () => {
    const { folder, flags } = programme(FAULTY);
    writeFileSync(join(folder, '.errors.csv.rmentor-tmp'), 'half');
    await runMatch({ ...flags, errors: join(folder, 'errors.csv') });
    expect(readdirSync(folder).sort()).toEqual(['errors.csv', 'mentees.csv', 'mentors.csv']);
  });

  test('that cannot be written is a matter of the machine', async () => {
    const { folder, flags } = programme(FAULTY);
    const errors = join(folder, 'nowhere', 'errors.csv');
    await expect(runMatch({ ...flags, errors })).rejects.toMatchObject({ exit: 5 });
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});

describe('problems as JSON', () => {
  test('have a code, a place, what stands there, and the next thing to do', async () => {
    const { flags } = programme(FAULTY);
    const { out, err } = await runMatch({ ...flags, json: true, format: 'github' });
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      ok: false,
      problems: [
        { file: flags.mentors, row: 2, column: 'email', code: 'E015', severity: 'error', value: 'ada(at)example.org' },
        {
          row: 2,
          column: 'capacity',
          code: 'E012',
          value: 'two\nor "three"',
          message: '"two␊or "three"" is not a whole number',
          hint: 'write digits only',
        },
      ],
    });
    expect(err.split('\n').every(line => line === '' || line.startsWith('::error '))).toBe(true);
  });
});

describe('inside GitHub Actions', () => {
  const actions = { workspace: '.' };

  test('annotations come besides the lines, no more than are shown', async () => {
    const settings = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`unknown${index}`, index]));
    const { folder, flags } = programme(SHEETS);
    const config = join(folder, 'rmentor.config.json');
    writeFileSync(config, JSON.stringify(settings));
    const { err } = await runMatch({ ...flags, config }, { actions });
    expect(err).toContain('\n12 errors\n');
    expect(err.match(/^::error .*title=E021 unknown\d+::/gmu)).toHaveLength(10);
  });

  test('there is one for alike problems, at the first of their rows', async () => {
    const rows = Array.from({ length: 12 }, (_, index) => `P${index},p${index}@example.org,IT,Atlantis\n`);
    const { err } = await runMatch(programme(SHEETS + rows.join('')).flags, { actions });
    expect(err).toContain('\n12 errors\n');
    expect(err.match(/^::error .*line=\d+,title=E016 country::.*/gmu)).toEqual([expect.stringContaining('rows 4–14')]);
  });

  test('there is one for a clash, a missed gate and a refuted run, too', async () => {
    const { flags } = programme(SHEETS);
    const gates = [{ figure: 'coverage', percent: '100' } as const];
    const config = join(flags.out, '..', 'rmentor.config.json');
    writeFileSync(config, '{ "crossBorder": "forbid" }');
    writeFileSync(flags.mentors, SHEETS.replace('DE', 'FR'));
    const missed = await runMatch({ ...flags, config, gates }, { actions });
    expect(missed).toMatchObject({
      exit: 1,
      err: expect.stringMatching(/^::error title=a threshold was missed::coverage is 0 %25 \(0 of 1\)/mu),
    });
    const limits = join(flags.out, '..', 'limits.csv');
    writeFileSync(limits, 'country,side,min\nDE,mentee,1\n');
    const clash = await runMatch({ ...flags, config, limits }, { actions });
    expect(clash).toMatchObject({
      exit: 3,
      err: expect.stringMatching(/^::error title=not all demands can be met together::.*%0A/mu),
    });
    writeFileSync(join(flags.out, 'summary.json'), '{}');
    const refuted = await listening(shell => verifyCommand(flags.out, { config }, shell), { actions });
    expect(refuted).toMatchObject({ exit: 4, err: expect.stringMatching(/^::error title=the run is refuted::/mu) });
  });

  test('there are none where lines are asked for', async () => {
    const { flags } = programme(FAULTY);
    const { err } = await runMatch({ ...flags, format: 'text' }, { actions });
    expect(err).toContain('2 errors');
    expect(err).not.toContain('::error');
  });
});
