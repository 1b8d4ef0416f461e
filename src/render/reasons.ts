import type { Group, Reason, Unmatched } from '../domain/matching.ts';
import { type Limit, levelName, type Terms } from '../domain/policy.ts';
import type { Roster, Side } from '../domain/roster.ts';
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
    case 'withdrawn':
      return 'Took their name back.';
    case 'outranked':
      return outranked(reason, side, roster, terms);
  }
}

function outranked(
  { by, group }: Extract<Reason, { kind: 'outranked' }>,
  side: Side,
  roster: Roster,
  terms: Terms,
): string {
  const possible = `A tandem for this ${side} is possible, but`;
  if (by === 'demands') return `${possible} locks and minimums come first.`;
  if (by === 'objective' || group === null) {
    const levels = terms.policy.objective.map(levelName).join(', then ');
    return `${possible} the objective (${levels}) gains nothing by it or puts something else first.`;
  }
  return `${competition(group, roster, terms)}; those who have one have a higher priority.`;
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
    ...limits.map(limit => `in ${all[limit]!.place}`),
  ];
  if (places === 0)
    return `${counted(mentees.length, 'mentee')} can only go to ${listed(names)}, where there is no place`;
  const verb = mentees.length === 1 ? 'competes' : 'compete';
  return `${counted(mentees.length, 'mentee')} ${verb} for ${counted(places, 'place')} ${holders.join(' or ')}`;
}

function limitReached(reason: Extract<Reason, { kind: 'limit-reached' }>, roster: Roster, terms: Terms): string {
  const limits = reason.limits.map(limit => allowance(terms.limits[limit]!));
  const group = reason.group === null ? '' : ` ${competition(reason.group, roster, terms)}.`;
  return `${limits.join('; ')}, and that is reached.${group}`;
}

/** "DE may have at most 40 tandems of its mentees" */
export function allowance({ place, side, max }: Limit): string {
  return `${place} may have at most ${counted(max, 'tandem')} of its ${side}s`;
}
