/**
 * SendGrid's Mail Send with dynamic templates: JSON, at most 1,000 personalizations a request, each address once. A
 * file a request; the sender and the template are the account's own, and to be added.
 *
 * Source: twilio.com/docs/sendgrid/api-reference/mail-send (limits and errors),
 * …/ui/sending-email/how-to-send-an-email-with-dynamic-templates
 */
import type { Recipient } from '../../domain/hand-over.ts';
import {
  FORMER,
  listColumns,
  nameFormerPartners,
  OWN_FACTS,
  PARTNER_FACTS,
  PLAIN_NAMES,
  tellExtraFacts,
  tellOwnFact,
  tellPartnerFact,
} from './columns.ts';
import {
  type ExportContext,
  type ExportedFile,
  type ExportFormat,
  makeTextFile,
  NO_LIMITS,
  type PersonSheet,
  splitSheet,
} from './format.ts';

/** The most personalizations of a request. */
const MOST = 1000;

export const sendgrid: ExportFormat = {
  limits: { ...NO_LIMITS, needsAddress: true },
  isOfPairs: false,
  listColumns: (mailing, context) => listColumns(mailing, context.handing, PLAIN_NAMES, context),
  makeFiles: (sheets, context) => new Map(sheets.flatMap(sheet => makeRequests(sheet, context))),
};

function makeRequests(sheet: PersonSheet, context: ExportContext): [string, ExportedFile][] {
  return splitSheet(sheet, MOST).map(({ group, recipients, file }) => {
    const request = { personalizations: recipients.map(one => makePersonalization(one, context)) };
    return [`${file}.json`, makeTextFile([`${JSON.stringify(request, null, 2)}\n`], recipients.length, group)];
  });
}

function makePersonalization(recipient: Recipient, context: ExportContext): object {
  const { person, partners } = recipient;
  const { extra, since } = context.handing;
  return {
    to: [{ email: person.email, name: person.name }],
    dynamic_template_data: {
      ...Object.fromEntries(OWN_FACTS.map(fact => [fact, tellOwnFact(fact, recipient, context)])),
      partners: partners.map(partner =>
        Object.fromEntries(PARTNER_FACTS.map(fact => [fact, tellPartnerFact(fact, partner, context)])),
      ),
      ...(since === null ? {} : { [FORMER]: nameFormerPartners(recipient) }),
      ...tellExtraFacts(person, extra),
    },
  };
}
