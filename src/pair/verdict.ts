import type { PairVerdict, RuleVerdict } from '../domain/account.ts';
import { findGap } from '../domain/data-gaps.ts';
import type { Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import type { Pairing } from './pairing.ts';
import { getPersons } from './rules/reporting-lines.ts';
import { prepareFacts } from './rules/rule-facts.ts';
import { prepareRule } from './rules/rules.ts';

/** Makes a policy ready to be asked everything that it says of a pair. */
export function prepareVerdicts(
  roster: Roster,
  terms: Terms,
  { eligibility, affinity, gaps: findGaps }: Pairing,
): (mentor: number, mentee: number) => PairVerdict {
  const { must, prefer, pairsOnly } = terms.policy;
  const persons = getPersons(roster);
  const gaps = findGaps();
  const factsOf = prepareFacts(roster, terms.policy);
  const rules = must.map(rule => ({ rule, ready: prepareRule(rule, roster, persons) }));
  const partOf = new Map(affinity.parts.map((name, part) => [name, part]));
  return (mentor, mentee) => {
    const note = terms.pairs.find(known => known.mentor === mentor && known.mentee === mentee) ?? null;
    const held = affinity.held(mentor, mentee);
    const findPoints = (name: string) => {
      const part = partOf.get(name);
      return part === undefined ? 0 : affinity.points(part, mentor, mentee);
    };
    return {
      ...{ mentor, mentee, note },
      mayMeet: eligibility.barred(mentor, mentee) === 0,
      isUnlisted: pairsOnly && !note?.listed,
      rules: rules.map(
        ({ rule, ready }): RuleVerdict => ({
          rule,
          holds: ready.holds(mentor, mentee),
          bars: ready.bars(mentor, mentee),
          facts: factsOf(rule, mentor, mentee),
          gap: findGap(gaps, 'must', rule.name) ?? null,
        }),
      ),
      preferences: prefer.map((rule, preference) => ({
        rule,
        holds: ((held >>> preference) & 1) === 1,
        points: rule.weight === 0 ? 0 : findPoints(rule.name),
        facts: factsOf(rule, mentor, mentee),
        gap: findGap(gaps, 'prefer', rule.name) ?? null,
      })),
      score: affinity.score(mentor, mentee),
    };
  };
}
