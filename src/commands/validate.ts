import { EXIT, type ExitCode } from '../domain/errors.ts';
import { hasErrors } from '../domain/problems.ts';
import { problemsText } from '../render/problems.ts';
import { understoodText } from '../render/understood.ts';
import { explainColumns } from './explain-columns.ts';
import { type InputFlags, readInputs } from './inputs.ts';
import type { Shell } from './shell.ts';

export interface ValidateFlags extends InputFlags {
  readonly json?: boolean;
  /** Print the setting "columns" for these sheets, and nothing else. */
  readonly explainColumns?: boolean;
}

/** `rmentor validate`: says what it understood and every problem; writes nothing. */
export async function validateCommand(
  { json, explainColumns: asBlock, ...flags }: ValidateFlags,
  shell: Shell,
): Promise<ExitCode> {
  const inputs = await readInputs(flags, shell.watch);
  if (asBlock) return explainColumns(inputs, shell);
  const { understood, problems } = inputs;
  const ok = !hasErrors(problems);
  const { sheets, policy } = understood;
  if (json) shell.out(`${JSON.stringify({ schemaVersion: 1, ok, sheets, policy, problems }, null, 2)}\n`);
  else if (policy !== null) shell.out(understoodText(sheets, policy, shell.outPaint));
  shell.err(problemsText(problems, shell.errPaint));
  if (!json) shell.out(ok ? `${shell.outPaint.good('Ready to match.')}\n` : `${shell.outPaint.bad('Not ready.')}\n`);
  return ok ? EXIT.done : EXIT.input;
}
