import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

const readme = readFileSync('README.md', 'utf8');

test('the example of the README prints what the README says', async () => {
  const run = join(workFolder(), 'run');
  const matched = await runMatch({ config: 'fixtures/first-steps/rmentor.config.json', out: run });
  expect(readme).toContain(`--out run\n${matched.out.replaceAll(run, 'run').trimEnd()}\n\`\`\``);
  const verified = await runVerify(run);
  expect(readme).toContain(`verify run\n${verified.out.trimEnd()}\n\`\`\``);
  const [, hugo = ''] = readFileSync(join(run, 'unmatched.csv'), 'utf8').split('\r\n');
  for (const cell of hugo.split(';').slice(-2)) expect(readme).toContain(`\`${cell}\``);
  expect(readme).toContain(readFileSync('fixtures/first-steps/mentees.csv', 'utf8'));
});

test('what the README says of a pair is what explain says', () => {
  const said = readFileSync('fixtures/explain/expected/pair-that-may-meet.txt', 'utf8');
  expect(said.startsWith('$ rmentor explain finn müller\n')).toBe(true);
  expect(readme).toContain(said.split('\n').slice(0, 2).join('\n'));
  expect(readme).toContain(said.slice(said.indexOf('What it would cost')).trimEnd());
});

test('the model programme is what sample makes, and its result is proven', async () => {
  const run = join(workFolder(), 'run');
  const matched = await runMatch({ config: 'fixtures/model-programme/rmentor.config.json', out: run });
  expect(matched).toMatchObject({ exit: 0, out: expect.stringMatching(/limit is used up/u) });
  expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  const { sample } = await import('../../src/sample/sample.ts');
  for (const [name, text] of sample({ mentors: 163, mentees: 224, countries: 17, departments: 12, seed: 7 })) {
    expect(readFileSync(join('fixtures/model-programme', name), 'utf8')).toBe(text);
  }
});
