/**
 * Letters with placeholders. The first line is the subject ("Subject: …"), the next is empty, and the rest is the text. `{name}` and its like become
 * what is known of whoever gets the letter; `{partners}` is a line for each partner.
 */
import type { LetterText, Recipient } from '../../domain/hand-over.ts';
import { makeLine } from './calendar.ts';
import { type ExportWords, FORMER, nameFormerPartners, OWN_FACTS, tellOwnFact, tellPartnerFact } from './columns.ts';
import type { ExportContext } from './format.ts';

/** A letter taken apart. */
export interface ReadLetter {
  readonly subject: string;
  readonly body: string;
}

/** A placeholder, and the line of the file that it is in, from 1. */
export interface Placeholder {
  readonly name: string;
  readonly line: number;
}

const SUBJECT = /^(?:subject|betreff):[ \t]*(?<subject>.+)$/iu;
const PLACEHOLDER = /\{(?<name>[^{}\n]*)\}/gu;

/** Takes a letter apart; null where its first line is no subject, or the second not empty. */
export function readLetter({ text }: LetterText): ReadLetter | null {
  const [first = '', second = '', ...rest] = text.replace(/^\ufeff/u, '').split(/\r?\n/u);
  const subject = SUBJECT.exec(first)?.groups?.['subject'];
  return subject === undefined || second.trim() !== '' ? null : { subject, body: rest.join('\n') };
}

/** The placeholders of a letter, in their order. */
export function listPlaceholders({ text }: LetterText): Placeholder[] {
  return text
    .split(/\r?\n/u)
    .flatMap((line, at) =>
      [...line.matchAll(PLACEHOLDER)].map(found => ({ name: found.groups!['name']!, line: at + 1 })),
    );
}

/** Names that placeholders may have besides headers of the sheets. */
export const PLACEHOLDERS = [
  ...OWN_FACTS,
  'partners',
  'partner_names',
  FORMER,
  'programme',
  'round',
  'kick_off',
] as const;

/** What stands in place of a placeholder; null where there is none of that name. */
export function tellPlaceholder(name: string, recipient: Recipient, context: ExportContext): string | null {
  const known = PLACEHOLDERS.find(one => one === name.trim().toLowerCase());
  if (known !== undefined) return tellKnown(known, recipient, context);
  const column = context.columns.find(({ header }) => header.toLowerCase() === name.trim().toLowerCase());
  return column === undefined ? null : makeLine(recipient.person.extra.get(column.key) ?? '');
}

function tellKnown(name: (typeof PLACEHOLDERS)[number], recipient: Recipient, context: ExportContext): string {
  const kickOff = context.calendar?.kickOff;
  switch (name) {
    case 'partners':
      return recipient.partners.map(partner => `- ${describePartner(partner, context)}`).join('\n');
    case 'partner_names':
      return context.words.grammar.joinNames(
        recipient.partners.map(partner => makeLine(partner.name)),
        99,
      );
    case FORMER:
      return makeLine(nameFormerPartners(recipient));
    case 'programme':
    case 'round':
      return context[name];
    case 'kick_off':
      return kickOff === undefined ? '' : `${new Date(kickOff.start).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
    default:
      return makeLine(tellOwnFact(name, recipient, context));
  }
}

/** "Ada Brandt, Marketing, Germany, ada@example.org" */
function describePartner(partner: Recipient['person'], words: ExportWords): string {
  return (['name', 'department', 'country', 'email'] as const)
    .map(fact => makeLine(tellPartnerFact(fact, partner, words)))
    .filter(text => text !== '')
    .join(', ');
}

/** A letter as somebody gets it. What is put in is never read for placeholders itself. */
export function fillLetter({ subject, body }: ReadLetter, recipient: Recipient, context: ExportContext): ReadLetter {
  const fill = (text: string) =>
    text.replace(PLACEHOLDER, (whole, name: string) => tellPlaceholder(name, recipient, context) ?? whole);
  return { subject: makeLine(fill(subject)), body: fill(body) };
}
