/**
 * Which bars say that somebody wished, or decided, that two are not to be paired: outside of HR they
 * are one, without name or direction.
 */
import { getBarKind } from './bars.ts';
import type { Policy, Rule } from './policy.ts';
import { getRuleTraits } from './rule-table.ts';

/** What stands for all of them wherever people outside of HR read. */
export const KEPT_APART = 'kept-apart';

/**
 * Whether a bar tells what somebody wished or decided about a pair: a veto, a ban, a decline, or no wish to meet again.
 */
export function isKeptApart(bar: string, { must }: Pick<Policy, 'must'>): boolean {
  switch (getBarKind(bar)) {
    case 'banned-pair':
    case 'declined':
    case 'not-again':
      return true;
    case 'met-before':
    case 'not-listed':
      return false;
    case 'rule':
      return must.some(rule => rule.name === bar && isAboutVetoes(rule));
  }
}

/** Whether a rule or a preference judges by what people wrote of others whom they do not want to meet. */
export function isAboutVetoes({ rule }: Pick<Rule, 'rule'>): boolean {
  return getRuleTraits(rule).basis === 'own word';
}

/** A policy as people outside of HR may read it: without the rules and preferences that are about vetoes. */
export function omitVetoes(policy: Policy): Policy {
  const { must, prefer, objective } = policy;
  const hidden = new Set(prefer.filter(isAboutVetoes).map(({ name }) => name));
  return {
    ...policy,
    must: must.filter(rule => !isAboutVetoes(rule)),
    prefer: prefer.filter(rule => !isAboutVetoes(rule)),
    objective: objective.filter(level => level.kind !== 'preference' || !hidden.has(level.preference)),
  };
}
