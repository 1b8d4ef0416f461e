/** A file of a run that was saved again since, and says the same: what is written otherwise in it now. */
export interface SavedTable {
  readonly file: string;
  /** What it is written in now; null for what rmentor writes. */
  readonly encoding: string | null;
  /** What stands between its cells now; null for what stood there. */
  readonly delimiter: string | null;
  /** Whether numbers have another decimal sign. */
  readonly hasOtherDecimals: boolean;
  /** How many ids have lost zeros. */
  readonly zeros: number;
  readonly areRowsMoved: boolean;
  readonly areColumnsMoved: boolean;
  /** Columns that are not ours. */
  readonly more: readonly string[];
  /** Columns of ours in which people write that are gone, or have another name. */
  readonly gone: readonly string[];
}
