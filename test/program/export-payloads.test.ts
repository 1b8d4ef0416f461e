/** @module-tag slow */

import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { AUDIENCES, EXPORT_TOOLS, type ExportTool } from '../../src/domain/hand-over.ts';
import { readWorkbook } from '../../src/io/workbook.ts';
import { FORMATS } from '../../src/render/export/formats.ts';
import { commandsIn } from '../support/ci-commands.ts';
import { formulasIn } from '../support/formulas.ts';
import { beginHostile, type HandedRun, PAYLOADS, readFiles, runExport } from '../support/hand-over.ts';

const MEETING = { at: Date.parse('2026-11-03T08:00Z'), round: '2026', organiser: 'hr@example.org' };
const ASKED = { includeDraft: true, with: ['own', 'phone'], audience: [...AUDIENCES], ...MEETING };

type Read = (name: string, bytes: Uint8Array) => readonly string[] | Promise<readonly string[]>;

const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);
const listTexts = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(listTexts)
      : [];
const readCsv =
  (delimiter: string): Read =>
  (_, bytes) =>
    (parse(decode(bytes), { delimiter }) as string[][]).flat();
const readJson: Read = (_, bytes) => listTexts(JSON.parse(decode(bytes)));
const readBook: Read = (name, bytes) => {
  const { sheets } = readWorkbook(name, bytes).value!;
  expect(sheets.map(({ unknown }) => unknown)).toEqual(sheets.map(() => []));
  return sheets.flatMap(({ rows }) => rows.flat());
};
const readMail: Read = async (_, bytes) => {
  const { subject = '', text = '', to = [] } = await new PostalMime().parse(bytes);
  return [subject, text, ...to.map(({ name }) => name)];
};
const readCalendar: Read = (_, bytes) =>
  new ICAL.Component(ICAL.parse(decode(bytes))).getAllSubcomponents('vevent').map(one => new ICAL.Event(one).summary);
/** ical.js reads address books too: https://github.com/kewisch/ical.js/wiki/Parsing-vCard */
const readCards: Read = (_, bytes) => listTexts(ICAL.parse(decode(bytes)));

/** What each program reads of a file: its texts. A new program asks for its own. */
const READERS: Readonly<Record<ExportTool, Read>> = {
  'mail-merge': readBook,
  mailchimp: readCsv(','),
  brevo: readCsv(';'),
  sendgrid: readJson,
  listmonk: (_, bytes) => {
    const rows = parse(decode(bytes)) as string[][];
    return rows
      .slice(1)
      .flatMap(([email = '', name = '', attributes = '']) => [email, name, ...listTexts(JSON.parse(attributes))]);
  },
  notify: readCsv(','),
  chronus: readCsv(','),
  eml: readMail,
  ics: readCalendar,
  vcard: readCards,
  chat: (name, bytes) => (name.endsWith('.xlsx') ? readBook : readCsv(','))(name, bytes),
  json: readJson,
  csv: readCsv(';'),
};

/** Whether texts are kept byte for byte, on one line, or so that no spreadsheet runs them; chats get addresses alone. */
const KEPT: Readonly<Record<ExportTool, 'exact' | 'on a line' | 'for people' | 'none'>> = {
  ...{
    'mail-merge': 'exact',
    mailchimp: 'exact',
    brevo: 'exact',
    sendgrid: 'exact',
    listmonk: 'exact',
    notify: 'exact',
  },
  ...{ chronus: 'exact', eml: 'on a line', ics: 'on a line', vcard: 'on a line', chat: 'none', json: 'exact' },
  csv: 'for people',
};

const PLAIN = {
  exact: (text: string) => text,
  'on a line': (text: string) => text.replace(/[\t\n\r]+/gu, ' '),
  'for people': (text: string) => text.replaceAll("'", ''),
  none: (text: string) => text,
};

async function handOver(handed: HandedRun, to: ExportTool, more: object = {}) {
  const said = await runExport(handed, { to, ...ASKED, ...more });
  expect([said.exit, said.exit === 0 ? '' : said.err]).toEqual([0, '']);
  const { 'HAND-OVER.md': page, ...files } = readFiles(join(handed.folder, 'told'));
  return { ...said, page: decode(page!), files: Object.entries(files) };
}

describe.each(EXPORT_TOOLS)('what some program would run, handed over to %s', to => {
  test('is in the files as the program is to have it, and nowhere else', async () => {
    const handed = await beginHostile();
    const { out, err, page, files } = await handOver(handed, to);
    const read = await Promise.all(files.map(async ([name, bytes]) => READERS[to](name, bytes)));
    const texts = read.flat();
    expect(texts.length).toBeGreaterThan(PAYLOADS.length);
    const plain = PLAIN[KEPT[to]];
    const found = texts.map(plain);
    const isPart = KEPT[to] === 'on a line' || to === 'chronus';
    const missing = PAYLOADS.map(plain).filter(
      text => !found.some(one => (isPart ? one.includes(text) : one === text)),
    );
    expect(missing).toEqual(KEPT[to] === 'none' ? PAYLOADS : []);
    expect(PAYLOADS.filter(text => [out, err, page].some(one => one.includes(text)))).toEqual([]);
    expect([out, err, page].flatMap(commandsIn)).toEqual([]);
  });

  test('is no formula in what people open, and no command in what --json prints', async () => {
    const handed = await beginHostile();
    const { out, files } = await handOver(handed, to, { json: true });
    expect(JSON.parse(out)).toMatchObject({ tool: to, written: true });
    expect(commandsIn(out)).toEqual([]);
    if (!FORMATS[to].limits.isForPeople) return;
    const isNumber = (cell: string) => /^\+49 30 \d{3}$/u.test(cell);
    for (const [name, bytes] of files) {
      expect([name, formulasIn(decode(bytes)).filter(cell => !isNumber(cell))]).toEqual([name, []]);
    }
  });
});
