/** Where files that were dropped lie: those of a finished run in its folder, and all others beside it. */
import { EXIT, UserError } from '../../domain/errors.ts';
import { BeyondBound } from '../../domain/input-bounds.ts';
import { RUN } from '../../domain/run-files.ts';
import { DamagedWorkbook } from '../../domain/workbook.ts';
import { unpackFiles } from './archives.ts';
import { type DroppedFile, RUN_FOLDER } from './dropped-disk.ts';

/**
 * The files by their paths. An archive with a certificate in it is a finished run, and so is a
 * certificate with what belongs to it.
 */
export function placeFiles(dropped: readonly DroppedFile[]): ReadonlyMap<string, Uint8Array> {
  const runs = dropped.filter(isArchive).flatMap(file => listRunFiles(unpackArchive(file)));
  const others = dropped.filter(file => !isArchive(file));
  const isRun = runs.length > 0 || others.some(({ name }) => name === RUN.marker);
  const placed = others.map(({ name, bytes }) => {
    const isOfRun = isRun && runs.length === 0 && isKnown(name);
    return [isOfRun ? `${RUN_FOLDER}/${name}` : name, bytes] as const;
  });
  return new Map([...runs, ...placed]);
}

function unpackArchive({ name, bytes }: DroppedFile): ReadonlyMap<string, Uint8Array> {
  try {
    return unpackFiles(bytes);
  } catch (error) {
    if (!(error instanceof BeyondBound) && !(error instanceof DamagedWorkbook) && !(error instanceof RangeError))
      throw error;
    throw new UserError({ kind: 'file-unreadable', path: name, code: 'ZIP' }, EXIT.machine);
  }
}

/** Whether a file has the name of one of a run. */
export function isKnown(name: string): boolean {
  return RUN.known.some(known => known === name) || RUN.family.test(name);
}

function isArchive({ name }: DroppedFile): boolean {
  return /\.zip$/iu.test(name);
}

/** The files of a run, whichever folder of an archive they are in; those of others lie beside it. */
function listRunFiles(files: ReadonlyMap<string, Uint8Array>): readonly (readonly [string, Uint8Array])[] {
  const marker = [...files.keys()].find(path => path.split('/').at(-1) === RUN.marker);
  const folder = marker?.slice(0, -RUN.marker.length) ?? '';
  return [...files].map(([path, bytes]) => {
    const isInside = marker !== undefined && path.startsWith(folder);
    return [isInside ? `${RUN_FOLDER}/${path.slice(folder.length)}` : path, bytes] as const;
  });
}
