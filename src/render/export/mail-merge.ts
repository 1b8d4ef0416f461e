/**
 * Workbooks for a mail merge in Word, Outlook or Gmail, and for flows of Power Automate: a workbook a group, of one
 * sheet whose cells are all texts, in a real Excel table (hucre writes it); the address first. Texts are as in the
 * sheets: a text cell of a workbook is no formula.
 *
 * Sources: Gmail reads the first tab, and text cells alone (support.google.com/mail/answer/12921167); Power
 * Automate reads a table, and 256 rows unless pagination is on (learn.microsoft.com/connectors/excelonline); an
 * Excel cell holds 32,767 characters.
 */
import { listColumns, PLAIN_NAMES } from './columns.ts';
import { type ExportFormat, listRows, makeBookFile, makeTableSheet, NO_LIMITS } from './format.ts';

export const mailMerge: ExportFormat = {
  limits: { ...NO_LIMITS, needsAddress: true, longestText: { most: 32_767, unit: 'characters' } },
  isOfPairs: false,
  listColumns: (mailing, context) => listColumns(mailing, context.handing, PLAIN_NAMES, context),
  makeFiles: sheets =>
    new Map(
      sheets.map(sheet => {
        const header = sheet.columns.map(({ name }) => name);
        const written = makeTableSheet(sheet.group, header, listRows(sheet));
        return [`${sheet.group}.xlsx`, makeBookFile(written, sheet.recipients.length, sheet.group)];
      }),
    ),
};
