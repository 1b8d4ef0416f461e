import type { Command } from 'commander';
import type { ExitCode } from '../domain/errors.ts';
import type { Language } from '../domain/language.ts';
import { CROSS_BORDER, PRESET_NAMES } from '../domain/policy.ts';
import { splitList } from '../domain/text.ts';
import { addValues, findMappedColumn, isCounted, type ValueSettings } from '../features/setup/unknown-values.ts';
import type { SampleSize } from '../sample/sample.ts';
import type { AdviseFlags } from './advise.ts';
import type { CheckFlags } from './check.ts';
import type { ExplainFlags } from './explain-people.ts';
import type { InitFlags } from './init.ts';
import type { MatchFlags } from './match.ts';
import type { Context } from './shared/context.ts';
import { type Gate, readGate } from './shared/gates.ts';
import type { InputFlags } from './shared/inputs.ts';
import { addScreenFlags, chooseFrom, OwnCommand, parseAs } from './shared/own-command.ts';
import type { TellFlags } from './shared/report.ts';
import type { ValidateFlags } from './validate.ts';

const AFTER_HELP = `
Exit codes: 0 done, 1 a --fail-under gate was missed, 2 input, config or call is wrong, 3 locks and minimums clash,
4 a check failed, 5 a file cannot be read or written. From 2 on nothing has been written,
but for the file that --errors names.

No network, no telemetry: what is read stays on this computer.`;

/** The commands and their flags. Those other than `match` are loaded only where they are called. @param result gets the exit code. */
export function buildProgram(shell: Context, version: string, result: { exit: ExitCode }): Command {
  const program = addScreenFlags(new OwnCommand('rmentor'))
    .description(
      'Pairs the participants of a reverse-mentoring programme: exactly optimal, with a proof that can be checked.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({ writeErr: text => shell.err(text), writeOut: text => shell.out(text) })
    .addHelpText('after', AFTER_HELP);
  addInit(program, shell, result);
  addCheck(program, shell, result);
  addMatch(program, shell, result);
  addVerify(program, shell, result);
  addAdvise(program, shell, result);
  addValidate(program, shell, result);
  addRules(program, shell, result);
  addExplain(program, shell, result);
  addSample(program, shell, result);
  return program;
}

function addInputFlags(command: Command): Command {
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
    .option('--no-config', 'go without a config: of a finished run, by what its certificate.json holds')
    .option('--json', 'print the result as JSON')
    .option('--errors <file>', 'write all problems as a sheet too (CSV), to work through in Excel')
    .addOption(
      chooseFrom('--format <format>', 'how problems are told: as lines, or as annotations of GitHub Actions', [
        'text',
        'github',
      ]),
    )
    .on('option:no-config', () => command.setOptionValue('config', null));
}

function addInit(program: Command, shell: Context, result: { exit: ExitCode }): void {
  const command = program
    .command('init')
    .description('write a policy and sheets to start from, or a policy for your own sheets; overwrites nothing')
    .argument('[folder]', 'where the programme will be', '.');
  addOwnSheetFlags(command)
    .addOption(chooseFrom('--templates <kind>', 'CSV files, or an Excel workbook (default: csv)', ['csv', 'xlsx']))
    .option(
      '--delimiter <character>',
      'between cells of CSV templates (default: as Excel has it here)',
      parseAs('--delimiter', { kind: 'delimiter' }, findDelimiter),
    )
    .addOption(chooseFrom('--preset <preset>', 'who mentors whom (default: reverse)', PRESET_NAMES))
    .option('--levels <names>', 'the levels of seniority, lowest first, with commas between them', splitList)
    .addOption(
      chooseFrom('--cross-border <way>', 'whether a tandem may span two countries (default: allow)', CROSS_BORDER),
    )
    .option('--yes', 'ask nothing: take what is certain, and list the rest')
    .option('--ask', 'ask without a terminal too: answers are lines of standard input')
    .action(async (folder: string, { column = {}, value = {}, ask: _ask, lang: _lang, ...flags }: InitOptions) => {
      const { initCommand } = await import('./init.ts');
      result.exit = await initCommand(folder, { ...flags, columns: column, values: value }, shell);
    });
}

/** What `init` asks about sheets that are there. */
function addOwnSheetFlags(command: Command): Command {
  return command
    .option('--mentors <file>', 'your own sheet of the mentors (default: a template)')
    .option('--mentees <file>', 'your own sheet of the mentees (default: a template)')
    .option('--limits <file>', 'your own sheet of limits (default: a template)')
    .option('--pairs <file>', 'your own list of pairs to lock or to ban')
    .option('--history <file...>', 'earlier tandems, which are not repeated')
    .option('--encoding <name>', 'what your sheets are written in, if it is not UTF-8, like windows-1252')
    .option(
      '--column <column=header>',
      'how your sheets call one of our columns, like email=Mail; may be repeated',
      parseAs('--column', { kind: 'column' }, collectOwnColumn),
    )
    .option(
      '--value <column:word=meaning>',
      'what a word in your sheets means, like "capacity:max. 2=2"; may be repeated',
      parseAs('--value', { kind: 'meaning' }, collectValue),
    )
    .option(
      '--capacity <number>',
      'how many mentees a mentor can have where the sheet does not say it',
      readCount('--capacity'),
    );
}

function addCheck(program: Command, shell: Context, result: { exit: ExitCode }): void {
  addInputFlags(program.command('check').description('say what is possible at most, and what stands in the way'))
    .option('--person <who>', 'test the rules on one person: a name, an id or an address')
    .action(async (flags: CheckFlags) => {
      const { checkCommand } = await import('./check.ts');
      result.exit = await checkCommand(flags, shell);
    });
}

function addDecisionFlags(command: Command): Command {
  return command.option('--fresh', 'start without what people decided on the tandems in the folder').option(
    '--release-approved [which]',
    'let go of approved tandems that cannot stay, as few as possible; =left: only where somebody is not in the sheets',
    parseAs('--release-approved', { kind: 'releasing' }, text => (text === 'left' ? text : null)),
  );
}

function addMatch(program: Command, shell: Context, result: { exit: ExitCode }): void {
  const command = program.command('match').description('pair the participants and write the run');
  addDecisionFlags(addInputFlags(command))
    .option('--out <folder>', 'where the results go')
    .option(
      '--delimiter <character>',
      "between cells of the CSV results (default: as in the mentors' sheet)",
      parseAs('--delimiter', { kind: 'delimiter' }, findDelimiter),
    )
    .option(
      '--alternates <number>',
      'write alternates.csv: so many other mentors for each mentee',
      readCount('--alternates'),
    )
    .option('--fail-under <gate>', 'exit 1 under this percentage, like coverage=95; may be repeated', collectGate, [])
    .option('--force', 'write into a folder that holds other files too; those stay')
    .action(async ({ failUnder, ...flags }: Omit<MatchFlags, 'gates'> & { failUnder: Gate[] }) => {
      const { matchCommand } = await import('./match.ts');
      result.exit = await matchCommand({ ...flags, gates: failUnder }, shell);
    });
}

function addVerify(program: Command, shell: Context, result: { exit: ExitCode }): void {
  addInputFlags(program.command('verify').description('re-check a finished run from its inputs, without the solver'))
    .argument('<folder>', 'the folder of the run')
    .action(async (folder: string, flags: InputFlags & TellFlags) => {
      const { verifyCommand } = await import('./verify.ts');
      result.exit = await verifyCommand(folder, flags, shell);
    });
}

function addAdvise(program: Command, shell: Context, result: { exit: ExitCode }): void {
  addInputFlags(program.command('advise').description('say which changes would give more mentees a tandem'))
    .argument('<folder>', 'the folder of the run')
    .action(async (folder: string, flags: AdviseFlags) => {
      const { adviseCommand } = await import('./advise.ts');
      result.exit = await adviseCommand(folder, flags, shell);
    });
}

function addValidate(program: Command, shell: Context, result: { exit: ExitCode }): void {
  addInputFlags(program.command('validate').description('tell what is understood, and every problem'))
    .option('--explain-columns', 'print the setting "columns" for these sheets, ready for the config')
    .option('--normalised <folder>', 'write the sheets as understood: plain UTF-8 CSV with our column names')
    .option('--all-columns', 'with --normalised: columns that no rule uses, too')
    .option('--force', 'write into a folder that holds other files too; those stay')
    .action(async (flags: ValidateFlags) => {
      const { validateCommand } = await import('./validate.ts');
      result.exit = await validateCommand(flags, shell);
    });
}

function addRules(program: Command, shell: Context, result: { exit: ExitCode }): void {
  addInputFlags(program.command('rules').description('print the policy in force in plain words')).action(
    async (flags: InputFlags & TellFlags) => {
      const { rulesCommand } = await import('./rules.ts');
      result.exit = await rulesCommand(flags, shell);
    },
  );
}

function addExplain(program: Command, shell: Context, result: { exit: ExitCode }): void {
  addInputFlags(
    program.command('explain').description('tell why somebody has their tandem or none, or why not another one'),
  )
    .argument('<who...>', 'a person, or a mentor and a mentee: by name, id or address; or codes of messages, like E012')
    .option('--run <folder>', 'the folder of the finished run (default: what the config names as "out")')
    .action(async (who: readonly string[], flags: ExplainFlags) => {
      const { explainCommand } = await import('./explain.ts');
      result.exit = await explainCommand(who, flags, shell);
    });
}

function addSample(program: Command, shell: Context, result: { exit: ExitCode }): void {
  program
    .command('sample')
    .description('write the sheets of an invented programme')
    .option('--mentors <number>', 'how many mentors', readCount('--mentors'), 163)
    .option('--mentees <number>', 'how many mentees', readCount('--mentees'), 224)
    .option('--countries <number>', 'in how many countries', readCount('--countries'), 17)
    .option('--departments <number>', 'in how many departments', readCount('--departments'), 12)
    .option('--seed <number>', 'another number, other people', readCount('--seed'), 1)
    .option('--force', 'write into a folder that holds other files too; those stay')
    .requiredOption('--out <folder>', 'where the sheets go')
    .action(async (flags: SampleSize & { out: string; force?: boolean }) => {
      const { sampleCommand } = await import('./sample.ts');
      result.exit = await sampleCommand(flags, shell);
    });
}

function readCount(flag: string) {
  return parseAs(flag, { kind: 'whole-number' }, findCount);
}

function findCount(text: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : null;
}

const NAMED_DELIMITERS: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';' };

function findDelimiter(text: string): string | null {
  const character = NAMED_DELIMITERS[text] ?? text;
  return [',', ';', '\t', '|'].includes(character) ? character : null;
}

type OwnColumns = Readonly<Record<string, readonly string[]>>;

function collectOwnColumn(text: string, before: OwnColumns = {}): OwnColumns | null {
  const [, column, header] = /^([^=]+)=(.+)$/u.exec(text) ?? [];
  if (column === undefined || header === undefined) return null;
  return { ...before, [column]: [...(before[column] ?? []), header] };
}

/** The flags of `init` as they are written. */
interface InitOptions extends Omit<InitFlags, 'columns' | 'values'> {
  readonly column?: OwnColumns;
  readonly value?: ValueSettings;
  readonly ask?: boolean;
  readonly lang?: Language;
}

function collectValue(text: string, before: ValueSettings = {}): ValueSettings | null {
  const [, name, word, meaning] = /^([a-z_]+):(.+)=(.+)$/u.exec(text) ?? [];
  const column = findMappedColumn(name ?? '');
  if (column === null || word === undefined || meaning === undefined) return null;
  const value = isCounted(column) ? findCount(meaning) : meaning;
  return value === null ? null : addValues(before, [{ column, word, meaning: value }]);
}

function collectGate(text: string, before: readonly Gate[]): readonly Gate[] {
  return [...before, readGate(text)];
}
