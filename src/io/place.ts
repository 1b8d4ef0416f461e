import { basename, dirname, join, resolve } from 'node:path';

/** What a file will hold: bytes, or text as a whole or in pieces. Pieces may be made while they are written, once. */
export type Content = Uint8Array | string | Iterable<string>;

/** A run's files on their way into a folder. */
export interface Publication {
  readonly folder: string;
  /** Plain file name → content. */
  readonly files: ReadonlyMap<string, Content>;
  /** The one of the files whose presence says "a run stands here". */
  readonly marker: string;
  /** Every name that a run may have written, today or in an earlier version. */
  readonly known: readonly string[];
  /** Whether to write into a folder that holds other things too. */
  readonly force: boolean;
  /** Paths of the input files: never overwritten, never removed. */
  readonly inputs: readonly string[];
}

/** Every path that putting a run into its folder uses. All stand on one disk, so that each move is a rename. */
export interface Place {
  /** The folder as the user named it: for messages. */
  readonly name: string;
  readonly folder: string;
  readonly parent: string;
  /** Beside the folder: holds the run while it is being written. Who made it holds the lock, too. */
  readonly temp: string;
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

export function placeOf(name: string): Place {
  const folder = resolve(name);
  const parent = dirname(folder);
  const temp = join(parent, `.${basename(folder)}.rmentor-tmp`);
  return {
    name,
    folder,
    parent,
    temp,
    fresh: join(temp, 'new'),
    arriving: join(temp, 'names'),
    aside: join(temp, 'aside'),
    waste: join(temp, 'waste'),
    old: join(parent, `.${basename(folder)}.rmentor-old`),
  };
}
