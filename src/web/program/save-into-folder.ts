/**
 * Saves a run as a new folder in one that somebody chooses, where the browser lets a page do so: all files, or
 * none that would be called a run.
 */
import { RUN } from '../../domain/run-files.ts';

/** A folder, as far as it is needed of what browsers that have it give: https://wicg.github.io/file-system-access/ */
interface Folder {
  readonly keys: () => AsyncIterable<string>;
  readonly getDirectoryHandle: (name: string, options: { readonly create: true }) => Promise<Folder>;
  readonly getFileHandle: (name: string, options: { readonly create: true }) => Promise<File>;
  readonly removeEntry: (name: string, options: { readonly recursive: true }) => Promise<void>;
}

interface File {
  readonly createWritable: () => Promise<Writable>;
}

interface Writable {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly abort: () => Promise<void>;
}

type Choose = (options: { readonly mode: 'readwrite' }) => Promise<Folder>;

/** How saving ended. */
export type FolderEnd =
  | { readonly kind: 'saved'; readonly folder: string }
  /** Nobody chose a folder, or the browser does not allow it. */
  | { readonly kind: 'not-chosen' }
  /** @param left the folder that holds a part and could not be removed. */
  | { readonly kind: 'failed'; readonly left: string | null };

/** What browsers call it that can. */
const CHOOSE = 'showDirectoryPicker';

export function canSaveIntoFolder(): boolean {
  return CHOOSE in globalThis;
}

export async function saveIntoFolder(files: ReadonlyMap<string, Uint8Array>): Promise<FolderEnd> {
  const parent = await chooseFolder();
  if (parent === null) return { kind: 'not-chosen' };
  let name: string | null = null;
  try {
    name = findFreeName(await listNames(parent));
    await writeFiles(await parent.getDirectoryHandle(name, { create: true }), files);
    return { kind: 'saved', folder: name };
  } catch {
    return { kind: 'failed', left: name === null || (await removeFolder(parent, name)) ? null : name };
  }
}

async function chooseFolder(): Promise<Folder | null> {
  try {
    return await (globalThis as unknown as Readonly<Record<typeof CHOOSE, Choose>>)[CHOOSE]({ mode: 'readwrite' });
  } catch {
    return null;
  }
}

async function listNames(folder: Folder): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for await (const name of folder.keys()) names.add(name.toLowerCase());
  return names;
}

/** Nothing that is there is written over. */
function findFreeName(taken: ReadonlySet<string>): string {
  if (!taken.has('run')) return 'run';
  let number = 2;
  while (taken.has(`run-${number}`)) number++;
  return `run-${number}`;
}

/** What makes a folder a run comes last: whatever stops it before leaves none. */
async function writeFiles(folder: Folder, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const names = [...files.keys()].filter(name => name !== RUN.marker);
  for (const name of [...names, RUN.marker]) {
    await writeFile(await (await folder.getFileHandle(name, { create: true })).createWritable(), files.get(name)!);
  }
}

/** A file that is left open could not be removed. */
async function writeFile(file: Writable, bytes: Uint8Array): Promise<void> {
  try {
    await file.write(bytes);
    await file.close();
  } catch (error) {
    await file.abort().catch(() => {});
    throw error;
  }
}

async function removeFolder(parent: Folder, name: string): Promise<boolean> {
  try {
    await parent.removeEntry(name, { recursive: true });
    return true;
  } catch {
    return false;
  }
}
