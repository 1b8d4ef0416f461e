/**
 * Drafts of mails: one a person, and where the call names a time, an invitation a tandem. `X-Unsent: 1` has Thunderbird
 * and classic Outlook open them as drafts; nothing is sent.
 *
 * Sources: searchfox.org browser_xUnsent.js (Thunderbird); RFC 6047, 2.4 (the method of
 * the part is that of the calendar)
 */
import type { MailDraft, Recipient } from '../../domain/hand-over.ts';
import { listColumns, PLAIN_NAMES } from './columns.ts';
import { composeMail } from './compose-mail.ts';
import {
  type ExportContext,
  type ExportedFile,
  type ExportFormat,
  makeTextFile,
  NO_LIMITS,
  type PersonSheet,
} from './format.ts';
import { type CalendarEvent, makeLine, renderCalendar } from './icalendar-text.ts';
import { fillLetter, readLetter } from './letters.ts';
import { describeEvents } from './tandem-events.ts';

export const eml: ExportFormat = {
  limits: { ...NO_LIMITS, needsAddress: true, mailbox: /^[!-~]+$/u },
  isOfPairs: false,
  listColumns: (mailing, context) => listColumns(mailing, context.handing, PLAIN_NAMES, context),
  makeFiles: (sheets, context) =>
    new Map([...sheets.flatMap(sheet => writeLetters(sheet, context)), ...writeInvitations(context)]),
};

function writeLetters({ group, recipients }: PersonSheet, context: ExportContext): [string, ExportedFile][] {
  const letter = readLetter(context.letters.get(group)!)!;
  return recipients.map((recipient, at) => {
    const { subject, body } = fillLetter(letter, recipient, context);
    const draft = { ...addressDraft([getAddress(recipient)], context), subject, text: body, calendar: null };
    return [`${group.slice(0, -1)}-${at + 1}.eml`, makeTextFile([composeMail(draft)], 1, group)];
  });
}

function getAddress({ person: { name, email } }: Recipient): MailDraft['to'][number] {
  return { name: makeLine(name), address: email };
}

function addressDraft(to: MailDraft['to'], { calendar }: ExportContext): Pick<MailDraft, 'from' | 'to'> {
  return { from: calendar?.kickOff.organiser ?? null, to };
}

/** An invitation goes to both, and so does that a meeting is off; to whoever of them still takes part. */
function writeInvitations(context: ExportContext): [string, ExportedFile][] {
  const { calendar, handOver } = context;
  if (calendar === null) return [];
  const { kickOff, plan } = calendar;
  const write = (events: readonly CalendarEvent[], method: 'REQUEST' | 'CANCEL', name: string) =>
    events.map((event, at): [string, ExportedFile] => {
      const to = event.people.map(one => ({ ...one, name: makeLine(one.name) }));
      const text = renderCalendar([event], kickOff, method);
      const subject = makeLine(method === 'CANCEL' ? handOver.isOff(event.title) : event.title);
      const draft = { ...addressDraft(to, context), subject, text: `${subject}\n`, calendar: { method, text } };
      return [`${name}-${at + 1}.eml`, makeTextFile([composeMail(draft)], 1)];
    });
  return [
    ...write(describeEvents(plan.events, context), 'REQUEST', 'tandem'),
    ...write(
      describeEvents(plan.cancelled, context).filter(({ people }) => people.length > 0),
      'CANCEL',
      'cancel',
    ),
  ];
}
