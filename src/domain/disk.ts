import type { Parsed } from './problems.ts';
import type { Workbook, WrittenSheet } from './workbook.ts';

/**
 * What a shell does with files: those of a computer, or those that somebody dropped on a
 * page. Paths are as it writes them.
 */
export interface Disk extends Paths {
  readonly exists: (path: string) => boolean;
  /** The bytes of a file; @throws UserError where it cannot be read. */
  readonly readBytes: (path: string) => Uint8Array;
  /** The bytes of several files by path, each read once. Where some cannot be read, one UserError names them all. */
  readonly readAll: (paths: readonly string[]) => ReadonlyMap<string, Uint8Array>;
  /** Takes "book.xlsx#Mentors" apart. */
  readonly splitSheetPath: (name: string) => SheetPath;
  /** Sheets by the names that the user gives them, each file read once, as what its content says it is. */
  readonly readSheets: (names: readonly string[]) => Promise<ReadonlyMap<string, FoundSheet>>;
  /** Where a file is whatever it is called by; null where there is none. */
  readonly findRealPath: (path: string) => string | null;
  /** Whether a folder holds a finished run. */
  readonly hasRun: (folder: string) => boolean;
  /** Finishes what a killed run left undone in a folder. */
  readonly recover: (folder: string) => void;
  /** Whether the shell has what writes workbooks: the page has not, which would be a tenth larger. */
  readonly writesWorkbooks: boolean;
  readonly writeWorkbook: (sheets: readonly WrittenSheet[]) => Promise<Uint8Array>;
}

/** How paths are put together and taken apart. */
export interface Paths {
  readonly join: (...parts: readonly string[]) => string;
  readonly dirname: (path: string) => string;
  readonly basename: (path: string) => string;
  readonly extname: (path: string) => string;
  readonly resolve: (...parts: readonly string[]) => string;
  readonly relative: (from: string, to: string) => string;
  /** A path with / between folders. */
  readonly writeSlashes: (path: string) => string;
  /** A path of another system as this one writes it. @param folder what it is relative to */
  readonly adaptPath: (path: string, folder?: string) => string;
  readonly isOfOtherSystem: (path: string) => boolean;
}

/** What a file is to hold: whole, or in pieces that are made one by one. */
export type FileContent = Uint8Array | string | Iterable<string>;

/** A file that holds a sheet, and which of its sheets is meant where the user names one. */
export interface SheetPath {
  readonly path: string;
  readonly sheet: string | null;
}

/** A sheet as found: bytes, and the workbook that they are, if they are one. */
export interface FoundSheet {
  readonly bytes: Uint8Array;
  readonly sheet: string | null;
  readonly workbook: Parsed<Workbook | null> | null;
}
