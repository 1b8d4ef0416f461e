import { EXIT, type ExitCode } from '../domain/errors.ts';
import { findGaps } from '../pair/rules/gaps.ts';
import { renderJson } from '../render/layout/harmless.ts';
import { renderRules } from '../render/words/rules.ts';
import type { Context } from './shared/context.ts';
import { type InputFlags, readInputs } from './shared/inputs.ts';
import { refuse, type TellFlags, tell } from './shared/report.ts';

/** `rmentor rules`: prints the policy in force in plain words, with the limits and how many pairs are singled out. */
export async function rulesCommand(flags: InputFlags & TellFlags, shell: Context): Promise<ExitCode> {
  const { programme, ...found } = await readInputs(flags, shell.watch);
  if (programme === null) return refuse(found, flags, shell);
  await tell(found, flags, shell);
  const { roster, terms, defaults } = programme;
  const { policy, limits } = terms;
  const gaps = findGaps(roster, terms);
  if (flags.json) shell.out(renderJson({ schemaVersion: 1, policy, limits, defaults, gaps }, replaceInfinity));
  else {
    const layout = { paint: shell.outPaint, width: shell.outWidth };
    shell.out(renderRules({ roster, terms, defaults, gaps }, shell.words, layout));
  }
  return EXIT.done;
}

/** JSON has no infinity: a limit without a maximum has null. */
function replaceInfinity(_: string, value: unknown): unknown {
  return value === Number.POSITIVE_INFINITY ? null : value;
}
