import { getOtherSide } from '../../../domain/pair-keys.ts';
import type { Side } from '../../../domain/roster.ts';
import type { Share } from '../../../domain/share.ts';
import { capitalise } from '../../../domain/text.ts';
import { formatCount, grammar, joinNames } from './grammar.ts';

/** What is demanded, as the reason why others cannot be paired. */
const DEMANDS = { lock: 'forced pairs', minimum: 'minimums of countries', load: 'minimums of mentors' } as const;

/** What `check` says: what is possible at most, and what is in the way. */
export const forecast = {
  mentors: 'Mentors',
  mentees: 'Mentees',
  most: 'At most',
  offered: (slots: number): string => `with ${formatCount(slots, 'slot')}`,
  wanted: (mentors: number): string => `who want ${formatCount(mentors, 'mentor')}`,
  possible: ({ mentees, share, tandems }: { mentees: number; share: Share; tandems: number }): string =>
    `${mentees === 1 ? 'mentee' : 'mentees'} can be paired (${grammar.formatPercent(share)}), in ${formatCount(tandems, 'tandem')}`,
  allPossible: 'Every mentee can be paired.',
  priorityFirst: 'Mentees of higher priority come first.',
  otherOrder:
    'These figures count mentees first, then tandems. Your goals are in another order, so rmentor match may pair fewer.',
  placesHead: 'Where people and slots are',
  placeColumns: ['Country', 'Mentors', 'Slots', 'Limit', 'Mentees', 'Limit'],
  range: (min: number, max: number | null): string =>
    max === null ? `≥ ${min}` : min > 0 ? `${min} to ${max}` : `≤ ${max}`,
  choicesHead: 'How many possible partners people have',
  choiceColumns: ['', 'none', '1', '2 to 4', '5 or more'],
  noChoice: (side: Side, names: readonly string[], most: number): string =>
    `${formatCount(names.length, side)} ${names.length === 1 ? 'has' : 'have'} no possible ${getOtherSide(side)}: ${joinNames(names, most)}.`,
  oneChoice: (side: Side, names: readonly string[], most: number): string =>
    `${formatCount(names.length, side)} ${names.length === 1 ? 'has' : 'have'} only one possible ${getOtherSide(side)}: ${joinNames(names, most)}.`,
  missingHead: (mentees: number): string =>
    `Why ${formatCount(mentees, 'mentee')} cannot be paired, whatever the arrangement`,
  moreReasons: (reasons: number): string => `and ${formatCount(reasons, 'more reason')}`,
  /** Where to see the rest. */
  verbose: 'Limits, countries and possible partners: rmentor check --verbose',
  barred: (mentees: number): string =>
    `${formatCount(mentees, 'mentee')} ${mentees === 1 ? 'has' : 'have'} no permitted mentor.`,
  /** @param without how many go without; null where that is all of them. */
  bottleneck: (why: string, without: number | null): string =>
    without === null ? `${why}.` : `${why}: ${without} cannot be paired.`,
  /** People who have the slots of these mentors, or of the mentors under these limits, and no others. */
  group: (mentees: readonly string[], holders: readonly string[]): string =>
    `${formatCount(mentees.length, 'mentee')} (${joinNames(mentees, mentees.length > 3 ? 2 : 3)}) can only be paired with ${holders.join(', or ')}`,
  holders: (mentors: readonly string[], slots: number): string =>
    `${joinNames(mentors)}, who ${mentors.length === 1 ? 'has' : 'have'} ${slots === 0 ? 'no slot' : formatCount(slots, 'slot')}`,
  limitedHolders: (places: readonly string[], most: number): string =>
    `mentors in ${joinNames(places.map(grammar.nameCountry))}, of whom at most ${most} may be paired${places.length > 1 ? ' in all' : ''}`,
  limitShortage: (limits: readonly { place: string; people: number; max: number }[]): string =>
    limits
      .map(
        ({ place, people, max }) =>
          `${grammar.nameCountry(place)} has ${formatCount(people, 'mentee')} and a limit of ${max}`,
      )
      .join('; '),
  demandShortage: (kinds: readonly (keyof typeof DEMANDS)[]): string => {
    const words = joinNames(kinds.map(kind => DEMANDS[kind]));
    return `${capitalise(words)} use slots that others need`;
  },
  /** @param name what a reason is called where people are counted by it. */
  otherReason: (name: string): string => capitalise(name),
  rulesHead: 'How many more mentees could be paired if only this rule were dropped',
  declined: (pairs: number): string =>
    `${formatCount(pairs, 'pair')} ${pairs === 1 ? 'was' : 'were'} declined in an earlier run and ${pairs === 1 ? 'stays' : 'stay'} apart.`,
  limitsHead: 'How many more mentees could be paired if only this limit were raised by 1',
  limit: (place: string, side: Side, max: number): string =>
    `${grammar.nameCountry(place)}: at most ${formatCount(max, side)} may be paired`,
  gain: (mentees: number, tandems: number): string =>
    [
      ...(mentees === 0 ? [] : [formatSigned(mentees, 'mentee')]),
      ...(tandems === 0 || tandems === mentees ? [] : [formatSigned(tandems, 'tandem')]),
    ].join(' and '),
};

function formatSigned(count: number, noun: string): string {
  return `${count < 0 ? '−' : '+'}${formatCount(Math.abs(count), noun)}`;
}
