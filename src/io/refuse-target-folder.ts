import fs from 'node:fs';
import { basename, join } from 'node:path';
import { EXIT, InternalError, UserError } from '../domain/errors.ts';
import { compareText, quoteValue } from '../domain/text.ts';
import { exists, findErrorCode, makeFolder } from './file-system.ts';
import { type FolderKind, isKnown, type Publication, type RunPaths } from './publication-paths.ts';
import { readStart } from './put.ts';

/**
 * What file managers and office programs put into any folder by themselves, and what has git keep a folder or leave out
 * its files: stays where it is and stops nobody.
 */
const CLUTTER = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.~lock\..*#|~\$.*|\.gitignore|\.gitkeep)$/i;

export function refuseNames(p: Publication): void {
  const wrong = [...p.files.keys()].filter(name => name !== basename(name) || /^\.*$|[\\\n\0]/.test(name));
  if (wrong.length > 0) throw new InternalError(`no plain file names: ${wrong.map(quoteValue).join(', ')}`);
  if (!p.files.has(p.marker)) throw new InternalError(`the files lack the marker ${p.marker}`);
  const unknown = [...p.files.keys()].filter(name => !isKnown(name, p));
  if (unknown.length > 0) throw new InternalError(`files that are not known: ${unknown.map(quoteValue).join(', ')}`);
}

export function makeParent(paths: RunPaths): void {
  if (paths.parent === paths.folder) throw new UserError({ kind: 'folder-is-disk', folder: paths.name });
  try {
    makeFolder(paths.parent);
  } catch (error) {
    const code = findErrorCode(error);
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
    throw new UserError({ kind: 'path-is-file', folder: paths.name });
  }
}

export function refuseFolder(paths: RunPaths, p: Publication): void {
  const stat = fs.lstatSync(paths.folder, { throwIfNoEntry: false });
  if (stat === undefined) return;
  if (stat.isSymbolicLink()) throw new UserError({ kind: 'folder-is-link', folder: paths.name });
  if (!stat.isDirectory()) throw new UserError({ kind: 'folder-is-file', folder: paths.name });
  refuseInputs(paths, p);
  refuseChanged(paths, p);
  refuseFolders(paths, p);
  refuseOthers(paths, p);
  const foreign = listForeign(paths.folder, p).filter(
    name => !CLUTTER.test(name) && !isOurs(join(paths.folder, name), p),
  );
  if (foreign.length === 0 || p.force) return;
  throw new UserError({ kind: 'folder-holds-others', folder: paths.name, names: foreign });
}

/** Compares real paths: an input may be reached by a link, or be named in another way. */
function refuseInputs(paths: RunPaths, p: Publication): void {
  const family = p.family === undefined ? [] : fs.readdirSync(paths.folder).filter(name => isKnown(name, p));
  const results = new Set([...p.known, ...family].map(name => findRealPath(join(paths.folder, name))));
  for (const input of p.inputs) {
    const path = findRealPath(input);
    if (path !== null && results.has(path)) throw new UserError({ kind: 'results-replace-input', path: input });
  }
}

/** Somebody may have saved a decision while the new run was made. */
function refuseChanged({ name, folder }: RunPaths, { asRead }: Publication): void {
  for (const [file, bytes] of asRead ?? []) {
    const path = join(folder, file);
    const now = exists(path) ? fs.readFileSync(path) : null;
    if (now === null ? bytes === null : bytes !== null && now.equals(bytes)) continue;
    throw new UserError({ kind: 'decisions-changed', path: join(name, file) }, EXIT.machine);
  }
}

function refuseFolders(paths: RunPaths, p: Publication): void {
  for (const entry of fs.readdirSync(paths.folder, { withFileTypes: true })) {
    if (entry.isDirectory() && p.files.has(entry.name)) {
      throw new UserError({ kind: 'result-is-folder', path: join(paths.name, entry.name) });
    }
  }
}

/** With force, too: what a person made in the place of a result, or of one, is theirs. */
function refuseOthers({ name, folder }: RunPaths, { files, mayReplace }: Publication): void {
  if (mayReplace === undefined) return;
  for (const file of files.keys()) {
    const path = join(folder, file);
    if (!exists(path) || (fs.lstatSync(path).isFile() && mayReplace(path))) continue;
    throw new UserError({ kind: 'sheet-edited', path: join(name, file) });
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
  const foreign = entries.filter(entry => !isRun || !entry.isFile() || !isKnown(entry.name, kind));
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
