/** The only file that knows the library that writes mails; it is loaded only where one is to be written. */
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailDraft } from '../domain/hand-over.ts';

/**
 * A draft as the bytes of a mail, the same for the same draft. Nothing is sent: it has no day and no number, which the mail program gives it
 * when somebody sends it.
 */
export async function composeMail({ from, to, subject, text, calendar }: MailDraft): Promise<Uint8Array> {
  const composer = new MailComposer({
    ...(from === null ? {} : { from: { name: '', address: from } }),
    ...{ to: to.map(({ name, address }) => ({ name, address })), subject, text },
    ...{
      headers: { 'X-Unsent': '1' },
      date: new Date(0),
      messageId: '<draft@rmentor.invalid>',
      baseBoundary: 'rmentor',
    },
    ...(calendar === null ? {} : { icalEvent: { method: calendar.method, content: calendar.text } }),
  });
  const mail = await composer.compile().build();
  return new Uint8Array(Buffer.from(dropStamps(mail.toString('latin1')), 'latin1'));
}

/** Takes day and number out of the header, each a line of its own. */
function dropStamps(mail: string): string {
  const end = mail.indexOf('\r\n\r\n');
  const header = mail.slice(0, end).replace(/^(?:Date|Message-ID): [^\r\n]*\r\n/gmu, '');
  return header + mail.slice(end);
}
