import type { Level, Policy, Preference, Rule } from '../../domain/policy.ts';
import type { RuleKind } from '../../domain/rule-table.ts';

/** What a programme starts from before its config says otherwise. */
export type Preset = Pick<Policy, 'must' | 'prefer' | 'objective'>;

const makeRule = (name: string, kind: RuleKind, field = '', by: number | null = null): Rule => ({
  name,
  rule: kind,
  field,
  by,
});

const makePreference = (weight: number, name: string, kind: RuleKind, field = ''): Preference => ({
  ...makeRule(name, kind, field),
  weight,
  ranks: null,
});

/** What every preset but `none` asks of a pair, whatever their levels. */
const ALWAYS = [
  makeRule('not-the-same-person', 'not-the-same-person'),
  makeRule('not-alike', 'not-alike'),
  makeRule('not-vetoed', 'not-vetoed'),
  makeRule('outside-reporting-line', 'outside-reporting-line'),
];

const PREFER = [
  makePreference(100, 'cross-department', 'different', 'department'),
  makePreference(40, 'topics', 'overlap', 'topics'),
  makePreference(30, 'wishes', 'wished'),
  makePreference(20, 'languages', 'overlap', 'languages'),
  makePreference(20, 'city', 'same', 'city'),
];

const FIRST: readonly Level[] = [{ kind: 'mentees' }, { kind: 'tandems' }, { kind: 'kept' }];
const LAST: readonly Level[] = [{ kind: 'score' }, { kind: 'balance' }];
const OBJECTIVE: readonly Level[] = [...FIRST, { kind: 'preference', preference: 'cross-department' }, ...LAST];

export const PRESETS: Readonly<Record<Policy['preset'], Preset>> = {
  /** Juniors mentor seniors. */
  reverse: { must: [...ALWAYS, makeRule('below', 'below', 'level')], prefer: PREFER, objective: OBJECTIVE },
  /** Seniors mentor juniors. */
  classic: { must: [...ALWAYS, makeRule('above', 'above', 'level')], prefer: PREFER, objective: OBJECTIVE },
  /** Colleagues of the same level, or one apart. */
  peer: { must: [...ALWAYS, makeRule('peers', 'at-most-apart', 'level', 1)], prefer: PREFER, objective: OBJECTIVE },
  /** No rule at all but what the config says. */
  none: { must: [], prefer: [], objective: [...FIRST, ...LAST] },
};

/** The rule's name where the config gives it none: "same-city", "outside-reporting-line". */
export function makeDefaultName({ rule, field }: Pick<Rule, 'rule' | 'field'>): string {
  const plain = field === '' || (field === 'level' && (rule === 'below' || rule === 'above'));
  return plain ? rule : `${rule}-${field}`;
}

/** Two rules that say the same, so that one in the config replaces one in the preset. */
export function isSameRule(a: Pick<Rule, 'rule' | 'field'>, b: Pick<Rule, 'rule' | 'field'>): boolean {
  return a.rule === b.rule && a.field === b.field;
}
