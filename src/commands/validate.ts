import { EXIT, type ExitCode } from '../domain/errors.ts';
import { hasErrors } from '../domain/problems.ts';
import { problemsText } from '../render/problems.ts';
import { understoodText } from '../render/understood.ts';
import { type InputFlags, readInputs } from './inputs.ts';
import type { Shell } from './shell.ts';

/** `rmentor validate`: says what it understood and every problem; writes nothing. */
export async function validateCommand(
  { json, ...flags }: InputFlags & { readonly json?: boolean },
  shell: Shell,
): Promise<ExitCode> {
  const { understood, problems } = await readInputs(flags, shell.watch);
  const ok = !hasErrors(problems);
  const { sheets, policy } = understood;
  if (json) shell.out(`${JSON.stringify({ schemaVersion: 1, ok, sheets, policy, problems }, null, 2)}\n`);
  else if (policy !== null) shell.out(understoodText(sheets, policy, shell.outPaint));
  shell.err(problemsText(problems, shell.errPaint));
  if (!json) shell.out(ok ? `${shell.outPaint.good('Ready to match.')}\n` : `${shell.outPaint.bad('Not ready.')}\n`);
  return ok ? EXIT.done : EXIT.input;
}
