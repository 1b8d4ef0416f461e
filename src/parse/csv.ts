import { parse as parseCsv } from 'csv-parse/sync';

/** One record of a CSV text. */
export interface CsvRecord {
  readonly cells: readonly string[];
  /** The record as written where it holds a quote, without its line end: whether its quotes are right is not judged here. */
  readonly quoted: string | null;
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
  for (const line of lines) yield { cells: line.split(delimiter), quoted: null };
}

/** Faults are looked for afterwards: what csv-parse passes over is lost, and not counted among the rows. */
const LENIENT = {
  relax_quotes: true,
  relax_column_count: true,
  record_delimiter: ['\r\n', '\n', '\r'],
  skip_records_with_error: true,
  raw: true,
};

function quotedRecords(text: string, delimiter: string): (CsvRecord | typeof UNCLOSED)[] {
  let isClosed = true;
  const found = parseCsv(text, {
    ...LENIENT,
    delimiter,
    on_skip: () => {
      isClosed = false;
      return undefined;
    },
  }) as unknown as readonly { readonly record: string[]; readonly raw: string }[];
  const records = found.map(({ record, raw }) => ({
    cells: record,
    quoted: raw.includes('"') ? raw.replace(/(?:\r?\n|\r)$/u, '') : null,
  }));
  return isClosed ? records : [...records, UNCLOSED];
}
