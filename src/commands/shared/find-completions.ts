import type { Argument, Command, Option } from 'commander';

/** What may stand where somebody pressed Tab: values with what they are, or whatever files or folders there are. */
export interface Completions {
  readonly kind: 'values' | 'files' | 'folders';
  readonly values: readonly (readonly [value: string, about: string])[];
}

/** How the last of the words of a call may go on, which is '' where nothing is typed yet. */
export function findCompletions(words: readonly string[], program: Command): Completions {
  const last = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const [name, ...others] = listOperands(before, program);
  const command = program.commands.find(each => each.name() === name) ?? program;
  const [flag, start] = last.startsWith('--') && last.includes('=') ? last.split('=', 2) : [before.at(-1), last];
  const option = findOption(flag ?? '', command, program);
  if (option?.required) return keepStart(completeValue(option), start ?? '');
  if (last.startsWith('-')) return keepStart(listFlags(command, program), last);
  // `help` is no command of its own to commander.
  const isCommand = name === undefined || (name === 'help' && others.length === 0);
  return keepStart(isCommand ? listCommands(program) : completeOperand(command, others.length), last);
}

const NOTHING: Completions = { kind: 'values', values: [] };

function keepStart({ kind, values }: Completions, start: string): Completions {
  return { kind, values: values.filter(([value]) => value.startsWith(start)) };
}

/** The words that are neither flags nor their values: the command, and what it is about. */
function listOperands(words: readonly string[], program: Command): string[] {
  const operands: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const command = program.commands.find(each => each.name() === operands[0]) ?? program;
    if (!word.startsWith('-')) operands.push(word);
    else if (findOption(word, command, program)?.required) at++;
  }
  return operands;
}

function findOption(flag: string, command: Command, program: Command): Option | undefined {
  return [...command.options, ...program.options].find(
    ({ long, short }) => flag !== '' && [long, short].includes(flag),
  );
}

function listFlags(command: Command, program: Command): Completions {
  const options = new Map([...program.options, ...command.options].map(option => [option.long ?? '', option]));
  return { kind: 'values', values: [...options].map(([flag, { description }]) => [flag, description]) };
}

function listCommands(program: Command): Completions {
  const commands = program.createHelp().visibleCommands(program);
  return { kind: 'values', values: commands.map(command => [command.name(), command.description()]) };
}

function completeValue({ argChoices, flags }: Option): Completions {
  if (argChoices !== undefined) return { kind: 'values', values: argChoices.map(choice => [choice, '']) };
  const [, value = ''] = /<(\w+)/u.exec(flags) ?? [];
  return value === 'file' ? { kind: 'files', values: [] } : value === 'folder' ? FOLDERS : NOTHING;
}

const FOLDERS: Completions = { kind: 'folders', values: [] };

function completeOperand(command: Command, at: number): Completions {
  const argument: Argument | undefined = command.registeredArguments[at];
  if (argument?.argChoices !== undefined)
    return { kind: 'values', values: argument.argChoices.map(choice => [choice, '']) };
  return argument?.name() === 'folder' ? FOLDERS : NOTHING;
}
