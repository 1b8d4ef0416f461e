/**
 * Chronus, for pairs that were decided elsewhere: CSV in UTF-8 with its three columns, a row a tandem.
 *
 * Source: chronusmentor.chronus.com/hc/en-us/articles/1500011251582
 */
import { writeCsv } from '../run/csv.ts';
import { listAddressColumns } from './email-columns.ts';
import { type ExportFormat, makeTextFile, NO_LIMITS } from './format.ts';

const HEADER = ['Mentor Email Address', 'Mentee Email Address', 'Mentoring Connection Name'];

export const chronus: ExportFormat = {
  limits: { ...NO_LIMITS, needsAddress: true },
  isOfPairs: true,
  listColumns: listAddressColumns,
  makeFiles: (_, { handing }) => {
    const rows = handing.tandems.map(({ mentor, mentee }) => [
      ...[mentor.email, mentee.email],
      `${mentor.name} & ${mentee.name}`,
    ]);
    const text = writeCsv({ header: HEADER, rows }, { bom: false, delimiter: ',', lineEnd: '\n' });
    return new Map([['connections.csv', makeTextFile(text, rows.length)]]);
  },
};
