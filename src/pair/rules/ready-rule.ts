import type { Side } from '../../domain/roster.ts';

/**
 * A rule made ready for a roster: asking about a pair costs a few array look-ups. `holds` is what objective levels
 * count; `bars` keeps a pair apart where the rule is a must; `fit` (thousandths, 0 … 1000) is what points are made of.
 * A pair may neither hold nor be barred: rules that measure have nothing to judge by where a cell is empty.
 */
export interface ReadyRule {
  readonly holds: PairTest;
  readonly bars: PairTest;
  readonly fit: (mentor: number, mentee: number) => number;
  /** Where fits are shares of short lists. */
  readonly shares?: Shares;
  readonly sight: Sight;
}

/**
 * Fits that are shares of lists of at most 32 different parts in all. Tens of millions of lists are compared in one
 * run: by their bits, and with the answer looked up.
 */
export interface Shares {
  /** The parts of each person's list as bits. */
  readonly parts: Readonly<Record<Side, Int32Array>>;
  /** How many parts each mentee wants. */
  readonly wanted: Int32Array;
  /**
   * For so many parts wanted (times 33) and so many of them covered, twice the fit, and one more where the rule holds.
   */
  readonly answers: Int32Array;
}

export type PairTest = (mentor: number, mentee: number) => boolean;

/**
 * What a rule can tell apart, so that pairs need not be asked one by one. Either by `keys`: people of a side with the
 * same key are answered alike by everybody. Or by names: all pairs are answered alike (they hold, or none does), except
 * those in which what one `seeks` is among what the other `bears`.
 */
export type Sight =
  | { readonly by: 'keys'; readonly keys: Readonly<Record<Side, Int32Array>> }
  | {
      readonly by: 'names';
      readonly usually: 'holds' | 'fails';
      readonly seeks: NamesOf;
      readonly bears: NamesOf;
    };

/** Numbers by which people refer to each other. */
export type NamesOf = (side: Side, index: number) => readonly number[];
