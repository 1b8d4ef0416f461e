import { buildProgram } from '../../build/commands/index.js';
import { en } from '../../build/render/words/en/index.js';
import { requireText } from './lacking.js';
import { formatTable, quoteCode } from './markdown.js';

/** Groups of flags that many commands have: told once. */
const SHARED_GROUPS = [en.help.inputs, en.help.screen];

/** Where commands, words and flags have their sentences. */
const WHERE = 'src/render/words/en/help.ts, and de/';

const program = buildProgram({ words: en }, '', { exit: 0 });
const help = program.createHelp();
Object.assign(help, program.configureHelp());

function listOptions(command, isWanted) {
  const options = help.visibleOptions(command).filter(({ long }) => long !== '--help');
  return options
    .filter(option => isWanted(option.helpGroupHeading))
    .map(option => {
      const told = requireText(`flag "${option.long}" of ${command.name()}`, help.optionDescription(option), WHERE);
      return [quoteCode(help.optionTerm(option)), told];
    });
}

function describeCommand(command) {
  const words = help.visibleArguments(command);
  const options = [
    ...words.map(word => [
      quoteCode(help.argumentTerm(word)),
      requireText(`word "${word.name()}" of ${command.name()}`, help.argumentDescription(word), WHERE),
    ]),
    ...listOptions(command, group => !SHARED_GROUPS.includes(group)),
  ];
  const takes = SHARED_GROUPS.filter(group => command.options.some(option => option.helpGroupHeading === group));
  const shared = takes.length === SHARED_GROUPS.length ? ['Takes the flags of all commands (below).'] : [];
  return [
    `### ${help.commandUsage(command)}`,
    requireText(`command "${command.name()}"`, help.commandDescription(command), WHERE),
    ...(options.length === 0 ? [] : [formatTable(['word or flag', 'does'], options)]),
    ...shared,
  ].join('\n\n');
}

function makeCommands() {
  const commands = help.visibleCommands(program).filter(command => command.name() !== 'help');
  return commands.map(describeCommand).join('\n\n');
}

/** The flags of a group, of the command that has them all. */
function makeSharedFlags() {
  const match = program.commands.find(command => command.name() === 'match');
  return formatTable(
    ['flag', 'does'],
    listOptions(match, group => SHARED_GROUPS.includes(group)),
  );
}

export const COMMAND_PARTS = { commands: makeCommands, 'shared-flags': makeSharedFlags };
