/** Trouble as callers of the library get it: an Error that says in words what is wrong. */
import { UserError } from '../domain/errors.ts';
import type { Problem as FoundProblem } from '../domain/problems.ts';
import type { Words } from '../render/words/en/index.ts';
import { LOAD_WORDS } from '../render/words/languages.ts';
import { tellProblem } from '../render/words/problem.ts';
import { tellTrouble } from '../render/words/trouble.ts';
import type { InputOptions, Problem, RmentorError } from './types.ts';

/** Runs a call; trouble with it is thrown again in words. */
export async function throwInWords<Value>(lang: InputOptions['lang'], call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (trouble) {
    if (!(trouble instanceof UserError)) throw trouble;
    throw makeError(trouble, await LOAD_WORDS[lang ?? 'en']());
  }
}

function makeError(trouble: UserError, words: Words): RmentorError {
  const { message, hint } = tellTrouble(trouble.trouble, words);
  const error = new Error(message, { cause: trouble });
  return Object.assign(error, { name: 'RmentorError' as const, exit: trouble.exit, hint });
}

/** Problems with their sentences. */
export function tellProblems(problems: readonly FoundProblem[], words: Words): Problem[] {
  return problems.map(problem => {
    const { code, severity, file, row, column, value, message, hint } = tellProblem(problem, words);
    return { code, severity, file, row, column, value, message, hint };
  });
}
