import type { Problem } from '../domain/problems.ts';
import { counted, plain } from '../domain/text.ts';

/** Marks up parts of a text for a terminal, or leaves them as they are. */
export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
}

/** `mentors.csv:14:capacity  E012  "two" is not a whole number from 0  (did you mean 2?)` */
function problemLine({ severity, code, file, row, line, column, message, hint }: Problem, paint: Paint): string {
  const lines = line === undefined ? '' : ` (line ${line})`;
  const place = plain([file, row, column].filter(part => part !== null).join(':') + lines);
  const mark = severity === 'error' ? paint.bad(code) : paint.warn(code);
  return [paint.bold(place), mark, plain(message), ...(hint === null ? [] : [paint.dim(`(${plain(hint)})`)])].join(
    '  ',
  );
}

/** All problems, and a last line that counts them. */
export function problemsText(problems: readonly Problem[], paint: Paint): string {
  if (problems.length === 0) return '';
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [
    errors > 0 ? [counted(errors, 'error')] : [],
    warnings > 0 ? [counted(warnings, 'warning')] : [],
  ].flat();
  return `${problems.map(problem => problemLine(problem, paint)).join('\n')}\n${counts.join(', ')}\n`;
}
