import type { ProblemCode } from '../../domain/problem-facts.ts';
import type { Problem } from '../../domain/problems.ts';
import type { Words } from './en/index.ts';
import type { Said } from './en/message-types.ts';

/** A problem with its sentences, as people and programs get it. */
export interface ToldProblem extends Omit<Problem, 'facts' | 'rows' | 'hidden'>, Said {}

/** Says of each problem what it is, and what to do. */
export function tellProblems(problems: readonly Problem[], words: Words): ToldProblem[] {
  return problems.map(problem => tellProblem(problem, words));
}

/** Says what a problem is, and what to do. */
export function tellProblem(problem: Problem, words: Words): ToldProblem {
  const { facts, rows = 1, hidden, ...location } = problem;
  const { message, hint } = sayProblem(problem, words);
  const shown = hidden === undefined ? message : message.replaceAll(words.grammar.quote(hidden), words.hiddenText);
  return { ...location, message: rows === 1 ? shown : words.sayInRows(shown, rows), hint };
}

function sayProblem<Code extends ProblemCode>({ code, facts }: Problem<Code>, { problems }: Words): Said {
  return problems[code](facts);
}
