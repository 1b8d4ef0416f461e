import { type Bits, lowestBit, none, setBit, sizeOf } from '../../domain/bits.ts';
import { type Bottleneck, type Choices, coverageOf, type Forecast, NO_GAIN } from '../../domain/forecast.ts';
import { limitChains } from '../../domain/limits.ts';
import type { Group, Reason } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import type { Findings } from '../../residual/usage.ts';
import { sum } from '../result/counting.ts';
import { countryRows, regionRows, talliesOf } from '../result/country-rows.ts';
import { reasonsOf } from '../unmatched/reasons.ts';

/** What one change alone would make possible besides. */
export interface WhatIf {
  readonly bars: Forecast['bars'];
  readonly limits: Forecast['limits'];
}

/** @param findings with tandems that are as many as possible; who is in them does not show. */
export function forecastOf(findings: Findings, { bars, limits }: WhatIf): Forecast {
  const { roster, terms, tandems } = findings;
  const tallies = talliesOf(roster, []);
  const gains = new Map(limits.map(({ limit, gain }) => [limit, gain]));
  const oneMore = (limit: number) => gains.get(limit) ?? NO_GAIN;
  return {
    places: sum(roster.mentors.map(({ capacity }) => capacity)),
    wanted: sum(roster.mentees.map(({ wants }) => wants)),
    placesByCountry: [...countryRows(tallies, terms, oneMore), ...regionRows(tallies, terms, oneMore)],
    most: coverageOf(tandems),
    choices: { mentor: choicesOf('mentor', findings), mentee: choicesOf('mentee', findings) },
    ...goingWithout(findings),
    bars,
    limits,
    gaps: findings.gaps(),
  };
}

function choicesOf(side: Side, { roster, terms, candidates }: Findings): Choices {
  const open = openOn(side === 'mentor' ? 'mentee' : 'mentor', roster, terms);
  const choices = { none: [] as number[], one: [] as { person: number; partner: number }[], few: 0, many: 0 };
  for (const person of (side === 'mentor' ? roster.mentors : roster.mentees).keys()) {
    const partners = candidates.partnersOf(side, person);
    for (let word = 0; word < partners.length; word++) partners[word]! &= open[word]!;
    const count = sizeOf(partners);
    if (count === 0) choices.none.push(person);
    else if (count === 1) choices.one.push({ person, partner: onlyOne(partners) });
    else if (count < 5) choices.few++;
    else choices.many++;
  }
  return choices;
}

function onlyOne(bits: Bits): number {
  const word = bits.findIndex(found => found !== 0);
  return 32 * word + lowestBit(bits[word]!);
}

/** Those of a side who could have a tandem as far as their places and limits of 0 go. */
function openOn(side: Side, { mentors, mentees }: Roster, { limits }: Terms): Bits {
  const chains = limitChains(limits);
  const people = side === 'mentor' ? mentors : mentees;
  const open = none(people.length);
  for (const [index, { country }] of people.entries()) {
    const isClosed = chains(side, country).some(limit => limits[limit]!.max === 0);
    if (!isClosed && (side === 'mentee' || mentors[index]!.capacity > 0)) setBit(open, index);
  }
  return open;
}

/**
 * How many mentees may meet nobody, and why others have no tandem: each reason once, those that leave out most people first. Who
 * withdrew is not a mentee, and is missed by nobody.
 */
function goingWithout(findings: Findings): Pick<Forecast, 'barred' | 'bottlenecks'> {
  const found = new Map<Group | string, Bottleneck>();
  let barred = 0;
  for (const { side, reason } of reasonsOf(findings)) {
    if (side === 'mentor' || reason.kind === 'withdrawn') continue;
    const known = bottleneckOf(reason);
    if (known === null) {
      barred++;
      continue;
    }
    const [key, bottleneck] = known;
    const { without } = found.get(key) ?? { without: 0 };
    found.set(key, { ...bottleneck, without: without + 1 });
  }
  return { barred, bottlenecks: [...found.values()].sort((a, b) => b.without - a.without) };
}

/** A reason as a bottleneck, and what makes two of them the same: everybody in a group has the same one. */
function bottleneckOf(reason: Reason): readonly [Group | string, Bottleneck] | null {
  if (reason.kind === 'no-eligible-mentor') return null;
  if ('group' in reason && reason.group !== null) {
    return [reason.group, { kind: 'group', group: reason.group, without: 0 }];
  }
  if (reason.kind === 'limit-reached') {
    return [reason.limits.join(), { kind: 'limits', limits: reason.limits, without: 0 }];
  }
  return ['demands', { kind: 'demands', without: 0 }];
}
