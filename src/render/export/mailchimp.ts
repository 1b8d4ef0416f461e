/**
 * Mailchimp: CSV with commas, one address a contact. It cuts a text field at 255 bytes and takes no
 * letters beyond ASCII before the @; a merge tag has ten characters. An empty cell leaves what a contact
 * had before, so that none is empty.
 *
 * Sources: mailchimp.com/help/format-guidelines-for-your-import-file;
 * mailchimp.com/help/manage-audience-signup-form-fields
 */
import { listColumns } from './columns.ts';
import { makeCsvFiles, SHORT_NAMES } from './csv-for-programs.ts';
import { type ExportFormat, NO_LIMITS } from './format.ts';

export const mailchimp: ExportFormat = {
  limits: {
    ...NO_LIMITS,
    ...{ needsAddress: true, mailbox: /^[\x21-\x7e]+$/u, nameLength: 10 },
    longestText: { most: 255, unit: 'bytes' },
  },
  isOfPairs: false,
  listColumns: (mailing, context) =>
    listColumns(mailing, context.handing, SHORT_NAMES, context, context.handOver.nothing),
  makeFiles: sheets => makeCsvFiles(sheets, ','),
};
