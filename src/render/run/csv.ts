import { stringify } from 'csv-stringify/browser/esm/sync';

/** A table to be written: a header, and rows of cells. */
export interface CsvTable {
  readonly header: readonly string[];
  readonly rows: Iterable<readonly string[]>;
}

/** How a CSV is written. */
interface CsvStyle {
  readonly bom: boolean;
  readonly delimiter: string;
  readonly lineEnd: '\r\n' | '\n';
}

/** A CSV that opens by a double click. */
export function writeExcelCsv(table: CsvTable, delimiter: string): Generator<string> {
  return writeCsv(table, { bom: true, delimiter, lineEnd: '\r\n' });
}

/** How many rows are put into words at once: a large table is never in memory as a text. */
const BLOCK = 50;

/** A CSV in pieces, with quotes where needed. */
export function* writeCsv({ header, rows }: CsvTable, style: CsvStyle): Generator<string> {
  if (style.bom) yield '\ufeff';
  let block = [header];
  for (const row of rows) {
    if (block.push(row) < BLOCK) continue;
    yield formatRows(block, style);
    block = [];
  }
  if (block.length > 0) yield formatRows(block, style);
}

/**
 * Quoting is left to csv-stringify, which is asked only where a cell may need it. Every cell with a line break is
 * quoted, which csv-stringify forgets where the line break is not its own record delimiter (adaltas/node-csv#485).
 */
function formatRows(rows: readonly (readonly string[])[], { delimiter, lineEnd }: CsvStyle): string {
  const isPlain = (cell: string) => !/["\r\n]/u.test(cell) && !cell.includes(delimiter);
  if (rows.every(row => row.every(isPlain))) return rows.map(row => row.join(delimiter) + lineEnd).join('');
  const cells = rows.map(row => [...row]);
  return stringify(cells, { delimiter, record_delimiter: lineEnd, quoted_match: /[\r\n]/u });
}
