import { script } from '@bomb.sh/tab';
import type { Command } from 'commander';
import { EXIT, type ExitCode } from '../domain/errors.ts';
import { compareText } from '../domain/text.ts';
import type { Context } from './shared/context.ts';
import { findCompletions } from './shared/find-completions.ts';

/** `rmentor completion SHELL`: prints the script by which a shell asks `rmentor complete` at each press of Tab. */
export function completionCommand(name: string, shell: Context): ExitCode {
  shell.outScript(`${catchScript(name)}\n`);
  return EXIT.done;
}

/** The library writes to the console by itself; what is said has to go one way, so that a full disk is told. */
function catchScript(name: string): string {
  const { log } = console;
  const lines: unknown[] = [];
  console.log = text => lines.push(text);
  try {
    script(name, 'rmentor', 'rmentor');
  } finally {
    console.log = log;
  }
  return lines.join('\n');
}

/**
 * `rmentor complete -- WORDS`: the last of the words as it may go on, a line each, and whether files
 * may follow, as the scripts read it.
 */
export function completeCommand(words: readonly string[], program: Command, shell: Context): ExitCode {
  const { values, kind } = findCompletions(words, program);
  const lines = [...values]
    .sort(([a], [b]) => compareText(a, b))
    .map(([value, about]) => (about === '' ? value : `${value}\t${about}`));
  shell.out(`${[...lines, `:${DIRECTIVES[kind]}`].join('\n')}\n`);
  return EXIT.done;
}

/** The numbers of cobra, which all such scripts know. */
const DIRECTIVES = { files: 0, values: 4, folders: 16 } as const;
