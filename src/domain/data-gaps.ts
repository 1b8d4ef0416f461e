import type { Side } from './roster.ts';
import { getRuleTraits, type RuleKind } from './rule-table.ts';

/** How many of some people leave a cell empty. */
export interface Lack {
  readonly without: number;
  readonly people: number;
}

/**
 * Those whom people name as their managers, and how many of them are not in the sheets, so
 * that nobody above them is known.
 */
export interface Managers {
  readonly named: number;
  readonly outside: number;
}

/**
 * What the sheets leave open for a rule or a preference of the policy. `absent`: it has nothing to judge by, for any
 * pair. `distinct`: it compares values, and the two sides have none in common, so that it judges all pairs alike.
 * `partial`: it has nothing to judge by for some people.
 */
export interface RuleGap {
  readonly list: 'must' | 'prefer';
  /** The name of the rule. */
  readonly rule: string;
  readonly kind: RuleKind;
  readonly state: 'absent' | 'distinct' | 'partial';
  /** The column that is empty, or has nothing in common. */
  readonly column: string;
  readonly mentors: Lack;
  readonly mentees: Lack;
  /** null for all rules but those about the reporting line. */
  readonly managers: Managers | null;
}

/** Everything that the sheets leave open for the policy and the limits. */
export interface Gaps {
  /** In the order of the policy, musts first. */
  readonly rules: readonly RuleGap[];
  /** Limits under which nobody is. */
  readonly limits: readonly { readonly place: string; readonly side: Side }[];
}

/** Whether a rule of `must` keeps nobody apart because there is nothing that it could judge by. */
export function isUnchecked({ list, kind, state }: RuleGap): boolean {
  return list === 'must' && state === 'absent' && !isNeeding(kind);
}

/**
 * Whether a rule or a preference judges nobody: such a must keeps nobody apart, and such a preference tells nothing.
 */
export function isWithoutData(gap: RuleGap): boolean {
  return isUnchecked(gap) || (gap.list === 'prefer' && gap.state === 'absent');
}

/** Whether a rule holds for no pair where there is nothing to compare. */
export function isNeeding(kind: RuleKind): boolean {
  return getRuleTraits(kind).whereEmpty.startsWith('bars');
}

/** What is open for some people, besides the rules that judge nobody. */
export function selectPartialGaps({ rules }: Gaps): Gaps {
  return { rules: rules.filter(({ state }) => state !== 'absent'), limits: [] };
}

/** The gap of a rule, or undefined where the sheets say all that it needs. */
export function findGap({ rules }: Gaps, list: RuleGap['list'], name: string): RuleGap | undefined {
  return rules.find(gap => gap.list === list && gap.rule === name);
}

/** What sheets leave open for rules that no tandem may break. */
export function listMustGaps({ rules }: Pick<Gaps, 'rules'>): RuleGap[] {
  return rules.filter(({ list }) => list === 'must');
}
