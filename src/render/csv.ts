import { stringify } from 'csv-stringify/sync';

/**
 * A CSV that opens by a double click: UTF-8 with BOM, CRLF. Every cell with a line break is quoted, which csv-stringify
 * forgets where the line break is not its own record delimiter (adaltas/node-csv#485).
 */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[], delimiter: string): string {
  return stringify(
    [header, ...rows].map(row => [...row]),
    {
      bom: true,
      delimiter,
      record_delimiter: '\r\n',
      quoted_match: /[\r\n]/u,
    },
  );
}
