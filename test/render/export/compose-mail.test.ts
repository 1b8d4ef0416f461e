import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import type { MailDraft } from '../../../src/domain/hand-over.ts';
import { composeMail } from '../../../src/render/export/compose-mail.ts';
import { runs } from '../../support/runs.ts';

/** Texts as they are once control characters are left out and blanks at their ends: any script, signs of mails among them. */
const marks = fc.constantFrom(
  '=?UTF-8?Q?a?=',
  '"',
  '<',
  '>',
  ',',
  ';',
  ':',
  '@',
  '\\',
  '(',
  ')',
  ' ',
  '.',
  '?=',
  'ß',
  '👩‍💻',
);
const words = fc.array(fc.oneof(marks, fc.string({ unit: 'grapheme', maxLength: 30 })), { maxLength: 6 }).map(parts =>
  parts
    .join('')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim(),
);
/** Names and subjects are never empty: sheets and letters without are refused. */
const filled = words.filter(text => text !== '');
const lines = fc.array(words, { maxLength: 5 }).map(texts => texts.join('\n'));

const drafts: fc.Arbitrary<MailDraft> = fc.record({
  from: fc.constantFrom(null, 'hr@example.org'),
  to: fc
    .array(filled, { minLength: 1, maxLength: 2 })
    .map(names => names.map((name, at) => ({ name, address: `p${at}@example.org` }))),
  subject: filled,
  text: lines,
  calendar: fc.constantFrom(
    null,
    { method: 'REQUEST', text: 'BEGIN:VCALENDAR\r\nSUMMARY:Grüße\r\nEND:VCALENDAR\r\n' } as const,
    { method: 'CANCEL', text: '--rmentor-mixed--\r\nBEGIN:VCALENDAR\r\n' } as const,
  ),
});

test('a mail is read as it was written, whatever is in it, and has no other header', async () => {
  const holds = async (draft: MailDraft) => {
    const mail = composeMail(draft);
    const read = await new PostalMime().parse(mail);
    expect(read.subject ?? '').toBe(draft.subject);
    expect(read.to).toEqual(draft.to);
    expect(read.from?.address ?? null).toBe(draft.from);
    expect((read.text ?? '').replaceAll('\r', '').trimEnd()).toBe(draft.text.trimEnd());
    const own = ['content-transfer-encoding', 'content-type', 'from', 'mime-version', 'subject', 'to', 'x-unsent'];
    expect(read.headers.map(({ key }) => key).filter(key => !own.includes(key))).toEqual([]);
    const calendars = read.attachments.map(({ content, mimeType }) => [
      mimeType,
      (typeof content === 'string' ? content : new TextDecoder().decode(content)).replaceAll('\r', ''),
    ]);
    const { calendar } = draft;
    expect(calendars).toEqual(
      calendar === null
        ? []
        : ['text/calendar', 'application/ics'].map(type => [type, calendar.text.replaceAll('\r', '')]),
    );
    // RFC 5322, 2.1.1: ASCII, lines of 78 characters at most, each with a carriage return.
    const head = mail.split('\r\n\r\n')[0]!;
    expect(head.split('\r\n').filter(line => line.length > 78 || /[^ -~]/u.test(line))).toEqual([]);
    expect(composeMail(draft)).toBe(mail);
  };
  await fc.assert(fc.asyncProperty(drafts, holds), { numRuns: runs(300) });
});
