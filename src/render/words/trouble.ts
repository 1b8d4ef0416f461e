import type { Trouble } from '../../domain/user-error-kinds.ts';
import type { Words } from './en/index.ts';
import type { PlainTrouble, Said } from './en/message-types.ts';
import { nameValue, nameValues } from './placeholders-in-calls.ts';
import { tellRefutation } from './refutation.ts';

/** Says what is wrong with the call or the machine, and what to do. */
export function tellTrouble(trouble: Trouble, words: Words): Said {
  switch (trouble.kind) {
    case 'several':
      return joinSaid(trouble.troubles.map(one => tellTrouble(one, words)));
    case 'inputs-moved':
      return { message: tellTrouble(trouble.trouble, words).message, hint: words.trouble.inputsMoved };
    case 'inputs-changed':
      return words.trouble.inputsChanged(tellRefutation(trouble.why, words));
    case 'run-does-not-hold':
      return words.trouble.runDoesNotHold(trouble.folder, tellRefutation(trouble.why, words));
    case 'made-by-other-version': {
      const { folder, version, why } = trouble;
      return words.trouble.madeByOtherVersion(folder, version, why === null ? null : tellRefutation(why, words));
    }
    case 'flag-without-value':
    case 'flag-missing':
      return sayTrouble({ ...trouble, value: nameValue(trouble.value, words.help) }, words);
    case 'argument-missing': {
      const { argument, usage } = trouble;
      const named = { argument: nameValue(argument, words.help), usage: nameValues(usage, words.help) };
      return sayTrouble({ ...trouble, ...named }, words);
    }
    default:
      return sayTrouble(trouble, words);
  }
}

/** A line for each; what helps with several of them is said once. */
function joinSaid(told: readonly Said[]): Said {
  const hints = new Set(told.flatMap(({ hint }) => hint ?? []));
  return { message: told.map(({ message }) => message).join('\n'), hint: [...hints].join('\n') };
}

function sayTrouble<Kind extends PlainTrouble>(plain: Trouble<Kind>, { trouble }: Words): Said {
  return trouble.said[plain.kind](plain);
}
