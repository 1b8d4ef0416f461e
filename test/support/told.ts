import type { Problem } from '../../src/domain/problems.ts';
import type { Refutation } from '../../src/domain/refutation.ts';
import { en } from '../../src/render/words/en/index.ts';
import { type ToldProblem, tellProblem } from '../../src/render/words/problem.ts';
import { tellRefutation } from '../../src/render/words/refutation.ts';

/** A problem with its sentences in English. */
export function told(problem: Problem): ToldProblem {
  return tellProblem(problem, en);
}

/** What refutes a run, in English; null for nothing. */
export function refuted(found: Refutation | null): string | null {
  return found === null ? null : tellRefutation(found, en);
}
