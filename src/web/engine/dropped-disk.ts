/** Files that were dropped on a page, as a disk: what a programme names in folders is found by its name. */
import type { Disk, FoundSheet, SheetPath } from '../../domain/disk.ts';
import { EXIT, InternalError, UserError } from '../../domain/errors.ts';
import { MOST } from '../../domain/input-bounds.ts';
import { RUN } from '../../domain/run-files.ts';
import { compareText } from '../../domain/text.ts';
import { mayBeWorkbook } from '../../workbook/signatures.ts';
import { parseWorkbook } from '../../workbook/workbook.ts';
import { UNPACKER } from './archives.ts';
import { normalisePath, PAGE_PATHS } from './path-functions.ts';

/** A file as it was dropped. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Where the files of a run are that was dropped, and of one that is to come. */
export const RUN_FOLDER = 'run';

/** The disk of some files, by their paths. */
export function makeDisk(files: ReadonlyMap<string, Uint8Array>): Disk {
  const find = (path: string): Uint8Array | null => {
    const exact = normalisePath(path);
    const isInRun = exact === RUN_FOLDER || exact.startsWith(`${RUN_FOLDER}/`);
    return files.get(exact) ?? (isInRun ? null : files.get(PAGE_PATHS.basename(exact))) ?? null;
  };
  const exists = (path: string) => find(path) !== null || hasFolder(files, normalisePath(path));
  const splitSheetPath = (name: string): SheetPath => splitPath(name, path => find(path) !== null);
  const readBytes = (path: string) => takeBytes(path, find(path), files);
  return {
    ...PAGE_PATHS,
    ...{ exists, readBytes, splitSheetPath },
    readAll: paths => readAll(paths, readBytes),
    readSheets: names => readSheets(names, splitSheetPath, readBytes),
    findRealPath: path => (find(path) === null ? null : normalisePath(path)),
    hasRun: folder => files.has(`${normalisePath(folder)}/${RUN.marker}`),
    recover: () => {},
    writesWorkbooks: false,
    writeWorkbook: () => Promise.reject(new InternalError('the page writes no workbooks')),
  };
}

function hasFolder(files: ReadonlyMap<string, Uint8Array>, folder: string): boolean {
  return [...files.keys()].some(path => path.startsWith(`${folder}/`));
}

/** Takes "book.xlsx#Mentors" apart, where no file has that very name. */
function splitPath(name: string, isFile: (path: string) => boolean): SheetPath {
  const marks = [...name.matchAll(/#/gu)].map(({ index }) => index);
  if (marks.length === 0 || isFile(name)) return { path: name, sheet: null };
  const mark = marks.find(at => at > 0 && isFile(name.slice(0, at))) ?? marks[0]!;
  return { path: name.slice(0, mark), sheet: name.slice(mark + 1) };
}

function takeBytes(path: string, bytes: Uint8Array | null, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  if (bytes === null) {
    const neighbours = [...files.keys()].filter(name => PAGE_PATHS.extname(name) === PAGE_PATHS.extname(path));
    const facts = { path, folder: PAGE_PATHS.dirname(path), neighbours: neighbours.sort(compareText) };
    throw new UserError({ kind: 'file-missing', ...facts }, EXIT.machine);
  }
  if (bytes.length > MOST.fileMiB * 1024 * 1024) {
    throw new UserError({ kind: 'file-too-large', path, mebibytes: MOST.fileMiB }, EXIT.machine);
  }
  return bytes;
}

function readAll(paths: readonly string[], readBytes: (path: string) => Uint8Array): ReadonlyMap<string, Uint8Array> {
  const read = new Map<string, Uint8Array>();
  const errors: UserError[] = [];
  for (const path of paths) {
    try {
      read.set(path, readBytes(path));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) {
    throw new UserError({ kind: 'several', troubles: errors.map(({ trouble }) => trouble) }, EXIT.machine);
  }
  return read;
}

async function readSheets(
  names: readonly string[],
  split: (name: string) => SheetPath,
  readBytes: (path: string) => Uint8Array,
): Promise<ReadonlyMap<string, FoundSheet>> {
  const asked = names.map(name => ({ name, ...split(name) }));
  const files = readAll([...new Set(asked.map(({ path }) => path))], readBytes);
  const workbooks = new Map([...files].map(([path, bytes]) => [path, openWorkbook(path, bytes)]));
  return new Map(
    asked.map(({ name, path, sheet }) => {
      const found = { bytes: files.get(path)!, sheet, workbook: workbooks.get(path) ?? null };
      return [name, found];
    }),
  );
}

function openWorkbook(path: string, bytes: Uint8Array): FoundSheet['workbook'] {
  return mayBeWorkbook(bytes) ? parseWorkbook(path, bytes, UNPACKER) : null;
}
