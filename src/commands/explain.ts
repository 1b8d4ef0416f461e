import { type ExitCode, UserError } from '../domain/errors.ts';
import { fold } from '../domain/text.ts';
import type { ExplainFlags } from './explain-people.ts';
import type { Context } from './shared/context.ts';

/** The flags of `explain` as they are written. */
export interface AskedFlags extends ExplainFlags {
  /** Whether codes are meant, whoever bears one as an id. */
  readonly code?: boolean;
  /** The words that name who is to read the answer. */
  readonly for?: readonly string[];
}

/**
 * `rmentor explain`: with --for an answer to hand over; codes have stories; anything else, whatever is asked of a run,
 * and who bears a code as an id, is a person.
 */
export async function explainCommand(
  asked: readonly string[],
  { code, for: reader, ...flags }: AskedFlags,
  shell: Context,
): Promise<ExitCode> {
  if (reader !== undefined) {
    if (asked.length > 0) throw new UserError({ kind: 'answered-alone' });
    const { answerPerson } = await import('./explain-for.ts');
    return answerPerson(reader.join(' '), flags, shell);
  }
  const areCodes = flags.run === undefined && asked.every(name => CODE.test(name));
  if (code || (areCodes && !(await nameAnybody(asked, flags)))) {
    const { explainCodes } = await import('./explain-codes.ts');
    return explainCodes(asked, flags, shell);
  }
  const { explainPeople } = await import('./explain-people.ts');
  const exit = await explainPeople(asked, flags, shell);
  if (areCodes) shell.err(`${shell.words.asides.isCodeToo(asked)}\n`);
  return exit;
}

async function nameAnybody(asked: readonly string[], flags: ExplainFlags): Promise<boolean> {
  const { listIdsInRun } = await import('./shared/ids-in-run.ts');
  const ids = new Set(listIdsInRun(flags).map(fold));
  return asked.some(name => ids.has(fold(name)));
}

const CODE = /^[EW]\d{3}$/iu;
