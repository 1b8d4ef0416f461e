import { formatCount, makePlain } from '../../domain/text.ts';
import type { Paint } from '../layout/paint.ts';
import { INDENT, leaveUnpainted, measureWords, splitIntoWords, type Word, wrapWords } from '../layout/wrapped.ts';
import type { ToldProblem } from '../words/problem.ts';
import { mergeAlikeProblems } from './alike-problems.ts';

/**
 * All problems, a line for those that are alike, and a last line that counts them.
 * @param width of the terminal, on which a long line goes on below its beginning, and that hears where to read on; null
 * where there is none, so that a line stays a line.
 */
export function renderProblems(problems: readonly ToldProblem[], paint: Paint, width: number | null): string {
  if (problems.length === 0) return '';
  const lines = mergeAlikeProblems(problems).map(problem => formatProblem(problem, paint, width));
  const advice = width === null ? [] : [wrapWords(phraseAdvice(problems, paint), width)];
  return `${[...lines, phraseProblemCounts(problems), ...advice].join('\n')}\n`;
}

/** `mentors.csv:14:capacity  E012  "two" is not a whole number from 0  (did you mean 2?)` */
function formatProblem(problem: ToldProblem, paint: Paint, width: number | null): string {
  const { severity, code, file, row, line, column, message } = problem;
  const place =
    [file, row, column].filter(part => part !== null).join(':') + (line === undefined ? '' : ` (line ${line})`);
  const what: Word[] = [
    { text: makePlain(place), gap: 0, paint: paint.bold },
    { text: code, gap: 2, paint: severity === 'error' ? paint.bad : paint.warn },
    ...splitIntoWords(makePlain(message), 2, leaveUnpainted),
  ];
  const hint = problem.hint === null ? '' : `(${makePlain(problem.hint)})`;
  const whole = [...what, ...splitIntoWords(hint, 2, paint.dim)];
  if (width === null || measureWords(whole) <= width || hint === '') return wrapWords(whole, width);
  // What to do is found more easily at the start of a line.
  return `${wrapWords(what, width)}\n${wrapWords(splitIntoWords(hint, INDENT.length, paint.dim), width)}`;
}

/** "2 errors, 1 warning" */
export function phraseProblemCounts(problems: readonly ToldProblem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [
    errors > 0 ? [formatCount(errors, 'error')] : [],
    warnings > 0 ? [formatCount(warnings, 'warning')] : [],
  ].flat();
  return counts.join(', ');
}

function phraseAdvice(problems: readonly ToldProblem[], paint: Paint): Word[] {
  const code = problems.find(({ severity }) => severity === 'error')?.code ?? problems[0]?.code;
  return splitIntoWords(
    `rmentor explain ${code} says more; rmentor validate --errors FILE writes all of this as a sheet.`,
    0,
    paint.dim,
  );
}
