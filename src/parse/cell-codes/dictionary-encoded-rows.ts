/**
 * Rows of a sheet that hold a number for each cell in place of its text, and the dictionary that has the texts.
 */
import { ROOM, startMachine } from './wasm.ts';

/** A row of a sheet: cleaned cells, numbered as a spreadsheet shows it. */
export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * A row whose cells are known by numbers, their codes: cells of a column that are written alike mostly have one. Texts
 * are looked up when they are asked for, so that most rows never are a list of them.
 */
export class CodedRow {
  readonly row: number;
  readonly sheet: CodedSheet;
  /** Where its codes stand among the numbers of the sheet. */
  readonly start: number;
  readonly width: number;

  constructor(row: number, sheet: CodedSheet, start: number, width: number) {
    this.row = row;
    this.sheet = sheet;
    this.start = start;
    this.width = width;
  }

  get cells(): readonly string[] {
    return Array.from({ length: this.width }, (_, column) => this.getCell(column)!);
  }

  /** The code of a cell; −1 where the row ends before it. */
  getCode(column: number): number {
    return column < this.width ? this.sheet.numbers[this.start + column]! : -1;
  }

  getCell(column: number): string | undefined {
    return column < this.width ? this.sheet.texts[column]![this.sheet.numbers[this.start + column]!] : undefined;
  }
}

/** The rows of a text: of its lines that have no quotes, and of cells that others found. */
export class CodedSheet {
  /** What the cells of each column say, by code; 0 is an empty cell. */
  readonly texts: string[][] = [];
  readonly #read: (cell: string) => string;
  readonly #machine = startMachine();
  #numbers = new Int32Array(ROOM);
  #end = 0;

  /** @param read what a cell says, by what is written. */
  constructor(delimiter: string, read: (cell: string) => string) {
    this.#read = read;
    this.#machine.begin(delimiter.charCodeAt(0));
  }

  /**
   * The codes of each row after the other; before those of a line its number in the piece that
   * it came in, and how many they are.
   */
  get numbers(): Int32Array {
    return this.#numbers;
  }

  /**
   * The rows of some lines that are not blank, and how many lines and cells these are; null where there is too much of
   * something (see assembly/encode-cells.ts). @param before the number of the row before them.
   */
  addLines(lines: Uint8Array, before: number): CodedLines | null {
    if (lines.length > ROOM) return null;
    const machine = this.#machine;
    new Uint8Array(machine.memory.buffer, machine.inputAt(), ROOM).set(lines);
    const count = machine.readLines(lines.length);
    this.#addTexts();
    return count < 0 ? null : { lines: count, ...this.#addRows(before) };
  }

  /** A new code for a cell that does not come in a line; the caller remembers it. */
  addText(column: number, cell: string): number {
    this.#openColumns(column + 1);
    if (cell === '') return 0;
    const code = this.#machine.addCode(column);
    this.texts[column]![code] = this.#read(cell);
    return code;
  }

  /** A row of cells by their codes. */
  addRow(row: number, codes: readonly number[]): CodedRow {
    this.#openColumns(codes.length);
    this.#reserve(codes.length);
    const start = this.#end;
    this.#numbers.set(codes, start);
    this.#end += codes.length;
    return new CodedRow(row, this, start, codes.length);
  }

  #openColumns(count: number): void {
    while (this.texts.length < count) this.texts.push(['']);
  }

  /** Makes texts of all new cells at once: they become parts of one string, which takes a fraction of the time. */
  #addTexts(): void {
    const { memory, freshAt, freshColumnsAt, countFreshBytes, countFreshCells } = this.#machine;
    const count = countFreshCells();
    if (count === 0) return;
    const texts = UTF8.decode(new Uint8Array(memory.buffer, freshAt(), countFreshBytes())).split('\n');
    const columns = new Uint16Array(memory.buffer, freshColumnsAt(), count);
    for (let at = 0; at < count; at++) {
      const column = columns[at]!;
      this.#openColumns(column + 1);
      this.texts[column]!.push(this.#read(texts[at]!));
    }
  }

  #addRows(before: number): Omit<CodedLines, 'lines'> {
    const { memory, codesAt, countCodes } = this.#machine;
    const added = new Int32Array(memory.buffer, codesAt(), countCodes());
    const first = this.#end;
    this.#reserve(added.length);
    this.#numbers.set(added, first);
    this.#end += added.length;
    const rows: CodedRow[] = [];
    for (let at = first; at < this.#end; ) {
      const width = this.#numbers[at + 1]!;
      this.#openColumns(width);
      rows.push(new CodedRow(before + this.#numbers[at]!, this, at + HEAD, width));
      at += HEAD + width;
    }
    return { rows, cells: added.length - HEAD * rows.length };
  }

  #reserve(more: number): void {
    if (this.#end + more <= this.#numbers.length) return;
    const larger = new Int32Array(2 * (this.#end + more));
    larger.set(this.#numbers);
    this.#numbers = larger;
  }
}

/** So many numbers stand before the codes of a row. */
const HEAD = 2;

/** Cells have been found to be UTF-8; a mark in the middle of a text is a character like others. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** What came of some lines. */
interface CodedLines {
  readonly rows: readonly CodedRow[];
  readonly lines: number;
  readonly cells: number;
}

/** What a cell of a row says; undefined where the row ends before it. */
export function getCell(row: Row, column: number): string | undefined {
  return row instanceof CodedRow ? row.getCell(column) : row.cells[column];
}

/** How many cells a row has. */
export function countCells(row: Row): number {
  return row instanceof CodedRow ? row.width : row.cells.length;
}
