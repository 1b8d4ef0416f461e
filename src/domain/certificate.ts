import type { Tandem } from './pairing.ts';

/**
 * The name of the level above the objective: locks, minimums and least loads that are met. It
 * is there only where there are any.
 */
export const DEMANDS = 'demands';

/**
 * The name of a level below it that only the search for clashing demands uses: demands that would be nice to meet too.
 */
export const HOPES = 'hopes';

/**
 * What a level of the objective comes to: a count, thousandths of a point (`score`, `worst`) or a sum of hashes
 * (`ties`); null for `worst` where there is no tandem.
 */
export interface LevelValue {
  readonly level: string;
  readonly value: number | null;
}

/**
 * Prices that prove tandems best. A vector has one integer a level, in the order of the levels proven. Vectors are
 * compared lexicographically. Tandems are best if
 *
 * - no pair that may meet is worth more than its prices: worth ≤ mentor + mentee +
 *   limits that count it, and every tandem
 *   is worth at least its prices;
 * - no unit that is not used would gain at its price, and no unit that is used would lose:
 *   a mentor's k-th slot, a mentee's
 *   k-th mentor, a limit's k-th tandem each gain what the levels say of them, plus the price.
 *
 * People whom no open pair concerns have no price. null stands for such people.
 */
export interface Prices {
  readonly mentors: ReadonlyArray<readonly number[] | null>;
  readonly mentees: ReadonlyArray<readonly number[] | null>;
  /** One for each limit of the terms. */
  readonly limits: ReadonlyArray<readonly number[] | null>;
}

/**
 * Why the worst tandem cannot be better: two further proofs, about the levels that stand before `worst`. `all`: no
 * tandems come to more there than ours. `better`: of tandems that all score at least `floor` (the next score above our
 * worst), the best are these, and they come to less; null where no pair scores more than our worst.
 */
export interface WorstProof {
  readonly all: Prices;
  readonly better: {
    readonly floor: number;
    readonly tandems: readonly Tandem[];
    readonly prices: Prices;
  } | null;
}

/** The proof of a matching: what each level comes to, and the prices that show that it cannot come to more. */
export interface Proof {
  readonly levels: readonly LevelValue[];
  /** About all levels but `worst`; where there is one, among tandems that score no less than our worst. */
  readonly prices: Prices;
  readonly worst: WorstProof | null;
}
