/**
 * Address books: a file of vCards 3.0 a group (RFC 2426), which Outlook, Apple and Google import. The library writes
 * when it ran (REV), which is taken out, so that the same people give the same bytes.
 */
import VCard from 'vcard-creator';
import type { Recipient } from '../../domain/hand-over.ts';
import { isPhoneColumn, listColumns, PLAIN_NAMES } from './columns.ts';
import { type ExportContext, type ExportFormat, makeTextFile, NO_LIMITS } from './format.ts';
import { makeLine } from './icalendar-text.ts';

export const vcard: ExportFormat = {
  limits: NO_LIMITS,
  isOfPairs: false,
  listColumns: (mailing, context) => listColumns(mailing, context.handing, PLAIN_NAMES, context),
  makeFiles: (sheets, context) =>
    new Map(
      sheets.map(({ group, recipients }) => {
        const cards = recipients.map(one => writeCard(one, context));
        return [`${group}.vcf`, makeTextFile(cards, recipients.length, group)];
      }),
    ),
};

function writeCard({ person }: Recipient, { handing: { extra } }: ExportContext): string {
  const { name, email, department } = person;
  const words = makeLine(name).split(' ');
  const card = new VCard();
  card.addFullName(makeLine(name)).addName({ familyName: words.at(-1) ?? '', givenName: words.slice(0, -1).join(' ') });
  if (email !== '') card.addEmail({ address: email });
  if (department !== '') card.addCompany({ name: '', department: makeLine(department) });
  for (const { header, key } of extra.filter(column => isPhoneColumn(column.header))) {
    const number = makeLine(person.extra.get(key) ?? '');
    if (number !== '' && header !== '') card.addPhoneNumber({ number, type: ['work'] });
  }
  return card.toString().replace(/^REV:.*\r\n/mu, '');
}
