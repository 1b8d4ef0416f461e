import fs from 'node:fs';
import { basename, join } from 'node:path';
import { EXIT, InternalError, UserError } from '../domain/errors.ts';
import { byText, listed, shown } from '../domain/text.ts';
import type { Place, Publication } from './place.ts';
import { codeOf } from './system.ts';

/** What file managers and office programs put into any folder by themselves: stays where it is and stops nobody. */
const CLUTTER = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\.~lock\..*#|~\$.*)$/i;

export function refuseNames(p: Publication): void {
  const wrong = [...p.files.keys()].filter(name => name !== basename(name) || /^\.*$|[\\\n\0]/.test(name));
  if (wrong.length > 0) throw new InternalError(`no plain file names: ${listed(wrong.map(shown))}`);
  if (!p.files.has(p.marker)) throw new InternalError(`the files lack the marker ${p.marker}`);
}

export function makeParent(place: Place): void {
  if (place.parent === place.folder) throw refusal(`${place.name} is a whole disk, not a folder`);
  try {
    fs.mkdirSync(place.parent, { recursive: true });
  } catch (error) {
    if (!['EEXIST', 'ENOTDIR'].includes(codeOf(error) ?? '')) throw error;
    throw refusal(`${place.name} cannot be made: a part of its path is a file, not a folder`);
  }
}

export function refuseFolder(place: Place, p: Publication): void {
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
export function foreignIn(place: Place, p: Publication): string[] {
  const entries = fs.readdirSync(place.folder, { withFileTypes: true });
  const isRun = entries.some(entry => entry.name === p.marker && entry.isFile());
  const own = new Set(ownNames(p));
  const foreign = entries.filter(entry => !isRun || !entry.isFile() || !own.has(entry.name));
  return foreign.map(entry => entry.name).sort(byText);
}

function ownNames(p: Publication): string[] {
  return [...p.known, ...p.files.keys()];
}

export function realPath(path: string): string | null {
  try {
    return fs.realpathSync.native(path);
  } catch {
    return null;
  }
}

function refusal(message: string, hint = 'Choose another folder with --out.'): UserError {
  return new UserError(message, EXIT.input, hint);
}
