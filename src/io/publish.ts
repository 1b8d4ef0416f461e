import fs from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileContent } from '../domain/disk.ts';
import { EXIT, UserError } from '../domain/errors.ts';
import type { LeftResults, WayOut } from '../domain/user-error-kinds.ts';
import { exists, findErrorCode, findFailedCall, isInUse, sync, syncFolder, type Writer } from './file-system.ts';
import { abandon, acquire, isKept, keep, release } from './lock.ts';
import { type FolderKind, makeRunPaths, type Publication, type RunPaths } from './publication-paths.ts';
import { findRealPath, listForeign, makeParent, refuseFolder, refuseNames } from './refuse-target-folder.ts';
import { replaceFiles, replaceFolder, settle } from './replace.ts';

export type { Publication } from './publication-paths.ts';

const SIGNALS: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
];

/**
 * Puts all files into the folder, or none: whatever happens, it holds the earlier run or the new one as a whole.
 * Throws a UserError with exit 2 where the folder is not for us, and with exit 5 where the machine does not let us.
 *
 * Signals are heard only where this function waits: between two pieces of a file, when the folder is still untouched,
 * and once at the end, when all is done. The renames run without a pause in between, so a signal meets the earlier run
 * or the new one, never a step between them. Then the process ends here with 128 + the signal's number.
 * @param writer who writes, where it is not this process.
 */
export async function publish(p: Publication, writer?: Writer): Promise<void> {
  refuseNames(p);
  const paths = makeRunPaths(p.folder, writer);
  const unhook = handleSignals(() => leave(paths, p));
  try {
    makeParent(paths);
    acquire(paths);
    try {
      settle(paths, p);
      refuseFolder(paths, p);
      const sizes = await write(paths, p.files);
      verify(paths, p, sizes);
      replace(paths, p);
    } finally {
      leave(paths, p);
    }
    await setImmediate();
  } catch (error) {
    throw explainError(error, paths, p);
  } finally {
    unhook();
  }
}

/**
 * Finishes what a killed run left undone in a folder; for commands that read a run, before they do.
 * While another run is writing, or where this user may not tidy up, it leaves a folder that stands as it is.
 */
export function recover(folder: string, kind: FolderKind, writer?: Writer): void {
  const paths = makeRunPaths(folder, writer);
  if (!exists(paths.temp) && !exists(paths.old)) return;
  try {
    acquire(paths);
    finish(paths, kind);
  } catch (error) {
    if (findErrorCode(error) === null && !(error instanceof UserError)) throw error;
    if (!exists(paths.folder) && exists(paths.old)) throw explainError(error, paths, kind);
  }
}

/** Handlers stand only while a run is being published, so that Ctrl-C ends the program as usual before and after. */
function handleSignals(tidyUp: () => void): () => void {
  const hooks = SIGNALS.map(([signal, code]) => ({
    signal,
    stop: () => {
      tidyUp();
      process.exit(code);
    },
  }));
  for (const { signal, stop } of hooks) process.on(signal, stop);
  return () => {
    for (const { signal, stop } of hooks) process.off(signal, stop);
  };
}

/**
 * Ends this run's hold. What cannot be put right now (a file is open in Excel) stays for the next run, lock and all.
 */
function leave(paths: RunPaths, kind: FolderKind): void {
  try {
    if (isKept(paths)) finish(paths, kind);
  } catch (error) {
    if (findErrorCode(error) === null) throw error;
  }
}

function finish(paths: RunPaths, kind: FolderKind): void {
  try {
    settle(paths, kind);
    release(paths);
  } catch (error) {
    abandon(paths);
    throw error;
  }
}

/** Writes all files beside the folder, and says how many bytes each must have. */
async function write(paths: RunPaths, files: Publication['files']): Promise<ReadonlyMap<string, number>> {
  fs.mkdirSync(paths.fresh, { mode: 0o700 });
  const keepLock = () => keep(paths);
  await writeFile(paths.arriving, [...files.keys()].join('\n'), keepLock);
  const sizes = new Map<string, number>();
  for (const [name, content] of files) sizes.set(name, await writeFile(join(paths.fresh, name), content, keepLock));
  syncFolder(paths.fresh);
  return sizes;
}

/**
 * For the owner's eyes only, and never through a link or onto a file that stands there already. Returns the size.
 * @param beat is called after each piece.
 */
async function writeFile(path: string, content: FileContent, beat: () => void): Promise<number> {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = fs.constants;
  // Windows knows no O_NOFOLLOW, so that it adds nothing; O_EXCL refuses links there as well.
  const fd = fs.openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    let size = 0;
    for (const bytes of encodePieces(content)) {
      // Unlike `write`, this goes on where the system took a part only.
      fs.writeFileSync(fd, bytes);
      size += bytes.length;
      await setImmediate();
      beat();
    }
    sync(fd);
    return size;
  } finally {
    fs.closeSync(fd);
  }
}

/** Small pieces are written together, so that the system is not called for every line. */
const GATHERED = 65_536;

function* encodePieces(content: FileContent): Generator<Uint8Array> {
  if (content instanceof Uint8Array) yield content;
  else if (typeof content === 'string') yield Buffer.from(content);
  else {
    let text = '';
    for (const piece of content) {
      text += piece;
      if (text.length < GATHERED) continue;
      yield Buffer.from(text);
      text = '';
    }
    yield Buffer.from(text);
  }
}

/** The last look before the switch: exactly these files, each of its full size. */
function verify(paths: RunPaths, p: Publication, sizes: ReadonlyMap<string, number>): void {
  const found = fs.readdirSync(paths.fresh);
  const measureSize = (name: string) => fs.lstatSync(join(paths.fresh, name), { throwIfNoEntry: false })?.size;
  const isWhole = [...sizes].every(([name, size]) => measureSize(name) === size);
  if (isWhole && found.length === sizes.size) return;
  const left = findLeftResults(paths, p);
  throw new UserError(
    { kind: 'folder-unwritable', folder: paths.name, code: null, left, wayOut: 'check-disk' },
    EXIT.machine,
  );
}

/** As a whole where the folder is ours alone, file by file where it is not. */
function replace(paths: RunPaths, p: Publication): void {
  // Much may have happened while the files were written: a link laid, a file dropped in.
  refuseFolder(paths, p);
  const foreign = new Set(exists(paths.folder) ? listForeign(paths.folder, p) : []);
  // A shell that stands in the folder would lose it if it were replaced as a whole.
  const isHere = exists(paths.folder) && findRealPath(paths.folder) === findRealPath('.');
  keep(paths);
  if (foreign.size === 0 && !isHere) {
    replaceFolder(paths);
    return;
  }
  const isMarker = (name: string): number => Number(name === p.marker);
  const leaving = fs.readdirSync(paths.folder).filter(name => p.files.has(name) || !foreign.has(name));
  leaving.sort((a, b) => isMarker(b) - isMarker(a));
  replaceFiles(
    paths,
    leaving,
    [...p.files.keys()].sort((a, b) => isMarker(a) - isMarker(b)),
  );
}

/** A fault of the machine as trouble of the user; any other error is what it was. */
function explainError(error: unknown, paths: RunPaths, kind: FolderKind): unknown {
  const code = findErrorCode(error);
  if (code === null) return error;
  const wayOut = findWayOut(code, findFailedCall(error) === 'rename');
  const left = findLeftResults(paths, kind);
  return new UserError({ kind: 'folder-unwritable', folder: paths.name, code, left, wayOut }, EXIT.machine);
}

/** What the user has now. `existsSync` does not throw where even looking is not allowed. */
function findLeftResults(paths: RunPaths, { marker }: FolderKind): LeftResults {
  const isRun = fs.existsSync(join(paths.folder, marker));
  const hasMarker = (path: string) => fs.existsSync(join(path, marker));
  const kept = fs.existsSync(paths.aside) ? paths.aside : isRun || !hasMarker(paths.old) ? undefined : paths.old;
  if (kept !== undefined) return { kind: 'kept', path: kept };
  return { kind: isRun ? 'unchanged' : 'none' };
}

function findWayOut(code: string, isMove: boolean): WayOut {
  if (isMove && isInUse(code)) return 'close-files';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'free-space';
  if (code === 'EXDEV') return 'folder-inside';
  return 'other-folder';
}
