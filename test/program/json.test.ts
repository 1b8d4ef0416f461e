import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adviseCommand } from '../../src/commands/advise.ts';
import { checkCommand } from '../../src/commands/check.ts';
import { explainCommand } from '../../src/commands/explain.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { rulesCommand } from '../../src/commands/rules.ts';
import { readGate } from '../../src/commands/shared/thresholds.ts';
import { validateCommand } from '../../src/commands/validate.ts';
import { verifyCommand } from '../../src/commands/verify.ts';
import { listening, runCheck, runMatch, workFolder } from '../support/run.ts';

const takeJson = async (...asked: Parameters<typeof listening>) =>
  JSON.parse((await listening(...asked)).out) as unknown;

test('every command about sheets has their problems in its JSON, as validate has them', async () => {
  const folder = workFolder();
  const [out, mentors, mentees] = [join(folder, 'run'), join(folder, 'mentors.csv'), join(folder, 'mentees.csv')];
  const sheets = { mentors, mentees };
  writeFileSync(mentors, 'id,name,department\nm1,Ada Lang,IT\nTotal,1,\n');
  writeFileSync(mentees, 'id,name,department\ne1,Eva Roth,Sales\n');
  const flags = { ...sheets, json: true };
  const { problems } = (await takeJson(shell => validateCommand(flags, shell))) as { problems: object[] };
  expect(problems).toEqual([expect.objectContaining({ severity: 'warning', code: expect.any(String) })]);
  const told = [
    await takeJson(shell => matchCommand({ ...flags, out, gates: [] }, shell)),
    await takeJson(shell => checkCommand(flags, shell)),
    await takeJson(shell => checkCommand({ ...flags, person: 'Ada Lang' }, shell)),
    await takeJson(shell => rulesCommand(undefined, flags, shell)),
    await takeJson(shell => verifyCommand(out, { json: true }, shell)),
    await takeJson(shell => adviseCommand(out, { json: true }, shell)),
    await takeJson(shell => explainCommand(['Ada Lang'], { run: out, json: true }, shell)),
  ];
  // A run names its sheets from where it is called, so that only their paths may differ.
  const codes = problems.map(problem => expect.objectContaining({ ...problem, file: expect.any(String) }));
  for (const json of told) expect(json).toMatchObject({ problems: codes });
});

test('the JSON of a match is its summary, with the gates that were missed', async () => {
  const out = join(workFolder(), 'run');
  const config = 'fixtures/first-steps/rmentor.config.json';
  const gates = [readGate('coverage=80'), readGate('coverage=75')];
  const { exit, out: json } = await runMatch({ config, out, gates, json: true });
  // The number of the run is about its files.
  const { run: _, ...summary } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as { run: string };
  expect([exit, JSON.parse(json)]).toEqual([
    1,
    {
      ...summary,
      problems: [],
      missedGates: [
        {
          ...{ figure: 'coverage', required: 80, share: { part: 3, whole: 4, percent: 75 } },
          message: 'coverage is 75 % (3 of 4), required 80 %',
        },
      ],
    },
  ]);
});

test('demands that clash are facts in the JSON of match and check: who, what, and where it is written', async () => {
  const find = (role: string) => `fixtures/bad-inputs/locks-beyond-limit/${role}.csv`;
  const sheets = { mentors: find('mentors'), mentees: find('mentees'), limits: find('limits'), pairs: find('pairs') };
  const said = await runMatch({ ...sheets, out: join(workFolder(), 'run'), json: true });
  expect(said.exit).toBe(3);
  expect(JSON.parse(said.out)).toEqual({
    schemaVersion: 1,
    ok: false,
    clash: expect.arrayContaining(['These 2 demands cannot be met together:']),
    demands: [
      {
        ...{ kind: 'lock', mentor: 'm1', mentee: 'e1', file: find('pairs'), row: 2 },
        message: 'forced pair of Ada Lang and Carla Ruiz',
      },
      {
        ...{ kind: 'lock', mentor: 'm1', mentee: 'e2', file: find('pairs'), row: 3 },
        message: 'forced pair of Ada Lang and Dirk Vos',
      },
    ],
    short: [
      {
        ...{ kind: 'limit', place: 'DE', side: 'mentor', max: 1, file: find('limits'), row: 2 },
        message: 'Germany: at most 1 tandem for mentors',
      },
    ],
    problems: [],
  });
  expect((await runCheck({ ...sheets, json: true })).out).toBe(said.out);
});
