import type { Problem } from '../../src/domain/problems.ts';
import { en } from '../../src/render/words/en/index.ts';
import { type ToldProblem, tellProblem } from '../../src/render/words/problem.ts';

/** A problem with its sentences in English. */
export function told(problem: Problem): ToldProblem {
  return tellProblem(problem, en);
}
