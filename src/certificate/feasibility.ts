import { findDemander } from '../domain/demands.ts';
import type { Eligibility, Tandem } from '../domain/pairing.ts';
import { type Limit, mustMeet, type Terms } from '../domain/policy.ts';
import { pickLimit, pickPair, pickPerson, type RuleRefutation } from '../domain/refutation.ts';
import type { Mentee, Mentor, Roster, Side } from '../domain/roster.ts';

/**
 * Re-checks tandems in domain words: everybody may meet, nobody has more than they have slots or wishes for, no pair
 * comes twice, limits and locks are kept. Knows nothing of networks or prices.
 * Returns everything that is broken.
 */
export function audit(
  roster: Roster,
  terms: Terms,
  eligibility: Eligibility,
  tandems: readonly Tandem[],
): RuleRefutation[] {
  const loads = countTandemsByPerson(tandems, 'mentor', roster.mentors.length);
  const served = countTandemsByPerson(tandems, 'mentee', roster.mentees.length);
  const used = countTandemsByLimit(terms.limits, roster, tandems);
  return [
    ...tandems.flatMap(tandem => checkEligible(roster, eligibility, tandem)),
    ...checkRepeated(roster, tandems),
    ...roster.mentors.flatMap((mentor, m) => checkMentorLoad(mentor, loads[m]!)),
    ...roster.mentees.flatMap((mentee, e) => checkMenteeLoad(mentee, served[e]!)),
    ...terms.limits.flatMap((limit, l) => checkLimit(limit, used[l]!)),
    ...checkLocks(roster, terms, tandems),
  ];
}

function checkEligible(roster: Roster, { bars, barred }: Eligibility, tandem: Tandem): RuleRefutation[] {
  const bits = barred(tandem.mentor, tandem.mentee);
  const rules = bars.filter((_, bar) => (bits >>> bar) & 1);
  return rules.length === 0 ? [] : [{ kind: 'barred-tandem', pair: pickPair(roster, tandem), bars: rules }];
}

function checkRepeated(roster: Roster, tandems: readonly Tandem[]): RuleRefutation[] {
  const seen = new Set<number>();
  return tandems.flatMap(tandem => {
    const key = keyTandem(roster, tandem);
    if (seen.has(key)) return [{ kind: 'tandem-twice', pair: pickPair(roster, tandem) }];
    seen.add(key);
    return [];
  });
}

function keyTandem({ mentees }: Roster, { mentor, mentee }: Tandem): number {
  return mentor * mentees.length + mentee;
}

function checkMentorLoad(mentor: Mentor, load: number): RuleRefutation[] {
  const { capacity, minLoad } = mentor;
  const found = { mentor: pickPerson(mentor), mentees: load };
  if (load > capacity) return [{ kind: 'too-many-mentees', ...found, bound: capacity }];
  return load < minLoad ? [{ kind: 'too-few-mentees', ...found, bound: minLoad }] : [];
}

function checkMenteeLoad(mentee: Mentee, mentors: number): RuleRefutation[] {
  if (mentors <= mentee.wants) return [];
  return [{ kind: 'too-many-mentors', mentee: pickPerson(mentee), mentors, bound: mentee.wants }];
}

/** How many tandems each person of a side has. */
export function countTandemsByPerson(tandems: readonly Tandem[], side: Side, size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const tandem of tandems) counts[tandem[side]]!++;
  return counts;
}

/** How many tandems each limit counts. */
export function countTandemsByLimit(
  limits: readonly Limit[],
  { mentors, mentees }: Roster,
  tandems: readonly Tandem[],
): number[] {
  const byCountry = { mentor: new Map<string, number>(), mentee: new Map<string, number>() };
  const count = (side: Side, country: string) => byCountry[side].set(country, (byCountry[side].get(country) ?? 0) + 1);
  for (const { mentor, mentee } of tandems) {
    count('mentor', mentors[mentor]!.country);
    count('mentee', mentees[mentee]!.country);
  }
  return limits.map(({ side, countries }) => {
    let sum = 0;
    for (const country of new Set(countries)) sum += byCountry[side].get(country) ?? 0;
    return sum;
  });
}

function checkLimit(limit: Limit, used: number): RuleRefutation[] {
  const found = { limit: pickLimit(limit), tandems: used };
  if (used > limit.max) return [{ kind: 'above-limit', ...found, bound: limit.max }];
  return used < limit.min ? [{ kind: 'below-minimum', ...found, bound: limit.min }] : [];
}

function checkLocks(roster: Roster, { pairs }: Terms, tandems: readonly Tandem[]): RuleRefutation[] {
  const met = new Set(tandems.map(tandem => keyTandem(roster, tandem)));
  return pairs
    .filter(note => mustMeet(note) && !met.has(keyTandem(roster, note)))
    .map(note => ({ kind: 'demand-missed', pair: pickPair(roster, note), by: findDemander(note) }));
}
