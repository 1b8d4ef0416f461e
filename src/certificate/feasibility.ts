import type { Eligibility, Tandem } from '../domain/pairing.ts';
import { type Limit, mustMeet, type Terms } from '../domain/policy.ts';
import type { Mentee, Mentor, Roster, Side } from '../domain/roster.ts';
import { formatCount } from '../domain/text.ts';

/**
 * Re-checks tandems in domain words: everybody may meet, nobody has more than they have places or wishes for, no pair
 * comes twice, limits and locks are kept. Knows nothing of networks or prices.
 * Returns everything that is broken, one sentence each.
 */
export function audit(roster: Roster, terms: Terms, eligibility: Eligibility, tandems: readonly Tandem[]): string[] {
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

/** "Ada (M01) and Eva (E07)". */
export function describePair(roster: Roster, { mentor, mentee }: Tandem): string {
  return `${describePerson(roster.mentors[mentor]!)} and ${describePerson(roster.mentees[mentee]!)}`;
}

export function describePerson({ name, id }: { readonly name: string; readonly id: string }): string {
  return `${name} (${id})`;
}

/** "limit of DE on the mentors' side". */
export function describeLimit({ place, side }: Limit): string {
  return `limit of ${place} on the ${side}s' side`;
}

function checkEligible(roster: Roster, { bars, barred }: Eligibility, tandem: Tandem): string[] {
  const bits = barred(tandem.mentor, tandem.mentee);
  const rules = bars.filter((_, bar) => (bits >>> bar) & 1);
  return rules.length === 0 ? [] : [`${describePair(roster, tandem)} may not meet: ${rules.join(', ')}`];
}

function checkRepeated(roster: Roster, tandems: readonly Tandem[]): string[] {
  const seen = new Set<number>();
  return tandems.flatMap(tandem => {
    const key = tandem.mentor * roster.mentees.length + tandem.mentee;
    if (seen.has(key)) return [`${describePair(roster, tandem)} are a tandem twice`];
    seen.add(key);
    return [];
  });
}

function checkMentorLoad(mentor: Mentor, load: number): string[] {
  const has = `${describePerson(mentor)} has ${formatCount(load, 'mentee')}`;
  if (load > mentor.capacity) return [`${has} and ${formatCount(mentor.capacity, 'slot')}`];
  return load < mentor.minLoad ? [`${has} and must have at least ${mentor.minLoad}`] : [];
}

function checkMenteeLoad(mentee: Mentee, mentors: number): string[] {
  if (mentors <= mentee.wants) return [];
  return [`${describePerson(mentee)} has ${formatCount(mentors, 'mentor')} and wants ${mentee.wants}`];
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

function checkLimit(limit: Limit, used: number): string[] {
  if (used > limit.max) return [`the ${describeLimit(limit)} allows ${limit.max} tandems, and there are ${used}`];
  if (used < limit.min) return [`the ${describeLimit(limit)} demands ${limit.min} tandems, and there are ${used}`];
  return [];
}

function checkLocks(roster: Roster, { pairs }: Terms, tandems: readonly Tandem[]): string[] {
  return pairs
    .filter(note => mustMeet(note) && !tandems.some(t => t.mentor === note.mentor && t.mentee === note.mentee))
    .map(
      note => `${describePair(roster, note)} are ${note.locked ? 'locked (pairs.csv)' : 'approved'} and are no tandem`,
    );
}
