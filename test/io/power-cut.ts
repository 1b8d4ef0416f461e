/**
 * What a disk may hold after a power cut: every change to a folder is recorded, and replayed onto a disk that keeps for sure
 * only what it was told to keep. Of all else it keeps what it likes, in any order: a name is the old or the new one, a file
 * is as before, cut, or zeros of its length. A rename is one change. That is the weakest disk of Pillai, Chidambaram,
 * Alagappan, Al-Kiswany, Arpaci-Dusseau and Arpaci-Dusseau, "All File Systems Are Not Created Equal", OSDI 2014, whose tool
 * ALICE looks at programs in this way, but for names: there, a rename may be lost in part.
 */
import fs from 'node:fs';
import { join, relative, sep } from 'node:path';
import { vi } from 'vitest';

/** Folders and files by number: a folder's names, a file's bytes. The number 0 is the folder that is looked at. */
interface Tree {
  readonly names: Map<number, Map<string, number>>;
  readonly bytes: Map<number, Buffer>;
}

/** A name in a folder, and to what it leads now: null where it is gone. */
interface Name {
  readonly folder: number;
  readonly name: string;
  readonly to: number | null;
}

type Change =
  | { readonly kind: 'names'; readonly names: readonly Name[] }
  | { readonly kind: 'bytes'; readonly file: number; readonly bytes: Buffer }
  | { readonly kind: 'keep'; readonly node: number };

export interface Recording {
  readonly start: Tree;
  readonly changes: readonly Change[];
}

/** When the power goes: after so many changes. The disk has of those that it need not keep what `isKept` says, by their places. */
export interface PowerCut {
  readonly after: number;
  readonly isKept: (change: number) => boolean;
  /** What becomes of bytes that are kept without need: from 0 to 1. */
  readonly harm: (change: number) => number;
}

/** All that a call changes in a folder, in order. The disk is not bothered: what it was told to keep is noted alone. */
export async function record(home: string, call: () => unknown): Promise<Recording> {
  const start = readTree(home);
  const changes: Change[] = [];
  const spies = spyOnChanges(home, copyTree(start), changes);
  try {
    await call();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  const recording = { start, changes };
  const all = cutPower(recording, { after: changes.length, isKept: () => true, harm: () => 0 });
  // Else something was changed by a call that nobody notes.
  if (describeTree(all) !== describeTree(readTree(home))) throw new Error('the recording is not what was done');
  return recording;
}

/** The places of all changes before the cut that the disk has not been told to keep. */
export function listOpen({ changes }: Recording, after: number): number[] {
  const kept = new Set<number>();
  const open: number[] = [];
  for (let at = after - 1; at >= 0; at--) {
    const change = changes[at]!;
    if (change.kind === 'keep') kept.add(change.node);
    else if (!listNodes(change).some(node => kept.has(node))) open.unshift(at);
  }
  return open;
}

/** What stands on the disk when the power is back. */
export function cutPower(recording: Recording, { after, isKept, harm }: PowerCut): Tree {
  const tree = copyTree(recording.start);
  const open = new Set(listOpen(recording, after));
  for (const [at, change] of recording.changes.slice(0, after).entries()) {
    if (open.has(at) && !isKept(at)) continue;
    if (change.kind === 'names') for (const name of change.names) setName(tree, name);
    if (change.kind === 'bytes') {
      tree.bytes.set(change.file, open.has(at) ? harmBytes(change.bytes, harm(at)) : change.bytes);
    }
  }
  return tree;
}

/** Makes a folder hold what a tree says. */
export function layTree(tree: Tree, path: string, node = 0): void {
  fs.mkdirSync(path, { recursive: true });
  for (const [name, to] of tree.names.get(node) ?? []) {
    const bytes = tree.bytes.get(to);
    if (bytes === undefined) layTree(tree, join(path, name), to);
    else fs.writeFileSync(join(path, name), bytes);
  }
}

/** Equal for trees in which a reader finds the same. */
export function describeTree(tree: Tree, node = 0): string {
  const bytes = tree.bytes.get(node);
  if (bytes !== undefined) return JSON.stringify(bytes.toString('latin1'));
  const names = [...(tree.names.get(node) ?? [])].map(([name, to]) => `${name}:${describeTree(tree, to)}`);
  return `{${names.sort().join()}}`;
}

function listNodes(change: Exclude<Change, { kind: 'keep' }>): number[] {
  return change.kind === 'bytes' ? [change.file] : change.names.map(({ folder }) => folder);
}

function harmBytes(bytes: Buffer, harm: number): Buffer {
  if (harm < 0.25) return bytes;
  return harm < 0.75 ? bytes.subarray(0, Math.floor((harm - 0.25) * 2 * bytes.length)) : Buffer.alloc(bytes.length);
}

function readTree(path: string, tree: Tree = { names: new Map(), bytes: new Map() }, node = 0): Tree {
  const names = new Map<string, number>();
  tree.names.set(node, names);
  for (const entry of fs.readdirSync(path, { withFileTypes: true })) {
    const to = tree.names.size + tree.bytes.size;
    names.set(entry.name, to);
    if (entry.isDirectory()) readTree(join(path, entry.name), tree, to);
    else tree.bytes.set(to, fs.readFileSync(join(path, entry.name)));
  }
  return tree;
}

function copyTree({ names, bytes }: Tree): Tree {
  return { names: new Map([...names].map(([node, all]) => [node, new Map(all)])), bytes: new Map(bytes) };
}

function setName(tree: Tree, { folder, name, to }: Name): void {
  // A folder or file is there as soon as a name leads to it, with nothing in it that was not kept.
  const names = tree.names.get(folder) ?? new Map<string, number>();
  tree.names.set(folder, names);
  if (to === null) names.delete(name);
  else names.set(name, to);
}

/** Where a path leads: the folder that it is in, its name there, and what stands under that name. */
interface Place {
  readonly folder: number | undefined;
  readonly name: string;
  readonly node: number | undefined;
}

function findPlace(tree: Tree, path: string): Place {
  let place: Place = { folder: undefined, name: '', node: 0 };
  for (const name of path === '' ? [] : path.split(sep)) {
    const folder = place.node;
    place = { folder, name, node: folder === undefined ? undefined : tree.names.get(folder)?.get(name) };
  }
  return place;
}

/** Notes what is done to paths, as changes of folders and files. @param now follows each of them. */
function noteChanges(home: string, now: Tree, changes: Change[]) {
  let nodes = now.names.size + now.bytes.size;
  const find = (path: string) => findPlace(now, relative(home, path));
  const change = (...names: Name[]): void => {
    for (const name of names) setName(now, name);
    changes.push({ kind: 'names', names });
  };
  const write = (file: number, bytes: Buffer): void => {
    now.bytes.set(file, bytes);
    changes.push({ kind: 'bytes', file, bytes });
  };
  const keep = (node: number): void => {
    changes.push({ kind: 'keep', node });
  };
  const make = (path: string, isFolder: boolean): number => {
    const { folder, name, node } = find(path);
    if (node !== undefined) return node;
    const to = nodes++;
    if (isFolder) now.names.set(to, new Map());
    else {
      // Whatever is kept of its name and its bytes, it is a file, and empty.
      write(to, Buffer.alloc(0));
      keep(to);
    }
    change({ folder: folder!, name, to });
    return to;
  };
  const remove = (path: string): void => {
    const { folder, name, node } = find(path);
    if (node === undefined) return;
    for (const inner of [...(now.names.get(node)?.keys() ?? [])]) remove(join(path, inner));
    change({ folder: folder!, name, to: null });
  };
  const move = (from: string, to: string): void => {
    const [source, target] = [find(from), find(to)];
    change(
      { folder: source.folder!, name: source.name, to: null },
      { folder: target.folder!, name: target.name, to: source.node! },
    );
  };
  return { read: (file: number) => now.bytes.get(file)!, write, keep, make, remove, move };
}

/** Has the calls by which Node changes a disk noted where they come to their end. */
function spyOnChanges(home: string, now: Tree, changes: Change[]): { mockRestore: () => void }[] {
  const note = noteChanges(home, now, changes);
  const open = new Map<unknown, { readonly node: number; at: number }>();
  // Node writes texts in another way than bytes.
  const write = fs.writeFileSync;
  const asBytes = vi.spyOn(fs, 'writeFileSync').mockImplementation((file, data) => {
    write(file, typeof data === 'string' ? Buffer.from(data) : data);
  });
  return [
    asBytes,
    spyOn('mkdirSync', path => {
      const parts = relative(home, String(path)).split(sep);
      for (const at of parts.keys()) note.make(join(home, ...parts.slice(0, at + 1)), true);
    }),
    spyOn('openSync', (path, fd) => open.set(fd, { node: note.make(String(path), false), at: 0 })),
    spyOn('writeSync', (fd, count, rest) => {
      const [bytes, offset] = rest as [Uint8Array, number];
      const file = open.get(fd)!;
      const old = note.read(file.node);
      const written = bytes.subarray(offset, offset + Number(count));
      note.write(file.node, Buffer.concat([old.subarray(0, file.at), written, old.subarray(file.at + written.length)]));
      file.at += written.length;
    }),
    spyOn('closeSync', fd => open.delete(fd)),
    spyOn('fsyncSync', fd => note.keep(open.get(fd)!.node)),
    spyOn('renameSync', (from, _, [to]) => note.move(String(from), String(to))),
    spyOn('rmSync', path => note.remove(String(path))),
    spyOn('rmdirSync', path => note.remove(String(path))),
  ];
}

type Call = 'mkdirSync' | 'openSync' | 'writeSync' | 'closeSync' | 'fsyncSync' | 'renameSync' | 'rmSync' | 'rmdirSync';

/** @param note gets the first argument, the result, and the other arguments. */
function spyOn(call: Call, note: (first: unknown, result: unknown, rest: readonly unknown[]) => unknown) {
  const real = fs[call] as (...args: unknown[]) => unknown;
  return vi.spyOn(fs, call).mockImplementation(((first: unknown, ...rest: unknown[]) => {
    const result = call === 'fsyncSync' ? undefined : real(first, ...rest);
    note(first, result, rest);
    return result;
  }) as never);
}
