import { EXIT, type ExitCode } from '../domain/errors.ts';
import { hasErrors } from '../domain/problems.ts';
import { understoodText } from '../render/understood.ts';
import { type InputFlags, readInputs } from './inputs.ts';
import type { Shell } from './shell.ts';
import { type TellFlags, tell } from './tell.ts';

/** `rmentor validate`: says what it understood and every problem; writes nothing. */
export function validateCommand(flags: InputFlags & TellFlags, shell: Shell): ExitCode {
  const { json } = flags;
  const { understood, problems } = readInputs(flags, shell.watch);
  const ok = !hasErrors(problems);
  const { sheets, policy } = understood;
  if (json) shell.out(`${JSON.stringify({ schemaVersion: 1, ok, sheets, policy, problems }, null, 2)}\n`);
  else if (policy !== null) shell.out(understoodText(sheets, policy, shell.outPaint));
  tell({ understood, problems }, flags, shell);
  if (!json) shell.out(ok ? `${shell.outPaint.good('Ready to match.')}\n` : `${shell.outPaint.bad('Not ready.')}\n`);
  return ok ? EXIT.done : EXIT.input;
}
