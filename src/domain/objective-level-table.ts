import type { ComparableColumn, Mentee, Mentor } from './roster.ts';

/**
 * What a level counts of a pair that is a tandem. It is data and not a function, because the solver, the proof
 * and the searches each find pairs in their own way: what rules and notes tell of many pairs at once need not
 * be asked pair by pair. All of them switch over it without a `default`; of `other` nothing is known
 * beforehand, so that they look at every pair.
 */
export type PairTerm =
  | { readonly kind: 'none' }
  /** 1 for every pair. */
  | { readonly kind: 'constant' }
  /** The thousandths of its score. */
  | { readonly kind: 'score' }
  /** The same, and `kept` thousandths more where the previous run paired the two. */
  | { readonly kind: 'weighed'; readonly kept: number }
  /** 1 where a preference of the policy holds, given by its number there. */
  | { readonly kind: 'preference'; readonly preference: number }
  /** 1 where the pair's note is in a set. */
  | { readonly kind: 'noted'; readonly set: NotedSet }
  /** A whole number, no larger than `most` in absolute value, by some columns of people. */
  | {
      readonly kind: 'other';
      readonly most: number;
      readonly columns: readonly ComparableColumn[];
      readonly count: (mentor: Mentor, mentee: Mentee) => number;
    };

/**
 * Sets of pairs that something is noted of: those of the previous run, and those that must meet (see noted-pairs.ts).
 */
export type NotedSet = 'kept' | 'demanded';

/**
 * What the figure of a level is: how many people or tandems, a sum of points, the points of one tandem, how even loads
 * are, or how many fewer earlier tandems those have had who have one now.
 */
export type LevelFigure = 'ones' | 'points' | 'points of one' | 'evenness' | 'arrears';

interface LevelEntry {
  readonly kind: string;
  readonly pairTerm: PairTerm;
  readonly figure: LevelFigure;
}

/**
 * The level by which those come first who have had fewer tandems in the history: the
 * last but ties wherever there is one.
 */
export const FEWER_EARLIER = 'fewer-earlier';

const NONE = { kind: 'none' } as const;

/**
 * The levels of an objective, but those of preferences, which have the names of these: an entry each. This
 * table is all that the solver and the proof share about levels; how they count, each says by itself, so that
 * neither can repeat the other's fault.
 */
const LEVEL_TABLE = [
  { kind: 'mentees', pairTerm: NONE, figure: 'ones' },
  { kind: 'tandems', pairTerm: { kind: 'constant' }, figure: 'ones' },
  { kind: 'mentors', pairTerm: NONE, figure: 'ones' },
  { kind: 'kept', pairTerm: { kind: 'noted', set: 'kept' }, figure: 'ones' },
  { kind: 'worst', pairTerm: NONE, figure: 'points of one' },
  { kind: 'score', pairTerm: { kind: 'score' }, figure: 'points' },
  { kind: 'balance', pairTerm: NONE, figure: 'evenness' },
  { kind: FEWER_EARLIER, pairTerm: NONE, figure: 'arrears' },
] as const satisfies readonly LevelEntry[];

export type LevelKind = (typeof LEVEL_TABLE)[number]['kind'];

export const LEVELS: readonly LevelKind[] = LEVEL_TABLE.map(({ kind }) => kind);

export function getPairTerm(kind: LevelKind): PairTerm {
  return LEVEL_TABLE.find(entry => entry.kind === kind)!.pairTerm;
}

/**
 * The level that weighs kept tandems against points: what a tandem must bring more to be worth
 * a change is the policy's to say.
 */
export const WEIGHED = 'kept-and-score';

/** The level of a preference is how many tandems it holds for. */
export function getFigure(kind: LevelKind | 'preference' | typeof WEIGHED): LevelFigure {
  if (kind === WEIGHED) return 'points';
  return LEVEL_TABLE.find(entry => entry.kind === kind)?.figure ?? 'ones';
}

/** A level that no rule or note tells of: pairs must be looked at one by one. */
export function isOther({ pairTerm }: { readonly pairTerm: PairTerm }): boolean {
  return pairTerm.kind === 'other';
}
