import type { Refutation } from '../../domain/refutation.ts';
import type { Words } from './en/index.ts';
import type { PlainRefutation } from './en/message-types.ts';
import { tellProblem } from './problem.ts';

/** Says what refutes a run, in one sentence. */
export function tellRefutation(refutation: Refutation, words: Words): string {
  if (refutation.kind === 'other-tandems') {
    const { file, why } = refutation;
    return words.refutations.sayOtherTandems(file, why && tellRefutation(why, words));
  }
  if (refutation.kind === 'curve-corner')
    return words.refutations.sayCorner(refutation.corner, tellRefutation(refutation.why, words));
  if (refutation.kind !== 'file-unreadable') return sayRefutation(refutation, words);
  const { row, message } = tellProblem(refutation.problem, words);
  return words.refutations.unreadable(refutation.file, row, message);
}

function sayRefutation<Kind extends PlainRefutation>(plain: Refutation<Kind>, { refutations }: Words): string {
  return refutations.said[plain.kind](plain);
}
