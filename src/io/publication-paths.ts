import { basename, dirname, join, resolve } from 'node:path';
import type { FileContent } from '../domain/disk.ts';
import { identifyWriter, type Writer } from './file-system.ts';

/** By what a folder is told to hold a run, and which of its files are the run's. */
export interface FolderKind {
  /** The one of the files whose presence says "a run stands here". */
  readonly marker: string;
  /** Every name that a run may have written, today or in an earlier version. */
  readonly known: readonly string[];
  /** Further names that a run may have written, where there is no list of them. */
  readonly family?: RegExp;
}

/** Whether a run may have written a file of this name. */
export function isKnown(name: string, { known, family }: FolderKind): boolean {
  return known.includes(name) || family?.test(name) === true;
}

/** A run's files on their way into a folder. */
export interface Publication extends FolderKind {
  readonly folder: string;
  /** Plain file name → content; each name is a known one. */
  readonly files: ReadonlyMap<string, FileContent>;
  /** Whether to write into a folder that holds other things too. */
  readonly force: boolean;
  /** Paths of the input files: never overwritten, never removed. */
  readonly inputs: readonly string[];
  /**
   * The bytes of known files that the new ones follow from, null for one that is not there:
   * changed since, they are not replaced.
   */
  readonly asRead?: ReadonlyMap<string, Uint8Array | null>;
  /**
   * Whether a file of another name that begins like this is from a call of ours, too: it
   * stays, and is no reason to refuse.
   */
  readonly isOurs?: (start: string) => boolean;
  /** Whether a file of a known name may be replaced; all may where this is not said. */
  readonly mayReplace?: (path: string) => boolean;
}

/** Every path that putting a run into its folder uses. All stand on one disk, so that each move is a rename. */
export interface RunPaths {
  /** The folder as the user named it: for messages. */
  readonly name: string;
  readonly folder: string;
  readonly parent: string;
  /** Beside the folder: holds the run while it is being written. Who made it holds the lock, too. */
  readonly temp: string;
  /** Who writes, and in temp: the file that says so to others. */
  readonly writer: Writer;
  readonly lock: string;
  /** In temp: the new files, and a list of their names. */
  readonly fresh: string;
  readonly arriving: string;
  /** In temp: earlier files while new ones are moved in one by one. As long as it stands, the earlier run holds. */
  readonly aside: string;
  /** In temp: an earlier run that is over. */
  readonly waste: string;
  /** Beside the folder: the earlier run between the two renames that replace it as a whole. */
  readonly old: string;
}

/** @param writer whose run it is. */
export function makeRunPaths(name: string, writer: Writer = identifyWriter()): RunPaths {
  const folder = resolve(name);
  const parent = dirname(folder);
  const temp = join(parent, `.${basename(folder)}.rmentor-tmp`);
  return {
    name,
    folder,
    parent,
    temp,
    writer,
    lock: join(temp, `lock-${writer.pid}@${writer.host}`),
    fresh: join(temp, 'new'),
    arriving: join(temp, 'names'),
    aside: join(temp, 'aside'),
    waste: join(temp, 'waste'),
    old: join(parent, `.${basename(folder)}.rmentor-old`),
  };
}

/** The names in temp that a run leaves where it is killed. */
export function listTempNames({ fresh, arriving, aside, waste }: RunPaths): string[] {
  return [fresh, arriving, aside, waste].map(path => basename(path));
}
