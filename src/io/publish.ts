import fs from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { EXIT, InternalError, UserError } from '../domain/errors.ts';
import { byText, listed, shown } from '../domain/text.ts';
import { abandon, acquire, isHeld, release } from './lock.ts';
import { type Place, placeOf } from './place.ts';
import { replaceFiles, replaceFolder, settle } from './replace.ts';
import { causeOf, codeOf, exists, isInUse, sync, syncFolder } from './system.ts';

/** A run's files on their way into a folder. */
export interface Publication {
  readonly folder: string;
  /** Plain file name → content. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The one of the files whose presence says "a run stands here". */
  readonly marker: string;
  /** Every name that a run may have written, today or in an earlier version. */
  readonly known: readonly string[];
  /** Whether to write into a folder that holds other things too. */
  readonly force: boolean;
  /** Paths of the input files: never overwritten, never removed. */
  readonly inputs: readonly string[];
}

/** What file managers and office programs put into any folder by themselves: stays where it is and stops nobody. */
const CLUTTER = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.~lock\..*#|~\$.*)$/i;

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
    settle(place);
    refuseFolder(place, p);
    await write(place, p.files);
    verify(place, p.files);
    replace(place, p);
    leave(place);
    await setImmediate();
  } catch (error) {
    leave(place);
    throw explained(error, place, p);
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
    settle(place);
    release(place);
  } catch (error) {
    if (isHeld(place)) abandon(place);
    if (!(error instanceof UserError) && codeOf(error) === null) throw error;
    if (!exists(place.folder)) throw error instanceof UserError ? error : failed(error, place, 'is not complete');
  }
}

function refuseNames(p: Publication): void {
  const wrong = [...p.files.keys()].filter(name => name !== basename(name) || /^\.*$|[\\\n\0]/.test(name));
  if (wrong.length > 0) throw new InternalError(`no plain file names: ${listed(wrong.map(shown))}`);
  if (!p.files.has(p.marker)) throw new InternalError(`the files lack the marker ${p.marker}`);
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
    settle(place);
    release(place);
  } catch {
    abandon(place);
  }
}

function makeParent(place: Place): void {
  if (place.parent === place.folder) throw refusal(`${place.name} is a whole disk, not a folder`);
  try {
    fs.mkdirSync(place.parent, { recursive: true });
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error;
    throw refusal(`${place.name} cannot be made: a part of its path is a file, not a folder`);
  }
}

function refuseFolder(place: Place, p: Publication): void {
  const stat = fs.lstatSync(place.folder, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isSymbolicLink()) throw refusal(`${place.name} is a symbolic link, not a folder`);
  if (!stat.isDirectory()) throw refusal(`${place.name} is a file, not a folder`);
  refuseInputs(place, p);
  refuseFolders(place, p);
  const foreign = foreignIn(place, p).filter(name => !CLUTTER.test(name));
  if (foreign.length === 0 || p.force) return;
  const hint = `Choose another folder with --out, or write beside them with --force: they stay, unless they have the name of a result.`;
  throw refusal(`${place.name} holds what is not from an earlier run: ${listed(foreign.map(shown))}`, hint);
}

/** Compares real paths: an input may be reached by a link, or be named in another way. */
function refuseInputs(place: Place, p: Publication): void {
  const results = new Set(ownNames(p).map(name => realPath(join(place.folder, name))));
  for (const input of p.inputs) {
    const path = realPath(input);
    if (path !== null && results.has(path)) throw refusal(`${input} is an input, and the results would replace it`);
  }
}

function refuseFolders(place: Place, p: Publication): void {
  for (const entry of fs.readdirSync(place.folder, { withFileTypes: true })) {
    if (entry.isDirectory() && p.files.has(entry.name)) {
      throw refusal(`${join(place.name, entry.name)} is a folder, and a result has that name`);
    }
  }
}

/** Without the marker nothing is ours, whatever its name; with it, the plain files of known names are. */
function foreignIn(place: Place, p: Publication): string[] {
  const entries = fs.readdirSync(place.folder, { withFileTypes: true });
  const isRun = entries.some(entry => entry.name === p.marker && entry.isFile());
  const own = new Set(ownNames(p));
  const foreign = entries.filter(entry => !isRun || !entry.isFile() || !own.has(entry.name));
  return foreign.map(entry => entry.name).sort(byText);
}

function ownNames(p: Publication): string[] {
  return [...p.known, ...p.files.keys()];
}

function realPath(path: string): string | null {
  try {
    return fs.realpathSync.native(path);
  } catch {
    return null;
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
function verify(place: Place, files: Publication['files']): void {
  const found = fs.readdirSync(place.fresh).sort(byText);
  const wrong = [...files].find(([name, content]) => {
    const size = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    return fs.lstatSync(join(place.fresh, name), { throwIfNoEntry: false })?.size !== size;
  });
  if (wrong === undefined && found.length === files.size) return;
  throw new UserError(
    `${place.name} could not be written: the disk did not keep what was written; ${outcome(place)}`,
    EXIT.machine,
    'Check the disk, or choose another folder with --out.',
  );
}

/** Looks again at what the folder holds now: what somebody put there while the files were written must not go. */
function replace(place: Place, p: Publication): void {
  const foreign = new Set(exists(place.folder) ? foreignIn(place, p) : []);
  // A shell that stands in the folder would lose it if it were replaced as a whole.
  if (foreign.size === 0 && realPath(place.folder) !== realPath('.')) {
    replaceFolder(place);
    return;
  }
  const leaving = fs.readdirSync(place.folder).filter(name => p.files.has(name) || !foreign.has(name));
  const others = [...p.files.keys()].filter(name => name !== p.marker);
  const markerFirst = leaving.sort((a, b) => Number(b === p.marker) - Number(a === p.marker));
  replaceFiles(place, markerFirst, [...others, p.marker]);
}

function explained(error: unknown, place: Place, p: Publication): unknown {
  if (error instanceof UserError || codeOf(error) === null) return error;
  return failed(error, place, 'could not be written');
}

function failed(error: unknown, place: Place, what: string): UserError {
  const code = codeOf(error) ?? '';
  const isMove = error instanceof Error && 'syscall' in error && error.syscall === 'rename';
  return new UserError(
    `${place.name} ${what}: ${causeOf(code)}; ${outcome(place)}`,
    EXIT.machine,
    hintFor(code, isMove),
  );
}

function outcome(place: Place): string {
  if (exists(place.aside)) return `the old results are kept in ${place.aside}, and the next run puts them back`;
  if (exists(place.folder)) return 'the old results stand';
  if (exists(place.old)) return `the old results are kept in ${place.old}, and the next run puts them back`;
  return 'nothing was written';
}

function hintFor(code: string, isMove: boolean): string {
  if (isMove && isInUse(code)) return 'Close the files in Excel and run again.';
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return 'Free some space and run again, or choose another disk with --out.';
  if (code === 'EXDEV') return 'Choose a folder inside it with --out.';
  return 'Choose another folder with --out.';
}

function refusal(message: string, hint = 'Choose another folder with --out.'): UserError {
  return new UserError(message, EXIT.input, hint);
}
