import { makePlain } from '../../domain/text.ts';
import type { Paint } from '../layout/paint.ts';
import { INDENT, leaveUnpainted, measureWords, splitIntoWords, type Word, wrapWords } from '../layout/wrapped.ts';
import type { Words } from '../words/en/index.ts';
import type { ToldProblem } from '../words/problem.ts';
import { mergeAlikeProblems } from './alike-problems.ts';

/** So many lines of problems are shown on a terminal: more would push the gravest, which are first, out of sight. */
const MOST_LINES = 25;

/**
 * All problems, a line for those that are alike, and a last line that counts them.
 * @param width of the terminal, on which a long line goes on below its beginning, only so many are shown, and that
 * hears where to read on; null where there is none, so that a line stays a line.
 */
export function renderProblems(
  problems: readonly ToldProblem[],
  paint: Paint,
  width: number | null,
  words: Words,
): string {
  if (problems.length === 0) return '';
  const texts = mergeAlikeProblems(problems, words).map(problem => formatProblem(problem, paint, width, words));
  const shown = width === null ? texts : takeWhatFits(texts);
  const left = texts.length - shown.length;
  return [
    ...shown,
    ...(left > 0 ? [words.report.more(left)] : []),
    phraseProblemCounts(problems, words),
    // On a terminal what comes of the command stands below.
    ...(width === null ? [] : [wrapWords(phraseAdvice(problems, paint, words), width, ''), '']),
    '',
  ].join('\n');
}

/** The first texts, of which each may take several lines; the first one in any case. */
function takeWhatFits(texts: readonly string[]): string[] {
  let lines = 0;
  return texts.filter((text, index) => {
    lines += text.split('\n').length;
    return lines <= MOST_LINES || index === 0;
  });
}

/** `mentors.csv:14:capacity  E012  "two" is not a whole number  (did you mean 2?)` */
export function formatProblem(problem: ToldProblem, paint: Paint, width: number | null, { report }: Words): string {
  const { severity, code, file, row, line, column, message } = problem;
  const location =
    [file, row, column].filter(part => part !== null).join(':') + (line === undefined ? '' : ` (${report.line(line)})`);
  const what: Word[] = [
    ...splitIntoWords(makePlain(location), 0, paint.bold),
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
export function phraseProblemCounts(problems: readonly ToldProblem[], { report }: Words): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  return report.counts(errors, problems.length - errors);
}

function phraseAdvice(problems: readonly ToldProblem[], paint: Paint, { report }: Words): Word[] {
  const code = problems.find(({ severity }) => severity === 'error')?.code ?? problems[0]!.code;
  return splitIntoWords(report.advice(code), 0, paint.dim);
}
