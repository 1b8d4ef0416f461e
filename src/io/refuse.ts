import fs from 'node:fs';
import { basename, join } from 'node:path';
import { EXIT, InternalError, UserError } from '../domain/errors.ts';
import { compareText, joinNames, quoteValue } from '../domain/text.ts';
import { readStart } from './put.ts';
import type { FolderKind, Publication, RunPaths } from './run-paths.ts';
import { exists, findErrorCode } from './system.ts';

/**
 * What file managers and office programs put into any folder by themselves, and what has git keep a folder or leave out its files:
 * stays where it is and stops nobody.
 */
const CLUTTER = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.~lock\..*#|~\$.*|\.gitignore|\.gitkeep)$/i;

export function refuseNames(p: Publication): void {
  const wrong = [...p.files.keys()].filter(name => name !== basename(name) || /^\.*$|[\\\n\0]/.test(name));
  if (wrong.length > 0) throw new InternalError(`no plain file names: ${joinNames(wrong.map(quoteValue))}`);
  if (!p.files.has(p.marker)) throw new InternalError(`the files lack the marker ${p.marker}`);
  const unknown = [...p.files.keys()].filter(name => !p.known.includes(name));
  if (unknown.length > 0) throw new InternalError(`files that are not known: ${joinNames(unknown.map(quoteValue))}`);
}

export function makeParent(place: RunPaths): void {
  if (place.parent === place.folder) throw makeRefusal(`${place.name} is a whole disk, not a folder`);
  try {
    fs.mkdirSync(place.parent, { recursive: true });
  } catch (error) {
    const code = findErrorCode(error);
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
    throw makeRefusal(`${place.name} cannot be made: a part of its path is a file, not a folder`);
  }
}

export function refuseFolder(place: RunPaths, p: Publication): void {
  const stat = fs.lstatSync(place.folder, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isSymbolicLink()) throw makeRefusal(`${place.name} is a symbolic link, not a folder`);
  if (!stat.isDirectory()) throw makeRefusal(`${place.name} is a file, not a folder`);
  refuseInputs(place, p);
  refuseChanged(place, p);
  refuseFolders(place, p);
  refuseOthers(place, p);
  const foreign = listForeign(place.folder, p).filter(
    name => !CLUTTER.test(name) && !isOurs(join(place.folder, name), p),
  );
  if (foreign.length === 0 || p.force) return;
  const hint = `Choose another folder with --out, or write beside them with --force: they stay, unless they have the name of a result.`;
  throw makeRefusal(`${place.name} holds what is not from an earlier run: ${joinNames(foreign.map(quoteValue))}`, hint);
}

/** Compares real paths: an input may be reached by a link, or be named in another way. */
function refuseInputs(place: RunPaths, p: Publication): void {
  const results = new Set(p.known.map(name => findRealPath(join(place.folder, name))));
  for (const input of p.inputs) {
    const path = findRealPath(input);
    if (path !== null && results.has(path)) throw makeRefusal(`${input} is an input, and the results would replace it`);
  }
}

/** Somebody may have saved a decision while the new run was made. */
function refuseChanged({ name, folder }: RunPaths, { asRead }: Publication): void {
  for (const [file, bytes] of asRead ?? []) {
    const path = join(folder, file);
    const now = exists(path) ? fs.readFileSync(path) : null;
    if (now === null ? bytes === null : bytes !== null && now.equals(bytes)) continue;
    throw new UserError(
      `${join(name, file)} has changed since it was read; the old results stand`,
      EXIT.machine,
      'Match again: what was decided meanwhile is taken then.',
    );
  }
}

function refuseFolders(place: RunPaths, p: Publication): void {
  for (const entry of fs.readdirSync(place.folder, { withFileTypes: true })) {
    if (entry.isDirectory() && p.files.has(entry.name)) {
      throw makeRefusal(`${join(place.name, entry.name)} is a folder, and a result has that name`);
    }
  }
}

/** With force, too: what a person made in the place of a result, or of one, is theirs. */
function refuseOthers({ name, folder }: RunPaths, { files, mayReplace }: Publication): void {
  if (mayReplace === undefined) return;
  for (const file of files.keys()) {
    const path = join(folder, file);
    if (!exists(path) || (fs.lstatSync(path).isFile() && mayReplace(path))) continue;
    throw makeRefusal(`${join(name, file)} is there already, and is not as rmentor wrote it`);
  }
}

function isOurs(path: string, { isOurs }: Publication): boolean {
  if (isOurs === undefined || !fs.lstatSync(path).isFile()) return false;
  try {
    return isOurs(readStart(path));
  } catch (error) {
    // What may not be read is not ours.
    if (findErrorCode(error) === null) throw error;
    return false;
  }
}

/** Without the marker nothing is ours, whatever its name; with it, the plain files of known names are. */
export function listForeign(folder: string, kind: FolderKind): string[] {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  const isRun = hasRun(folder, kind);
  const own = new Set(kind.known);
  const foreign = entries.filter(entry => !isRun || !entry.isFile() || !own.has(entry.name));
  return foreign.map(entry => entry.name).sort(compareText);
}

export function hasRun(folder: string, { marker }: FolderKind): boolean {
  return fs.lstatSync(join(folder, marker), { throwIfNoEntry: false })?.isFile() === true;
}

export function findRealPath(path: string): string | null {
  try {
    return fs.realpathSync.native(path);
  } catch {
    return null;
  }
}

function makeRefusal(message: string, hint = 'Choose another folder with --out.'): UserError {
  return new UserError(message, EXIT.input, hint);
}
