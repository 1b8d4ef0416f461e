import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCommand } from '../src/commands/check.ts';
import { explainCommand } from '../src/commands/explain.ts';
import { matchCommand } from '../src/commands/match.ts';
import { rulesCommand } from '../src/commands/rules.ts';
import type { Shell } from '../src/commands/shell.ts';
import { validateCommand } from '../src/commands/validate.ts';
import { verifyCommand } from '../src/commands/verify.ts';
import { listening, runMatch, runVerify, workFolder } from './support/run.ts';

const PROGRAMME = 'fixtures/without-data';
const EXPECTED = join(PROGRAMME, 'expected');

/** A copy of the programme, so that paths in what is said are short, and its finished run. */
async function finished() {
  const folder = workFolder();
  cpSync(PROGRAMME, folder, { recursive: true });
  const config = join(folder, 'rmentor.config.json');
  const out = join(folder, 'run');
  expect(await runMatch({ config, out })).toMatchObject({ exit: 0 });
  return { folder, config, out };
}

/** What a command line says, with the folder left out of it. */
async function said(line: string): Promise<string> {
  const { folder, config, out: run } = await finished();
  const [command = '', ...names] = line.split(' ');
  const call = (shell: Shell) => {
    switch (command) {
      case 'validate':
        return validateCommand({ config }, shell);
      case 'check':
        return checkCommand(names.length === 0 ? { config } : { config, person: names.join(' ') }, shell);
      case 'match':
        return matchCommand({ config, out: run, gates: [] }, shell);
      case 'rules':
        return rulesCommand({ config }, shell);
      case 'verify':
        return verifyCommand(run, {}, shell);
      case 'explain':
        return explainCommand(names, { run }, shell);
      default:
        throw new Error(command);
    }
  };
  const { exit, out } = await listening(call);
  expect(exit).toBe(0);
  // Whether a folder is beside the working directory or elsewhere decides how its path is written.
  return out.replaceAll(new RegExp(`[^ ()\\n]*${folder.split('/').at(-1)}/`, 'gu'), '');
}

describe('a programme with half its managers unknown, no levels and no topics says so', () => {
  test.each(readdirSync(EXPECTED))('%s', async name => {
    const path = join(EXPECTED, name);
    const expected = readFileSync(path, 'utf8');
    const [first = ''] = expected.split('\n', 1);
    const text = `${first}\n${await said(first.replace('$ rmentor ', ''))}`;
    if (process.env['UPDATE_EXPECTED']) writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  test('summary.md', async () => {
    const { out } = await finished();
    expect(readFileSync(join(out, 'summary.md'), 'utf8')).toBe(readFileSync(join(PROGRAMME, 'summary.md'), 'utf8'));
  });

  test.each([
    ['without a rule', (text: string) => text.replace('"rule": "below"', '"rule": "above"')],
    ['with more data than there is', (text: string) => text.replace('"state": "absent"', '"state": "partial"')],
    ['with fewer managers outside', (text: string) => text.replace('"outside": 3', '"outside": 2')],
    ['with more people', (text: string) => text.replace('"without": 5', '"without": 4')],
    [
      'without a limit',
      (text: string) =>
        text.replace('"place": "FR",\n        "side": "mentee"', '"place": "FR",\n        "side": "mentor"'),
    ],
  ])('summary.json is refuted %s', async (_, forge) => {
    const { out } = await finished();
    const file = join(out, 'summary.json');
    const text = readFileSync(file, 'utf8');
    const [head = '', gaps = ''] = text.split('"gaps": ');
    const forged = `${head}"gaps": ${forge(gaps)}`;
    expect(forged).not.toBe(text);
    writeFileSync(file, forged);
    const verdict = await runVerify(out);
    expect(verdict).toMatchObject({ exit: 4, out: expect.stringMatching(/^REFUTED: summary\.json .* gaps\./u) });
  });
});
