import type { Bottleneck, Choices, Forecast } from '../../domain/forecast.ts';
import type { Limit, Terms } from '../../domain/policy.ts';
import type { Participant, Roster } from '../../domain/roster.ts';
import { keepPlacesKey } from './old-key-for-slots.ts';

interface ForecastFacts {
  readonly forecast: Forecast;
  readonly roster: Roster;
  readonly terms: Terms;
}

/** A forecast for programs: people by id, limits by place and side, nothing shortened. */
export function buildForecastJson({ forecast, roster, terms }: ForecastFacts) {
  const { slots, wanted, most, choices, bottlenecks, bars, limits, placeRows, gaps } = forecast;
  const { mentors, mentees, withdrawn } = roster;
  return {
    people: { mentors: mentors.length, mentees: mentees.length, withdrawn: withdrawn.length },
    places: slots,
    wanted,
    most,
    countries: placeRows.map(({ mentorTandems: _, menteeTandems: __, limits: own, ...row }) => ({
      ...keepPlacesKey(row),
      limits: own.map(({ side, min, max }) => ({ side, min, max })),
    })),
    candidates: {
      mentees: buildChoicesJson(choices.mentee, mentees, mentors),
      mentors: buildChoicesJson(choices.mentor, mentors, mentees),
    },
    bottlenecks: bottlenecks.map(bottleneck => buildBottleneckJson(bottleneck, roster, terms)),
    rules: bars.map(({ bar, gain }) => ({ rule: bar, gain })),
    limits: limits.map(({ limit, gain }) => ({ ...buildLimitJson(terms.limits[limit]!), gain })),
    gaps,
  };
}

function buildChoicesJson(
  { none, one, few, many }: Choices,
  people: readonly Participant[],
  partners: readonly Participant[],
) {
  return {
    none: none.map(index => people[index]!.id),
    one: one.map(({ person, partner }) => ({ id: people[person]!.id, partner: partners[partner]!.id })),
    twoToFour: few,
    fiveOrMore: many,
  };
}

function buildBottleneckJson(bottleneck: Bottleneck, { mentors, mentees }: Roster, { limits }: Terms) {
  const { kind, without } = bottleneck;
  switch (bottleneck.kind) {
    case 'group': {
      const { group } = bottleneck;
      return {
        ...{ kind, without, places: group.slots },
        mentees: group.mentees.map(mentee => mentees[mentee]!.id),
        mentors: group.mentors.map(mentor => mentors[mentor]!.id),
        limits: group.limits.map(limit => buildLimitJson(limits[limit]!)),
      };
    }
    case 'limits':
      return { kind, without, limits: bottleneck.limits.map(limit => buildLimitJson(limits[limit]!)) };
    case 'demands':
      return { kind, without };
    case 'reason':
      return { kind, without, reason: bottleneck.reason };
  }
}

export function buildLimitJson({ place, side, max }: Limit) {
  return { place, side, max };
}
