/**
 * Letters with placeholders. The first line is the subject ("Subject: …"), the next is empty, and the rest is the text.
 * `{name}` and its like become what is known of whoever gets the letter; `{partners}` is a line for each partner.
 */
import { keyPerson, keyTandem } from '../../domain/decisions.ts';
import type { Disclosed, ExtraColumn, LetterText, PlaceholderSource, Recipient } from '../../domain/hand-over.ts';
import type { Participant } from '../../domain/roster.ts';
import { type ExportWords, FORMER, nameFormerPartners, OWN_FACTS, tellOwnFact, tellPartnerFact } from './columns.ts';
import type { ExportContext, PersonSheet } from './format.ts';
import { makeLine } from './icalendar-text.ts';

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
  'note',
  'reason',
] as const;

/**
 * Those of them that are for HR alone: it is told where a letter names them. A column of the
 * sheets of such a name comes first.
 */
export type ConfidentialName = Extract<(typeof PLACEHOLDERS)[number], 'note' | 'reason'>;

/**
 * What a placeholder names: something that is known of people, or a column of the sheets; null where it names neither.
 */
function findNamed(name: string, columns: readonly ExtraColumn[]): (typeof PLACEHOLDERS)[number] | ExtraColumn | null {
  const plain = name.trim().toLowerCase();
  const known = PLACEHOLDERS.find(one => one === plain) ?? null;
  if (known !== null && !isConfidential(known)) return known;
  return columns.find(({ header }) => header.toLowerCase() === plain) ?? known;
}

function isConfidential(name: unknown): name is ConfidentialName {
  return name === 'note' || name === 'reason';
}

/** Where somebody would fill in what a placeholder has nothing for. */
export function findSource(name: string, columns: readonly ExtraColumn[]): PlaceholderSource {
  switch (findNamed(name, columns)) {
    case 'kick_off':
      return { kind: 'call', flag: '--at' };
    case 'programme':
      return { kind: 'call', flag: '--programme' };
    case 'round':
      return { kind: 'call', flag: '--round' };
    case 'note':
      return { kind: 'note' };
    case 'partners':
    case 'partner_names':
    case 'reason':
    case FORMER:
      return { kind: 'nowhere' };
    default:
      return { kind: 'sheet' };
  }
}

/** What a letter names that is for HR alone. */
export function listConfidential(letter: LetterText, columns: readonly ExtraColumn[]): ConfidentialName[] {
  return listPlaceholders(letter)
    .map(({ name }) => findNamed(name, columns))
    .filter(isConfidential);
}

/**
 * How many people get a letter that names what is for HR alone. Each has some: a placeholder
 * with nothing behind it is refused.
 */
export function countDisclosed(sheets: readonly PersonSheet[], { letters, columns }: ExportContext): Disclosed {
  const count = (name: ConfidentialName) =>
    sheets
      .filter(({ group }) => letters.has(group) && listConfidential(letters.get(group)!, columns).includes(name))
      .reduce((sum, { recipients }) => sum + recipients.length, 0);
  return { notes: count('note'), reasons: count('reason') };
}

/** What stands in place of a placeholder; null where there is none of that name. */
export function tellPlaceholder(name: string, recipient: Recipient, context: ExportContext): string | null {
  const named = findNamed(name, context.columns);
  if (named === null) return null;
  if (typeof named === 'string') return tellKnown(named, recipient, context);
  return makeLine(recipient.person.extra.get(named.key) ?? '');
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
    case 'note':
      return tellNotes(recipient, context);
    case 'reason':
      return makeLine(context.confidential.reasons.get(keyPerson({ ...recipient, id: recipient.person.id })) ?? '');
    default:
      return makeLine(tellOwnFact(name, recipient, context));
  }
}

/** The note on the tandem; of several, a line each with the partner's name. '' as soon as one has none. */
function tellNotes({ side, person, partners }: Recipient, { confidential: { notes } }: ExportContext): string {
  const find = ({ id }: Participant) =>
    makeLine(
      notes.get(keyTandem(side === 'mentor' ? { mentor: person.id, mentee: id } : { mentor: id, mentee: person.id })) ??
        '',
    );
  const found = partners.map(partner => ({ name: makeLine(partner.name), note: find(partner) }));
  if (found.some(({ note }) => note === '')) return '';
  return found.length === 1 ? found[0]!.note : found.map(({ name, note }) => `- ${name}: ${note}`).join('\n');
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
