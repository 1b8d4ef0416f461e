import { parse as parseCsv } from 'csv-parse/sync';
import {
  emptyFile,
  notUtf8,
  type Parsed,
  type Problem,
  raggedRow,
  strayQuote,
  unclosedQuote,
} from '../domain/problems.ts';
import { clean } from '../domain/text.ts';
import { type Decoded, decode } from './decode.ts';

/** A sheet as written: cleaned cells, rows numbered as a spreadsheet shows them (the header is row 1). */
export interface Table {
  readonly file: string;
  readonly encoding: Decoded['encoding'];
  readonly delimiter: Delimiter;
  readonly header: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
}

const DELIMITERS = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Reads a CSV file. The delimiter is the one under which the first row has most headers that are known (and then most
 * columns). Rows without any text are passed over. The value is null where there is no table to speak of.
 */
export function readTable(file: string, bytes: Uint8Array, isKnown: (header: string) => boolean): Parsed<Table | null> {
  const decoded = decode(file, bytes);
  if (decoded.value === null) return { value: null, problems: decoded.problems };
  const { text, encoding, faithful } = decoded.value;
  if (text.trim() === '') return { value: null, problems: [emptyFile(file)] };
  const delimiter = delimiterOf(text, isKnown);
  const { rows, problems } = recordsOf(file, text, delimiter);
  if (!faithful) {
    const damaged = rows.find(({ cells }) => cells.some(cell => cell.includes('\ufffd')));
    return { value: null, problems: [notUtf8(file, damaged?.row ?? 1)] };
  }
  const [header, ...body] = rows.map(({ row, cells }) => ({ row, cells: cells.map(clean) }));
  if (header === undefined) return { value: null, problems };
  const filled = body.filter(({ cells }) => cells.some(cell => cell !== ''));
  const table = { file, encoding, delimiter, header: header.cells, rows: filled };
  return { value: table, problems: [...problems, ...raggedRows(table)] };
}

function delimiterOf(text: string, isKnown: (header: string) => boolean): Delimiter {
  const headers = DELIMITERS.map(delimiter => {
    const [header = []] = parseCsv(text, { delimiter, to: 1, relax_quotes: true, record_delimiter: LINE_ENDS });
    return { delimiter, known: header.filter(cell => isKnown(clean(cell))).length, columns: header.length };
  });
  const best = headers.reduce((a, b) => ((b.known - a.known || b.columns - a.columns) > 0 ? b : a));
  return best.columns === 1 ? ',' : best.delimiter;
}

const LINE_ENDS = ['\r\n', '\n', '\r'];

/**
 * The records of a text, with the row each stands in. csv-parse passes over a record with a stray quote and goes on, but
 * what follows a quote that closes too early, or never, is no longer what was meant: the first such fault is the last told.
 */
function recordsOf(file: string, text: string, delimiter: Delimiter): { rows: Row[]; problems: Problem[] } {
  const faults: { readonly code: string; readonly records: number }[] = [];
  const records = parseCsv(text, {
    delimiter,
    relax_column_count: true,
    record_delimiter: LINE_ENDS,
    skip_records_with_error: true,
    on_skip: fault => {
      if (fault === undefined) return undefined;
      faults.push({ code: fault.code, records: Number(fault['records']) });
      return undefined;
    },
  });
  const end = faults.findIndex(({ code }) => code !== 'INVALID_OPENING_QUOTE');
  const told = end < 0 ? faults : faults.slice(0, end + 1);
  const lastGood = end < 0 ? records.length : told[end]!.records;
  const rows = records.slice(0, lastGood).map((cells, index) => ({
    row: index + 1 + told.filter(fault => fault.records <= index).length,
    cells,
  }));
  return { rows, problems: told.map(({ code, records }, before) => quoteProblem(file, code, records + before + 1)) };
}

function quoteProblem(file: string, code: string, row: number): Problem {
  return code === 'CSV_QUOTE_NOT_CLOSED' ? unclosedQuote(file, row) : strayQuote(file, row);
}

function raggedRows({ file, header, rows }: Table): Problem[] {
  return rows
    .filter(({ cells }) => cells.length !== header.length)
    .map(({ row, cells }) => raggedRow(file, row, cells.length, header.length));
}
