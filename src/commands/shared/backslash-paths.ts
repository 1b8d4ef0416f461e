import type { Command, Option } from 'commander';
import { adaptPath, refuseOtherSystem } from '../../io/paths-of-other-systems.ts';

/**
 * Takes the paths of a call as they are written on Windows, too: each flag and argument of
 * which the help says FILE or FOLDER.
 */
export function adaptPaths(command: Command): void {
  for (const option of command.options.filter(isPath)) {
    const key = option.attributeName();
    const given: unknown = command.getOptionValue(key);
    if (Array.isArray(given))
      command.setOptionValue(
        key,
        given.map(String).map(path => adaptPath(path)),
      );
    else if (typeof given === 'string') command.setOptionValue(key, adapt(given, WRITTEN.includes(key)));
  }
  command.registeredArguments.forEach((argument, index) => {
    const given: unknown = command.processedArgs[index];
    if (argument.name() !== 'folder' || typeof given !== 'string') return;
    command.processedArgs[index] = adapt(given, command.name() === 'init');
  });
}

function isPath({ flags }: Option): boolean {
  return /[<[](?:file|folder)\b/u.test(flags);
}

const WRITTEN = ['out', 'normalised', 'errors'];

function adapt(path: string, isWritten: boolean): string {
  if (isWritten) refuseOtherSystem(path);
  return adaptPath(path);
}
