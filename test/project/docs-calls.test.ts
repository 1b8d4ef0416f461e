/** @module-tag slow */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sample } from '../../src/sample/sample.ts';
import { tryPage } from '../support/pages.ts';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

/** Pages that say what to type, and the language in which their readers see the program. */
const PAGES = [
  ['README.md', 'en'],
  ['docs/exports.md', 'en'],
  ['docs/guide-analysts.md', 'en'],
  ['docs/guide-ci.md', 'en'],
  ['docs/leitfaden.md', 'de'],
  ['docs/policy.md', 'en'],
  ['docs/results.md', 'en'],
  ['docs/sheets.md', 'en'],
] as const;

test.for(PAGES)('what %s says to type does what it says', async ([file, language]) => {
  const page = { file, text: readFileSync(file, 'utf8') };
  const { faults, renewed } = await tryPage(page, workFolder(), language);
  if (process.env['UPDATE_EXPECTED']) writeFileSync(file, renewed);
  expect(faults).toEqual([]);
});

test('the model programme is what sample makes, and its result is proven', async () => {
  const run = join(workFolder(), 'run');
  const matched = await runMatch({ config: 'fixtures/model-programme/rmentor.config.json', out: run });
  expect(matched).toMatchObject({ exit: 0, out: expect.stringMatching(/limit is used up/u) });
  expect(await runVerify(run)).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
  for (const [name, text] of sample({ mentors: 163, mentees: 224, countries: 17, departments: 12, seed: 7 })) {
    expect(readFileSync(join('fixtures/model-programme', name), 'utf8')).toBe(text);
  }
});
