import type { Level, Policy, Rule } from '../domain/policy.ts';

/** What a programme starts from before its config says otherwise. */
export type Preset = Pick<Policy, 'must' | 'prefer' | 'objective'>;

const level = (kind: 'mentees' | 'tandems' | 'score' | 'balance'): Level => ({ kind });

export const PRESETS: Readonly<Record<Policy['preset'], Preset>> = {
  /** Juniors mentor seniors of other departments, outside their reporting line. */
  reverse: {
    must: [
      { name: 'not-the-same-person', rule: 'not-the-same-person', field: '' },
      { name: 'below', rule: 'below', field: 'level' },
      { name: 'outside-reporting-line', rule: 'outside-reporting-line', field: '' },
    ],
    prefer: [
      { name: 'cross-department', rule: 'different', field: 'department', weight: 100 },
      { name: 'topics', rule: 'overlap', field: 'topics', weight: 40 },
      { name: 'languages', rule: 'overlap', field: 'languages', weight: 20 },
      { name: 'city', rule: 'same', field: 'city', weight: 20 },
    ],
    objective: [
      level('mentees'),
      level('tandems'),
      { kind: 'preference', preference: 'cross-department' },
      level('score'),
      level('balance'),
    ],
  },
  /** No rule at all but what the config says. */
  none: { must: [], prefer: [], objective: [level('mentees'), level('tandems'), level('score'), level('balance')] },
};

/** The rule's name where the config gives it none: "same-city", "outside-reporting-line". */
export function defaultName({ rule, field }: Pick<Rule, 'rule' | 'field'>): string {
  return field === '' || rule === 'below' ? rule : `${rule}-${field}`;
}

/** Two rules that say the same, so that one in the config replaces one in the preset. */
export function sameRule(a: Pick<Rule, 'rule' | 'field'>, b: Pick<Rule, 'rule' | 'field'>): boolean {
  return a.rule === b.rule && a.field === b.field;
}
