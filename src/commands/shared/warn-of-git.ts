import { join } from 'node:path';
import { askGit } from '../../io/git-work-tree.ts';
import type { Context } from './context.ts';

/**
 * Warns where a folder of results is one that git would take: inputs may be kept there, names of results
 * should not get there by accident.
 */
export function warnOfGit(folder: string, file: string, { err, errPaint, words }: Context): void {
  const state = askGit(join(folder, file));
  if (state === 'outside' || state === 'ignored') return;
  err(`${errPaint.warn(words.trouble.warning)}  ${words.written.inGit(folder, state === 'open')}\n`);
}
