/** @module-tag slow */

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import PostalMime from 'postal-mime';
import vcf from 'vcf';
import { describe, expect, test } from 'vitest';
import { dropCommand } from '../../src/commands/drop.ts';
import { AUDIENCES, EXPORT_TOOLS } from '../../src/domain/hand-over.ts';
import {
  beginApproved,
  beginHostile,
  beginRun,
  decideAll,
  type HandedRun,
  PAYLOADS,
  runExport,
} from '../support/hand-over.ts';
import { filesIn, listening, runMatch } from '../support/run.ts';
import { readRows } from '../support/run-rows.ts';

const AT = Date.parse('2026-11-03T09:00:00+01:00');
const INVITING = { at: AT, round: '2026', organiser: 'hr@example.org', programme: 'Digital Tandem' };
const told = ({ folder }: HandedRun) => join(folder, 'told');

/** The drafts of a hand-over whose files begin so, as a mail program reads them. */
async function readMails(handed: HandedRun, start: string) {
  const names = readdirSync(told(handed))
    .filter(name => name.startsWith(`${start}-`) && name.endsWith('.eml'))
    .sort();
  return Promise.all(names.map(async name => new PostalMime().parse(readFileSync(join(told(handed), name)))));
}

/** An event as a calendar reads it. */
function readEvents(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map(component => {
    const event = new ICAL.Event(component);
    return {
      method: calendar.getFirstPropertyValue('method'),
      status: component.getFirstPropertyValue('status'),
      uid: event.uid,
      sequence: event.sequence,
      start: event.startDate.toString(),
      title: event.summary,
      organiser: event.organizer,
      people: event.attendees.map(attendee => [attendee.getParameter('cn'), attendee.getFirstValue()]),
    };
  });
}

function calendarOf({ attachments }: Awaited<ReturnType<typeof readMails>>[number]): string {
  const part = attachments.find(({ mimeType }) => mimeType === 'text/calendar');
  return typeof part?.content === 'string' ? part.content : new TextDecoder().decode(part?.content);
}

describe('drafts of mails', () => {
  test('are one a person, a draft each, to that person alone and about their partners', async () => {
    const handed = await beginApproved();
    expect(await runExport(handed, { to: 'eml' })).toMatchObject({ exit: 0 });
    const rows = readRows(join(handed.run, 'tandems.csv'));
    for (const side of ['mentor', 'mentee'] as const) {
      const other = side === 'mentor' ? 'mentee' : 'mentor';
      const mails = await readMails(handed, side);
      const addresses = mails.map(({ to }) => to!.map(({ address }) => address).join());
      expect(addresses.sort()).toEqual([...new Set(rows.map(row => row[`${side}_email`]))].sort());
      for (const mail of mails) {
        expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1');
        expect([mail.date, mail.messageId, mail.cc, mail.bcc]).toEqual([undefined, undefined, undefined, undefined]);
        const partners = rows.filter(row => row[`${side}_email`] === mail.to![0]!.address);
        for (const row of partners) expect(mail.text).toContain(`${row[`${other}_email`]}`);
        expect(mail.text!.match(/@/gu)).toHaveLength(partners.length);
        expect(mail.text).not.toMatch(/[{}]/u);
      }
    }
    const [mentor, mentee] = [(await readMails(handed, 'mentor'))[0]!, (await readMails(handed, 'mentee'))[0]!];
    expect(mentor.text).not.toBe(mentee.text);
  });

  test('have starter letters for every audience in both languages, which are not written over', async () => {
    for (const language of ['en', 'de'] as const) {
      const handed = await beginApproved();
      const flags = { to: 'eml', writeLetters: true } as const;
      expect(await runExport(handed, flags, language)).toMatchObject({ exit: 0 });
      const letters = filesIn(join(handed.folder, 'letters'));
      expect(AUDIENCES.filter(audience => !(`${audience}.txt` in letters))).toEqual([]);
      expect(new Set(Object.values(letters).map(text => text.split('\n')[0]!.split(':')[0]))).toEqual(
        new Set([language === 'en' ? 'Subject' : 'Betreff']),
      );
      writeFileSync(
        join(handed.folder, 'letters', 'mentors.txt'),
        'Subject: Mine\n\nHello {Telefon}, {kick_off}: {former_partners}\n',
      );
      expect(await runExport(handed, flags, language)).toMatchObject({ exit: 0 });
      expect(filesIn(join(handed.folder, 'letters'))['mentors.txt']).toContain('Mine');
      const gap = await runExport(handed, { to: 'eml' }, 'en');
      expect([gap.exit, existsSync(told(handed))]).toEqual([2, false]);
      expect(gap.err).toMatch(
        /nothing for \{kick_off\} in the letter to Ada Brandt and 2 other people[\s\S]*\{former_partners\}/u,
      );
      writeFileSync(join(handed.folder, 'letters', 'mentors.txt'), 'Subject: Mine\n\nHello {Telefon}, {kick_off}\n');
      expect(await runExport(handed, { to: 'eml', ...INVITING })).toMatchObject({ exit: 0 });
      expect((await readMails(handed, 'mentor'))[0]).toMatchObject({
        subject: 'Mine',
        text: expect.stringMatching(/^Hello \+49 221 5551, 2026-11-03 08:00 UTC\r?\n$/u),
      });
    }
  });

  test('let nothing of a sheet into a header but the name and the address of who gets it', async () => {
    const handed = await beginHostile();
    mkdirSync(join(handed.folder, 'letters'));
    for (const group of ['mentors', 'mentees']) {
      writeFileSync(
        join(handed.folder, 'letters', `${group}.txt`),
        'Subject: {name} {own} {partner_names}\n\n{name}\n{own}\n',
      );
    }
    expect(await runExport(handed, { to: 'eml', includeDraft: true, ...INVITING })).toMatchObject({ exit: 0 });
    const keys = ['content-transfer-encoding', 'content-type', 'from', 'mime-version', 'subject', 'to', 'x-unsent'];
    for (const start of ['mentor', 'mentee', 'tandem']) {
      const mails = await readMails(handed, start);
      expect(mails).toHaveLength(PAYLOADS.length);
      for (const mail of mails) {
        const found = mail.headers.map(({ key }) => key);
        expect(found.filter(key => !keys.includes(key) || found.indexOf(key) !== found.lastIndexOf(key))).toEqual([]);
        const people = start === 'tandem' ? 2 : 1;
        expect(mail.to!.map(({ address }) => /^[em]\d+@example\.org$/u.test(address!))).toEqual(
          Array(people).fill(true),
        );
      }
      const names = new Set(mails.flatMap(({ to }) => to!.map(({ name }) => name)));
      const lines = PAYLOADS.map(text => text.replace(/\s+/gu, ' '));
      expect(lines.filter(name => !names.has(name))).toEqual([]);
    }
    for (const name of readdirSync(told(handed)).filter(file => file.endsWith('.eml'))) {
      const header = readFileSync(join(told(handed), name), 'latin1').split('\r\n\r\n')[0]!;
      expect([name, /[^\t\r\n -~]/u.test(header), /(?<!\r)\n/u.test(header)]).toEqual([name, false, false]);
    }
  });
});

describe('first meetings', () => {
  test('to import are published in UTC, a file a tandem and one with all', async () => {
    const handed = await beginApproved();
    expect(await runExport(handed, { to: 'ics', at: AT, round: '2026' })).toMatchObject({ exit: 0 });
    const files = filesIn(told(handed));
    const all = readEvents(files['kick-offs.ics']!);
    const rows = readRows(join(handed.run, 'tandems.csv'));
    expect(all.map(({ title }) => title)).toEqual(
      rows.map(row => `First meeting: ${row['mentor_name']} & ${row['mentee_name']}`),
    );
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(rows.length);
    for (const event of all) {
      expect(event).toMatchObject({
        method: 'PUBLISH',
        start: '2026-11-03T08:00:00Z',
        sequence: 0,
        organiser: null,
        people: [],
      });
    }
    expect(rows.map((_, at) => readEvents(files[`tandem-${at + 1}.ics`]!)[0])).toEqual(all);
    for (const text of Object.values(files).filter(one => one.startsWith('BEGIN:'))) {
      expect(text.split('\r\n').filter(line => Buffer.byteLength(line) > 75 || line.includes('\n'))).toEqual([]);
    }
  });

  test('are invitations in mails alone, to both, with the method of the mail', async () => {
    const handed = await beginApproved();
    expect(await runExport(handed, { to: 'eml', ...INVITING })).toMatchObject({ exit: 0 });
    const rows = readRows(join(handed.run, 'tandems.csv'));
    const mails = await readMails(handed, 'tandem');
    expect(mails).toHaveLength(rows.length);
    for (const mail of mails) {
      const [event] = readEvents(calendarOf(mail));
      expect(event).toMatchObject({ method: 'REQUEST', status: 'CONFIRMED', organiser: 'mailto:hr@example.org' });
      expect(event!.people.map(([, address]) => String(address).replace(/^mailto:/iu, ''))).toEqual(
        mail.to!.map(({ address }) => address),
      );
      expect(mail.from?.address).toBe('hr@example.org');
    }
    for (const name of readdirSync(told(handed)).filter(file => file.startsWith('tandem-'))) {
      expect(readFileSync(join(told(handed), name), 'latin1')).toMatch(
        /Content-Type: text\/calendar; charset=utf-8; method=REQUEST/u,
      );
    }
  });

  test('grow in sequence where the time changes, are cancelled where a tandem ended, and are others in another round', async () => {
    const handed = await beginApproved();
    const send = async (more: object = {}) => {
      expect(await runExport(handed, { to: 'eml', ...INVITING, ...more })).toMatchObject({ exit: 0 });
      return (await readMails(handed, 'tandem')).map(mail => readEvents(calendarOf(mail))[0]!);
    };
    const first = await send();
    expect(await send()).toEqual(first);
    const later = await send({ at: AT + 3_600_000 });
    expect(later).toEqual(first.map(event => ({ ...event, sequence: 1, start: '2026-11-03T09:00:00Z' })));
    const next = await send({ round: '2027', record: false });
    expect(next.filter(({ uid }) => first.some(event => event.uid === uid))).toEqual([]);
    const said = await listening(shell => dropCommand(['m3'], { from: handed.run, quiet: true }, shell));
    expect(said.exit).toBe(0);
    decideAll(handed, () => 'approved');
    expect(await send({ since: true, at: AT + 3_600_000 })).toEqual([]);
    const [off, ...others] = await readMails(handed, 'cancel');
    const [event] = readEvents(calendarOf(off!));
    const before = later.find(({ title }) => title.includes('Cem'))!;
    expect(event).toMatchObject({ method: 'CANCEL', status: 'CANCELLED', uid: before.uid, sequence: 2 });
    expect([off!.to!.map(({ address }) => address), others]).toEqual([['joerg.simic@example.org'], []]);
    expect(off!.subject).toMatch(/^Cancelled: /u);
  });

  test('are refused without a time, a round or somebody who invites', async () => {
    const handed = await beginApproved();
    for (const [flags, missing] of [
      [{ to: 'ics' }, '--at'],
      [{ to: 'ics', at: AT }, '--round'],
      [{ to: 'eml', at: AT, round: '1' }, '--organiser'],
    ] as const) {
      const { exit, err } = await runExport(handed, flags);
      expect([exit, err]).toEqual([2, expect.stringContaining(`${missing} is missing`)]);
    }
  });

  test('have no text of a sheet but as a text', async () => {
    const handed = await beginHostile();
    expect(await runExport(handed, { to: 'ics', at: AT, round: '1', includeDraft: true })).toMatchObject({ exit: 0 });
    const events = readEvents(filesIn(told(handed))['kick-offs.ics']!);
    const titles = events.map(({ title }) => title).join('\n');
    expect(PAYLOADS.map(text => text.replace(/\s+/gu, ' ')).filter(text => !titles.includes(text))).toEqual([]);
    expect(events).toHaveLength(PAYLOADS.length);
  });
});

describe('address books', () => {
  test('have a card a person, with what is asked for', async () => {
    const handed = await beginApproved();
    expect(await runExport(handed, { to: 'vcard', with: ['Telefon'] })).toMatchObject({ exit: 0 });
    const cards = vcf.parse(readFileSync(join(told(handed), 'mentors.vcf'), 'utf8'));
    expect(cards.map(card => card.get('fn').valueOf())).toEqual(['Ada Brandt', "Ben O'Konor", 'Cem Aydın']);
    expect(cards.map(card => card.get('email').valueOf())).toEqual([
      ...['ada.brandt@example.org', 'ben.okonor@example.org', 'cem.aydin@example.org'],
    ]);
    expect(cards.map(card => card.get('tel').valueOf())).toEqual(['+49 221 5551', '+44 20 5552', '0151 5553']);
    expect(readFileSync(join(told(handed), 'mentors.vcf'), 'utf8')).not.toMatch(/^REV/mu);
  });

  test('have no text of a sheet but as a text', async () => {
    const handed = await beginHostile();
    expect(await runExport(handed, { to: 'vcard', includeDraft: true, with: ['phone'] })).toMatchObject({ exit: 0 });
    const text = readFileSync(join(told(handed), 'mentors.vcf'), 'utf8');
    const keys = new Set(
      text
        .split('\r\n')
        .filter(line => line !== '' && !line.startsWith(' '))
        .map(line => line.split(/[:;]/u)[0]),
    );
    expect([...keys].sort()).toEqual(['BEGIN', 'EMAIL', 'END', 'FN', 'N', 'ORG', 'PRODID', 'TEL', 'VERSION']);
    expect(vcf.parse(text)).toHaveLength(PAYLOADS.length);
  });
});

/** A run with a note on each tandem, a pair that is banned and a mentee who vetoed a mentor; and letters for it. */
async function beginNoted(letters: Readonly<Record<string, string>>): Promise<HandedRun> {
  const handed = await beginRun();
  const { folder, run } = handed;
  const mentees = join(folder, 'mentees.csv');
  const rows = readFileSync(mentees, 'utf8').trimEnd().split('\n');
  writeFileSync(mentees, rows.map((row, at) => `${row};${at === 0 ? 'not_with' : at === 1 ? 'm3' : ''}`).join('\n'));
  writeFileSync(join(folder, 'pairs.csv'), 'mentor,mentee,action,reason\nm2,e4,ban,SECRET-BAN\n');
  await runMatch({ config: join(folder, 'rmentor.config.json'), pairs: join(folder, 'pairs.csv'), out: run });
  decideAll(handed, ids => `approved;NOTE for ${ids}`);
  // The status is followed by the note.
  const path = join(run, 'tandems.csv');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/(NOTE for [em\d ]+);/gu, '$1'));
  mkdirSync(join(folder, 'letters'));
  for (const [group, text] of Object.entries(letters)) writeFileSync(join(folder, 'letters', `${group}.txt`), text);
  return handed;
}

describe('what is for HR alone', () => {
  const NOTED = 'Subject: Hello {name}\n\n{note}\n';

  test('is told where a letter names it, and then it is said to how many', async () => {
    const letters = { mentors: NOTED, mentees: NOTED, 'unmatched-mentees': 'Subject: Hello\n\n{reason}\n' };
    for (const language of ['en', 'de'] as const) {
      const handed = await beginNoted(letters);
      const audience = ['mentors', 'mentees', 'unmatched-mentees'] as const;
      const { exit, out, err } = await runExport(handed, { to: 'eml', audience }, language);
      expect([exit, exit === 0 ? '' : err]).toEqual([0, '']);
      const rows = readRows(join(handed.run, 'tandems.csv'));
      const pair = (row: Readonly<Record<string, string>>) => `${row['mentor_id']} ${row['mentee_id']}`;
      for (const mail of await readMails(handed, 'mentee')) {
        const row = rows.find(one => one['mentee_email'] === mail.to![0]!.address)!;
        expect(mail.text!.trim()).toBe(`NOTE for ${pair(row)}`);
      }
      for (const mail of await readMails(handed, 'mentor')) {
        const own = rows.filter(one => one['mentor_email'] === mail.to![0]!.address);
        const named = (row: (typeof own)[number]) => (own.length === 1 ? '' : `- ${row['mentee_name']}: `);
        const lines = own.map(row => `${named(row)}NOTE for ${pair(row)}`);
        expect(mail.text!.trim().split(/\r?\n/u)).toEqual(lines);
      }
      const people = new Set(rows.map(row => row['mentor_email'])).size + rows.length;
      const page = filesIn(told(handed))['HAND-OVER.md']!;
      const said = {
        en: [`the letters tell ${people} people the note`, 'the letters tell 1 person why they have no tandem'],
        de: [`nennen ${people} Personen die Notiz`, 'nennen 1 Person den Grund'],
      }[language];
      for (const text of [page, out]) for (const line of said) expect(text.replace(/\s+/gu, ' ')).toContain(line);
      expect(page).toContain({ en: 'Points and requests not', de: 'Punkte und Ausschlusswünsche stehen' }[language]);
    }
  });

  test('is not told by any other letter, nor by another program, and vetoes and bans by none', async () => {
    const letters = { mentors: NOTED, mentees: NOTED, 'unmatched-mentees': 'Subject: Hello\n\n{reason}\n' };
    const handed = await beginNoted(letters);
    const audience = [...AUDIENCES];
    for (const to of EXPORT_TOOLS) {
      const { exit, out } = await runExport(handed, { to, audience, ...INVITING });
      const files = Object.entries(filesIn(told(handed))).map(([name, text]) => [name, decodeMail(text)] as const);
      const secret = (text: string) => /SECRET|not_with|veto/iu.test(text);
      expect([to, exit, files.filter(([, text]) => secret(text)).map(([name]) => name)]).toEqual([to, 0, []]);
      const isNoted = files.some(([, text]) => text.includes('NOTE for'));
      expect([to, isNoted, out.includes('Attention')]).toEqual([to, to === 'eml', to === 'eml']);
    }
  });

  test('names nobody else where it is why somebody has no tandem', async () => {
    const handed = await beginNoted({ 'unmatched-mentees': 'Subject: Hello\n\n{reason}\n' });
    expect(await runExport(handed, { to: 'eml', audience: ['unmatched-mentees'] })).toMatchObject({ exit: 0 });
    const [mail] = await readMails(handed, 'unmatched-mentee');
    expect(mail!.text!.trim()).toBe('Taken together, the rules, wishes and decisions leave no mentor for you.');
  });

  test('is refused where there is none, and is a column of the sheets where they have one of that name', async () => {
    const handed = await beginNoted({ mentors: NOTED });
    decideAll(handed, ids => (ids === 'm1 e1' ? 'draft' : 'approved'));
    const path = join(handed.run, 'tandems.csv');
    writeFileSync(path, readFileSync(path, 'utf8').replace('NOTE for m2 e2', ''));
    const { exit, err } = await runExport(handed, { to: 'eml', audience: ['mentors'] });
    expect([exit, err]).toEqual([2, expect.stringContaining("nothing for {note} in the letter to Ben O'Konor")]);
    const hints = {
      '{note}': 'into the column note of tandems.csv',
      '{programme}': 'add --programme',
      '{kick_off}': 'add --at',
      '{reason}': 'take it out of this letter',
    };
    writeFileSync(join(handed.folder, 'letters', 'mentors.txt'), `Subject: Hello\n\n${Object.keys(hints).join(' ')}\n`);
    const gaps = await runExport(handed, { to: 'eml', audience: ['mentors'] });
    for (const hint of Object.values(hints)) expect(gaps.err.replace(/\s+/gu, ' ')).toContain(hint);
    // Of two tandems, both have to have one.
    decideAll(handed, () => 'approved');
    writeFileSync(path, readFileSync(path, 'utf8').replace('NOTE for m1 e3', ''));
    writeFileSync(join(handed.folder, 'letters', 'mentors.txt'), NOTED);
    const both = await runExport(handed, { to: 'eml', audience: ['mentors'] });
    expect([both.exit, both.err]).toEqual([2, expect.stringContaining('to Ada Brandt and 1 other person')]);
    const other = await beginApproved();
    const mentors = join(other.folder, 'mentors.csv');
    const rows = readFileSync(mentors, 'utf8').trimEnd().split('\n');
    writeFileSync(mentors, rows.map((row, at) => `${row};${at === 0 ? 'Note' : `own ${at}`}`).join('\n'));
    await runMatch({ config: join(other.folder, 'rmentor.config.json'), out: other.run });
    mkdirSync(join(other.folder, 'letters'));
    writeFileSync(join(other.folder, 'letters', 'mentors.txt'), NOTED);
    const said = await runExport(other, { to: 'eml', audience: ['mentors'] });
    expect([said.exit, said.out.includes('Attention')]).toEqual([0, false]);
    expect((await readMails(other, 'mentor')).map(({ text }) => text!.trim())).toEqual(['own 1', 'own 2', 'own 3']);
  });
});

/** A text with what its parts say in base64 behind it. */
function decodeMail(text: string): string {
  const parts = text.match(/(?<=\r\n\r\n)(?:[\w+/=]+\r\n)+/gu) ?? [];
  return [text, ...parts.map(part => Buffer.from(part, 'base64').toString('utf8'))].join('\n');
}
