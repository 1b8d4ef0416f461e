import { isAboutNamedColumn, type OwnRuleKind, type RuleKind } from '../../../domain/rule-table.ts';
import { nameColumn, phraseAny } from './column-names-in-sentences.ts';
import { formatCount, joinNames } from './grammar.ts';

type Sides = 'mentors' | 'mentees';

/** What rules are about that have columns of their own. */
const SUBJECTS: Readonly<Record<OwnRuleKind, string>> = {
  'outside-reporting-line': 'reporting line',
  wished: 'wishes',
  'not-vetoed': 'requests not to be paired',
  'not-the-same-person': 'same person in both sheets',
  'not-alike': 'perhaps the same person in both sheets',
};

/** Why a rule has nothing to judge by; null where it is enough to say that its column is empty. */
const NOTHING_FOR: Readonly<Record<OwnRuleKind, string | null>> = {
  'outside-reporting-line': null,
  wished: 'nobody wishes for anybody in the sheets',
  'not-vetoed': 'nobody named anybody they do not want to be paired with',
  'not-the-same-person': 'one side has only ids, the other only e-mail addresses',
  'not-alike': null,
};

/** What the sheets leave open for rules. */
export const gaps = {
  head: 'What the sheets leave open',
  more: (rules: number): string => `and ${rules} more`,
  effects: {
    'nobody-fits': 'nobody can be paired',
    'no-points': 'nobody gets points for it',
    'not-checked': 'not checked',
    'no-difference': 'makes no difference',
    'always-holds': 'true of every pair',
  },
  /** Why a rule judges all pairs alike. */
  nothingInCommon: (column: string): string => `mentors and mentees have no ${nameColumn(column)} in common`,
  nothingFor: NOTHING_FOR,
  neitherHas: (column: string): string => `neither sheet has ${phraseAny(column)}`,
  sideLacks: (side: Sides, column: string): string => `the ${side} have no ${nameColumn(column)}`,
  join: (effect: string, why: string): string => `${effect}, because ${why}`,
  partly: (what: readonly string[]): string => `only partly checked (${what.join('; ')})`,
  lacking: (without: number, people: number, column: string): string =>
    `${without} of ${formatCount(people, 'person', 'people')} ${without === 1 ? 'has' : 'have'} no ${nameColumn(column)}`,
  sideWishesNobody: (side: Sides): string => `no ${side.slice(0, -1)} wishes for anybody in the sheets`,
  sideVetoesNobody: (side: Sides): string => `no ${side.slice(0, -1)} named anybody they do not want to be paired with`,
  stranded: (mentors: number, mentees: number, column: string): string => {
    const sides = [
      ...(mentors > 0 ? [formatCount(mentors, 'mentor')] : []),
      ...(mentees > 0 ? [formatCount(mentees, 'mentee')] : []),
    ];
    return `${joinNames(sides)} ${mentors + mentees === 1 ? 'has' : 'have'} no ${nameColumn(column)} and cannot be paired`;
  },
  outsideManagers: (outside: number, named: number): string =>
    `${outside} of ${formatCount(named, 'manager')} ${outside === 1 ? 'is' : 'are'} not in the sheets, so nobody knows who is above ${outside === 1 ? 'this one' : 'them'}`,
  /** What a rule is about, as a noun. */
  nameRule: (kind: RuleKind, column: string): string =>
    isAboutNamedColumn(kind) ? nameColumn(column) : SUBJECTS[kind],
  sayIdleLimits: (places: readonly { readonly place: string; readonly side: 'mentor' | 'mentee' }[]): string =>
    `Limits: nobody is in ${joinNames(
      places.map(({ place, side }) => `${place} (${side}s)`),
      12,
    )}`,
};

/** Which effect a gap has on a rule. */
export type GapEffect = keyof typeof gaps.effects;
