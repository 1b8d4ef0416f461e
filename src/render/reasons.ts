import { DEMANDS } from '../domain/certificate.ts';
import type { Group, Reason, Unmatched } from '../domain/matching.ts';
import type { Limit, Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import { counted, listed } from '../domain/text.ts';

/** The evidence for a reason, in sentences that need no knowledge of the program. */
export function evidence({ reason, side }: Unmatched, roster: Roster, terms: Terms): string {
  switch (reason.kind) {
    case 'no-eligible-mentor':
    case 'no-eligible-mentee':
      return ruledOut(reason, reason.kind === 'no-eligible-mentor' ? 'mentor' : 'mentee');
    case 'mentors-full':
      return `${competition(reason.group, roster, terms)}.`;
    case 'limit-reached':
      return limitReached(reason, roster, terms);
    case 'capacity-zero':
      return 'Offers no place.';
    case 'not-needed':
      return reason.mentees === 1
        ? 'The one mentee whom this mentor may meet has a mentor.'
        : `All ${reason.mentees} mentees whom this mentor may meet have as many mentors as they want.`;
    case 'outranked':
      return reason.level === DEMANDS
        ? `A tandem for this ${side} is possible, but locks and minimums come first.`
        : `A tandem for this ${side} is possible, but would cost something on the level "${reason.level}", which comes first.`;
  }
}

function ruledOut({ partners, ruledOut }: Extract<Reason, { partners: number }>, noun: string): string {
  if (partners === 0) return `There is no ${noun}.`;
  const counts = ruledOut.map(({ bar, count }) => `${bar} rules out ${count}`);
  const several = counts.length > 1 ? ' (some are ruled out by several)' : '';
  return `Of ${counted(partners, noun)} none may: ${listed(counts, 12)}${several}.`;
}

/** "7 mentees compete for 4 places with Ada, Ben and Cem" */
function competition({ mentees, mentors, limits, places }: Group, roster: Roster, { limits: all }: Terms): string {
  const names = mentors.map(mentor => roster.mentors[mentor]!.name);
  const holders = [
    ...(names.length > 0 ? [`with ${listed(names)}`] : []),
    ...limits.map(limit => `in ${all[limit]!.country}`),
  ];
  const verb = mentees.length === 1 ? 'competes' : 'compete';
  return `${counted(mentees.length, 'mentee')} ${verb} for ${counted(places, 'place')} ${holders.join(' or ')}`;
}

function limitReached(reason: Extract<Reason, { kind: 'limit-reached' }>, roster: Roster, terms: Terms): string {
  const limits = reason.limits.map(limit => allowance(terms.limits[limit]!));
  const group = reason.group === null ? '' : ` ${competition(reason.group, roster, terms)}.`;
  return `${limits.join('; ')}, and that is reached.${group}`;
}

function allowance({ country, side, max }: Limit): string {
  return `${country} may have at most ${counted(max, 'tandem')} of its ${side}s`;
}
