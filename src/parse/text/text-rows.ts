import { restoreFormula } from '../../domain/formula.ts';
import { BeyondBound, MOST } from '../../domain/input-bounds.ts';
import {
  beyondBound,
  csvByOtherName,
  emptyFile,
  noSheetInCsv,
  type Parsed,
  type Problem,
  strayQuote,
  unclosedQuote,
} from '../../domain/problems.ts';
import { clean } from '../../domain/text.ts';
import { encodeUtf8, includesBytes, LINE_FEED } from './bytes-to-text.ts';
import { Controls, mayHoldControls } from './controls.ts';
import { readLines, readRecords } from './csv.ts';
import { SIGNS_OF_SPOILING } from './damaged-cells.ts';
import { decode } from './decode.ts';
import { type Delimiter, detectDialect, findHead, findNamedDelimiter, readFirstRows } from './dialect.ts';
import { type Memo, memoise } from './memo.ts';
import { mayBeOdd } from './odd-text.ts';
import { type Looking, type Raw, type Row, unwrapFormula } from './raw-rows.ts';
import type { Source } from './sheet-source.ts';

/** Reads the rows of a CSV file; the value is null where it is none, or empty. */
export function readTextRows({ file, bytes, sheet = null }: Source, looking: Looking): Parsed<Raw | null> {
  if (sheet !== null) return { value: null, problems: [noSheetInCsv(file, sheet)] };
  try {
    return readBoundedRows(file, bytes, looking);
  } catch (error) {
    if (error instanceof BeyondBound) return { value: null, problems: [beyondBound({ file }, error.excess)] };
    throw error;
  }
}

/** The same; throws BeyondBound where the text is larger than any sheet of participants. */
function readBoundedRows(file: string, bytes: Uint8Array, looking: Looking): Parsed<Raw | null> {
  const decoded = decode(file, bytes, looking.encoding);
  if (decoded.value === null) return { value: null, problems: decoded.problems };
  const { encoding, isDamaged } = decoded.value;
  const utf8 = trimEmptyLines(decoded.value.utf8);
  const renamed = /\.(?:xls[xmb]?|ods)$/iu.test(file) ? [csvByOtherName(file)] : [];
  const told = [...renamed, ...decoded.problems];
  if (isBlank(utf8)) return { value: null, problems: [...told, emptyFile(file)] };
  const named = findNamedDelimiter(utf8);
  const rest = named?.rest ?? utf8;
  const delimiter = named?.delimiter ?? detectDialect(rest, looking.columnOf).delimiter;
  const { rows, lineOf, cellsOf, problems } = readCsvRows(file, rest, delimiter, looking);
  if (rows.length === 0 && problems.length === 0) return { value: null, problems: [...told, emptyFile(file)] };
  const shift = named === null ? 0 : 1;
  const mayBeSpoilt = SIGNS_OF_SPOILING.some(sign => includesBytes(utf8, encodeUtf8(sign)));
  const found = { mayBeSpoilt, mayBeOdd: mayBeOdd(utf8), isDamaged, unknown: [], shown: [], merged: [] };
  const raw = { file, encoding, delimiter, rows, cellsOf, ...found };
  return { value: { ...raw, lineOf: row => lineOf(row) + shift }, problems: [...told, ...problems] };
}

/** A text without the empty lines at its end: there may be a hundred thousand, and each would be a row. */
function trimEmptyLines(utf8: Uint8Array): Uint8Array {
  let end = utf8.length;
  while (end > 0 && (utf8[end - 1] === LINE_FEED || utf8[end - 1] === CARRIAGE_RETURN)) end--;
  return utf8.subarray(0, end);
}

const CARRIAGE_RETURN = 13;

function isBlank(utf8: Uint8Array): boolean {
  for (const line of readLines(utf8)) if (line.trim() !== '') return false;
  return true;
}

interface FoundRows extends Pick<Raw, 'lineOf' | 'cellsOf'> {
  readonly rows: Row[];
  readonly problems: Problem[];
}

/**
 * The rows of a text. A quote that is not doubled spoils its own row at most, as long as the row ends where its line does;
 * behind a quoted cell of several lines nothing is certain, so that this fault is the last.
 */
function readCsvRows(file: string, utf8: Uint8Array, delimiter: Delimiter, looking: Looking): FoundRows {
  const cleaner = makeCleaner(looking.restores);
  const lines = new Lines();
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const controls = mayHoldControls(utf8) ? new Controls(file) : null;
  let row = 0;
  let cells = 0;
  for (const record of readRecords(utf8, delimiter)) {
    row++;
    // Blank lines, and rows of nothing but delimiters, are nothing: there may be any number of them.
    if (record.fault === null && record.cells.every(cell => cell === '')) continue;
    if (record.fault === 'unclosed' || record.fault === 'beyond its line') {
      const column = record.fault === 'unclosed' ? findHeaderName(utf8, delimiter, looking, record.cells.length) : null;
      problems.push(unclosedQuote(column === null ? { file, row } : { file, row, column }));
      break;
    }
    if (record.fault === 'in its line') problems.push(strayQuote(file, row));
    controls?.hear(record.cells, row);
    cells += record.cells.length;
    holdSmall(record.cells, row, cells);
    rows.push({ row, cells: cleaner.clean(record.cells) });
    if (rows.length > MOST.rows) throw new BeyondBound({ of: 'rows', most: MOST.rows });
    if (record.lines > 1) lines.add(row, record.lines);
  }
  const { cellsOf } = cleaner;
  const told = [...problems, ...(controls?.listProblems() ?? [])];
  return { rows, problems: told, lineOf: row => lines.findLine(row), cellsOf };
}

/** Holds a record to the bounds, and cuts off empty cells far out. @param all so many cells there are up to here. */
function holdSmall(cells: string[], row: number, all: number): void {
  if (all > MOST.cells) throw new BeyondBound({ of: 'cells', most: MOST.cells });
  if (cells.length > MOST.columns) {
    const isMore = cells.slice(MOST.columns).some(cell => cell !== '');
    if (isMore) throw new BeyondBound({ of: 'columns of a row', most: MOST.columns, row });
    cells.length = MOST.columns;
  }
  for (let column = 0; column < cells.length; column++) {
    if (cells[column]!.length <= MOST.letters) continue;
    throw new BeyondBound({ of: 'letters of a cell', most: MOST.letters, row, column: column + 1 });
  }
}

/** Cleans the cells of a record, in place: there are millions. In each column most of them repeat. */
interface Cleaner extends Pick<Raw, 'cellsOf'> {
  readonly clean: (cells: string[]) => readonly string[];
}

function makeCleaner(restores: boolean): Cleaner {
  const meant = restores
    ? (cell: string) => restoreFormula(unwrapFormula(clean(cell)))
    : (cell: string) => unwrapFormula(clean(cell));
  const byColumn: Memo<string>[] = [];
  return {
    clean: cells => {
      while (byColumn.length < cells.length) byColumn.push(memoise(meant));
      for (let column = 0; column < cells.length; column++) cells[column] = byColumn[column]!(cells[column]!);
      return cells;
    },
    cellsOf: column => byColumn[column]?.listValues() ?? null,
  };
}

/** The name of a column, where the sheet has one for it. */
function findHeaderName(utf8: Uint8Array, delimiter: Delimiter, { columnOf }: Looking, column: number): string | null {
  const rows = readFirstRows(utf8, delimiter);
  return clean(rows[findHead(rows, columnOf).above]?.[column] ?? '') || null;
}

/** In which line of a text a row begins, when some rows take several lines. */
class Lines {
  readonly #long: number[] = [];
  readonly #more: number[] = [];

  add(row: number, lines: number): void {
    this.#long.push(row);
    this.#more.push((this.#more.at(-1) ?? 0) + lines - 1);
  }

  findLine(row: number): number {
    let low = 0;
    let high = this.#long.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#long[middle]! < row) low = middle + 1;
      else high = middle;
    }
    return row + (low === 0 ? 0 : this.#more[low - 1]!);
  }
}
