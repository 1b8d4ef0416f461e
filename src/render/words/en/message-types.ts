import type { ProblemCode, ProblemFacts } from '../../../domain/problem-facts.ts';
import type { Refutation, RefutationKind } from '../../../domain/refutation.ts';
import type { Trouble, TroubleKind } from '../../../domain/user-error-kinds.ts';

/** What a message says is wrong, and the next thing to do, where there is one. */
export interface Said {
  readonly message: string;
  readonly hint: string | null;
}

/** A sentence for each code: one that is missing, and one that no code has, does not compile. */
export type ProblemWords = { readonly [Code in ProblemCode]: (facts: ProblemFacts[Code]) => Said };

/** Trouble that is not made of other trouble, nor of what refutes a run. */
export type PlainTrouble = Exclude<
  TroubleKind,
  'several' | 'inputs-moved' | 'inputs-changed' | 'run-does-not-hold' | 'made-by-other-version'
>;

/** A sentence for each trouble with the call or the machine. */
export type TroubleWords = { readonly [Kind in PlainTrouble]: (facts: Trouble<Kind>) => Said };

/** A refutation that neither a problem of a file nor another refutation is a part of. */
export type PlainRefutation = Exclude<RefutationKind, 'file-unreadable' | 'other-tandems' | 'curve-corner'>;

/** A sentence for each thing that refutes a run. */
export type RefutationWords = { readonly [Kind in PlainRefutation]: (facts: Refutation<Kind>) => string };
