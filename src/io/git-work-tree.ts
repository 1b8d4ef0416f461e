/** Whether git would take what is written: results hold names, and what is committed is there for good. */
import { spawnSync } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { exists } from './file-system.ts';

/** `open`: git tracks the file, or would on `git add`. `unknown`: there is a work tree, and git does not answer. */
export type GitState = 'outside' | 'ignored' | 'open' | 'unknown';

/**
 * What git would do with a file, asked of git itself where a folder above belongs to it. Hooks and
 * monitors of the repository are not run.
 */
export function askGit(path: string): GitState {
  const folder = dirname(resolve(path));
  if (!isInWorkTree(folder)) return 'outside';
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env;
  const args = ['-c', 'core.fsmonitor=false', '-C', folder, 'check-ignore', '--quiet', '--', resolve(path)];
  const { status } = spawnSync('git', args, { env, stdio: 'ignore', timeout: 5000 });
  if (status === 0) return 'ignored';
  return status === 1 ? 'open' : 'unknown';
}

function isInWorkTree(folder: string): boolean {
  if (exists(join(folder, '.git'))) return true;
  return dirname(folder) !== folder && isInWorkTree(dirname(folder));
}
