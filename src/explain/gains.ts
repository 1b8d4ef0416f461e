import { leversFor } from './levers.ts';
import type { Gains } from './places.ts';
import type { Findings, Situation } from './situation.ts';

/** What each limit would bring, raised by one: looked for only where one is reached and somebody would like a mentor. */
export function limitGains(findings: Findings, situation: Situation): Gains {
  const { mentees } = findings.roster;
  const numbers = [...mentees.keys()];
  const unserved = numbers.filter(mentee => situation.mentorsOf[mentee]!.length === 0);
  const wanting = numbers.filter(mentee => situation.mentorsOf[mentee]!.length < mentees[mentee]!.wants);
  const forMentees = raisedFor(findings, situation, unserved);
  const forTandems = wanting.length === unserved.length ? forMentees : raisedFor(findings, situation, wanting);
  return limit => ({ mentees: forMentees.has(limit) ? 1 : 0, tandems: forTandems.has(limit) ? 1 : 0 });
}

/** The limits that, raised by one, would bring a tandem to one of some mentees. */
function raisedFor(findings: Findings, situation: Situation, mentees: readonly number[]): ReadonlySet<number> {
  const isReached = findings.terms.limits.some(({ max }, limit) => situation.usedOf(limit) >= max);
  if (!isReached || mentees.length === 0) return new Set();
  const levers = leversFor(findings, situation, mentees);
  return new Set(levers.flatMap(lever => (lever.kind === 'limit' ? [lever.limit] : [])));
}
