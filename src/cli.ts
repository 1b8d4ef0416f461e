import { readFileSync } from 'node:fs';
import { Chalk } from 'chalk';
import { CommanderError } from 'commander';
import type { Shell } from './commands/shell.ts';
import { annotate } from './commands/tell.ts';
import { EXIT, type ExitCode, InternalError, UserError } from './domain/errors.ts';
import { plain } from './domain/text.ts';
import { ownFile } from './io/own-files.ts';
import { programOf } from './program.ts';
import type { Paint } from './render/problems.ts';
import { Progress } from './render/progress.ts';

const { version } = JSON.parse(readFileSync(ownFile('package.json'), 'utf8')) as {
  version: string;
};

/** Runs the program: arguments in (without node and script), exit code out. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  process.stdout.on('error', leaveOnClosedPipe);
  process.stderr.on('error', leaveOnClosedPipe);
  const progress = progressOn(process.stderr);
  const shell = shellOf(process.stdout, process.stderr, progress);
  const result = { exit: EXIT.done as ExitCode };
  try {
    await programOf(shell, version, result).parseAsync(args, { from: 'user' });
    return result.exit;
  } catch (trouble) {
    return await tellTrouble(trouble, shell);
  } finally {
    if (process.env['RMENTOR_TIMINGS']) shell.err(`${JSON.stringify(progress.timings())}\n`);
    progress.clear();
  }
}

/** A signal that is answered while files are written ends the process from there: the line must not outlive it. */
function progressOn(err: NodeJS.WriteStream): Progress {
  const isTerminal = err.isTTY && process.env['TERM'] !== 'dumb';
  const progress = new Progress({ now: () => performance.now(), write: text => void err.write(text), isTerminal });
  process.once('exit', () => progress.clear());
  return progress;
}

/** `rmentor … | head` closes the pipe when it has seen enough: the files are complete, and nobody reads on. */
function leaveOnClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit(EXIT.done);
  throw error;
}

/** Shows trouble without a stack, and says how the program ends. */
async function tellTrouble(trouble: unknown, shell: Shell): Promise<ExitCode> {
  const { bad, dim } = shell.errPaint;
  if (trouble instanceof CommanderError) return trouble.exitCode === 0 ? EXIT.done : EXIT.input;
  if (trouble instanceof UserError) {
    shell.err(`${bad('error')}  ${trouble.message.split('\n').map(plain).join('\n       ')}\n`);
    if (trouble.hint !== null) shell.err(`       ${dim(plain(trouble.hint))}\n`);
    await annotate('rmentor', [trouble.message, trouble.hint ?? []].flat().join('\n'), {}, shell);
    return trouble.exit;
  }
  const what = trouble instanceof InternalError ? trouble.message : String(trouble);
  shell.err(
    `${bad('internal error')}  ${plain(what)}\n       This is a fault of rmentor; nothing was written. RMENTOR_DEBUG=1 shows more.\n`,
  );
  if (process.env['RMENTOR_DEBUG'] && trouble instanceof Error) shell.err(`${trouble.stack}\n`);
  return EXIT.check;
}

function shellOf(out: NodeJS.WriteStream, err: NodeJS.WriteStream, progress: Progress): Shell {
  const writeTo = (stream: NodeJS.WriteStream) => (text: string) => {
    progress.clear();
    stream.write(text);
  };
  const isPerson = process.stdin.isTTY && err.isTTY;
  const { GITHUB_ACTIONS: isActions, GITHUB_WORKSPACE: workspace } = process.env;
  return {
    out: writeTo(out),
    err: writeTo(err),
    watch: progress.watch,
    outPaint: paintFor(out),
    errPaint: paintFor(err),
    outWidth: widthOf(out),
    errWidth: widthOf(err),
    actions: isActions === 'true' ? { workspace: workspace ?? '.' } : null,
    terminal: isPerson ? { input: process.stdin, output: err } : null,
    // Excel separates by ; where numbers have a decimal comma.
    listSeparator: () => ((1.5).toLocaleString().includes(',') ? ';' : ','),
    program: `rmentor ${version}`,
  };
}

/** How many characters a line holds; some terminals say 0. */
function widthOf({ isTTY, columns }: NodeJS.WriteStream): number | null {
  return isTTY && columns > 0 ? columns : null;
}

/** Colours only for a terminal, and never where NO_COLOR is set (chalk does not look: chalk/supports-color#105). */
function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR: noColor, FORCE_COLOR: forced, TERM: terminal } = process.env;
  const wanted = forced ? forced !== '0' : stream.isTTY && terminal !== 'dumb';
  const chalk = new Chalk({ level: wanted && !noColor ? 1 : 0 });
  return { bold: chalk.bold, dim: chalk.dim, good: chalk.green, bad: chalk.red, warn: chalk.yellow };
}
