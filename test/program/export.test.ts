/** @module-tag slow */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { EXPORT_TOOLS, type ExportTool } from '../../src/domain/hand-over.ts';
import { readWorkbook } from '../../src/io/workbook.ts';
import { formulasIn } from '../support/formulas.ts';
import {
  beginApproved,
  beginHostile,
  beginRun,
  decideAll,
  type HandedRun,
  PAYLOADS,
  readFiles,
  runExport,
} from '../support/hand-over.ts';
import {
  type Imported,
  importToBrevo,
  importToListmonk,
  importToMailchimp,
  importToNotify,
  sendBySendgrid,
} from '../support/importers.ts';
import { filesIn, runMatch } from '../support/run.ts';
import { readRows } from '../support/run-rows.ts';

/** What drafts and calendars ask for besides. */
const MEETING = { at: Date.parse('2026-11-03T08:00Z'), round: '2026', organiser: 'hr@example.org' };

const told = ({ folder }: HandedRun) => join(folder, 'told');

/** The pairs of a run's tandems.csv, by addresses. */
function pairsIn({ run }: HandedRun): string[] {
  return readRows(join(run, 'tandems.csv')).map(row => `${row['mentor_email']} ${row['mentee_email']}`);
}

describe('only what people decided is handed over', () => {
  test('where nothing is approved, nothing is written, and both ways out are named', async () => {
    const handed = await beginRun();
    const { exit, err } = await runExport(handed, { to: 'csv' });
    expect(exit).toBe(2);
    expect(err.replaceAll(handed.run, 'run')).toBe(
      'no tandem in run is approved; nothing was written\nWrite approved in the column status of run/tandems.csv, or add --include-draft to export 4 tandems as they are.\n',
    );
    expect([existsSync(told(handed)), existsSync(join(handed.folder, 'handed-over.json'))]).toEqual([false, false]);
  });

  test('drafts and declined tandems are not in it, nor are their people among those without', async () => {
    const handed = await beginRun();
    const status: Readonly<Record<string, string>> = { 'm1 e1': 'approved', 'm2 e2': 'declined' };
    decideAll(handed, ids => status[ids] ?? 'draft');
    const audience = ['mentors', 'mentees', 'unmatched-mentors', 'unmatched-mentees'] as const;
    expect(await runExport(handed, { to: 'csv', audience })).toMatchObject({ exit: 0 });
    const files = filesIn(told(handed));
    expect(Object.keys(files)).toEqual([
      'HAND-OVER.md',
      'mentees.csv',
      'mentors.csv',
      'tandems.csv',
      'unmatched-mentees.csv',
      'unmatched-mentors.csv',
    ]);
    const named = (file: string) => readRows(join(told(handed), file)).map(({ name }) => name);
    expect(named('mentors.csv')).toEqual(['Ada Brandt']);
    expect(named('mentees.csv')).toEqual(['Eva Lind']);
    expect(named('unmatched-mentees.csv')).toEqual(['Ida Nagy']);
    expect(files['HAND-OVER.md']).toContain(
      '- 2 tandems not yet approved. Their people are told nothing.\n- 1 tandem declined.',
    );
  });

  test('drafts are in it where the call says so, and it is told', async () => {
    const handed = await beginRun();
    const { exit, out } = await runExport(handed, { to: 'json', includeDraft: true });
    expect([exit, out]).toEqual([0, expect.stringContaining('Attention: 4 tandems in them are not approved.')]);
    expect(filesIn(told(handed))['HAND-OVER.md']).toContain('**Attention: 4 tandems in these files are not approved.');
  });

  test('who withdrew is in none', async () => {
    const handed = await beginRun();
    const path = join(handed.folder, 'mentees.csv');
    const rows = readFileSync(path, 'utf8').trimEnd().split('\n');
    writeFileSync(
      path,
      rows.map((row, at) => `${row};${at === 0 ? 'status' : at === 5 ? 'withdrawn' : ''}`).join('\n'),
    );
    await runMatch({ config: join(handed.folder, 'rmentor.config.json'), out: handed.run });
    decideAll(handed, () => 'approved');
    const audience = ['mentees', 'unmatched-mentees'] as const;
    expect(await runExport(handed, { to: 'json', audience })).toMatchObject({ exit: 0 });
    expect(filesIn(told(handed))['hand-over.json']).not.toContain('Ida Nagy');
  });

  test('a run whose sheets have changed is refused', async () => {
    const handed = await beginApproved();
    const path = join(handed.folder, 'mentees.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Eva Lind', 'Eva Lindt'));
    expect(await runExport(handed, { to: 'csv' })).toMatchObject({ exit: 2 });
    expect(existsSync(told(handed))).toBe(false);
  });
});

describe('the folder', () => {
  test('with other things in it is refused, and so is that of the run, with force too', async () => {
    const handed = await beginApproved();
    mkdirSync(told(handed));
    writeFileSync(join(told(handed), 'mentors.csv'), 'mine');
    expect(await runExport(handed, { to: 'csv' })).toMatchObject({ exit: 2 });
    expect(filesIn(told(handed))).toEqual({ 'mentors.csv': 'mine' });
    const before = filesIn(handed.run);
    expect(await runExport(handed, { to: 'csv', out: handed.run })).toMatchObject({ exit: 2 });
    expect(await runExport(handed, { to: 'csv', out: handed.run, force: true })).toMatchObject({ exit: 2 });
    expect(filesIn(handed.run)).toEqual(before);
    expect(await runExport(handed, { to: 'csv', out: handed.folder, force: true })).toMatchObject({ exit: 2 });
  });

  test('with an earlier hand-over is replaced as a whole; a dry run writes nothing, nor that anybody knows', async () => {
    const handed = await beginApproved();
    expect(await runExport(handed, { to: 'sendgrid', record: false })).toMatchObject({ exit: 0 });
    const before = filesIn(told(handed));
    expect(Object.keys(before)).toEqual(['HAND-OVER.md', 'mentees.json', 'mentors.json']);
    const dry = await runExport(handed, { to: 'chat', dryRun: true });
    expect([dry.exit, filesIn(told(handed))]).toEqual([0, before]);
    expect(dry.out).toMatch(/^Nothing was written\./u);
    expect(existsSync(join(handed.folder, 'handed-over.json'))).toBe(false);
    expect(await runExport(handed, { to: 'chat' })).toMatchObject({ exit: 0 });
    expect(readdirSync(told(handed)).sort()).toEqual(['HAND-OVER.md', 'pairs.csv', 'pairs.xlsx']);
  });
});

/** What each program makes of a file about people; null for those that take tandems, or anything. */
const IMPORTERS: Readonly<Record<ExportTool, ((name: string, bytes: Uint8Array) => Imported | null) | null>> = {
  'mail-merge': null,
  mailchimp: (_, bytes) => importToMailchimp(bytes),
  brevo: (_, bytes) => importToBrevo(bytes),
  sendgrid: (_, bytes) => sendBySendgrid(bytes),
  listmonk: (_, bytes) => importToListmonk(bytes),
  notify: (_, bytes) => importToNotify(bytes, ['name', 'role', 'department', 'country', 'tandems', 'partners']),
  chronus: null,
  eml: null,
  ics: null,
  vcard: null,
  chat: null,
  json: null,
  csv: null,
};

/** Reads every file of a hand-over as the program would: who is in it, by file. */
async function importAll(handed: HandedRun, to: ExportTool) {
  const read = IMPORTERS[to];
  expect(await runExport(handed, { to })).toMatchObject({ exit: 0 });
  const files = Object.entries(readFiles(told(handed))).filter(([name]) => name !== 'HAND-OVER.md');
  return files.map(([name, bytes]) => ({ name, ...read!(name, bytes)! }));
}

describe('each program takes all that it is handed, and everybody once', () => {
  test.for(EXPORT_TOOLS.filter(tool => IMPORTERS[tool] !== null))('%s', async to => {
    const handed = await beginApproved();
    const sheets = await importAll(handed, to);
    expect(sheets.map(({ faults }) => faults)).toEqual([[], []]);
    const side = (at: number) => [...new Set(pairsIn(handed).map(pair => pair.split(' ')[at]))].sort();
    const addresses = sheets.map(({ people }) => people.map(({ email }) => email).sort());
    expect(addresses).toEqual([side(1), side(0)]);
  });

  test('listmonk and SendGrid get partners as a list, Notify as cells of one name', async () => {
    const handed = await beginApproved();
    const [, mentors] = await importAll(handed, 'listmonk');
    const ada = mentors!.people.find(({ email }) => email === 'ada.brandt@example.org');
    const partners = pairsIn(handed)
      .filter(pair => pair.startsWith('ada.brandt'))
      .map(pair => pair.split(' ')[1]);
    expect(ada).toMatchObject({ attributes: { partners: partners.map(email => expect.objectContaining({ email })) } });
    expect(partners.length).toBeGreaterThan(1);
    const [, notified] = await importAll(handed, 'notify');
    const cells = notified!.people.find(({ email }) => email === 'ada.brandt@example.org')?.['partners'] as string[];
    expect(cells.map(cell => cell.split(', ').at(-1))).toEqual(partners);
    const [, sent] = await importAll(handed, 'sendgrid');
    expect(sent!.people.find(({ email }) => email === 'ada.brandt@example.org')).toMatchObject({
      data: { name: 'Ada Brandt', partners: partners.map(email => expect.objectContaining({ email })) },
    });
  });

  test('Chronus and chats get the two addresses of each tandem', async () => {
    const handed = await beginApproved();
    await runExport(handed, { to: 'chronus' });
    const [header, ...rows] = parse(readFileSync(join(told(handed), 'connections.csv'))) as string[][];
    expect(header).toEqual(['Mentor Email Address', 'Mentee Email Address', 'Mentoring Connection Name']);
    expect(rows.map(([mentor, mentee]) => `${mentor} ${mentee}`)).toEqual(pairsIn(handed));
    await runExport(handed, { to: 'chat' });
    const path = join(told(handed), 'pairs.xlsx');
    const [sheet] = readWorkbook(path, readFileSync(path)).value!.sheets;
    const lines = readFileSync(join(told(handed), 'pairs.csv'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(sheet!.rows.map(row => row.join(','))).toEqual(lines);
    expect(lines.slice(1).map(line => line.replace(',', ' '))).toEqual(pairsIn(handed));
  });
});

describe('a workbook', () => {
  test.for([
    ['mail-merge', 'mentors.xlsx', 'Mentors'],
    ['mail-merge', 'unmatched-mentees.xlsx', 'UnmatchedMentees'],
    ['chat', 'pairs.xlsx', 'Pairs'],
  ] as const)('of %s is one sheet with one Excel table over all of it: %s', async ([to, name, title]) => {
    const handed = await beginApproved();
    expect(await runExport(handed, { to, audience: ['mentors', 'unmatched-mentees'] })).toMatchObject({ exit: 0 });
    const bytes = readFileSync(join(told(handed), name));
    const { rows } = readWorkbook(name, bytes).value!.sheets[0]!;
    const parts = Object.entries(unzipSync(bytes)).map(
      ([path, part]) => [path, new TextDecoder().decode(part)] as const,
    );
    const tables = parts.filter(([path]) => path.startsWith('xl/tables/'));
    expect([tables.length, parts.filter(([path]) => path.startsWith('xl/worksheets/sheet')).length]).toEqual([1, 1]);
    const [, table] = tables[0]!;
    const read = (pattern: RegExp) => [...table.matchAll(pattern)].map(([, value]) => value);
    expect(read(/<table [^>]*displayName="([^"]*)"/gu)).toEqual([title]);
    const [last] = read(/<table [^>]*ref="A1:([A-Z]+)\d+"/gu);
    expect(read(/<table [^>]*ref="A1:[A-Z]+(\d+)"/gu)).toEqual([String(rows.length)]);
    const columns = [...last!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    expect([columns, read(/<tableColumn [^>]*name="([^"]*)"/gu)]).toEqual([rows[0]!.length, rows[0]]);
  });
});

describe('what some program would run', () => {
  test('is no formula in what people open, at any separator; addresses and phone numbers stay', async () => {
    const handed = await beginHostile();
    expect(await runExport(handed, { to: 'csv', includeDraft: true, with: ['phone', 'own'] })).toMatchObject({
      exit: 0,
    });
    const files = Object.entries(filesIn(told(handed))).filter(([name]) => name.endsWith('.csv'));
    for (const [name, text] of files) {
      expect([name, formulasIn(text).filter(cell => !/^\+49 30 \d{3}$/u.test(cell))]).toEqual([name, []]);
    }
    expect(readRows(join(told(handed), 'mentors.csv')).map(({ phone }) => phone)).toContain('+49 30 100');
    expect(files.map(([, text]) => text).join()).toContain(`"'=HYPERLINK`);
  });

  test.for(['mailchimp', 'brevo', 'sendgrid', 'listmonk', 'notify'] as const)(
    'is for %s as it is in the sheets, byte for byte',
    async to => {
      const handed = await beginHostile();
      expect(await runExport(handed, { to, includeDraft: true, with: ['own'] })).toMatchObject({ exit: 0 });
      const read = IMPORTERS[to]!;
      const sheets = Object.entries(readFiles(told(handed))).filter(([name]) => name !== 'HAND-OVER.md');
      for (const [name, bytes] of sheets) {
        const { people, faults } = read(name, bytes)!;
        expect(faults).toEqual([]);
        const names = people.map(person => JSON.stringify(person));
        const missing = PAYLOADS.filter(text => !names.some(one => one.includes(JSON.stringify(text).slice(1, -1))));
        expect(missing).toEqual([]);
      }
    },
  );

  test('is text in a workbook', async () => {
    const handed = await beginHostile();
    expect(await runExport(handed, { to: 'mail-merge', includeDraft: true })).toMatchObject({ exit: 0 });
    const path = join(told(handed), 'mentors.xlsx');
    const [sheet] = readWorkbook(path, readFileSync(path)).value!.sheets;
    const at = sheet!.rows[0]!.indexOf('name');
    expect(sheet!.rows.slice(1).map(row => row[at])).toEqual(
      [...PAYLOADS.keys()]
        .map(index => `m${index}`)
        .sort()
        .map(id => PAYLOADS[Number(id.slice(1))]),
    );
    expect(sheet!.unknown).toEqual([]);
  });

  test('is in no line of the screen, and in no page', async () => {
    const handed = await beginHostile();
    const { out, err } = await runExport(handed, { to: 'csv', includeDraft: true });
    const page = filesIn(told(handed))['HAND-OVER.md']!;
    for (const text of PAYLOADS) expect([out, err, page].filter(one => one.includes(text))).toEqual([]);
  });
});

/** What a run says that is for HR alone, and that no export may tell. */
test('notes, reasons, vetoes, bans and evidence are in no export', async () => {
  const handed = await beginRun();
  const { folder, run } = handed;
  const path = join(folder, 'mentees.csv');
  const rows = readFileSync(path, 'utf8').trimEnd().split('\n');
  const vetoed = rows.map((row, at) => `${row};${at === 0 ? 'not_with;priority' : at === 1 ? 'm3;71' : ';'}`);
  writeFileSync(path, vetoed.join('\n'));
  writeFileSync(
    join(folder, 'pairs.csv'),
    'mentor,mentee,action,reason\nm1,e1,lock,SECRET-LOCK\nm2,e4,ban,SECRET-BAN\n',
  );
  await runMatch({ config: join(folder, 'rmentor.config.json'), pairs: join(folder, 'pairs.csv'), out: run });
  const tandems = join(run, 'tandems.csv');
  expect(readFileSync(tandems, 'utf8')).toContain('SECRET-LOCK');
  decideAll(handed, () => 'approved');
  for (const to of EXPORT_TOOLS) {
    const audience = ['mentors', 'mentees', 'unmatched-mentors', 'unmatched-mentees'] as const;
    expect(await runExport(handed, { to, audience, ...MEETING })).toMatchObject({ exit: 0 });
    for (const [name, text] of Object.entries(filesIn(told(handed)))) {
      expect([to, name, text.match(/SECRET-\w+|not_with|priority|cheapest_fix|evidence/gu)]).toEqual([to, name, null]);
    }
  }
});

/** UPDATE_EXPECTED=1 writes them anew. */
describe('golden files', () => {
  const cases = (['en', 'de'] as const).flatMap(language => EXPORT_TOOLS.map(to => ({ language, to })));

  test.for(cases)('of $to, $language', async ({ language, to }) => {
    const handed = await beginApproved();
    const flags = { to, ...MEETING, with: ['telefon'], audience: ['mentors', 'mentees', 'unmatched-mentees'] as const };
    expect(await runExport(handed, flags, language)).toMatchObject({ exit: 0 });
    const files = Object.entries(readFiles(told(handed))).map(
      ([name, bytes]) => [name, showFile(name, bytes)] as const,
    );
    const golden = join('fixtures/hand-over/expected', language, to);
    if (process.env['UPDATE_EXPECTED'] !== undefined) {
      mkdirSync(golden, { recursive: true });
      for (const [name, text] of files) writeFileSync(join(golden, goldenName(name)), text);
    }
    expect(readdirSync(golden).sort()).toEqual(files.map(([name]) => goldenName(name)).sort());
    for (const [name, text] of files) expect(text).toBe(readFileSync(join(golden, goldenName(name)), 'utf8'));
  });
});

/** Workbooks are kept as the cells that they have. */
const goldenName = (name: string) => (name.endsWith('.xlsx') ? `${name}.txt` : name);

function showFile(name: string, bytes: Uint8Array): string {
  if (!name.endsWith('.xlsx')) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const sheets = readWorkbook(name, bytes).value!.sheets;
  return sheets
    .map(sheet => [sheet.name, ...sheet.rows.map(row => row.join(' | '))].join('\n'))
    .join('\n\n')
    .concat('\n');
}

test('the same run gives the same bytes', async () => {
  for (const to of EXPORT_TOOLS) {
    const [one, other] = [await beginApproved(), await beginApproved()];
    await runExport(one, { to, ...MEETING });
    await runExport(other, { to, ...MEETING });
    expect(readFiles(told(one))).toEqual(readFiles(told(other)));
  }
});
