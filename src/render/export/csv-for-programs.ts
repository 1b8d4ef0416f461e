/**
 * CSV that programs read: UTF-8 without a byte order mark, a line feed behind each row, every cell as in the sheets.
 */
import { writeCsv } from '../run/csv.ts';
import type { ExportNames, PARTNER_FACTS } from './columns.ts';
import { type ExportedFile, listRows, makeTextFile, type PersonSheet, splitSheet } from './format.ts';

/** A file a group, named for it; several where it has more rows than a file may have. */
export function makeCsvFiles(
  sheets: readonly PersonSheet[],
  delimiter: ',' | ';',
  mostRows = Number.MAX_SAFE_INTEGER,
): ReadonlyMap<string, ExportedFile> {
  const parts = sheets.flatMap(sheet => splitSheet(sheet, mostRows));
  return new Map(
    parts.map(sheet => {
      const table = { header: sheet.columns.map(({ name }) => name), rows: listRows(sheet) };
      const text = writeCsv(table, { bom: false, delimiter, lineEnd: '\n' });
      return [`${sheet.file}.csv`, makeTextFile(text, sheet.recipients.length, sheet.group)];
    }),
  );
}

/** Short for what is told of a partner, where names of columns are. */
const SHORT: Readonly<Record<(typeof PARTNER_FACTS)[number], string>> = {
  name: 'NAME',
  email: 'EMAIL',
  department: 'DEPT',
  country: 'COUNTRY',
  city: 'CITY',
  languages: 'LANGS',
  topics: 'TOPICS',
};

/** Names of capitals and digits, of ten characters at most. */
export const SHORT_NAMES: ExportNames = {
  address: 'Email Address',
  own: { name: 'FULLNAME', role: 'ROLE', department: 'DEPT', country: 'COUNTRY', tandems: 'TANDEMS' },
  partner: (number, fact) => `P${number}${SHORT[fact]}`,
  former: 'FORMER',
  extra: header => writeInCapitals(header),
};

/** A header as programs take it that know capitals, digits and underscores alone: "Büro Nr." → "BURO_NR". */
export function writeInCapitals(header: string): string {
  const plain = header.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toUpperCase();
  return plain.replace(/[^A-Z0-9]+/gu, '_').replace(/^_|_$/gu, '');
}
