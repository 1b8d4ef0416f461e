import { Command, Option } from 'commander';
import { UserError } from '../../domain/errors.ts';
import { LANGUAGES } from '../../domain/language.ts';
import type { WantedValue } from '../../domain/trouble.ts';
import { findNearest } from '../../parse/text/nearest.ts';

/** A command that refuses a call with facts, in place of sentences in one language: it overrides what commander calls then. */
export class OwnCommand extends Command {
  override createCommand(name?: string): OwnCommand {
    return addScreenFlags(new OwnCommand(name));
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
    throw new UserError({ kind: 'argument-missing', argument: argument.toUpperCase(), usage: describeUsage(this) });
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

/** `io/screen-flags.ts` has read them before the flags of commands are. */
export function addScreenFlags<Own extends Command>(command: Own): Own {
  return command.addOption(
    chooseFrom('--lang <language>', 'language of what is said and written: en or de', LANGUAGES),
  );
}

/** An option of which only some values are allowed. */
export function chooseFrom(flags: string, description: string, choice: readonly string[]): Option {
  const option = new Option(flags, description).choices(choice);
  const { flag } = takeApart(option);
  return option.argParser(parseAs(flag, { kind: 'choice', choice }, text => (choice.includes(text) ? text : null)));
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

function describeUsage(command: Command): string {
  const names = command.registeredArguments.map(argument => argument.name().toUpperCase());
  return [nameWhole(command), ...names].join(' ');
}

/** The flag, and what stands for its value, from "-o, --out <folder>". */
function takeApart({ long, short, flags }: Option): { flag: string; value: string } {
  const [, value = ''] = /<([^>.]+)/u.exec(flags) ?? [];
  return { flag: long ?? short ?? flags, value: value.toUpperCase() };
}
