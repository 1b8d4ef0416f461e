/** The columns of sheets with a row a person, and what stands in them. */
import type { ExtraColumn, HandOver, Mailing, Recipient } from '../../domain/hand-over.ts';
import type { Participant } from '../../domain/roster.ts';
import type { HandOverWords } from '../words/en/hand-over.ts';
import type { Words } from '../words/en/index.ts';

/**
 * What a column is to whoever opens the file: what no program may alter, or a text, which could be taken for a formula.
 */
export type CellUse = 'address' | 'phone' | 'text';

/** A column of a sheet about people. */
export interface ExportColumn {
  readonly name: string;
  readonly kind: CellUse;
  /** The column of the participants' sheet that it comes from, for messages; null where it is made here. */
  readonly from: string | null;
  /** The partner whom the cell is about; absent where it is about the person. */
  readonly getPartner?: (recipient: Recipient) => Participant | undefined;
  /** Whether others have the same name on purpose: together they are a list. */
  readonly isListed?: boolean;
  readonly getCell: (recipient: Recipient) => string;
}

/** What is told of a recipient, besides the address. */
export const OWN_FACTS = ['name', 'role', 'department', 'country', 'tandems'] as const;
/** What is told of each partner. */
export const PARTNER_FACTS = ['name', 'email', 'department', 'country', 'city', 'languages', 'topics'] as const;
/** What is told of a tandem that ended. */
export const FORMER = 'former_partners';

/** How a format calls its columns. */
export interface ExportNames {
  readonly address: string;
  readonly own: Readonly<Record<(typeof OWN_FACTS)[number], string>>;
  readonly partner: (number: number, fact: (typeof PARTNER_FACTS)[number]) => string;
  readonly former: string;
  readonly extra: (header: string) => string;
}

/** The sentences that sheets are made with: what is said anyway, and what only a hand-over says. */
export interface ExportWords {
  readonly words: Words;
  readonly handOver: HandOverWords;
}

/** Names that any program takes. */
export const PLAIN_NAMES: ExportNames = {
  address: 'email',
  own: { name: 'name', role: 'role', department: 'department', country: 'country', tandems: 'tandems' },
  partner: (number, fact) => `partner${number}_${fact}`,
  former: FORMER,
  extra: header => header,
};

/**
 * The columns of a group: the address first, because some programs stop at a row whose first cell is empty; then what
 * is known of the person, and of as many partners as anybody of the group has.
 * @param whereEmpty what stands in a cell for which there is nothing; '' for nothing.
 */
export function listColumns(
  mailing: Mailing,
  { since, extra }: HandOver,
  names: ExportNames,
  words: ExportWords,
  whereEmpty = '',
): ExportColumn[] {
  const fill = (column: ExportColumn): ExportColumn => ({
    ...column,
    getCell: one => column.getCell(one) || whereEmpty,
  });
  return [
    {
      ...{ name: names.address, kind: 'address', from: 'email' },
      getCell: ({ person }) => person.email,
    } satisfies ExportColumn,
    ...[
      ...OWN_FACTS.map(fact => makeOwnColumn(fact, names.own[fact], words)),
      ...countPartners(mailing).flatMap(number => makePartnerColumns(number, names, words)),
      ...(since === null ? [] : [makeFormerColumn(names.former)]),
      ...extra.map(column => makeExtraColumn(column, names.extra(column.header))),
    ].map(fill),
  ];
}

/** 1, 2 … for each partner that somebody of a group has. */
export function countPartners({ recipients }: Mailing): number[] {
  const most = recipients.reduce((count, { partners }) => Math.max(count, partners.length), 0);
  return Array.from({ length: most }, (_, at) => at + 1);
}

/** What a hand-over says of a person by themselves. */
export function tellOwnFact(
  fact: (typeof OWN_FACTS)[number],
  { side, person, partners }: Recipient,
  words: ExportWords,
): string {
  switch (fact) {
    case 'name':
    case 'department':
      return person[fact];
    case 'role':
      return words.handOver.roles[side];
    case 'country':
      return nameCountry(person, words);
    case 'tandems':
      return String(partners.length);
  }
}

/** What a hand-over says of a partner. */
export function tellPartnerFact(
  fact: (typeof PARTNER_FACTS)[number],
  partner: Participant,
  { words, handOver }: ExportWords,
): string {
  switch (fact) {
    case 'name':
    case 'email':
    case 'department':
    case 'city':
      return partner[fact];
    case 'country':
      return nameCountry(partner, { words, handOver });
    case 'languages':
      return partner.languages.map(language => words.grammar.nameLanguage(language)).join(', ');
    case 'topics':
      return partner.topics.join(', ');
  }
}

/** The names of former partners; ids where the sheets do not have them any more. */
export function nameFormerPartners({ former }: Recipient): string {
  return former.map(({ name, id }) => name || id).join(', ');
}

function nameCountry({ country }: Participant, { words }: ExportWords): string {
  return country === '' ? '' : words.grammar.nameCountry(country);
}

function makeOwnColumn(fact: (typeof OWN_FACTS)[number], name: string, words: ExportWords): ExportColumn {
  const from = fact === 'role' || fact === 'tandems' ? null : fact;
  return { name, kind: 'text', from, getCell: recipient => tellOwnFact(fact, recipient, words) };
}

function makePartnerColumns(number: number, names: ExportNames, words: ExportWords): ExportColumn[] {
  return PARTNER_FACTS.map(fact => ({
    ...{ name: names.partner(number, fact), kind: fact === 'email' ? 'address' : 'text', from: fact },
    getPartner: ({ partners }) => partners[number - 1],
    getCell: ({ partners }) => {
      const partner = partners[number - 1];
      return partner === undefined ? '' : tellPartnerFact(fact, partner, words);
    },
  }));
}

function makeFormerColumn(name: string): ExportColumn {
  return { name, kind: 'text', from: null, getCell: nameFormerPartners };
}

export function makeExtraColumn({ header, key }: ExtraColumn, name: string): ExportColumn {
  const kind = isPhoneColumn(header) ? 'phone' : 'text';
  return { name, kind, from: key, getCell: ({ person }) => person.extra.get(key) ?? '' };
}

/** What somebody's row says in further columns, by their headers. */
export function tellExtraFacts({ extra }: Participant, columns: readonly ExtraColumn[]): object {
  return Object.fromEntries(columns.map(({ header, key }) => [header, extra.get(key) ?? '']));
}

/** Whether a column of the sheets holds phone numbers, by its name. */
export function isPhoneColumn(header: string): boolean {
  return /phone|telefon|mobil|handy|^tel\b/iu.test(header);
}
