import { Chalk } from 'chalk';
import { CommanderError } from 'commander';
import { buildProgram } from './commands/index.ts';
import type { Context } from './commands/shared/context.ts';
import { EXIT, type ExitCode, InternalError, UserError } from './domain/errors.ts';
import { makePlain } from './domain/text.ts';
import { isBareCall, readScreenFlags } from './io/early-flags.ts';
import { type Output, openOutput } from './io/output.ts';
import { isMissingPart, nameProgram, readVersion } from './io/shipped-files.ts';
import { neutraliseCommands } from './render/layout/neutralise-ci-commands.ts';
import type { Paint } from './render/layout/paint.ts';
import { ProgressDisplay } from './render/text/progress.ts';
import type { Words } from './render/words/en/index.ts';
import type { Said } from './render/words/en/message-types.ts';
import { LOAD_WORDS } from './render/words/languages.ts';
import { tellTrouble } from './render/words/trouble.ts';

const version = readVersion();

/**
 * Runs the program: arguments in (without node and script), exit code out. Throws where a part
 * of the program itself is missing.
 */
export async function run(args: readonly string[]): Promise<ExitCode> {
  const out = openOutput(process.stdout);
  const err = openOutput(process.stderr);
  const { language, isPlain } = readScreenFlags(args, process.env, findSystemLocale);
  const words = await LOAD_WORDS[language]();
  const progress = createProgress(err, words);
  const shell = createContext(out, err, progress, words, {
    isPlain,
    isAsked: args.includes('--ask'),
  });
  const result = { exit: EXIT.done as ExitCode };
  try {
    if (isBareCall(args)) result.exit = await (await import('./commands/start.ts')).startCommand(shell);
    else await buildProgram(shell, version, result).parseAsync(args, { from: 'user' });
  } catch (trouble) {
    result.exit = await reportTrouble(trouble, shell);
  } finally {
    if (process.env['RMENTOR_TIMINGS']) shell.err(`${JSON.stringify(progress.getTimings())}\n`);
    progress.clear();
  }
  return (await hasArrived(out, err, shell)) ? result.exit : EXIT.machine;
}

/** Whether everything that was said has reached its reader; where it has not, says so as far as that is possible. */
async function hasArrived(out: Output, err: Output, shell: Context): Promise<boolean> {
  const code = await out.end();
  if (code !== null) {
    tellError(shell.words.trouble.error, tellTrouble({ kind: 'output-lost', code }, shell.words), shell);
  }
  return (await err.end()) === null && code === null;
}

/** A signal that is answered while files are written ends the process from there: the line must not outlive it. */
function createProgress(err: Output, words: Words): ProgressDisplay {
  const isTerminal = process.stderr.isTTY && process.env['TERM'] !== 'dumb';
  const screen = { now: () => performance.now(), write: err.write, isTerminal, words: words.progress };
  const progress = new ProgressDisplay(screen);
  process.once('exit', () => progress.clear());
  return progress;
}

/** Shows trouble without a stack, and says how the program ends. The launcher alone can tell that a part is missing. */
async function reportTrouble(trouble: unknown, shell: Context): Promise<ExitCode> {
  if (isMissingPart(trouble)) throw trouble;
  if (trouble instanceof CommanderError) return trouble.exitCode === 0 ? EXIT.done : EXIT.input;
  const { words } = shell;
  if (trouble instanceof UserError) {
    const { annotate } = await import('./commands/shared/report.ts');
    const told = tellTrouble(trouble.trouble, words);
    tellError(words.trouble.error, told, shell);
    await annotate('rmentor', [told.message, told.hint ?? []].flat().join('\n'), {}, shell);
    return trouble.exit;
  }
  const what = trouble instanceof InternalError ? trouble.message : String(trouble);
  tellError(words.trouble.internalError, { message: what, hint: words.trouble.internalHint }, shell);
  if (process.env['RMENTOR_DEBUG'] && trouble instanceof Error) shell.err(`${trouble.stack}\n`);
  return EXIT.check;
}

/** The lines below the first one begin where that does. */
function tellError(label: string, { message, hint }: Said, { err, errPaint }: Context): void {
  const indent = `\n${' '.repeat(label.length + 2)}`;
  const indentLines = (text: string) => text.split('\n').map(makePlain).join(indent);
  err(
    `${errPaint.bad(label)}: ${indentLines(message)}${hint === null ? '' : indent + errPaint.dim(indentLines(hint))}\n`,
  );
}

interface ScreenHabits {
  readonly isPlain: boolean;
  /** Whether there are answers where there is no terminal. */
  readonly isAsked: boolean;
}

function createContext(
  out: Output,
  err: Output,
  progress: ProgressDisplay,
  words: Words,
  { isPlain, isAsked }: ScreenHabits,
): Context {
  const { stdin, stdout, stderr } = process;
  const writeTo = (output: Output, seen: (text: string) => string) => (text: string) => {
    progress.clear();
    output.write(seen(text));
  };
  const isPerson = isAsked || (stdin.isTTY && stderr.isTTY);
  const { GITHUB_ACTIONS: isActions, GITHUB_WORKSPACE: workspace, GITHUB_STEP_SUMMARY: stepSummary } = process.env;
  return {
    out: writeTo(out, neutraliseCommands),
    err: writeTo(err, neutraliseCommands),
    annotate: writeTo(err, text => text),
    outScript: writeTo(out, text => text),
    watch: progress.watch,
    words,
    outPaint: paintFor(stdout, isPlain),
    errPaint: paintFor(stderr, isPlain),
    outWidth: measureWidth(stdout),
    errWidth: measureWidth(stderr),
    actions: isActions === 'true' ? { workspace: workspace ?? '.', stepSummary: stepSummary || undefined } : null,
    terminal: isPerson ? { input: stdin, output: stderr } : null,
    // Excel separates by ; where numbers have a decimal comma.
    listSeparator: () => ((1.5).toLocaleString().includes(',') ? ';' : ','),
    program: nameProgram(version),
  };
}

function findSystemLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}

/** How many characters a line holds; some terminals say 0. */
function measureWidth({ isTTY, columns }: NodeJS.WriteStream): number | null {
  return isTTY && columns > 0 ? columns : null;
}

/** Colours only for a terminal, and never where NO_COLOR is set (chalk does not look: chalk/supports-color#105). */
function paintFor(stream: NodeJS.WriteStream, isPlain: boolean): Paint {
  const { NO_COLOR: noColor, FORCE_COLOR: forced, TERM: terminal } = process.env;
  const wanted = forced ? forced !== '0' : stream.isTTY && terminal !== 'dumb';
  const chalk = new Chalk({ level: wanted && !noColor && !isPlain ? 1 : 0 });
  return { bold: chalk.bold, dim: chalk.dim, good: chalk.green, bad: chalk.red, warn: chalk.yellow };
}
