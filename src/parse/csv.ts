import { parse as parseCsv } from 'csv-parse/sync';

/** One record of a CSV text. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** Whether a quote stands in it where it must not: in one line, or so that where the record ends is not certain. */
  readonly fault: 'in its line' | 'beyond its line' | null;
}

/** A quoted cell that goes on to the end of the text: what it holds is lost. */
export const UNCLOSED = 'unclosed';

/**
 * The records of a text, exactly as csv-parse reads it. Quoting is left to csv-parse, but it is asked only about pieces of
 * the text that hold quotes: where there is none, every line is a record, and finding that out costs a fraction.
 * @param least how long a piece is at least.
 */
export function* recordsIn(text: string, delimiter: string, least = PIECE): Generator<CsvRecord | typeof UNCLOSED> {
  for (let start = 0; start < text.length; ) {
    const end = pieceEnd(text, start, least);
    const piece = text.slice(start, end);
    if (!piece.includes('"')) yield* plainRecords(piece, delimiter);
    else {
      const here = quotedRecords(piece, delimiter);
      // Quotes that stand wrongly can be even by chance: then only the whole rest of the text tells what they mean.
      if (here.at(-1) === UNCLOSED) return yield* quotedRecords(text.slice(start), delimiter);
      yield* here;
    }
    start = end;
  }
}

/** Long enough that calling csv-parse costs little, short enough that few lines share a piece with one that has quotes. */
const PIECE = 8192;

/** The end of a line that ends a record: quotes are even up to there. */
function pieceEnd(text: string, start: number, least: number): number {
  let isEven = true;
  let from = start;
  let end = start + least;
  do {
    end = text.indexOf('\n', end) + 1 || text.length;
    const quotes = text.slice(from, end).split('"').length - 1;
    isEven = isEven === (quotes % 2 === 0);
    from = end;
  } while (!isEven && end < text.length);
  return end;
}

function* plainRecords(piece: string, delimiter: string): Generator<CsvRecord> {
  const lines = piece.includes('\r') ? piece.split(/\r\n|\n|\r/u) : piece.split('\n');
  if (lines.at(-1) === '') lines.pop();
  for (const line of lines) yield { cells: line.split(delimiter), fault: null };
}

/** Faults are looked for by ourselves: what csv-parse passes over is lost, and not counted among the rows. */
const LENIENT = {
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  skip_records_with_error: true,
};

function quotedRecords(text: string, delimiter: string): (CsvRecord | typeof UNCLOSED)[] {
  if (hasRightQuotes(text, delimiter)) {
    return parseCsv(text, { ...LENIENT, delimiter }).map(cells => ({ cells, fault: null }));
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
  const records = found.map(({ record, raw }) => ({ cells: record, fault: faultIn(raw, delimiter) }));
  return isClosed ? records : [...records, UNCLOSED];
}

function faultIn(record: string, delimiter: string): CsvRecord['fault'] {
  if (hasRightQuotes(record, delimiter)) return null;
  return /[\r\n]/u.test(record.replace(/(?:\r?\n|\r)$/u, '')) ? 'beyond its line' : 'in its line';
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
