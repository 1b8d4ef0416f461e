import { type Options, stringify } from 'csv-stringify/sync';

/** A table to be written: a header, and rows of cells. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

/** How many rows are put into words at once: a large table is never in memory as a text. */
const BLOCK = 500;

/**
 * A CSV that opens by a double click: UTF-8 with BOM, CRLF. Every cell with a line break is quoted, which csv-stringify
 * forgets where the line break is not its own record delimiter (adaltas/node-csv#485).
 */
export function csvForExcel(table: Table, delimiter: string): Generator<string> {
  return csv(table, { bom: true, delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/u });
}

/** A CSV in pieces; without options with comma, LF, no byte order mark, and quotes where needed. */
export function* csv({ header, rows }: Table, options: Options = {}): Generator<string> {
  let block = [[...header]];
  let isFirst = true;
  for (const row of rows) {
    if (block.length === BLOCK) {
      yield stringify(block, { ...options, bom: isFirst && options.bom === true });
      block = [];
      isFirst = false;
    }
    block.push([...row]);
  }
  yield stringify(block, { ...options, bom: isFirst && options.bom === true });
}
