import type { Command } from 'commander';
import { type ExitCode, UserError } from '../domain/errors.ts';
import { AUDIENCES, type Audience, EXPORT_TOOLS } from '../domain/hand-over.ts';
import type { Language } from '../domain/language.ts';
import { isMailAddress } from '../domain/mail-address.ts';
import { findEntry } from '../domain/own-key-lookup.ts';
import { CROSS_BORDER, PRESET_NAMES } from '../domain/policy.ts';
import { SURVEY_COLUMNS } from '../domain/survey.ts';
import { splitList } from '../domain/text.ts';
import { addValues, findMappedColumn, isCounted, type ValueSettings } from '../features/setup/value-settings.ts';
import { readDay } from '../parse/values/days.ts';
import type { Words } from '../render/words/en/index.ts';
import type { AdviseFlags } from './advise.ts';
import type { CheckFlags } from './check.ts';
import type { DiffFlags } from './diff.ts';
import type { AskedFlags } from './explain.ts';
import type { ExportFlags } from './export-flags.ts';
import type { FeedbackFlags } from './feedback.ts';
import type { InitFlags } from './init.ts';
import type { MatchFlags } from './match.ts';
import type { RepairFlags } from './repair-run.ts';
import type { ReportFlags } from './report.ts';
import type { SampleFlags } from './sample.ts';
import type { ShareFlags } from './share.ts';
import {
  addScreenFlags,
  chooseArgument,
  chooseFrom,
  describeHelp,
  OwnCommand,
  parseAs,
  refuseWithout,
} from './shared/command-base.ts';
import type { Context } from './shared/context.ts';
import type { InputFlags } from './shared/inputs.ts';
import type { TellFlags } from './shared/report.ts';
import { type Gate, readGate } from './shared/thresholds.ts';
import type { UiFlags } from './ui.ts';
import type { ValidateFlags } from './validate.ts';

/** What a command needs to be called. */
interface Frame {
  readonly shell: Context;
  /** What the help says. */
  readonly help: Words['help'];
  readonly result: { exit: ExitCode };
}

/**
 * The commands and their flags. Those other than `match` are loaded only where they are called.
 * @param result gets the exit code.
 */
export function buildProgram(shell: Context, version: string, result: { exit: ExitCode }): Command {
  const { help } = shell.words;
  const program = new OwnCommand('rmentor')
    .description(help.programme)
    .version(version, '-V, --version', help.flags.version)
    .helpOption('-h, --help', help.flags.help)
    .helpCommand('help [command]', help.about.help)
    .exitOverride()
    .configureHelp(describeHelp(help))
    .configureOutput({ writeErr: text => shell.err(text), writeOut: text => shell.out(text) })
    .addHelpText('after', `\n${help.after}`);
  // The program takes what stands behind a command too, and hands it on: files are in the language that is asked for.
  addScreenFlags(program, help).hook('preAction', async (all, command) => {
    if (all.opts()['lang'] !== undefined) command.setOptionValue('lang', all.opts()['lang']);
    if (!hasBackslash(command)) return;
    const { adaptPaths } = await import('./shared/backslash-paths.ts');
    adaptPaths(command);
  });
  const frame = { shell, help, result };
  for (const addCommand of Object.values(COMMANDS)) addCommand(program, frame);
  return program;
}

/** Each command, in the order of the help. */
const COMMANDS: Readonly<Record<keyof typeof EXAMPLES, (program: Command, frame: Frame) => void>> = {
  init: addInit,
  check: addCheck,
  match: addMatch,
  verify: addVerify,
  report: addReport,
  advise: addAdvise,
  drop: addDrop,
  add: addAdd,
  diff: addDiff,
  share: addShare,
  feedback: addFeedback,
  export: addExport,
  validate: addValidate,
  rules: addRules,
  explain: addExplain,
  sample: addSample,
  ui: addUi,
  completion: addCompletion,
};

/** As in paths on Windows. */
function hasBackslash(command: Command): boolean {
  const given: readonly unknown[] = [Object.values(command.opts()), command.args].flat(2);
  return given.some(text => typeof text === 'string' && text.includes('\\'));
}

function addInputFlags(command: Command, help: Words['help']): Command {
  const { flags } = help;
  command
    .optionsGroup(help.inputs)
    .option('--mentors <file>', flags.mentors)
    .option('--mentees <file>', flags.mentees)
    .option('--limits <file>', flags.limits)
    .option('--pairs <file>', flags.pairs)
    .option('--previous <file>', flags.previous)
    .option('--carry-over <file>', flags.carryOver)
    .option('--history <file...>', flags.history)
    .option('--allow-override', flags.allowOverride)
    .option('--encoding <name>', flags.encoding)
    .option('--config <file>', flags.config)
    .option('--no-config', flags.noConfig)
    .on('option:no-config', () => command.setOptionValue('config', null))
    .optionsGroup(help.screen)
    .option('--json', flags.json)
    .option('--errors <file>', flags.errors)
    .addOption(chooseFrom('--format <format>', flags.format, ['text', 'github']));
  return addScreenFlags(command, help);
}

/** Two calls a command that show what it is for. */
const EXAMPLES = {
  init: ['rmentor init', 'rmentor init programme --mentors mentors.xlsx --mentees mentees.csv'],
  check: ['rmentor check', 'rmentor check --person "Ada Brandt"'],
  match: ['rmentor match --out run', 'rmentor match --mentors mentors.xlsx --mentees mentees.csv --out run'],
  verify: ['rmentor verify run', 'rmentor verify run --mentors moved/mentors.csv'],
  report: ['rmentor report', 'rmentor report run-may'],
  advise: ['rmentor advise run', 'rmentor advise run --json'],
  add: ['rmentor add --from run', 'rmentor add --from run --may-move 2 --dry-run'],
  drop: ['rmentor drop "Ada Brandt" --from run', 'rmentor drop M014 E027 --from run --may-move 2 --dry-run'],
  feedback: ['rmentor feedback survey.xlsx', 'rmentor feedback answers.csv --from run --ended 2026-05-31'],
  export: [
    'rmentor export --to mail-merge --out to-mail',
    'rmentor export --from run --to mailchimp --out to-mail --since',
  ],
  diff: ['rmentor diff run-may run', 'rmentor diff run-may run --markdown --exit-code'],
  share: ['rmentor share run --out figures', 'rmentor share run --out pilot --pseudonymise ../hr/key.txt'],
  validate: ['rmentor validate', 'rmentor validate --errors problems.csv'],
  rules: ['rmentor rules', 'rmentor rules run --lang de'],
  explain: ['rmentor explain "Ada Brandt" --run run', 'rmentor explain --for "Ada Brandt" --run run'],
  ui: ['rmentor ui', 'rmentor ui --out page --no-open'],
  completion: [
    'rmentor completion bash > ~/.local/share/bash-completion/completions/rmentor',
    'rmentor completion powershell >> $PROFILE',
  ],
  sample: ['rmentor sample --out demo', 'rmentor sample --mentors 45 --mentees 70 --out demo'],
} as const;

function describeCommand(program: Command, name: keyof typeof EXAMPLES, help: Words['help']): Command {
  return program
    .command(name)
    .description(help.about[name])
    .addHelpText('after', `\n${help.examples}\n${EXAMPLES[name].map(line => `  ${line}`).join('\n')}`);
}

function addInit(program: Command, { shell, help, result }: Frame): void {
  const { flags } = help;
  const command = describeCommand(program, 'init', help).argument('[folder]', help.args.folder, '.');
  addOwnSheetFlags(command, flags)
    .addOption(chooseFrom('--templates <kind>', flags.templates, ['csv', 'xlsx']))
    .option('--delimiter <character>', flags.templateDelimiter, readDelimiter())
    .addOption(chooseFrom('--preset <preset>', flags.preset, PRESET_NAMES))
    .option('--levels <names>', flags.levels, splitList)
    .addOption(chooseFrom('--cross-border <way>', flags.crossBorder, CROSS_BORDER))
    .option('--yes', flags.yes)
    .option('--ask', flags.ask)
    .option('--dry-run', flags.dryRun)
    .option('-q, --quiet', flags.quiet)
    .optionsGroup(help.screen);
  addScreenFlags(command, help).action(
    async (folder: string, { column = {}, value = {}, ask: _ask, lang: _lang, ...given }: InitOptions) => {
      const { initCommand } = await import('./init.ts');
      result.exit = await initCommand(folder, { ...given, columns: column, values: value }, shell);
    },
  );
}

/** What `init` asks about sheets that are there. */
function addOwnSheetFlags(command: Command, flags: Words['help']['flags']): Command {
  return command
    .option('--mentors <file>', flags.ownMentors)
    .option('--mentees <file>', flags.ownMentees)
    .option('--limits <file>', flags.ownLimits)
    .option('--pairs <file>', flags.ownPairs)
    .option('--history <file...>', flags.history)
    .option('--encoding <name>', flags.encoding)
    .option('--column <column=header>', flags.column, parseAs('--column', { kind: 'column' }, collectOwnColumn))
    .option('--value <column:word=meaning>', flags.value, parseAs('--value', { kind: 'meaning' }, collectValue))
    .option('--capacity <number>', flags.capacity, readCount('--capacity'));
}

function addCheck(program: Command, { shell, help, result }: Frame): void {
  const command = describeCommand(program, 'check', help)
    .option('--person <who>', help.flags.person)
    .option('--verbose', help.flags.verboseCheck);
  addInputFlags(command, help).action(async (flags: CheckFlags) => {
    const { checkCommand } = await import('./check.ts');
    result.exit = await checkCommand(flags, shell);
  });
}

function addMatch(program: Command, { shell, help, result }: Frame): void {
  const { flags } = help;
  const command = describeCommand(program, 'match', help)
    .option('-o, --out <folder>', flags.out)
    .option('--verbose', flags.verbose)
    .option('-q, --quiet', flags.quiet)
    .option('--dry-run', flags.dryRun)
    .option('--force', flags.force)
    .option('--fresh', flags.fresh)
    .option('--rejoin <who...>', flags.rejoin)
    .option(
      '--release-approved [which]',
      flags.releaseApproved,
      parseAs('--release-approved', { kind: 'releasing' }, text => (text === 'left' ? text : null)),
    )
    .option(
      '--worth-a-change <points>',
      flags.worthAChange,
      parseAs('--worth-a-change', { kind: 'points' }, findPoints),
    )
    .option(
      '--max-changes <number>',
      flags.maxChanges,
      parseAs('--max-changes', { kind: 'whole-number-from-0' }, text => (text === '0' ? 0 : findCount(text))),
    )
    .option('--curve', flags.curve)
    .option('--workbook', flags.workbook)
    .option('--no-report', flags.noReport)
    .option('--bundle', flags.bundle)
    .option('--alternates <number>', flags.alternates, readCount('--alternates'))
    .option('--delimiter <character>', flags.delimiter, readDelimiter())
    .option('--fail-under <gate>', flags.failUnder, collectGate);
  addInputFlags(command, help).action(
    async ({ failUnder = [], ...given }: Omit<MatchFlags, 'gates'> & { failUnder?: Gate[] }) => {
      const { matchCommand } = await import('./match.ts');
      result.exit = await matchCommand({ ...given, gates: failUnder }, shell);
    },
  );
}

function addVerify(program: Command, { shell, help, result }: Frame): void {
  const command = describeCommand(program, 'verify', help).argument('[folder]', help.args.run);
  addInputFlags(command, help).action(async (folder: string | undefined, flags: InputFlags & TellFlags) => {
    const { verifyCommand } = await import('./verify.ts');
    const { getRunFolder } = await import('./shared/inputs.ts');
    result.exit = await verifyCommand(folder ?? getRunFolder(flags), flags, shell);
  });
}

function addReport(program: Command, { shell, help, result }: Frame): void {
  const command = describeCommand(program, 'report', help).argument('[folder]', help.args.run);
  addInputFlags(command, help).action(async (folder: string | undefined, flags: ReportFlags) => {
    const { reportCommand } = await import('./report.ts');
    const { getRunFolder } = await import('./shared/inputs.ts');
    result.exit = await reportCommand(folder ?? getRunFolder(flags), flags, shell);
  });
}

function addAdvise(program: Command, { shell, help, result }: Frame): void {
  const command = describeCommand(program, 'advise', help).argument('[folder]', help.args.run);
  addInputFlags(command, help).action(async (folder: string | undefined, flags: AdviseFlags) => {
    const { adviseCommand } = await import('./advise.ts');
    const { getRunFolder } = await import('./shared/inputs.ts');
    result.exit = await adviseCommand(folder ?? getRunFolder(flags), flags, shell);
  });
}

function addDrop(program: Command, { shell, help, result }: Frame): void {
  const command = describeCommand(program, 'drop', help).argument('<who...>', help.args.leaving);
  addInputFlags(addRepairFlags(command, help), help).action(async (who: readonly string[], flags: RepairFlags) => {
    const { dropCommand } = await import('./drop.ts');
    result.exit = await dropCommand(who, flags, shell);
  });
}

function addAdd(program: Command, { shell, help, result }: Frame): void {
  const command = describeCommand(program, 'add', help);
  addInputFlags(addRepairFlags(command, help), help).action(async (flags: RepairFlags) => {
    const { addCommand } = await import('./add.ts');
    result.exit = await addCommand(flags, shell);
  });
}

/** What every repair of a finished run asks. */
function addRepairFlags(command: Command, { flags }: Words['help']): Command {
  return command
    .option('--from <folder>', flags.from)
    .option('-o, --out <folder>', flags.repairedOut)
    .option(
      '--may-move <number>',
      flags.mayMove,
      parseAs('--may-move', { kind: 'whole-number-from-0' }, text => (text === '0' ? 0 : findCount(text))),
    )
    .option('--dry-run', flags.dryRun)
    .option('-q, --quiet', flags.quiet);
}

function addDiff(program: Command, { shell, help, result }: Frame): void {
  const command = describeCommand(program, 'diff', help)
    .argument('<old>', help.args.oldRun)
    .argument('[new]', help.args.newRun)
    .option('--exit-code', help.flags.exitCode)
    .option('--markdown', help.flags.markdown)
    .option('--names', help.flags.names);
  addInputFlags(command, help).action(async (old: string, folder: string | undefined, flags: DiffFlags) => {
    const { diffCommand } = await import('./diff.ts');
    const { getRunFolder } = await import('./shared/inputs.ts');
    result.exit = await diffCommand(old, folder ?? getRunFolder(flags), flags, shell);
  });
}

function addShare(program: Command, { shell, help, result }: Frame): void {
  const { flags } = help;
  const command = describeCommand(program, 'share', help)
    .argument('[folder]', help.args.run)
    .requiredOption('-o, --out <folder>', flags.sharedOut)
    .option('--pseudonymise <keyfile>', flags.pseudonymise)
    .option('--new-key', flags.newKey)
    .option('--force', flags.force)
    .option('-q, --quiet', flags.quiet);
  addInputFlags(command, help).action(async (folder: string | undefined, given: ShareFlags) => {
    const { shareCommand } = await import('./share.ts');
    const { getRunFolder } = await import('./shared/inputs.ts');
    result.exit = await shareCommand(folder ?? getRunFolder(given), given, shell);
  });
}

function addFeedback(program: Command, { shell, help, result }: Frame): void {
  const { flags } = help;
  const command = describeCommand(program, 'feedback', help)
    .argument('<survey>', help.args.survey)
    .option('--from <folder>', flags.surveyRun)
    .option('-o, --out <file>', flags.historyOut)
    .option('--ended <day>', flags.ended, parseAs('--ended', { kind: 'day' }, readDay))
    .option('--column <column=header>', flags.question, parseAs('--column', { kind: 'question' }, collectQuestion))
    .option('--force', flags.forceHistory)
    .option('--dry-run', flags.dryRun);
  addInputFlags(command, help).action(async (survey: string, given: FeedbackFlags) => {
    const { feedbackCommand } = await import('./feedback.ts');
    result.exit = await feedbackCommand(survey, given, shell);
  });
}

function addExport(program: Command, { shell, help, result }: Frame): void {
  const { flags } = help;
  const command = describeCommand(program, 'export', help)
    .addOption(chooseFrom('--to <tool>', flags.exportTo, EXPORT_TOOLS).makeOptionMandatory())
    .option('-o, --out <folder>', flags.exportOut)
    .option('--from <folder>', flags.exportFrom)
    .option(
      '--audience <audience>',
      flags.audience,
      parseAs('--audience', { kind: 'choice', choice: AUDIENCES }, collectAudience),
    )
    .option('--include-draft', flags.includeDraft)
    .option('--since [run]', flags.since)
    .option('--with <column...>', flags.withColumns)
    .option('--at <time>', flags.at, parseAs('--at', { kind: 'time' }, findTime))
    .option('--minutes <number>', flags.minutes, readCount('--minutes'))
    .option('--programme <name>', flags.programmeName)
    .option('--round <name>', flags.round)
    .option('--organiser <address>', flags.organiser, parseAs('--organiser', { kind: 'address' }, findAddress))
    .option('--write-letters', flags.writeLetters)
    .option('--no-record', flags.noRecord)
    .option('--force', flags.force)
    .option('--dry-run', flags.dryRun)
    .option('-q, --quiet', flags.quiet);
  addInputFlags(command, help).action(async ({ out = '', ...given }: Omit<ExportFlags, 'out'> & { out?: string }) => {
    if (out === '' && !given.writeLetters)
      throw new UserError({ kind: 'flag-missing', flag: '--out', value: 'folder' });
    const { exportCommand } = await import('./export.ts');
    result.exit = await exportCommand({ ...given, out }, shell);
  });
}

function addValidate(program: Command, { shell, help, result }: Frame): void {
  const { flags } = help;
  const command = describeCommand(program, 'validate', help)
    .option('--explain-columns', flags.explainColumns)
    .option('--normalised <folder>', flags.normalised)
    .option('--all-columns', flags.allColumns)
    .option('-q, --quiet', flags.quiet)
    .option('--force', flags.force);
  addInputFlags(command, help).action(async (given: ValidateFlags) => {
    const { validateCommand } = await import('./validate.ts');
    result.exit = await validateCommand(given, shell);
  });
}

function addRules(program: Command, { shell, help, result }: Frame): void {
  const command = describeCommand(program, 'rules', help).argument('[folder]', help.args.finishedRun);
  addInputFlags(command, help).action(async (folder: string | undefined, flags: InputFlags & TellFlags) => {
    const { rulesCommand } = await import('./rules.ts');
    result.exit = await rulesCommand(folder, flags, shell);
  });
}

function addExplain(program: Command, { shell, help, result }: Frame): void {
  const command = describeCommand(program, 'explain', help)
    .argument('[who...]', help.args.who)
    .option('--for <who...>', help.flags.for)
    .option('--run <folder>', help.flags.run)
    .option('--code', help.flags.code);
  addInputFlags(command, help).action(async (who: readonly string[], flags: AskedFlags) => {
    if (who.length === 0 && flags.for === undefined) refuseWithout('who', command);
    const { explainCommand } = await import('./explain.ts');
    result.exit = await explainCommand(who, flags, shell);
  });
}

function addSample(program: Command, { shell, help, result }: Frame): void {
  const { flags } = help;
  const command = describeCommand(program, 'sample', help)
    .requiredOption('-o, --out <folder>', flags.sampleOut)
    .option('--mentors <number>', flags.mentorCount, readCount('--mentors'), 163)
    .option('--mentees <number>', flags.menteeCount, readCount('--mentees'), 224)
    .option('--countries <number>', flags.countryCount, readCount('--countries'), 17)
    .option('--departments <number>', flags.departmentCount, readCount('--departments'), 12)
    .option('--seed <number>', flags.seed, readCount('--seed'), 1)
    .option('-q, --quiet', flags.quiet)
    .option('--force', flags.force)
    .optionsGroup(help.screen);
  addScreenFlags(command, help).action(async (given: SampleFlags) => {
    const { sampleCommand } = await import('./sample.ts');
    result.exit = await sampleCommand(given, shell);
  });
}

function addUi(program: Command, { shell, help, result }: Frame): void {
  const { flags } = help;
  describeCommand(program, 'ui', help)
    .option('-o, --out <folder>', flags.pageOut)
    .option('--no-open', flags.noOpen)
    .action(async (given: UiFlags) => {
      const { uiCommand } = await import('./ui.ts');
      result.exit = uiCommand(given, shell);
    });
}

function addCompletion(program: Command, { shell, help, result }: Frame): void {
  describeCommand(program, 'completion', help)
    .addArgument(chooseArgument('<shell>', `${help.args.shell} (${help.sayChoice(SHELLS)})`, SHELLS))
    .action(async (name: string) => {
      const { completionCommand } = await import('./completion.ts');
      result.exit = completionCommand(name, shell);
    });
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) => {
      const { completeCommand } = await import('./completion.ts');
      result.exit = completeCommand(words, program, shell);
    });
}

const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

function readDelimiter() {
  return parseAs('--delimiter', { kind: 'delimiter' }, findDelimiter);
}

function readCount(flag: string) {
  return parseAs(flag, { kind: 'whole-number' }, findCount);
}

function findCount(text: string): number | null {
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : null;
}

/** Whole thousandths of a point, as the config may have them. */
function findPoints(text: string): number | null {
  return /^\d{1,6}(?:[.,]\d{1,3})?$/u.test(text) ? Number(text.replace(',', '.')) : null;
}

const NAMED_DELIMITERS: Readonly<Record<string, string>> = { tab: '\t', comma: ',', semicolon: ';' };

function findDelimiter(text: string): string | null {
  const character = findEntry(NAMED_DELIMITERS, text) ?? text;
  return [',', ';', '\t', '|'].includes(character) ? character : null;
}

type OwnColumns = Readonly<Record<string, readonly string[]>>;

function collectOwnColumn(text: string, before: OwnColumns = {}): OwnColumns | null {
  const [, column, header] = /^([^=]+)=(.+)$/u.exec(text) ?? [];
  if (column === undefined || header === undefined) return null;
  return { ...before, [column]: [...(findEntry(before, column) ?? []), header] };
}

/** A header of a survey for a column that it may have. */
function collectQuestion(text: string, before: OwnColumns = {}): OwnColumns | null {
  const isKnown = SURVEY_COLUMNS.some(column => text.startsWith(`${column}=`));
  return isKnown ? collectOwnColumn(text, before) : null;
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

/** A moment, whose distance from UTC is given: nothing here knows where the computer is. */
function findTime(text: string): number | null {
  const isMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})$/u.test(text);
  const time = isMoment && readDay(text.slice(0, 10)) !== null ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function findAddress(text: string): string | null {
  return isMailAddress(text) ? text : null;
}

function collectAudience(text: string, before: readonly Audience[] = []): readonly Audience[] | null {
  const audience = AUDIENCES.find(name => name === text);
  return audience === undefined ? null : [...new Set([...before, audience])];
}

function collectGate(text: string, before: readonly Gate[] = []): readonly Gate[] {
  return [...before, readGate(text)];
}
