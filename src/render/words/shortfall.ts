import type { PersonAccount } from '../../domain/account.ts';
import type { Shortfall } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { counted, listed } from '../../domain/text.ts';
import { demandsWords, holdersOf, limitReached } from './reasons.ts';

/** "Wants 2 mentors, has 1. …" */
export function shortfallWords(
  { wants, has, why }: NonNullable<PersonAccount['shortfall']>,
  roster: Roster,
  terms: Terms,
): string {
  return `Wants ${counted(wants, 'mentor')}, has ${has}. ${whyWords(why, roster, terms)}`;
}

function whyWords(why: Shortfall, roster: Roster, terms: Terms): string {
  switch (why.kind) {
    case 'nobody-else':
      if (why.mentors === 0) return 'There is no other mentor.';
      return `${why.mentors === 1 ? 'The other mentor' : `None of the ${why.mentors} other mentors`} may${why.mentors === 1 ? ' not' : ''} meet this mentee.`;
    case 'mentors-full':
      return `${placesWords(why.group, roster, terms)}.`;
    case 'limit-reached': {
      const group = why.group === null ? '' : ` ${placesWords(why.group, roster, terms)}.`;
      return `${limitReached(why.limits, terms)}.${group}`;
    }
    case 'outranked':
      return why.by === 'demands'
        ? `${demandsWords(why.demands, roster, terms)}, there could be one more while every mentee keeps as many as now.`
        : `One more is possible, but the objective puts ${listed(why.levels)} before tandems.`;
  }
}

/** "2 mentees would take 3 places with Ada and Ben, where there are 2" */
function placesWords(
  group: Extract<Shortfall, { kind: 'mentors-full' }>['group'],
  roster: Roster,
  terms: Terms,
): string {
  const { mentees, wanted, places } = group;
  const who = `${counted(mentees.length, 'mentee')} would take ${counted(wanted, 'place')}`;
  return `${who} ${holdersOf(group, roster, terms)}, where there ${places === 1 ? 'is' : 'are'} ${places === 0 ? 'none' : places}`;
}
