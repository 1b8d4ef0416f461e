/** @module-tag slow */

import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { adviseCommand } from '../../src/commands/advise.ts';
import { checkCommand } from '../../src/commands/check.ts';
import { explainCommand } from '../../src/commands/explain.ts';
import { matchCommand } from '../../src/commands/match.ts';
import type { Context } from '../../src/commands/shared/context.ts';
import { validateCommand } from '../../src/commands/validate.ts';
import { verifyCommand } from '../../src/commands/verify.ts';
import type { ExitCode } from '../../src/domain/errors.ts';
import { de } from '../../src/render/words/de/index.ts';
import { en, type Words } from '../../src/render/words/en/index.ts';
import { listening, workFolder } from '../support/run.ts';

const FIXTURE = 'fixtures/first-ten-minutes';
const EXPECTED = resolve('fixtures/screens');
const WIDTHS = [60, 80, 120];
/** Excel's habits, so that the files of a run are the same in both languages. */
const SEMICOLON = { listSeparator: () => ';' as const };

type Command = (shell: Context) => ExitCode | Promise<ExitCode>;

/** A mentee whom a limit keeps out, a mentor with two mentees, and two who are no tandem; init is in first-ten-minutes.test.ts. */
const SCREENS: Readonly<Record<string, Command>> = {
  validate: shell => validateCommand({}, shell),
  check: shell => checkCommand({}, shell),
  match: shell => matchCommand({ gates: [] }, shell),
  'explain-mentee': shell => explainCommand([UNPAIRED], {}, shell),
  'explain-pair': shell => explainCommand([MENTOR, UNPAIRED], {}, shell),
  advise: shell => adviseCommand('run', {}, shell),
  verify: shell => verifyCommand('run', {}, shell),
};
const UNPAIRED = 'Fabian Roth';
const MENTOR = 'Anna Abel';

/** The programme of the first ten minutes, as init leaves it. */
function enterProgramme(): void {
  const folder = workFolder();
  for (const name of readdirSync(FIXTURE).filter(file => file !== 'expected')) {
    cpSync(join(FIXTURE, name), join(folder, name));
  }
  cpSync(join(FIXTURE, 'expected', 'rmentor.config.json'), join(folder, 'rmentor.config.json'));
  // Paths are as short there as the analyst sees them.
  const before = process.cwd();
  onTestFinished(() => process.chdir(before));
  process.chdir(folder);
}

/** What each command shows on a screen so wide, one after the other. */
async function show(words: Words, width: number): Promise<Record<string, string>> {
  const shell = { words, outWidth: width, errWidth: width, ...SEMICOLON };
  const seen: Record<string, string> = {};
  for (const [name, command] of Object.entries(SCREENS)) {
    const { exit, out, err } = await listening(given => command(given), shell);
    expect(exit, err).toBe(0);
    seen[name] = `${err}${out}`;
  }
  return seen;
}

test.each([
  ['en', en],
  ['de', de],
] as const)('screens fit 60, 80 and 120 columns: %s', async (language, words) => {
  enterProgramme();
  const screens: Record<string, string> = {};
  const wide: string[] = [];
  for (const width of WIDTHS) {
    for (const [name, seen] of Object.entries(await show(words, width))) {
      wide.push(...seen.split('\n').filter(line => line.length > width));
      screens[name] = `${screens[name] ?? ''}${'='.repeat(width)}\n${seen}\n`;
    }
  }
  for (const [name, seen] of Object.entries(screens)) {
    await expect(seen).toMatchFileSnapshot(join(EXPECTED, `${name}-${language}.txt`));
  }
  expect(wide).toEqual([]);
});
