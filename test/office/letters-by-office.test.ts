import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { TANDEMS_SHEET, WORKBOOK } from '../../src/domain/run-files.ts';
import { beginHostile, PAYLOADS, runExport } from '../support/hand-over.ts';
import { fillByOffice, mergeByOffice } from '../support/office-macros.ts';
import { filesIn, runMatch, runVerify, workFolder } from '../support/run.ts';
import { readRows } from '../support/run-rows.ts';

const LETTERS = 'fixtures/mail-merge';

/** UPDATE_EXPECTED=1 writes the letters anew. */
test.for(['en', 'de'] as const)(
  "an analyst's path: approved in a workbook, matched, handed over, merged to letters, %s",
  async lang => {
    const folder = workFolder();
    cpSync('fixtures/hand-over', folder, { recursive: true, filter: path => !path.endsWith('expected') });
    const [config, run] = [join(folder, 'rmentor.config.json'), join(folder, 'run')];
    const match = () => runMatch({ config, out: run, workbook: true, lang });
    expect(await match()).toMatchObject({ exit: 0 });
    const [letters, meetings] = [join(folder, 'to-mail'), join(folder, 'to-calendar')];
    expect(await runExport({ folder, run }, { to: 'mail-merge', out: letters }, lang)).toMatchObject({ exit: 2 });

    fillByOffice(join(run, WORKBOOK), { sheet: TANDEMS_SHEET, header: 'status', value: 'approved' }, folder);
    expect(await match()).toMatchObject({ exit: 0 });
    expect((await runVerify(run)).out).toMatch(/^PROVEN/u);
    const rows = readRows(join(run, 'tandems.csv'));
    expect(rows.map(({ status }) => status)).toEqual(rows.map(() => 'approved'));

    const flags = { at: Date.parse('2026-11-03T09:00+01:00'), round: '2026' };
    expect(await runExport({ folder, run }, { to: 'mail-merge', out: letters, with: ['Telefon'] }, lang)).toMatchObject(
      {
        exit: 0,
      },
    );
    expect(await runExport({ folder, run }, { to: 'ics', out: meetings, ...flags }, lang)).toMatchObject({ exit: 0 });
    const calendar = new ICAL.Component(ICAL.parse(filesIn(meetings)['kick-offs.ics']!));
    expect(calendar.getAllSubcomponents('vevent')).toHaveLength(rows.length);

    const merged = mergeByOffice(
      join(letters, 'mentees.xlsx'),
      'mentees',
      join(LETTERS, `letter.${lang}.fodt`),
      folder,
    );
    const golden = join(LETTERS, `letters.${lang}.txt`);
    if (process.env['UPDATE_EXPECTED'] !== undefined) writeFileSync(golden, merged);
    expect(merged).toBe(readFileSync(golden, 'utf8'));
    // Each mentee has a letter, with the address and the mentor of the run.
    for (const row of rows) {
      const letter = merged.split('---\n').find(text => text.includes(row['mentee_email']!))!;
      for (const column of ['mentee_name', 'mentor_name', 'mentor_email']) expect(letter).toContain(row[column]);
    }
  },
);

test('a name that some program would run comes out of a merge as text', async () => {
  const handed = await beginHostile();
  const out = join(handed.folder, 'told');
  expect(await runExport(handed, { to: 'mail-merge', out, includeDraft: true })).toMatchObject({ exit: 0 });
  const letter = join(LETTERS, 'letter.name.fodt');
  const merged = mergeByOffice(join(out, 'mentees.xlsx'), 'mentees', letter, handed.folder);
  const names = merged.split('---\n').map(text => text.replace(/\s+/gu, ' ').trim());
  const expected = PAYLOADS.map(text => `Name: ${text.replace(/\s+/gu, ' ')}.`);
  expect(names.filter(name => name !== '').sort()).toEqual(expected.sort());
});
