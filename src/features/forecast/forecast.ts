import { type Bits, countNumbers, findLowestBit, makeEmptyBits, setBit } from '../../domain/bits.ts';
import { type Bottleneck, type Choices, type Forecast, measureCoverage, NO_GAIN } from '../../domain/forecast.ts';
import { listOpenPeople } from '../../domain/people-open-to-tandems.ts';
import type { Side } from '../../domain/roster.ts';
import { type Group, getReasonTraits, type Reason } from '../../domain/unmatched-reasons.ts';
import type { Findings } from '../../residual/usage.ts';
import { sum } from '../result/counting.ts';
import { countByCountry, listCountryRows, listRegionRows } from '../result/country-rows.ts';
import { explainUnmatched } from '../unmatched/reasons.ts';

/** What one change alone would make possible besides. */
export interface ForecastGains {
  readonly bars: Forecast['bars'];
  readonly limits: Forecast['limits'];
}

/** @param findings with tandems that are as many as possible; who is in them does not show. */
export function makeForecast(findings: Findings, { bars, limits }: ForecastGains): Forecast {
  const { roster, terms, tandems } = findings;
  const tallies = countByCountry(roster, []);
  const gains = new Map(limits.map(({ limit, gain }) => [limit, gain]));
  const oneMore = (limit: number) => gains.get(limit) ?? NO_GAIN;
  return {
    slots: sum(roster.mentors.map(({ capacity }) => capacity)),
    wanted: sum(roster.mentees.map(({ wants }) => wants)),
    placeRows: [...listCountryRows(tallies, terms, oneMore), ...listRegionRows(tallies, terms, oneMore)],
    most: measureCoverage(tandems),
    choices: { mentor: countChoices('mentor', findings), mentee: countChoices('mentee', findings) },
    ...findBottlenecks(findings),
    bars,
    limits,
    gaps: findings.gaps(),
  };
}

function countChoices(side: Side, { roster, terms, candidates }: Findings): Choices {
  const { mentors, mentees } = roster;
  const [people, others] = side === 'mentor' ? [mentors, mentees] : [mentees, mentors];
  const open = makeEmptyBits(others.length);
  for (const partner of listOpenPeople(roster, terms)[side === 'mentor' ? 'mentees' : 'mentors']) setBit(open, partner);
  const choices = { none: [] as number[], one: [] as { person: number; partner: number }[], few: 0, many: 0 };
  for (const person of people.keys()) {
    const partners = candidates.partnersOf(side, person);
    for (let word = 0; word < partners.length; word++) partners[word]! &= open[word]!;
    const count = countNumbers(partners);
    if (count === 0) choices.none.push(person);
    else if (count === 1) choices.one.push({ person, partner: findOnlyPartner(partners) });
    else if (count < 5) choices.few++;
    else choices.many++;
  }
  return choices;
}

function findOnlyPartner(bits: Bits): number {
  const word = bits.findIndex(found => found !== 0);
  return 32 * word + findLowestBit(bits[word]!);
}

/**
 * How many mentees may meet nobody, and why others have no tandem: each reason once, those that leave out most people
 * first. Who withdrew is not a mentee, and is missed by nobody.
 */
function findBottlenecks(findings: Findings): Pick<Forecast, 'barred' | 'bottlenecks'> {
  const found = new Map<Group | string, Bottleneck>();
  let barred = 0;
  for (const { side, reason } of explainUnmatched(findings)) {
    const { takesPart, isRuledOut } = getReasonTraits(reason);
    if (side === 'mentor' || !takesPart) continue;
    if (isRuledOut) {
      barred++;
      continue;
    }
    const [key, bottleneck] = makeBottleneck(reason);
    const { without } = found.get(key) ?? { without: 0 };
    found.set(key, { ...bottleneck, without: without + 1 });
  }
  return { barred, bottlenecks: [...found.values()].sort((a, b) => b.without - a.without) };
}

/** A reason as a bottleneck, and what makes two of them the same: everybody in a group has the same one. */
function makeBottleneck(reason: Reason): readonly [Group | string, Bottleneck] {
  if ('group' in reason && reason.group !== null) {
    return [reason.group, { kind: 'group', group: reason.group, without: 0 }];
  }
  switch (reason.kind) {
    case 'limit-reached':
      return [reason.limits.join(), { kind: 'limits', limits: reason.limits, without: 0 }];
    case 'outranked':
      return ['demands', { kind: 'demands', without: 0 }];
    default:
      return [reason.kind, { kind: 'reason', reason: reason.kind, without: 0 }];
  }
}
