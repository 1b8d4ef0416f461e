import type { Parsed } from '../../domain/problems.ts';
import type { Workbook } from '../../domain/workbook.ts';

/** A sheet as it came: the name that messages use, and its bytes. */
export interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The sheet of a workbook that is meant, where the user names one. */
  readonly sheet?: string | null;
  /** What the bytes are where they are a workbook: reading one takes more than the core may do. */
  readonly workbook?: Parsed<Workbook | null> | null;
}
