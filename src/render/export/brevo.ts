/**
 * Brevo: CSV with semicolons in UTF-8, the address under EMAIL; attributes are called by capitals, digits and
 * underscores. An empty cell leaves what a contact had before, so that none is empty.
 *
 * Sources: help.brevo.com 208729849 and 209499265; developers.brevo.com/docs/import-contacts
 */
import { type ExportNames, listColumns } from './columns.ts';
import { makeCsvFiles, writeInCapitals } from './csv-for-programs.ts';
import { type ExportFormat, NO_LIMITS } from './format.ts';

const NAMES: ExportNames = {
  address: 'EMAIL',
  own: { name: 'FULL_NAME', role: 'ROLE', department: 'DEPARTMENT', country: 'COUNTRY', tandems: 'TANDEMS' },
  partner: (number, fact) => `PARTNER${number}_${fact.toUpperCase()}`,
  former: 'FORMER_PARTNERS',
  extra: writeInCapitals,
};

export const brevo: ExportFormat = {
  limits: { ...NO_LIMITS, needsAddress: true },
  isOfPairs: false,
  listColumns: (mailing, context) => listColumns(mailing, context.handing, NAMES, context, context.handOver.nothing),
  makeFiles: sheets => makeCsvFiles(sheets, ';'),
};
