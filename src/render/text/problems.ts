import { isError, type Problem } from '../../domain/problems.ts';
import { counted, plain } from '../../domain/text.ts';
import type { Paint } from '../layout/paint.ts';
import { INDENT, unpainted, type Word, widthIn, wordsOf, wrapped } from '../layout/wrapped.ts';
import { gathered } from './alike-problems.ts';

/**
 * All problems, a line for those that are alike, and a last line that counts them.
 * @param width of the terminal, on which a long line goes on below its beginning, and that hears where to read on; null
 * where there is none, so that a line stays a line.
 */
export function problemsText(problems: readonly Problem[], paint: Paint, width: number | null): string {
  if (problems.length === 0) return '';
  const lines = gathered(problems).map(problem => problemLines(problem, paint, width));
  const advice = width === null ? [] : [wrapped(adviceOn(problems, paint), width)];
  return `${[...lines, countsOf(problems), ...advice].join('\n')}\n`;
}

/** `mentors.csv:14:capacity  E012  "two" is not a whole number from 0  (did you mean 2?)` */
function problemLines(problem: Problem, paint: Paint, width: number | null): string {
  const { severity, code, file, row, line, column, message } = problem;
  const place =
    [file, row, column].filter(part => part !== null).join(':') + (line === undefined ? '' : ` (line ${line})`);
  const what: Word[] = [
    { text: plain(place), gap: 0, paint: paint.bold },
    { text: code, gap: 2, paint: severity === 'error' ? paint.bad : paint.warn },
    ...wordsOf(plain(message), 2, unpainted),
  ];
  const hint = problem.hint === null ? '' : `(${plain(problem.hint)})`;
  const whole = [...what, ...wordsOf(hint, 2, paint.dim)];
  if (width === null || widthIn(whole) <= width || hint === '') return wrapped(whole, width);
  // What to do is found more easily at the start of a line.
  return `${wrapped(what, width)}\n${wrapped(wordsOf(hint, INDENT.length, paint.dim), width)}`;
}

/** "2 errors, 1 warning" */
export function countsOf(problems: readonly Problem[]): string {
  const errors = problems.filter(isError).length;
  const warnings = problems.length - errors;
  const counts = [
    errors > 0 ? [counted(errors, 'error')] : [],
    warnings > 0 ? [counted(warnings, 'warning')] : [],
  ].flat();
  return counts.join(', ');
}

function adviceOn(problems: readonly Problem[], paint: Paint): Word[] {
  const code = problems.find(isError)?.code ?? problems[0]?.code;
  return wordsOf(
    `rmentor explain ${code} says more; rmentor validate --errors FILE writes all of this as a sheet.`,
    0,
    paint.dim,
  );
}
