import { EXIT, type ExitCode } from '../domain/errors.ts';
import type { Problem } from '../domain/problems.ts';
import { problemsText } from '../render/problems.ts';
import type { Shell } from './shell.ts';

/** Tells the problems that stand in the way of anything: exit 2. */
export function refused(problems: readonly Problem[], json: boolean | undefined, shell: Shell): ExitCode {
  if (json) shell.out(`${JSON.stringify({ schemaVersion: 1, ok: false, problems }, null, 2)}\n`);
  shell.err(problemsText(problems, shell.errPaint));
  return EXIT.input;
}
