import type { ComparableColumn } from './roster.ts';

/** What a rule compares or measures in a column: whole cells, what is common to two lists, or numbers. */
export type Comparison = 'values' | 'lists' | 'numbers';

/** What a rule judges by: a column that the config names, or always the same one. */
export type RuleSubject =
  | {
      readonly kind: 'named';
      readonly compares: Comparison;
      /** Whether a distance goes with it. */
      readonly hasDistance: boolean;
      /** The column where the config names none; null where it must. */
      readonly usual: string | null;
    }
  | { readonly kind: 'own'; readonly column: ComparableColumn | 'wish_1' | 'not_with' };

/** What all who speak of a rule have to know of it. All but the last are held against the rule itself by a test. */
export interface RuleTraits {
  readonly subject: RuleSubject;
  /**
   * What it says of two people where one of them has nothing in the column that the config names, or where neither
   * has anything in columns of its own: it bars them, it holds, or it does neither. `bars if both`: where one of
   * them has something, it may hold.
   */
  readonly whereEmpty: 'bars' | 'bars if both' | 'holds' | 'neither';
  /**
   * How well a pair fits for which it holds: wholly, by the share of the mentee's list that the
   * mentor has, or by the rank of a wish.
   */
  readonly fit: 'wholly' | 'by share' | 'by rank';
  /**
   * What it rests on: the policy, so that an organiser may lift it; who people are; or somebody's own word, which is
   * nobody else's to take back, and which only HR is shown.
   */
  readonly basis: 'policy' | 'identity' | 'own word';
}

const VALUES = { kind: 'named', compares: 'values', hasDistance: false, usual: null } as const;
const LISTS = { kind: 'named', compares: 'lists', hasDistance: false, usual: null } as const;
const DISTANCE = { kind: 'named', compares: 'numbers', hasDistance: true, usual: null } as const;
const LEVEL = { kind: 'named', compares: 'numbers', hasDistance: false, usual: 'level' } as const;

/**
 * The rule vocabulary, an entry each. A rule says of a mentor and a mentee whether it
 * holds, and how well they fit by it.
 */
const RULE_TABLE = {
  same: { subject: VALUES, whereEmpty: 'bars', fit: 'wholly', basis: 'policy' },
  different: { subject: VALUES, whereEmpty: 'neither', fit: 'wholly', basis: 'policy' },
  overlap: { subject: LISTS, whereEmpty: 'bars', fit: 'by share', basis: 'policy' },
  'at-least-apart': { subject: DISTANCE, whereEmpty: 'neither', fit: 'wholly', basis: 'policy' },
  'at-most-apart': { subject: DISTANCE, whereEmpty: 'neither', fit: 'wholly', basis: 'policy' },
  below: { subject: LEVEL, whereEmpty: 'neither', fit: 'wholly', basis: 'policy' },
  above: { subject: LEVEL, whereEmpty: 'neither', fit: 'wholly', basis: 'policy' },
  'outside-reporting-line': {
    subject: { kind: 'own', column: 'manager' },
    whereEmpty: 'holds',
    fit: 'wholly',
    basis: 'policy',
  },
  wished: { subject: { kind: 'own', column: 'wish_1' }, whereEmpty: 'bars if both', fit: 'by rank', basis: 'policy' },
  'not-vetoed': { subject: { kind: 'own', column: 'not_with' }, whereEmpty: 'holds', fit: 'wholly', basis: 'own word' },
  'not-the-same-person': {
    subject: { kind: 'own', column: 'email' },
    whereEmpty: 'holds',
    fit: 'wholly',
    basis: 'identity',
  },
  'not-alike': { subject: { kind: 'own', column: 'name' }, whereEmpty: 'holds', fit: 'wholly', basis: 'identity' },
} as const satisfies Readonly<Record<string, RuleTraits>>;

export type RuleKind = keyof typeof RULE_TABLE;

/** The rules about a column that the config names. */
export type NamedRuleKind = {
  [Kind in RuleKind]: (typeof RULE_TABLE)[Kind]['subject']['kind'] extends 'named' ? Kind : never;
}[RuleKind];

/** The rules that always judge by the same columns. */
export type OwnRuleKind = Exclude<RuleKind, NamedRuleKind>;

export const RULES = Object.keys(RULE_TABLE) as readonly RuleKind[];

export function getRuleTraits(kind: RuleKind): RuleTraits {
  return RULE_TABLE[kind];
}

/** The column by which a rule judges; of wishes, the first. */
export function getRuleColumn({ rule, field }: { readonly rule: RuleKind; readonly field: string }): string {
  const { subject } = getRuleTraits(rule);
  return subject.kind === 'own' ? subject.column : field;
}

/** Whether the config names the column of a rule. */
export function isAboutNamedColumn(kind: RuleKind): kind is NamedRuleKind {
  return RULE_TABLE[kind].subject.kind === 'named';
}

/** What a rule compares in the column that the config names; null where it judges by columns of its own. */
export function getComparison(kind: RuleKind): Comparison | null {
  const { subject } = getRuleTraits(kind);
  return subject.kind === 'named' ? subject.compares : null;
}
