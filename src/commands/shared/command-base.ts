import { Argument, Command, type HelpConfiguration, Option } from 'commander';
import { UserError } from '../../domain/errors.ts';
import { LANGUAGES } from '../../domain/language.ts';
import type { WantedValue } from '../../domain/user-error-kinds.ts';
import { findNearest } from '../../parse/text/nearest.ts';
import type { Words } from '../../render/words/en/index.ts';
import { nameValue, nameValues } from '../../render/words/placeholders-in-calls.ts';

/**
 * A command that refuses a call with facts, in place of sentences in one language: it
 * overrides what commander calls then.
 */
export class OwnCommand extends Command {
  override createCommand(name?: string): OwnCommand {
    return new OwnCommand(name);
  }

  unknownCommand(): never {
    const [name = ''] = this.args;
    const near = findNearest(
      name,
      this.commands.map(command => command.name()),
    );
    throw new UserError({ kind: 'unknown-command', name, near });
  }

  unknownOption(flag: string): never {
    const long = this.options.flatMap(option => option.long ?? []);
    throw new UserError({ kind: 'unknown-flag', flag, command: nameWhole(this), near: findNearest(flag, long) });
  }

  missingArgument(argument: string): never {
    throw new UserError({ kind: 'argument-missing', argument, usage: describeUsage(this) });
  }

  optionMissingArgument(option: Option): never {
    throw new UserError({ kind: 'flag-without-value', ...takeApart(option) });
  }

  missingMandatoryOptionValue(option: Option): never {
    throw new UserError({ kind: 'flag-missing', ...takeApart(option) });
  }

  _excessArguments(received: readonly string[]): never {
    const expected = this.registeredArguments.length;
    throw new UserError({ kind: 'too-many-arguments', command: nameWhole(this), expected, given: received.length });
  }
}

/** `io/early-flags.ts` has read them before the flags of commands are. */
export function addScreenFlags(command: Command, { flags }: Words['help']): Command {
  return command.addOption(chooseFrom('--lang <language>', flags.lang, LANGUAGES)).option('--no-color', flags.noColor);
}

/** The frame of a help, in a language; values are called as errors call them: FILE. */
export function describeHelp(help: Words['help']): HelpConfiguration {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': help.usage,
    'Arguments:': help.arguments,
    'Options:': help.options,
    'Commands:': help.commands,
  };
  return {
    styleTitle: title => titles[title] ?? title,
    commandUsage: command => `${nameValues(describeUsage(command, help.command), help)} ${help.anyOptions}`,
    optionTerm: ({ flags }) => flags.replace(/[^<[\]>]+(?=[>\]])/u, name => nameTerm(name, help)).replace(/[<>]/gu, ''),
    argumentTerm: argument => nameValue(argument.name(), help),
    subcommandTerm: command => command.name(),
    optionDescription: ({ description, argChoices, defaultValue, required }) => {
      const more = [
        ...(argChoices ? [help.sayChoice(argChoices)] : []),
        ...(required && defaultValue !== undefined ? [help.sayDefault(String(defaultValue))] : []),
      ];
      return more.length === 0 ? description : `${description} (${more.join('; ')})`;
    },
    argumentDescription: ({ description }) => description,
  };
}

/** "file" is FILE, "file..." FILE... */
function nameTerm(term: string, help: Words['help']): string {
  return term.replace(/^[^.]+/u, name => nameValue(name, help));
}

/** An option of which only some values are allowed. */
export function chooseFrom(flags: string, description: string, choice: readonly string[]): Option {
  const option = new Option(flags, description).choices(choice);
  const { flag } = takeApart(option);
  return option.argParser(parseAs(flag, { kind: 'choice', choice }, text => (choice.includes(text) ? text : null)));
}

/** An argument of which only some values are allowed. */
export function chooseArgument(name: string, description: string, choice: readonly string[]): Argument {
  const flag = name.replace(/[<>]/gu, '').toUpperCase();
  const argument = new Argument(name, description).choices(choice);
  return argument.argParser(parseAs(flag, { kind: 'choice', choice }, text => (choice.includes(text) ? text : null)));
}

/** Reads a value of a flag, or refuses it. @param parse null where the text is none */
export function parseAs<T>(
  flag: string,
  wanted: WantedValue,
  parse: (text: string, before: T | undefined) => T | null,
) {
  return (text: string, before?: T): T => {
    const value = parse(text, before);
    if (value === null) throw new UserError({ kind: 'wrong-value', flag, value: text, wanted });
    return value;
  };
}

/** As they are called: rmentor match. */
function nameWhole(command: Command): string {
  return command.parent === null ? command.name() : `${nameWhole(command.parent)} ${command.name()}`;
}

/** Refuses a call without an argument that another flag could have replaced. */
export function refuseWithout(argument: string, command: Command): never {
  throw new UserError({ kind: 'argument-missing', argument, usage: `${nameWhole(command)} <${argument}>` });
}

/** With names of values in angle brackets: rmentor explain <who>. */
function describeUsage(command: Command, subcommand = 'COMMAND'): string {
  const names = command.registeredArguments.map(argument => {
    const name = `<${argument.name()}>`;
    return argument.required ? name : `[${name}]`;
  });
  return [nameWhole(command), ...(command.commands.length > 0 ? [subcommand] : []), ...names].join(' ');
}

/** The flag, and the name of its value, from "-o, --out <folder>". */
function takeApart({ long, short, flags }: Option): { flag: string; value: string } {
  const [, value = ''] = /<([^>.]+)/u.exec(flags) ?? [];
  return { flag: long ?? short ?? flags, value };
}
