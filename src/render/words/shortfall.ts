import type { PersonAccount } from '../../domain/account.ts';
import type { Shortfall } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { formatCount, joinNames } from '../../domain/text.ts';
import { describeBlockingDemands, phraseHolders, phraseReachedLimits } from './reasons.ts';

/** "Wants 2 mentors, has 1. …" */
export function describeShortfall(
  { wants, has, why }: NonNullable<PersonAccount['shortfall']>,
  roster: Roster,
  terms: Terms,
): string {
  return `Wants ${formatCount(wants, 'mentor')}, has ${has}. ${describeShortfallReason(why, roster, terms)}`;
}

function describeShortfallReason(why: Shortfall, roster: Roster, terms: Terms): string {
  switch (why.kind) {
    case 'nobody-else':
      if (why.mentors === 0) return 'There is no other mentor.';
      return `${why.mentors === 1 ? 'The other mentor' : `None of the ${why.mentors} other mentors`} may${why.mentors === 1 ? ' not' : ''} meet this mentee.`;
    case 'mentors-full':
      return `${describeSlotShortage(why.group, roster, terms)}.`;
    case 'limit-reached': {
      const group = why.group === null ? '' : ` ${describeSlotShortage(why.group, roster, terms)}.`;
      return `${phraseReachedLimits(why.limits, terms)}.${group}`;
    }
    case 'outranked':
      return why.by === 'demands'
        ? `${describeBlockingDemands(why.demands, roster, terms)}, there could be one more while every mentee keeps as many as now.`
        : `One more is possible, but the objective puts ${joinNames(why.levels)} before tandems.`;
  }
}

/** "2 mentees would take 3 places with Ada and Ben, where there are 2" */
function describeSlotShortage(
  group: Extract<Shortfall, { kind: 'mentors-full' }>['group'],
  roster: Roster,
  terms: Terms,
): string {
  const { mentees, wanted, places } = group;
  const who = `${formatCount(mentees.length, 'mentee')} would take ${formatCount(wanted, 'slot')}`;
  return `${who} ${phraseHolders(group, roster, terms)}, where there ${places === 1 ? 'is' : 'are'} ${places === 0 ? 'none' : places}`;
}
