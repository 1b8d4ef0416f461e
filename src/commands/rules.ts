import { EXIT, type ExitCode } from '../domain/errors.ts';
import { gapsIn } from '../pair/rules/gaps.ts';
import { jsonText } from '../render/layout/harmless.ts';
import { rulesText } from '../render/words/rules.ts';
import type { Shell } from './shared/context.ts';
import { type InputFlags, readInputs } from './shared/inputs.ts';
import { refused, type TellFlags, tell } from './shared/report.ts';

/** `rmentor rules`: prints the policy in force in plain words, with the limits and how many pairs are singled out. */
export async function rulesCommand(flags: InputFlags & TellFlags, shell: Shell): Promise<ExitCode> {
  const { programme, ...found } = await readInputs(flags, shell.watch);
  if (programme === null) return refused(found, flags, shell);
  await tell(found, flags, shell);
  const { roster, terms, defaults } = programme;
  const { policy, limits } = terms;
  const gaps = gapsIn(roster, terms);
  if (flags.json) shell.out(jsonText({ schemaVersion: 1, policy, limits, defaults, gaps }, jsonNumber));
  else shell.out(rulesText({ roster, terms, defaults, gaps }, shell.outPaint));
  return EXIT.done;
}

/** JSON has no infinity: a limit without a maximum has null. */
function jsonNumber(_: string, value: unknown): unknown {
  return value === Number.POSITIVE_INFINITY ? null : value;
}
