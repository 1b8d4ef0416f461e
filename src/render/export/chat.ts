/**
 * Pairs for a chat: two addresses a line, as a CSV that a Slack workflow or a bot reads, and as a table of a workbook,
 * of which a flow of Power Automate makes a chat of two in Teams (list rows present in a table → create a chat).
 *
 * Sources: learn.microsoft.com/connectors/excelonline; learn.microsoft.com/connectors/teams (Create a chat)
 */
import { writeCsv } from '../run/csv.ts';
import { listAddressColumns } from './email-columns.ts';
import { type ExportFormat, makeBookFile, makeTableSheet, makeTextFile, NO_LIMITS } from './format.ts';

const HEADER = ['mentor_email', 'mentee_email'];

export const chat: ExportFormat = {
  limits: { ...NO_LIMITS, needsAddress: true },
  isOfPairs: true,
  listColumns: listAddressColumns,
  makeFiles: (_, { handing }) => {
    const rows = handing.tandems.map(({ mentor, mentee }) => [mentor.email, mentee.email]);
    const text = writeCsv({ header: HEADER, rows }, { bom: false, delimiter: ',', lineEnd: '\n' });
    return new Map([
      ['pairs.csv', makeTextFile(text, rows.length)],
      ['pairs.xlsx', makeBookFile(makeTableSheet('pairs', HEADER, rows), rows.length)],
    ]);
  },
};
