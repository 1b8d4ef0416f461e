/** @module-tag slow */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { de } from '../../src/render/words/de/index.ts';
import { runMatch, workFolder } from '../support/run.ts';

/** The sheets of a fixture, in which one mentor has another id. */
function lay(id: string) {
  const folder = workFolder();
  for (const name of ['mentors.csv', 'mentees.csv', 'limits.csv', 'rmentor.config.json']) {
    const text = readFileSync(join('fixtures/explain', name), 'utf8');
    writeFileSync(join(folder, name), text.replaceAll('M1', id));
  }
  return { config: join(folder, 'rmentor.config.json'), out: join(folder, 'run') };
}

test('says once that Excel drops zeros where an id begins with one', async () => {
  const { out } = await runMatch(lay('00417'));
  expect(out.match(/begins with 0/gu)).toHaveLength(1);
  expect(out.replaceAll(/\s+/gu, ' ')).toContain(
    'The id "00417" begins with 0, and Excel drops such zeros. To edit a CSV file in Excel, open it with Data > From Text/CSV and choose Text for the id columns.',
  );
  const german = await runMatch(lay('00417'), { words: de });
  expect(german.out.replaceAll(/\s+/gu, ' ')).toContain('Die ID „00417“ beginnt mit 0');
});

test('says nothing of it where the run has a workbook, in which ids are texts', async () => {
  const { out } = await runMatch({ ...lay('00417'), workbook: true });
  expect(out).toContain('run.xlsx');
  expect(out).not.toContain('begins with 0');
});

test.each(['417', '0', '0a7'])('says nothing of it where Excel leaves an id as it is: %s', async id => {
  expect((await runMatch(lay(id))).out).not.toContain('begins with 0');
});
