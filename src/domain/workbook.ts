/** A workbook as read: every cell as the text that a person sees, or as near to it as can be. */
export interface Workbook {
  readonly kind: 'Excel workbook' | 'OpenDocument workbook';
  readonly sheets: readonly Grid[];
}

/** The cells of one sheet of a workbook; row 0 is what the spreadsheet shows as row 1. */
export interface Grid {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows with something in them that nobody sees: a filter leaves them out, or somebody hid them. */
  readonly hiddenRows: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** Cells with a formula that was never worked out, so that nobody knows their value. */
  readonly unknown: readonly CellAddress[];
  /** Cells of numbers to which their format adds something, as a person sees them: E0045 for 45. */
  readonly shown: readonly ShownCell[];
  /** Cells of one column that the sheet shows as one; only the first holds something. */
  readonly merged: readonly MergedCells[];
}

/** Where a cell is; both are counted from 0. */
export interface CellAddress {
  readonly row: number;
  readonly column: number;
}

/** Counted from 0. */
export interface MergedCells {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

export interface ShownCell extends CellAddress {
  readonly text: string;
}

/** What is wrong with a workbook that cannot be read. */
export type Damage =
  | 'cell address'
  | 'cell in another row'
  | 'contents damaged'
  | 'end missing'
  | 'number damaged'
  | 'packing'
  | 'part cut off'
  | 'part damaged'
  | 'part missing'
  | 'part not UTF-8'
  | 'part renamed'
  | 'part twice'
  | 'sheet missing'
  | 'sheet twice'
  | 'table in a cell'
  | 'text missing';

export class DamagedWorkbook extends Error {
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(`a damaged workbook: ${damage}`);
    this.damage = damage;
  }
}

/** A sheet to be written. */
export interface WrittenSheet {
  readonly name: string;
  /** Texts stay texts, so that ids keep their zeros. */
  readonly rows: readonly (readonly (string | number)[])[];
  /** Whether the first row heads the others: it stays in sight. */
  readonly hasHeader?: boolean;
  /** The name of the table that all rows are; that heads it, and filters it, by itself. */
  readonly table?: string;
  /** A column, counted from 0, in whose cells one of these is chosen. */
  readonly choice?: { readonly column: number; readonly options: readonly string[] };
}
