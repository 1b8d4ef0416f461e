import type { Role } from './input-roles.ts';

/** How a sheet was understood. */
export interface Understood {
  readonly role: Role | 'history';
  readonly file: string;
  readonly encoding: string;
  /** null for a sheet of a workbook. */
  readonly delimiter: string | null;
  readonly rows: number;
  /** Each header with our column, or null where it is kept under its own name. */
  readonly columns: readonly { readonly header: string; readonly column: string | null }[];
  /** Whether a column of ours would understand the cells below the header at an index. */
  readonly fits: (index: number, column: string) => boolean;
}

/** What empty cells and absent columns say, by column. */
export type Defaults = Readonly<Record<string, string>>;
