import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What opens a file with the program that the user chose for such files. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', win32: 'explorer.exe' };

/** Asks the system to open a file, and waits for nothing: whether somebody sees it, only they know. */
export function openFile(path: string): void {
  const child = spawn(OPENERS[process.platform] ?? 'xdg-open', [path], { detached: true, stdio: 'ignore' });
  // A system without an opener is told of besides: the file is there, and its path is on the screen.
  child.on('error', () => {});
  child.unref();
}

/** A new folder for files that nobody asked to keep. */
export function makeTemporaryFolder(): string {
  return mkdtempSync(join(realpathSync(tmpdir()), 'rmentor-'));
}
