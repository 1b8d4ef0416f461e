import { readFileSync } from 'node:fs';
import { Chalk } from 'chalk';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { type Gate, readGate } from './commands/gates.ts';
import type { InputFlags } from './commands/inputs.ts';
import { type MatchFlags, matchCommand } from './commands/match.ts';
import type { Shell } from './commands/shell.ts';
import type { ValidateFlags } from './commands/validate.ts';
import { EXIT, type ExitCode, InternalError, UserError } from './domain/errors.ts';
import { plain } from './domain/text.ts';
import type { Paint } from './render/problems.ts';
import { Progress } from './render/progress.ts';
import type { SampleSize } from './sample/sample.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const AFTER_HELP = `
Exit codes: 0 done, 1 a --fail-under gate was missed, 2 input, config or call is wrong, 3 locks and minimums clash,
4 a check failed, 5 a file cannot be read or written. From 2 on nothing has been written.

No network, no telemetry: what is read stays on this computer.`;

/** Runs the program, and loads commands other than `match` only where they are called: arguments in (without node and script), exit code out. */
export async function run(args: readonly string[]): Promise<ExitCode> {
  process.stdout.on('error', leaveOnClosedPipe);
  process.stderr.on('error', leaveOnClosedPipe);
  const progress = progressOn(process.stderr);
  const shell = shellOf(process.stdout, process.stderr, progress);
  const result = { exit: EXIT.done as ExitCode };
  try {
    await programOf(shell, result).parseAsync(args, { from: 'user' });
    return result.exit;
  } catch (trouble) {
    return tell(trouble, shell);
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

function programOf(shell: Shell, result: { exit: ExitCode }): Command {
  const program = new Command('rmentor')
    .description(
      'Pairs the participants of a reverse-mentoring programme: exactly optimal, with a proof that can be checked.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: text => shell.err(text), writeOut: text => shell.out(text) })
    .addHelpText('after', AFTER_HELP);
  addMatch(program, shell, result);
  addVerify(program, shell, result);
  addValidate(program, shell, result);
  addRules(program, shell, result);
  addSample(program, shell, result);
  return program;
}

function withInputs(command: Command): Command {
  return command
    .option('--mentors <file>', "the mentors' sheet (CSV, or book.xlsx#Sheet; - for standard input)")
    .option('--mentees <file>', "the mentees' sheet; the same where a column role says who is what")
    .option('--limits <file>', 'how many tandems a country may and must have')
    .option('--pairs <file>', 'pairs to lock, to ban, or with points of their own')
    .option('--previous <file>', "the previous run's tandems.csv: its tandems are kept where that costs nothing")
    .option('--history <file...>', 'earlier tandems, which are not repeated')
    .option('--allow-override', 'let a lock with a reason break rules')
    .option('--encoding <name>', 'what CSV files are written in that are not UTF-8, like windows-1252')
    .option('--config <file>', 'the policy (default: rmentor.config.json, where there is one)')
    .option('--json', 'print the result as JSON');
}

function addMatch(program: Command, shell: Shell, result: { exit: ExitCode }): void {
  withInputs(program.command('match').description('pair the participants and write the run'))
    .option('--out <folder>', 'where the results go')
    .option(
      '--delimiter <character>',
      "between cells of the CSV results (default: as in the mentors' sheet)",
      delimiter,
    )
    .option('--fail-under <gate>', 'exit 1 under this percentage, like coverage=95; may be repeated', gate, [])
    .option('--force', 'write into a folder that holds other files too; those stay')
    .action(async ({ failUnder, ...flags }: Omit<MatchFlags, 'gates'> & { failUnder: Gate[] }) => {
      result.exit = await matchCommand({ ...flags, gates: failUnder }, shell);
    });
}

function addVerify(program: Command, shell: Shell, result: { exit: ExitCode }): void {
  withInputs(program.command('verify').description('re-check a finished run from its inputs, without the solver'))
    .argument('<folder>', 'the folder of the run')
    .action(async (folder: string, flags: InputFlags & { json?: boolean }) => {
      const { verifyCommand } = await import('./commands/verify.ts');
      result.exit = await verifyCommand(folder, flags, shell);
    });
}

function addValidate(program: Command, shell: Shell, result: { exit: ExitCode }): void {
  withInputs(program.command('validate').description('tell what is understood, and every problem'))
    .option('--explain-columns', 'print the setting "columns" for these sheets, ready for the config')
    .action(async (flags: ValidateFlags) => {
      const { validateCommand } = await import('./commands/validate.ts');
      result.exit = await validateCommand(flags, shell);
    });
}

function addRules(program: Command, shell: Shell, result: { exit: ExitCode }): void {
  withInputs(program.command('rules').description('print the policy in force in plain words')).action(
    async (flags: InputFlags & { json?: boolean }) => {
      const { rulesCommand } = await import('./commands/rules.ts');
      result.exit = await rulesCommand(flags, shell);
    },
  );
}

function addSample(program: Command, shell: Shell, result: { exit: ExitCode }): void {
  program
    .command('sample')
    .description('write the sheets of an invented programme')
    .option('--mentors <number>', 'how many mentors', wholeNumber, 163)
    .option('--mentees <number>', 'how many mentees', wholeNumber, 224)
    .option('--countries <number>', 'in how many countries', wholeNumber, 17)
    .option('--departments <number>', 'in how many departments', wholeNumber, 12)
    .option('--seed <number>', 'another number, other people', wholeNumber, 1)
    .option('--force', 'write into a folder that holds other files too; those stay')
    .requiredOption('--out <folder>', 'where the sheets go')
    .action(async (flags: SampleSize & { out: string; force?: boolean }) => {
      const { sampleCommand } = await import('./commands/sample.ts');
      result.exit = await sampleCommand(flags, shell);
    });
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number from 1.');
}

function delimiter(text: string): string {
  const named: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';' };
  const character = named[text] ?? text;
  if ([',', ';', '\t', '|'].includes(character)) return character;
  throw new InvalidArgumentError('It must be a comma, semicolon, tab or |.');
}

function gate(text: string, before: readonly Gate[]): readonly Gate[] {
  return [...before, readGate(text)];
}

/** Shows trouble without a stack, and says how the program ends. */
function tell(trouble: unknown, shell: Shell): ExitCode {
  const { bad, dim } = shell.errPaint;
  if (trouble instanceof CommanderError) return trouble.exitCode === 0 ? EXIT.done : EXIT.input;
  if (trouble instanceof UserError) {
    shell.err(`${bad('error')}  ${trouble.message.split('\n').map(plain).join('\n       ')}\n`);
    if (trouble.hint !== null) shell.err(`       ${dim(plain(trouble.hint))}\n`);
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
  return {
    out: writeTo(out),
    err: writeTo(err),
    watch: progress.watch,
    outPaint: paintFor(out),
    errPaint: paintFor(err),
    program: `rmentor ${version}`,
  };
}

/** Colours only for a terminal, and never where NO_COLOR is set (chalk does not look: chalk/supports-color#105). */
function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR: noColor, FORCE_COLOR: forced, TERM: terminal } = process.env;
  const wanted = forced ? forced !== '0' : stream.isTTY && terminal !== 'dumb';
  const chalk = new Chalk({ level: wanted && !noColor ? 1 : 0 });
  return { bold: chalk.bold, dim: chalk.dim, good: chalk.green, bad: chalk.red, warn: chalk.yellow };
}
