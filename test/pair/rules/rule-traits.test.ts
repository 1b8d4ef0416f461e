import { describe, expect, test } from 'vitest';
import { countBits } from '../../../src/domain/bits.ts';
import type { Mentee, Mentor, Participant } from '../../../src/domain/roster.ts';
import {
  getComparison,
  getRuleTraits,
  isAboutNamedColumn,
  RULES,
  type RuleKind,
} from '../../../src/domain/rule-table.ts';
import type { Shares } from '../../../src/pair/rules/ready-rule.ts';
import { getPersons } from '../../../src/pair/rules/reporting-lines.ts';
import { prepareRule } from '../../../src/pair/rules/rules.ts';
import { mentee, mentor, roster, rule } from '../../support/rosters.ts';

/** What a person has in a column, as little of it as a rule can judge by. */
const CELLS: Readonly<Record<string, Partial<Participant>>> = {
  city: { city: 'Rom' },
  languages: { languages: ['Latin'] },
  topics: { topics: ['Podcasts'] },
  level: { level: 3 },
  timezone: { offset: 60 },
  team: { extra: new Map([['team', '4']]) },
};

const COLUMNS = {
  values: ['city', 'languages', 'topics', 'team'],
  lists: ['languages', 'topics', 'team'],
  numbers: ['level', 'timezone', 'team'],
} as const;

const NAMED = RULES.filter(isAboutNamedColumn);
const OWN = RULES.filter(kind => !isAboutNamedColumn(kind));

/** What a rule says of one pair, and how well the two fit by it. */
function judge(kind: RuleKind, field: string, one: Mentor, other: Mentee) {
  const people = roster([one], [other]);
  const ready = prepareRule(rule({ rule: kind, field, by: 1 }), people, getPersons(people));
  const says = ready.bars(0, 0) ? 'bars' : ready.holds(0, 0) ? 'holds' : 'neither';
  const fit = ready.fit(0, 0);
  // What search looks up says the same: twice the fit, and one more where the rule holds.
  if (ready.shares !== undefined) expect(lookUpShare(ready.shares)).toBe(says === 'holds' ? 2 * fit + 1 : 0);
  return { says, fit };
}

function lookUpShare({ parts, wanted, answers }: Shares): number {
  return answers[33 * wanted[0]! + countBits(parts.mentor[0]! & parts.mentee[0]!)]!;
}

function judgeTeams(kind: RuleKind, one: string, other: string) {
  const write = (team: string) => ({ extra: new Map([['team', team]]) });
  return judge(kind, 'team', mentor('m', write(one)), mentee('e', write(other)));
}

describe('what the table says of a rule is what the rule does', () => {
  const columns = NAMED.flatMap(kind => COLUMNS[getComparison(kind)!].map(column => [kind, column] as const));

  test.each(columns)('%s, where a cell of %s is empty', (kind, column) => {
    const cell = CELLS[column];
    const pairs = [
      [mentor('m', cell), mentee('e')],
      [mentor('m'), mentee('e', cell)],
      [mentor('m'), mentee('e')],
    ] as const;
    for (const [one, other] of pairs) {
      expect(judge(kind, column, one, other)).toEqual({ says: getRuleTraits(kind).whereEmpty, fit: 0 });
    }
  });

  test.each(OWN)('%s, where its cells are empty', kind => {
    const nothing = { email: '' };
    const { says } = judge(kind, '', mentor('m', nothing), mentee('e', nothing));
    expect(says).toBe(getRuleTraits(kind).whereEmpty.replace(' if both', ''));
  });

  test.each(NAMED.filter(kind => getComparison(kind) === 'values'))('%s compares whole cells', kind => {
    expect(judgeTeams(kind, 'a;b', 'b;c')).toEqual(judgeTeams(kind, 'a;b', 'd;e'));
    expect(judgeTeams(kind, 'a;b', 'a;b')).not.toEqual(judgeTeams(kind, 'a;b', 'b;c'));
  });

  test.each(NAMED.filter(kind => getComparison(kind) === 'lists'))('%s looks for what lists have in common', kind => {
    expect(judgeTeams(kind, 'a;b;c', 'c;a;b;d')).not.toEqual(judgeTeams(kind, 'a;b;c', 'e;f;g;d'));
  });

  test.each(NAMED.filter(kind => getComparison(kind) === 'numbers'))('%s measures', kind => {
    const steps = ['1', '2', '5'].map(number => judgeTeams(kind, number, '2').says);
    expect(new Set(steps).size).toBeGreaterThan(1);
    expect(judgeTeams(kind, 'near', 'far')).toEqual({ says: 'neither', fit: 0 });
  });

  const texts = ['', 'a', 'b', 'a;b', 'b;c', 'a;b;c', '1', '2', '3'];
  const fits = (kind: RuleKind) => texts.flatMap(one => texts.map(other => judgeTeams(kind, one, other)));

  test.each(RULES.filter(kind => getRuleTraits(kind).fit === 'wholly'))('%s fits wholly or not at all', kind => {
    for (const { says, fit } of fits(kind)) expect(fit).toBe(says === 'holds' ? 1000 : 0);
  });

  test.each(RULES.filter(kind => getRuleTraits(kind).fit === 'by share'))('%s fits by the share of a list', kind => {
    for (const { says, fit } of fits(kind)) if (says !== 'holds') expect(fit).toBe(0);
    expect(judgeTeams(kind, 'a;b;c;x', 'a;b;c;d')).toEqual({ says: 'holds', fit: 750 });
    expect(judgeTeams(kind, 'a;b;c;d', 'a;b;c')).toEqual({ says: 'holds', fit: 1000 });
  });

  test.each(RULES.filter(kind => getRuleTraits(kind).fit === 'by rank'))('%s fits by the rank of a wish', kind => {
    expect(judge(kind, '', mentor('m'), mentee('e'))).toMatchObject({ fit: 0 });
    expect(judge(kind, '', mentor('m'), mentee('e', { wishes: ['m', 'x'] })).fit).toBe(1000);
    expect(judge(kind, '', mentor('m'), mentee('e', { wishes: ['x', 'm'] })).fit).toBe(500);
  });
});
