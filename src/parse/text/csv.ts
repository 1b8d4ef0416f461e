import { parse as parseCsv } from 'csv-parse/browser/esm/sync';
import { BeyondBound, MOST } from '../../domain/input-bounds.ts';
import { decodeUtf8, findLineEnd, LINE_FEED } from './bytes-to-text.ts';

/** One record of a CSV text. */
export interface CsvRecord {
  readonly cells: string[];
  /**
   * What is wrong with its quotes: text stands beside those of a quoted cell, in one line or so that where the record
   * ends is not certain; or a cell is opened and goes on to the end of the text, so that all from there on is lost.
   * Then `cells` are those before it.
   */
  readonly fault: 'in its line' | 'beyond its line' | 'unclosed' | null;
  /** How many lines of the text it takes. */
  readonly lines: number;
}

/**
 * A text in UTF-8 piece by piece, whose records are exactly as csv-parse reads them. Quoting is left to csv-parse,
 * but it is asked only about pieces of the text that hold quotes: where there is none, every line is a record, and
 * finding that out costs a fraction.
 * @param least how many bytes a piece has at least.
 */
export function* readPieces(utf8: Uint8Array, delimiter: string, least = PIECE): Generator<CsvPiece> {
  for (let start = 0; start < utf8.length; ) {
    const end = findPieceEnd(utf8, start, least);
    const piece = utf8.subarray(start, end);
    if (!piece.includes(QUOTE)) yield { lines: piece };
    else {
      const records = readQuotedRecords(decodeUtf8(piece), delimiter);
      // Quotes that stand wrongly can be even by chance: then only the whole rest of the text tells what they mean.
      if (records.at(-1)?.fault === 'unclosed')
        return yield { records: readQuotedRecords(decodeUtf8(utf8.subarray(start)), delimiter) };
      yield { records };
    }
    start = end;
  }
}

/** A piece of a text: its records, or lines without quotes, of which each is one. */
export type CsvPiece =
  | { readonly lines: Uint8Array; readonly records?: never }
  | { readonly records: readonly CsvRecord[]; readonly lines?: never };

/** All records of a text, one after the other. */
export function* readRecords(utf8: Uint8Array, delimiter: string, least = PIECE): Generator<CsvRecord> {
  for (const { lines, records } of readPieces(utf8, delimiter, least))
    yield* records ?? readPlainRecords(lines, delimiter);
}

/**
 * Long enough that calling csv-parse costs little, short enough that few lines share a piece with one that has quotes.
 */
const PIECE = 8192;
const QUOTE = '"'.charCodeAt(0);

/** The end of a line that ends a record: quotes are even up to there. */
function findPieceEnd(utf8: Uint8Array, start: number, least: number): number {
  let isEven = true;
  let from = start;
  let end = start + least;
  do {
    end = findLineEnd(utf8, end);
    if (end - from > least + MOST.lineBytes) throw makeTooLongError();
    isEven = isEven === (countQuotes(utf8.subarray(from, end)) % 2 === 0);
    from = end;
  } while (!isEven && end < utf8.length);
  return end;
}

function countQuotes(piece: Uint8Array): number {
  let quotes = 0;
  if (piece.includes(QUOTE)) for (let at = 0; at < piece.length; at++) if (piece[at] === QUOTE) quotes++;
  return quotes;
}

/** The lines of a text in UTF-8, each a string of its own. A carriage return ends a line too. */
export function* readLines(utf8: Uint8Array): Generator<string> {
  for (let start = 0; start < utf8.length; ) {
    const end = findLineEnd(utf8, start);
    if (end - start > MOST.lineBytes) throw makeTooLongError();
    const isBroken = utf8[end - 1] === LINE_FEED;
    const line = decodeUtf8(utf8.subarray(start, isBroken ? end - 1 : end));
    const text = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (text.includes('\r')) yield* text.split('\r');
    else yield text;
    start = end;
  }
}

/** The records of lines without quotes. */
export function* readPlainRecords(lines: Uint8Array, delimiter: string): Generator<CsvRecord> {
  for (const line of readLines(lines)) yield { cells: splitCells(line, delimiter), fault: null, lines: 1 };
}

/**
 * The cells of a line without quotes: of more than there may be, those, and one more
 * where something stands behind them.
 */
function splitCells(line: string, delimiter: string): string[] {
  const cells = line.split(delimiter, MOST.columns + 1);
  if (cells.length <= MOST.columns) return cells;
  const kept = cells.slice(0, MOST.columns);
  const rest = line.slice(kept.join(delimiter).length).replaceAll(delimiter, '').trim();
  return rest === '' ? kept : [...kept, rest];
}

function makeTooLongError(): BeyondBound {
  return new BeyondBound({ of: 'letters of a line', most: MOST.lineBytes });
}

/** Faults are looked for by ourselves: what csv-parse passes over is lost, and not counted among the rows. */
const LENIENT = {
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  skip_records_with_error: true,
};

function readQuotedRecords(text: string, delimiter: string): CsvRecord[] {
  const limit = Error.stackTraceLimit;
  // csv-parse makes an error of each record that is not as long as the first, and drops it: most
  // of its time went to their traces.
  Error.stackTraceLimit = 0;
  try {
    return parseRecords(text, delimiter);
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function parseRecords(text: string, delimiter: string): CsvRecord[] {
  if (hasRightQuotes(text, delimiter)) {
    return parseCsv(text, { ...LENIENT, delimiter }).map(cells => ({ cells, fault: null, lines: countLines(cells) }));
  }
  let isClosed = true;
  const found = parseCsv(text, {
    ...LENIENT,
    delimiter,
    raw: true,
    on_skip: () => {
      isClosed = false;
      return undefined;
    },
  }) as unknown as readonly { readonly record: string[]; readonly raw: string }[];
  const records = found.map(({ record, raw }) => ({
    cells: record,
    fault: findFault(raw, delimiter),
    lines: countLines(record),
  }));
  if (isClosed) return records;
  const rest = text.slice(found.reduce((length, { raw }) => length + raw.length, 0));
  return [...records, { cells: findCellsBeforeFault(rest, delimiter) ?? [], fault: 'unclosed', lines: 1 }];
}

function countLines(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) if (/[\r\n]/u.test(cell)) lines += cell.split(/\r\n|\n|\r/u).length - 1;
  return lines;
}

function findFault(record: string, delimiter: string): CsvRecord['fault'] {
  const line = record.replace(/(?:\r?\n|\r)$/u, '');
  if (findCellsBeforeFault(line, delimiter) === null) return null;
  return /[\r\n]/u.test(line) ? 'beyond its line' : 'in its line';
}

/**
 * The cells of a record before the first that its quotes make uncertain; null where there is none. Pairs of quotes in a
 * cell that does not begin with one are characters like others: Bernd "Bernie" Fuchs.
 */
function findCellsBeforeFault(record: string, delimiter: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; ; ) {
    const end = record[at] === '"' ? findQuotedEnd(record, at) : findPlainEnd(record, at, delimiter);
    if (end < 0 || (end < record.length && record[end] !== delimiter)) return cells;
    cells.push(record.slice(at, end));
    if (end >= record.length) return null;
    at = end + 1;
  }
}

/** Behind the quote that closes a quoted cell; −1 where none does. */
function findQuotedEnd(record: string, start: number): number {
  for (let at = start + 1; ; at += 2) {
    at = record.indexOf('"', at);
    if (at < 0) return -1;
    if (record[at + 1] !== '"') return at + 1;
  }
}

/**
 * The end of a cell without quotes around it; −1 where a quote follows on blanks, as if it should be around it, or
 * where one has no partner: somebody may have lost the delimiter before a quoted cell.
 */
function findPlainEnd(record: string, start: number, delimiter: string): number {
  const found = record.indexOf(delimiter, start);
  const end = found < 0 ? record.length : found;
  const cell = record.slice(start, end);
  return cell.split('"').length % 2 === 0 || /^\s+"/u.test(cell) ? -1 : end;
}

/**
 * Whether cells either are in quotes, with the quotes in them doubled, or hold none: what stands outside of quotes, but
 * nothing between the two of a doubled quote, begins and ends where cells do.
 */
function hasRightQuotes(text: string, delimiter: string): boolean {
  const isBetween = (character: string | undefined) =>
    character === delimiter || character === '\n' || character === '\r';
  const parts = text.split('"');
  const last = parts.length - 1;
  if (last % 2 !== 0) return false;
  for (let index = 0; index <= last; index += 2) {
    const outside = parts[index]!;
    if (outside === '') continue;
    if ((index > 0 && !isBetween(outside[0])) || (index < last && !isBetween(outside.at(-1)))) return false;
  }
  return true;
}
