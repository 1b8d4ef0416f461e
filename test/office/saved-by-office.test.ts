import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { OFFICE, saveByOffice } from '../support/office.ts';
import { runMatch, runVerify, workFolder } from '../support/run.ts';

test('LibreOffice is there', () => expect(OFFICE).toBeDefined());

test('a run is proven each of whose tables LibreOffice saved', async () => {
  const folder = workFolder();
  cpSync('fixtures/model-programme', folder, { recursive: true });
  const [config, out] = [join(folder, 'rmentor.config.json'), join(folder, 'run')];
  expect(await runMatch({ config, out, alternates: 2, workbook: true })).toMatchObject({ exit: 0 });
  const tables = readdirSync(out).filter(name => /\.(?:csv|xlsx)$/u.test(name));
  expect(tables).toEqual(['alternates.csv', 'reserve.csv', 'run.xlsx', 'tandems.csv', 'unmatched.csv']);
  for (const name of tables) saveByOffice(join(out, name));
  expect((await runVerify(out)).out).toMatch(/^PROVEN/u);
});
