import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adviseCommand } from '../../src/commands/advise.ts';
import { checkCommand } from '../../src/commands/check.ts';
import { diffCommand } from '../../src/commands/diff.ts';
import { dropCommand } from '../../src/commands/drop.ts';
import { explainCommand } from '../../src/commands/explain.ts';
import { exportCommand } from '../../src/commands/export.ts';
import { feedbackCommand } from '../../src/commands/feedback.ts';
import { matchCommand } from '../../src/commands/match.ts';
import { reportCommand } from '../../src/commands/report.ts';
import { rulesCommand } from '../../src/commands/rules.ts';
import { shareCommand } from '../../src/commands/share.ts';
import { readGate } from '../../src/commands/shared/thresholds.ts';
import { validateCommand } from '../../src/commands/validate.ts';
import { verifyCommand } from '../../src/commands/verify.ts';
import type { JsonOutput } from '../../src/render/json/outputs.ts';
import { listening, runCheck, runMatch, workFolder } from '../support/run.ts';

/** A programme of one mentor and one mentee with a warning, its run, and a call for each output that is about them. */
function listCalls() {
  const folder = workFolder();
  const [out, mentors, mentees] = [join(folder, 'run'), join(folder, 'mentors.csv'), join(folder, 'mentees.csv')];
  writeFileSync(mentors, 'id,name,department\nm1,Ada Lang,IT\nTotal,1,\n');
  writeFileSync(mentees, 'id,name,department\ne1,Eva Roth,Sales\n');
  const survey = join(folder, 'survey.csv');
  writeFileSync(survey, 'email,Would you recommend it?\nada@example.org,yes\n');
  const flags = { mentors, mentees, json: true };
  const calls: Readonly<
    Record<Exclude<JsonOutput, 'refused' | 'clash' | 'stories' | 'letters'>, Parameters<typeof listening>[0]>
  > = {
    understood: shell => validateCommand(flags, shell),
    match: shell => matchCommand({ ...flags, out, gates: [] }, shell),
    forecast: shell => checkCommand(flags, shell),
    'person-rules': shell => checkCommand({ ...flags, person: 'Ada Lang' }, shell),
    rules: shell => rulesCommand(undefined, flags, shell),
    verdict: shell => verifyCommand(out, { json: true }, shell),
    page: shell => reportCommand(out, { json: true }, shell),
    advice: shell => adviseCommand(out, { json: true }, shell),
    people: shell => explainCommand(['Ada Lang'], { run: out, json: true }, shell),
    pair: shell => explainCommand(['Ada Lang', 'Eva Roth'], { run: out, json: true }, shell),
    repair: shell => dropCommand(['Ada Lang'], { from: out, json: true, dryRun: true }, shell),
    feedback: shell => feedbackCommand(survey, { from: out, out: join(folder, 'next.csv'), json: true }, shell),
    'hand-over': shell =>
      exportCommand(
        { from: out, to: 'json', out: join(folder, 'told'), includeDraft: true, json: true, dryRun: true },
        shell,
      ),
    shared: shell => shareCommand(out, { out: join(folder, 'shared'), json: true }, shell),
    changes: shell => diffCommand(out, out, { json: true }, shell),
  };
  return { folder, calls };
}

interface Told {
  readonly schemaVersion: number;
  readonly problems: readonly object[];
}

test('every output about sheets begins with its version and ends with their problems, as validate has them', async () => {
  const { calls } = listCalls();
  const told: Told[] = [];
  for (const call of Object.values(calls)) told.push(JSON.parse((await listening(call)).out));
  const { problems } = told[0]!;
  expect(problems).toEqual([expect.objectContaining({ severity: 'warning', code: expect.any(String) })]);
  // A run names its sheets from where it is called, so that only their paths may differ.
  const codes = problems.map(problem => expect.objectContaining({ ...problem, file: expect.any(String) }));
  for (const json of told) {
    const keys = Object.keys(json);
    expect([keys[0], keys.at(-1)]).toEqual(['schemaVersion', 'problems']);
    expect(json.schemaVersion).toBeGreaterThan(0);
    expect(json.problems).toEqual(codes);
  }
});

test('where sheets are wrong, it is said in place of figures, with the problems', async () => {
  const { folder, calls } = listCalls();
  await listening(calls.match);
  writeFileSync(join(folder, 'mentees.csv'), 'id,name,department\ne1,Eva Roth,Sales\ne1,Eva Rath,Sales\n');
  for (const output of ['match', 'forecast', 'person-rules', 'rules'] as const) {
    const { exit, out } = await listening(calls[output]);
    expect([exit, JSON.parse(out)], output).toEqual([
      2,
      { schemaVersion: 1, ok: false, problems: expect.arrayContaining([expect.objectContaining({ code: 'E013' })]) },
    ]);
  }
});

test('the JSON of a match is its summary, with the gates that were missed', async () => {
  const out = join(workFolder(), 'run');
  const config = 'fixtures/first-steps/rmentor.config.json';
  const gates = [readGate('coverage=80'), readGate('coverage=75')];
  const { exit, out: json } = await runMatch({ config, out, gates, json: true });
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as object;
  expect([exit, JSON.parse(json)]).toEqual([
    1,
    {
      ...summary,
      ...{ changes: null, curve: null, ok: false },
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
