import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGate } from '../../../src/commands/shared/thresholds.ts';
import { runMatch, workFolder } from '../../support/run.ts';

test('in GitHub Actions, the page of the job gets counts and missed gates behind what it holds, and nobody by name', async () => {
  const folder = workFolder();
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const flags = {
    mentors: put('mentors.csv', 'id,name,department,languages\nm1,Ada Brandt,IT,de\n'),
    mentees: put('mentees.csv', 'id,name,department,languages\ne1,Eva Lind,Sales,fr\ne2,Uwe Stein,Sales,de\n'),
    pairs: put('pairs.csv', 'mentor,mentee,action,reason\nm1,e1,lock,Ada Brandt insists\n'),
    config: put('rmentor.config.json', '{ "must": [{ "rule": "overlap", "field": "languages" }] }'),
    out: join(folder, 'run'),
    allowOverride: true,
    gates: [readGate('coverage=90')],
  };
  const stepSummary = put('page.md', 'before\n');
  const { exit, err } = await runMatch(flags, { actions: { workspace: folder, stepSummary } });
  expect([exit, err]).toEqual([1, expect.stringContaining('FAILED')]);
  const page = readFileSync(stepSummary, 'utf8');
  expect(page).toMatch(/^before\n\*\*FAILED\*\*: coverage is 50 % \(1 of 2\), required 90 %\n\n# /u);
  expect(page).not.toMatch(/Ada|Eva|Uwe|insists/u);
  expect(readFileSync(join(folder, 'run', 'summary.md'), 'utf8')).toContain('insists');
  await expect(
    runMatch(flags, { actions: { workspace: folder, stepSummary: join(folder, 'absent', 'page.md') } }),
  ).rejects.toMatchObject({ exit: 5 });
});
