import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { type ExitCode, UserError } from '../../src/domain/errors.ts';
import type { Publication } from '../../src/io/publish.ts';
import { en } from '../../src/render/words/en/index.ts';
import type { Said } from '../../src/render/words/en/message-types.ts';
import { tellTrouble } from '../../src/render/words/trouble.ts';

/** A process number that no system gives out. */
export const DEAD = 2_147_483_646;

/** Where the compiled modules are, for child processes. */
export const DIST = new URL('../../build/io/', import.meta.url).href;

export function newFolder(): string {
  return fs.realpathSync.native(fs.mkdtempSync(join(tmpdir(), 'rmentor-io-')));
}

/** The files of run k: those of odd runs differ in name from those of even ones. */
export function filesOf(k: number): Record<string, string> {
  const own: Record<string, string> = k % 2 === 0 ? { 'unmatched.csv': `unmatched ${k}` } : { 'summary.md': `# ${k}` };
  return { 'tandems.csv': `tandems ${k}\n`.repeat(500), ...own, 'certificate.json': `{"run":${k}}` };
}

/** By what the runs of these tests are known. */
export const KIND = {
  marker: 'certificate.json',
  known: ['tandems.csv', 'unmatched.csv', 'summary.md', 'summary.json', 'certificate.json'],
};

export function publicationOf(folder: string, k: number, more: Partial<Publication> = {}): Publication {
  return {
    folder,
    files: new Map(Object.entries(filesOf(k))),
    ...KIND,
    force: false,
    inputs: [],
    ...more,
  };
}

/** Name → text of everything in a folder; folders as "(folder)". */
export function contentOf(folder: string): Record<string, string> {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  return Object.fromEntries(
    entries.map(entry => [
      entry.name,
      entry.isDirectory() ? '(folder)' : fs.readFileSync(join(folder, entry.name), 'utf8'),
    ]),
  );
}

/** Lays files into a folder as somebody else would. */
export function lay(folder: string, files: Record<string, string>): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(join(folder, name), text);
}

/** What a person gets of a UserError. */
interface ToldTrouble extends Said {
  readonly exit: ExitCode;
}

/** What the UserError of a call says, or a failure of the test. */
export async function troubleOf(call: () => unknown): Promise<ToldTrouble> {
  try {
    await call();
  } catch (error) {
    if (error instanceof UserError) return { exit: error.exit, ...tellTrouble(error.trouble, en) };
    throw error;
  }
  throw new Error('expected a UserError, and there was none');
}

/** An error as the operating system gives it. */
export function systemError(code: string, syscall = 'write'): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall });
}

/** The files that are open from now on, by their numbers. */
export function openFiles(): ReadonlySet<number> {
  const open = new Set<number>();
  const [opening, closing] = [fs.openSync, fs.closeSync] as ((...args: unknown[]) => number)[];
  vi.spyOn(fs, 'openSync').mockImplementation(((...args: unknown[]) => {
    const fd = opening!(...args);
    open.add(fd);
    return fd;
  }) as never);
  vi.spyOn(fs, 'closeSync').mockImplementation(fd => {
    open.delete(fd);
    closing!(fd);
  });
  return open;
}

/** Folders are read in the opposite order: systems differ in theirs. */
export function readingBackwards(): void {
  const read = fs.readdirSync as (...args: unknown[]) => unknown[];
  vi.spyOn(fs, 'readdirSync').mockImplementation(((...args: unknown[]) => read(...args).reverse()) as never);
}

export const CHANGING = [
  'mkdirSync',
  'openSync',
  'writeSync',
  'fsyncSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
] as const satisfies readonly (keyof typeof fs)[];

/** From the nth change to the disk on every one fails, as if the process had been killed before it. Counts from 1. */
export function dieBefore(n: number): { readonly isDead: () => boolean } {
  let count = 0;
  for (const name of CHANGING) {
    const real = fs[name] as (...args: unknown[]) => unknown;
    vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      count += 1;
      if (count >= n) throw new Error('killed');
      return name === 'fsyncSync' ? undefined : real(...args);
    }) as never);
  }
  return { isDead: () => count >= n };
}

/** Runs a module in a process of its own, through a shell line in which $NODE stands for the call. */
export function runChild(code: string, line = '$NODE'): { code: number | null; out: string; err: string } {
  const folder = newFolder();
  const file = join(folder, 'child.mjs');
  fs.writeFileSync(file, code);
  const result = spawnSync('bash', ['-c', line.replace('$NODE', `exec '${process.execPath}' '${file}'`)], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  fs.rmSync(folder, { recursive: true, force: true });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** Source of a module that defines `tell(error)`: what a person gets of a UserError. */
export const CHILD_TELLING = `
    import { en } from '${new URL('../render/words/en/index.js', DIST).href}';
    import { tellTrouble } from '${new URL('../render/words/trouble.js', DIST).href}';
    const tell = ({ trouble }) => tellTrouble(trouble, en).message;`;

/** Source of a module that defines `run(k)`: a call of publish for run k into the folder. */
export function childPublishing(folder: string, force = false): string {
  return `
    import fs from 'node:fs';
    import { publish } from '${DIST}publish.js';
    ${CHILD_TELLING}
    const KIND = ${JSON.stringify(KIND)};
    const filesOf = ${filesOf.toString()};
    const publicationOf = ${publicationOf.toString()};
    const run = k => publish(publicationOf(${JSON.stringify(folder)}, k, { force: ${force} }));
  `;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
