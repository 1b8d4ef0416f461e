import { BeyondBound, MOST } from '../domain/input-bounds.ts';
import type { CellAddress, Grid, MergedCells, ShownCell } from '../domain/workbook.ts';

/** How many cells a workbook may still hold, over all its sheets. */
export interface CellBudget {
  cells: number;
}

/** A cell as read from a part of a workbook. */
export interface ReadCell {
  readonly text: string;
  /** What the sheet shows in place of it, where a number format adds something; else null. */
  readonly shown?: string | null;
  /** Whether it holds a formula that no program has worked out. */
  readonly isUnknown?: boolean;
}

/**
 * Puts a sheet together cell by cell. A row is as long as its last cell with something in it, and the sheet
 * ends with its last such row: cells that are only formatted are nothing, however far out. Throws
 * BeyondBound before there are too many.
 */
export class GridMaker {
  readonly #name: string;
  readonly #room: CellBudget;
  readonly #rows: string[][] = [];
  readonly #unknown: CellAddress[] = [];
  readonly #shown: ShownCell[] = [];
  readonly #hidden: number[] = [];
  readonly #merged: MergedCells[] = [];

  constructor(name: string, room: CellBudget) {
    this.#name = name;
    this.#room = room;
  }

  /** @param row and @param column from 0. */
  put(row: number, column: number, { text, shown = null, isUnknown = false }: ReadCell): void {
    if (text === '' && !isUnknown) return;
    if (text.length > MOST.letters) {
      throw new BeyondBound({ of: 'letters of a cell', most: MOST.letters, row: row + 1, column: column + 1 });
    }
    this.hold(row, column, 1);
    const cells = this.#ensureRow(row);
    this.#take(Math.max(0, column + 1 - cells.length));
    while (cells.length <= column) cells.push('');
    cells[column] = text;
    if (isUnknown) this.#unknown.push({ row, column });
    if (shown !== null && shown !== text) this.#shown.push({ row, column, text: shown });
  }

  /** Throws BeyondBound where so many cells up to this row and column are too many: before they are put there. */
  hold(row: number, column: number, cells: number): void {
    if (row >= MOST.workbookRows) {
      throw new BeyondBound({ of: 'row number', most: MOST.workbookRows, row: row + 1 });
    }
    if (column >= MOST.columns) throw new BeyondBound({ of: 'columns', most: MOST.columns });
    if (cells > this.#room.cells) throw new BeyondBound({ of: 'cells', most: MOST.cells });
  }

  /** Says that nobody sees a row. */
  hide(row: number): void {
    this.#hidden.push(row);
  }

  /** Says that a column's cells are one, from a row to another. */
  merge(cells: MergedCells): void {
    if (this.#merged.length < MOST.workbookRows) this.#merged.push(cells);
  }

  build(isHidden: boolean): Grid {
    const hiddenRows = this.#hidden.filter(row => (this.#rows[row]?.length ?? 0) > 0);
    return {
      name: this.#name,
      isHidden,
      hiddenRows,
      rows: this.#rows,
      unknown: this.#unknown,
      shown: this.#shown,
      merged: this.#merged,
    };
  }

  #ensureRow(row: number): string[] {
    while (this.#rows.length <= row) {
      this.#take(1);
      this.#rows.push([]);
    }
    return this.#rows[row]!;
  }

  #take(cells: number): void {
    this.hold(0, 0, cells);
    this.#room.cells -= cells;
  }
}
