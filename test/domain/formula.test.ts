import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../src/commands/shared/inputs.ts';
import { validateCommand } from '../../src/commands/validate.ts';
import { neutraliseFormula, restoreFormula } from '../../src/domain/formula.ts';
import { formulasIn } from '../support/formulas.ts';
import { filesIn, listening, runMatch, runVerify, workFolder } from '../support/run.ts';
import { runs } from '../support/runs.ts';

const parts = fc.constantFrom(...['=', '+', '-', '@', "'", '"', ';', ',', '\t', '|', '\n', ' ', 'x', '1', '＝']);
const odd = fc.array(parts, { maxLength: 10 }).map(found => found.join(''));

describe('a neutralised text', () => {
  test('is restored exactly', () => {
    fc.assert(
      fc.property(odd, text => {
        expect(restoreFormula(neutraliseFormula(text))).toBe(text);
      }),
      { numRuns: runs(2000) },
    );
  });

  test.each([
    ['Ops;=HYPERLINK("x";"y");x', 'Ops;\'=HYPERLINK("x";"y");x'],
    ['Ops; "=1"', 'Ops;\' "=1"'],
    ['a\n=1\t@x', "a\n'=1\t'@x"],
    ['a-b + c, d', 'a-b + c, d'],
    ['Ada <ada@example.org>', 'Ada <ada@example.org>'],
  ])('%j is written as %j', (text, safe) => {
    expect(neutraliseFormula(text)).toBe(safe);
    expect(restoreFormula(safe)).toBe(text);
  });

  test('that cannot have been written by us is left as it is', () => {
    for (const text of ["Ops; '-x", "it's; =x", "'x"]) expect(restoreFormula(text)).toBe(text);
  });
});

/** Every text of this programme is a formula for some separator. */
function formulaProgramme(delimiter: string) {
  const folder = workFolder();
  const cells = ['Ops;=A1;x', 'Ops,=B1,x', 'Ops;"=C1"', '=D1', 'x\t@E1', 'x\n=F1', ';;-G1'];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const row = (texts: readonly string[]) => `${texts.map(quoted).join(delimiter)}\r\n`;
  const header = row(['id', 'name', 'email', 'department', 'country', 'topics', 'own;=H1']);
  const person = (id: string, at: number) =>
    row([
      `${id};=I1`,
      `N${at};=J1`,
      `${id}@example.org`,
      cells[at % cells.length]!,
      'DE',
      cells[(at + 3) % cells.length]!,
      cells[(at + 4) % cells.length]!,
    ]);
  const people = (side: string, count: number) =>
    header + Array.from({ length: count }, (_, at) => person(`${side}${at}`, at)).join('');
  const file = (name: string) => join(folder, name);
  writeFileSync(file('mentors.csv'), people('m', 7));
  writeFileSync(file('mentees.csv'), people('e', 8));
  const prefer = [{ name: 'own;=K1', rule: 'same', field: 'own;=H1', weight: 3 }];
  writeFileSync(
    file('rmentor.config.json'),
    JSON.stringify({ mentors: 'mentors.csv', mentees: 'mentees.csv', prefer }),
  );
  return { folder, config: file('rmentor.config.json'), out: file('run') };
}

describe.each([',', ';'])('of a programme with %s between cells', delimiter => {
  test('no file that we write has a formula for any separator', async () => {
    const { folder, config, out } = formulaProgramme(delimiter);
    const matched = await runMatch({ config, out, alternates: 2 });
    expect(matched.exit, matched.err).toBe(0);
    expect(await runVerify(out)).toMatchObject({ exit: 0, out: expect.stringMatching(/^PROVEN/u) });
    const normalised = join(folder, 'clean');
    const errors = join(folder, 'errors;=L1.csv');
    expect(await listening(shell => validateCommand({ config, normalised, errors }, shell))).toMatchObject({ exit: 0 });
    const sheets = { ...filesIn(out), ...filesIn(normalised), errors: readFileSync(errors, 'utf8') };
    const found = Object.entries(sheets).filter(([name]) => !/\.(?:json|md|html)$/u.test(name));
    expect(found.length).toBeGreaterThanOrEqual(6);
    for (const [name, text] of found) expect([name, formulasIn(text)]).toEqual([name, []]);
  });

  test('the sheets as understood are read as they were', async () => {
    const { folder, config } = formulaProgramme(delimiter);
    const normalised = join(folder, 'clean');
    await listening(shell => validateCommand({ config, normalised }, shell));
    const flags = { config: null, mentors: join(normalised, 'mentors.csv'), mentees: join(normalised, 'mentees.csv') };
    const [first, again] = [await readInputs({ config }), await readInputs(flags)];
    expect(again.programme?.roster).toEqual(first.programme?.roster);
  });

  test('a previous run is read back person by person', async () => {
    const { config, out, folder } = formulaProgramme(delimiter);
    await runMatch({ config, out });
    const again = await runMatch({
      config,
      out: join(folder, 'again'),
      previous: join(out, 'tandems.csv'),
      json: true,
    });
    const { objective, tandems } = JSON.parse(again.out);
    expect(objective).toContainEqual(expect.objectContaining({ level: 'kept', value: tandems }));
  });
});

test('control characters are told and reach no file', async () => {
  const folder = workFolder();
  const header = 'id,name,email,department,country\n';
  const flags = {
    mentors: join(folder, 'mentors.csv'),
    mentees: join(folder, 'mentees.csv'),
    out: join(folder, 'run'),
  };
  writeFileSync(
    flags.mentors,
    `${header}m1,\0=1+1,ada@x.example,Ops \u009b31m,DE\nm2,Ada\u001b[31m Red,b@x.example,O\u202eps,DE\n`,
  );
  writeFileSync(flags.mentees, `${header}E1,Ben,ben@x.example,HR,DE\n`);
  const { exit, err } = await runMatch({ ...flags, config: null });
  expect(exit).toBe(0);
  expect(err.match(/W071/gu)).toHaveLength(1);
  expect(err).toContain(
    'mentors.csv:2  W071  cell B2 contains control characters, which rmentor leaves out; so do 3 more cells',
  );
  const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;
  for (const text of [err, ...Object.values(filesIn(flags.out))]) {
    expect(text.replaceAll(/[\r\n]/gu, '').match(control)).toBeNull();
  }
  expect(readFileSync(join(flags.out, 'tandems.csv'), 'utf8')).toMatch(/'=1\+1|Ada\[31m Red/u);
});
