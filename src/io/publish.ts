import fs from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { EXIT, UserError } from '../domain/errors.ts';
import { byText } from '../domain/text.ts';
import { abandon, acquire, isHeld, release } from './lock.ts';
import { type Place, type Publication, placeOf } from './place.ts';
import { foreignIn, makeParent, realPath, refuseFolder, refuseNames } from './refuse.ts';
import { replaceFiles, replaceFolder, settle } from './replace.ts';
import { causeOf, codeOf, exists, isInUse, sync, syncFolder } from './system.ts';

export type { Publication } from './place.ts';

const SIGNALS: readonly (readonly [NodeJS.Signals, number])[] = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
];

/**
 * Puts all files into the folder, or none: whatever happens, it holds the earlier run or the new one as a whole.
 * Throws a UserError with exit 2 where the folder is not for us, and with exit 5 where the machine does not let us.
 *
 * Signals are heard only where this function waits: between two files, when the folder is still untouched, and once
 * at the end, when all is done. The renames run without a pause in between, so a signal meets the earlier run or
 * the new one, never a step between them. Then the process ends here with 128 + the signal's number.
 */
export async function publish(p: Publication): Promise<void> {
  refuseNames(p);
  const place = placeOf(p.folder);
  const unhook = onSignals(() => leave(place));
  try {
    makeParent(place);
    acquire(place);
    try {
      settle(place);
      refuseFolder(place, p);
      await write(place, p.files);
      verify(place, p);
      replace(place, p);
    } finally {
      leave(place);
    }
    await setImmediate();
  } catch (error) {
    throw explained(error, place, p.marker);
  } finally {
    unhook();
  }
}

/**
 * Finishes what a killed run left undone in a folder; for commands that read a run, before they do.
 * While another run is writing, or where this user may not tidy up, it leaves a folder that stands as it is.
 */
export function recover(folder: string): void {
  const place = placeOf(folder);
  if (!exists(place.temp) && !exists(place.old)) return;
  try {
    acquire(place);
    finish(place);
  } catch (error) {
    if (codeOf(error) === null && !(error instanceof UserError)) throw error;
    if (!exists(place.folder) && exists(place.old)) throw explained(error, place, null);
  }
}

/** Handlers stand only while a run is being published, so that Ctrl-C ends the program as usual before and after. */
function onSignals(tidyUp: () => void): () => void {
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

/** Ends this run's hold. What cannot be put right now (a file is open in Excel) stays for the next run, lock and all. */
function leave(place: Place): void {
  if (!isHeld(place)) return;
  try {
    finish(place);
  } catch (error) {
    if (codeOf(error) === null) throw error;
  }
}

function finish(place: Place): void {
  try {
    settle(place);
    release(place);
  } catch (error) {
    abandon(place);
    throw error;
  }
}

async function write(place: Place, files: Publication['files']): Promise<void> {
  fs.mkdirSync(place.fresh, { mode: 0o700 });
  writeFile(place.arriving, Buffer.from([...files.keys()].join('\n')));
  for (const [name, content] of files) {
    writeFile(join(place.fresh, name), typeof content === 'string' ? Buffer.from(content) : content);
    await setImmediate();
  }
  syncFolder(place.fresh);
}

/** For the owner's eyes only, and never through a link or onto a file that stands there already. */
function writeFile(path: string, bytes: Uint8Array): void {
  const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = fs.constants;
  // Windows knows no O_NOFOLLOW; O_EXCL refuses links there as well.
  const fd = fs.openSync(path, O_WRONLY | O_CREAT | O_EXCL | (O_NOFOLLOW ?? 0), 0o600);
  try {
    // Unlike `write`, this goes on where the system took a part only.
    fs.writeFileSync(fd, bytes);
    sync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** The last look before the switch: exactly these files, each of its full size. */
function verify(place: Place, { files, marker }: Publication): void {
  const found = fs.readdirSync(place.fresh).sort(byText);
  const wrong = [...files].find(([name, content]) => {
    const size = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    return fs.lstatSync(join(place.fresh, name), { throwIfNoEntry: false })?.size !== size;
  });
  if (wrong === undefined && found.length === files.size) return;
  throw new UserError(
    `${place.name} could not be written: the disk did not keep what was written; ${outcome(place, marker)}`,
    EXIT.machine,
    'Check the disk, or choose another folder with --out.',
  );
}

/** As a whole where the folder is ours alone, file by file where it is not. */
function replace(place: Place, p: Publication): void {
  // Much may have happened while the files were written: a link laid, a file dropped in.
  refuseFolder(place, p);
  const foreign = new Set(exists(place.folder) ? foreignIn(place, p) : []);
  // A shell that stands in the folder would lose it if it were replaced as a whole.
  const isHere = exists(place.folder) && realPath(place.folder) === realPath('.');
  if (foreign.size === 0 && !isHere) {
    replaceFolder(place);
    return;
  }
  const isMarker = (name: string): number => Number(name === p.marker);
  const leaving = fs.readdirSync(place.folder).filter(name => p.files.has(name) || !foreign.has(name));
  leaving.sort((a, b) => isMarker(b) - isMarker(a));
  replaceFiles(
    place,
    leaving,
    [...p.files.keys()].sort((a, b) => isMarker(a) - isMarker(b)),
  );
}

function explained(error: unknown, place: Place, marker: string | null): unknown {
  const code = codeOf(error);
  if (code === null || error instanceof UserError) return error;
  const isMove = error instanceof Error && 'syscall' in error && error.syscall === 'rename';
  const message = `${place.name} could not be written: ${causeOf(code)}; ${outcome(place, marker)}`;
  return new UserError(message, EXIT.machine, hintFor(code, isMove));
}

/** What the user has now. `existsSync` does not throw where even looking is not allowed. */
function outcome(place: Place, marker: string | null): string {
  const isRun = marker !== null && fs.existsSync(join(place.folder, marker));
  const kept = [place.aside, ...(isRun ? [] : [place.old])].find(path => fs.existsSync(path));
  if (kept !== undefined) return `the old results are kept in ${kept}, and the next run puts them back`;
  return isRun ? 'the old results stand' : 'nothing was written';
}

function hintFor(code: string, isMove: boolean): string {
  if (isMove && isInUse(code)) {
    return 'Close the files in Excel and run again. A mounted volume cannot be replaced: choose a folder inside it with --out.';
  }
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'Free some space and run again, or choose another disk.';
  if (code === 'EXDEV') return 'Choose a folder inside it with --out.';
  return 'Choose another folder with --out.';
}
