import { restoreFormula } from '../../domain/formula.ts';
import { BeyondBound, MOST } from '../../domain/input-bounds.ts';
import { type Problem, strayQuote, unclosedQuote } from '../../domain/problems.ts';
import { clean } from '../../domain/text.ts';
import { CodedSheet, type Row } from '../cell-codes/dictionary-encoded-rows.ts';
import { Controls } from './controls.ts';
import { type CsvPiece, type CsvRecord, readPieces, readPlainRecords } from './csv.ts';
import { type Delimiter, findHead, readFirstRows } from './dialect.ts';
import { memoise } from './memo.ts';
import { type Looking, type Raw, unwrapFormula } from './raw-rows.ts';

/** The rows of a CSV text, and what is wrong with them. */
export interface FoundRows extends Pick<Raw, 'lineOf' | 'cellsOf'> {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
}

/**
 * The rows of a text, with clean cells. A quote that is not doubled spoils its own row at most, as long as the row ends
 * where its line does; behind a quoted cell of several lines nothing is certain, so that this fault is the last.
 * @param mayHoldControls whether each cell has to be looked at as it was written.
 */
export function readCsvRows(
  file: string,
  utf8: Uint8Array,
  delimiter: Delimiter,
  looking: Looking,
  mayHoldControls: boolean,
): FoundRows {
  const controls = mayHoldControls ? new Controls(file) : null;
  const nameOf = (column: number) => findHeaderName(utf8, delimiter, looking, column);
  const gatherer = new RowGatherer({ file, delimiter, read: makeCellReader(looking.restores), controls, nameOf });
  for (const piece of readPieces(utf8, delimiter)) if (!gatherer.addPiece(piece)) break;
  return {
    rows: gatherer.rows,
    problems: [...gatherer.problems, ...(controls?.listProblems() ?? [])],
    lineOf: makeLineFinder(gatherer.lines),
    cellsOf: column => gatherer.listValues(column),
  };
}

/** What a cell says: `restores` as Looking has it. */
function makeCellReader(restores: boolean): (cell: string) => string {
  return restores ? cell => restoreFormula(unwrapFormula(clean(cell))) : cell => unwrapFormula(clean(cell));
}

/** The name of a column, where the sheet has one for it. */
function findHeaderName(utf8: Uint8Array, delimiter: Delimiter, { columnOf }: Looking, column: number): string | null {
  const rows = readFirstRows(utf8, delimiter);
  return clean(rows[findHead(rows, columnOf).above]?.[column] ?? '') || null;
}

/** By itself, so that lines are all that is kept of a sheet which has been read. */
function makeLineFinder(lines: Lines): Raw['lineOf'] {
  return row => lines.findLine(row);
}

/** How rows are gathered. */
interface Gathering {
  readonly file: string;
  readonly delimiter: Delimiter;
  readonly read: (cell: string) => string;
  /** Hears every cell, if there may be something to hear. */
  readonly controls: Controls | null;
  /** The name of a column, where the sheet has one. */
  readonly nameOf: (column: number) => string | null;
}

/** Rows while they are found, numbered as a spreadsheet shows them. */
class RowGatherer {
  readonly #by: Gathering;
  readonly #coded: CodedSheet;
  /** The codes of cells that do not come in lines, by column. */
  readonly #codesOf: ((cell: string) => number)[] = [];
  readonly lines = new Lines();
  readonly rows: Row[] = [];
  readonly problems: Problem[] = [];
  #row = 0;
  #cells = 0;

  constructor(by: Gathering) {
    this.#by = by;
    this.#coded = new CodedSheet(by.delimiter, by.read);
  }

  /** Whether what comes behind is certain. */
  addPiece({ lines, records }: CsvPiece): boolean {
    if (lines !== undefined && this.#addLines(lines)) return true;
    for (const record of records ?? readPlainRecords(lines, this.#by.delimiter)) {
      if (!this.#addRecord(record)) return false;
    }
    return true;
  }

  /** Adds lines without quotes, unless each of their cells has to be looked at or they are beyond a bound. */
  #addLines(bytes: Uint8Array): boolean {
    const added = this.#by.controls === null ? this.#coded.addLines(bytes, this.#row) : null;
    if (added === null) return false;
    const { rows, lines, cells } = added;
    if (this.#cells + cells > MOST.cells || this.rows.length + rows.length > MOST.rows) return false;
    for (const row of rows) this.rows.push(row);
    this.#row += lines;
    this.#cells += cells;
    return true;
  }

  #addRecord(record: CsvRecord): boolean {
    const { cells, fault } = record;
    const row = ++this.#row;
    // Blank lines, and rows of nothing but delimiters, are nothing: there may be any number of them.
    if (fault === null && cells.every(cell => cell === '')) return true;
    if (fault === 'unclosed' || fault === 'beyond its line') {
      const column = fault === 'unclosed' ? this.#by.nameOf(cells.length) : null;
      const location = { file: this.#by.file, row };
      this.problems.push(unclosedQuote(column === null ? location : { ...location, column }));
      return false;
    }
    if (fault === 'in its line') this.problems.push(strayQuote(this.#by.file, row));
    this.#by.controls?.hear(cells, row);
    this.#cells += cells.length;
    holdSmall(cells, row, this.#cells);
    this.rows.push(this.#coded.addRow(row, this.#listCodes(cells)));
    if (this.rows.length > MOST.rows) throw new BeyondBound({ of: 'rows', most: MOST.rows });
    if (record.lines > 1) this.lines.add(row, record.lines);
    return true;
  }

  /** The codes of a record's cells: there are millions, and in each column most of them repeat. */
  #listCodes(cells: readonly string[]): number[] {
    while (this.#codesOf.length < cells.length) {
      const column = this.#codesOf.length;
      this.#codesOf.push(memoise(cell => this.#coded.addText(column, cell)));
    }
    return cells.map((cell, column) => this.#codesOf[column]!(cell));
  }

  /** The different cells of a column, and perhaps some twice; null where there are none. */
  listValues(column: number): Iterable<string> | null {
    return this.#coded.texts[column] ?? null;
  }
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
