import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

const MENTORS = ['id,name,department,capacity', 'm1,Ada Lang,Sales,1', 'm2,Ben Okoro,IT,1', 'm3,Cem Aydin,Legal,1'];
const MENTEES = ['id,name,department', 'e1,Dora Nagy,Legal', 'e2,Eva Lind,Sales', 'e3,Finn Roth,IT', 'e4,Gus Vidal,IT'];

/** Two runs of one programme in a folder: one as it is, and one in which the last mentor has gone. */
async function makeRuns() {
  const folder = workFolder();
  const flags = { mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv'), config: null };
  writeFileSync(flags.mentees, MENTEES.join('\n'));
  writeFileSync(flags.mentors, MENTORS.slice(0, -1).join('\n'));
  const before = join(folder, 'before');
  expect(await runMatch({ ...flags, out: before })).toMatchObject({ exit: 0 });
  writeFileSync(flags.mentors, MENTORS.join('\n'));
  const run = join(folder, 'run');
  expect(await runMatch({ ...flags, out: run })).toMatchObject({ exit: 0 });
  return { before, run };
}

const readId = (run: string) => JSON.parse(readFileSync(join(run, 'certificate.json'), 'utf8')).run as string;

describe('a run', () => {
  test('has one number in certificate.json, summary.json and summary.md, the same for the same inputs', async () => {
    const [one, other] = [await makeRuns(), await makeRuns()];
    const id = readId(one.run);
    expect(id).toMatch(/^[\da-f]{12}$/u);
    expect(JSON.parse(readFileSync(join(one.run, 'summary.json'), 'utf8')).run).toBe(id);
    expect(readFileSync(join(one.run, 'summary.md'), 'utf8')).toContain(`Run ${id}.`);
    expect(readId(other.run)).toBe(id);
    expect(readId(one.before)).not.toBe(id);
    expect((await runVerify(one.run)).out).toMatch(/^PROVEN/u);
  });
});

describe('a folder with a file of another run names it', () => {
  let runs: { readonly before: string; readonly run: string };
  beforeEach(async () => {
    runs = await makeRuns();
  });

  test.each([
    [
      'summary.json',
      /^REFUTED: summary\.json does not belong to this run: it is from run \w{12}, the other files from/u,
    ],
    ['summary.md', /^REFUTED: summary\.md does not belong to this run: it is from run \w{12}, the other files from/u],
    ['certificate.json', /^REFUTED: certificate\.json does not belong to this run: it is from run/u],
    ['tandems.csv', /^REFUTED: tandems\.csv has other tandems than this run: /u],
    ['unmatched.csv', /^REFUTED: unmatched\.csv /u],
  ])('%s', async (file, says) => {
    copyFileSync(join(runs.before, file), join(runs.run, file));
    const { exit, out } = await runVerify(runs.run);
    expect(out).toMatch(says);
    expect(exit).toBe(4);
    const { refutation } = JSON.parse((await runVerify(runs.run, { json: true })).out);
    expect(refutation.file).toBe(file);
  });
});
