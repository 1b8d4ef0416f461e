import { isApproval } from '../../domain/demands.ts';
import type { Group, Nearest, Reason, Rival, Unmatched } from '../../domain/matching.ts';
import { getOtherSide } from '../../domain/pairs.ts';
import { getLevelName, type Limit, listLevelsBefore, type Rule, type Terms } from '../../domain/policy.ts';
import type { DemandLever } from '../../domain/remedies.ts';
import type { Roster, Side } from '../../domain/roster.ts';
import { formatCount, joinNames } from '../../domain/text.ts';
import { phraseBar } from './bars.ts';

/** The evidence for a reason, in sentences that need no knowledge of the program. */
export function describeEvidence({ reason, side, person }: Unmatched, roster: Roster, terms: Terms): string {
  switch (reason.kind) {
    case 'no-eligible-mentor':
    case 'no-eligible-mentee':
      return describeRuledOut(reason, person.name, reason.kind === 'no-eligible-mentor' ? 'mentor' : 'mentee', roster);
    case 'mentors-full':
      return `${describeCompetition(reason.group, roster, terms)}.`;
    case 'limit-reached':
      return describeLimitReached(reason, side, roster, terms);
    case 'capacity-zero':
      return 'Offers no slot.';
    case 'not-needed':
      return reason.mentees === 1
        ? 'The one mentee whom this mentor may meet has a mentor.'
        : `All ${reason.mentees} mentees whom this mentor may meet have as many mentors as they want.`;
    case 'withdrawn':
      return 'Took their name back.';
    case 'outranked':
      return describeOutranked(reason, side, roster, terms);
  }
}

function describeOutranked(
  reason: Extract<Reason, { kind: 'outranked' }>,
  side: Side,
  roster: Roster,
  terms: Terms,
): string {
  const possible = `A tandem for this ${side} is possible, but`;
  switch (reason.by) {
    case 'priority':
      return `${describeCompetition(reason.group, roster, terms)}; ${phraseOutrankers(reason, roster)}.`;
    case 'demands':
      return `${describeBlockingDemands(reason.demands, roster, terms)}, this ${side} could have a tandem while every mentee who has one keeps one.${phraseObjectiveCaveat(terms)}`;
    case 'objective':
      return reason.rival.kind === 'levels'
        ? `${possible} the objective puts ${joinNames(reason.rival.levels)} before mentees.`
        : describeRivalTandem(reason.rival, roster, terms);
  }
}

/** "The lock on Ada Lang and Eva Lind stands in the way: without it" */
export function describeBlockingDemands(demands: readonly DemandLever[], roster: Roster, terms: Terms): string {
  const words = joinNames(
    demands.map(demand => phraseDemand(demand, roster, terms)),
    12,
  );
  const [verb, pronoun] = demands.length === 1 ? ['stands', 'it'] : ['stand', 'them'];
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${verb} in the way: without ${pronoun}`;
}

function phraseDemand(demand: DemandLever, { mentors, mentees }: Roster, { limits, pairs }: Terms): string {
  switch (demand.kind) {
    case 'lock': {
      const note = pairs.find(({ mentor, mentee }) => mentor === demand.mentor && mentee === demand.mentee);
      const why = note?.reason ? ` (${note.reason})` : '';
      const what = note !== undefined && isApproval(note) ? 'approved tandem of' : 'lock on';
      return `the ${what} ${mentors[demand.mentor]!.name} and ${mentees[demand.mentee]!.name}${why}`;
    }
    case 'minimum': {
      const { place, min, side } = limits[demand.limit]!;
      return `the minimum of ${place} (${formatCount(min, 'tandem')} of its ${side}s)`;
    }
    case 'load': {
      const { name, minLoad } = mentors[demand.mentor]!;
      return `the least load of ${name} (${formatCount(minLoad, 'mentee')})`;
    }
  }
}

/** Where something else comes before mentees, a tandem that is possible need not come about. */
function phraseObjectiveCaveat(terms: Terms): string {
  const before = listLevelsBefore('mentees', terms.policy);
  if (before.length === 0) return '';
  return ` Whether they then have one is up to the objective, which puts ${joinNames(before)} before mentees.`;
}

/** "those who have one have a higher priority than 0: Ada (priority 3) and Ben (priority 5)" */
function phraseOutrankers({ served, priority }: Extract<Reason, { by: 'priority' }>, { mentees }: Roster): string {
  const names = nameSome(served, index => `${mentees[index]!.name} (priority ${mentees[index]!.priority})`);
  return `those who have one have a higher priority than ${priority}: ${names}`;
}

function describeRivalTandem(
  { mentee, level }: Extract<Rival, { kind: 'tandem' }>,
  { mentees }: Roster,
  terms: Terms,
): string {
  const free = `${mentees[mentee]!.name} would take this mentor, but a tandem of the two`;
  const levels = terms.policy.objective.map(getLevelName).join(', then ');
  return level === null
    ? `${free} is worth nothing to the objective (${levels}).`
    : `${free} would cost the objective on its level ${level}.`;
}

type RuledOut = Extract<Reason, { partners: number }>;

function describeRuledOut(reason: RuledOut, who: string, side: Side, roster: Roster): string {
  const { partners, ruledOut, nearest, lacking } = reason;
  if (partners === 0) return `There is no ${side}.`;
  const counts = ruledOut.map(({ bar, count }) => `${phraseBar(bar)} rules out ${count}`);
  const several = counts.length > 1 ? ' (some are ruled out by several)' : '';
  const [others, whom] = [formatCount(partners, side), getOtherSide(side)];
  const none =
    partners === 1 ? `The only ${side} may not meet this ${whom}` : `None of the ${others} may meet this ${whom}`;
  return `${none}: ${joinNames(counts, 12)}${several}.${describeEmptyCells(who, lacking)} ${describeNearest(nearest, side, roster)}`;
}

/** " Eva Lind has no meets, which the rule overlap-meets needs." */
function describeEmptyCells(who: string, lacking: readonly Rule[]): string {
  return lacking.map(({ field, name }) => ` ${who} has no ${field}, which the rule ${name} needs.`).join('');
}

/** "Nearest come Ada Lind (the rule same-city) and Ben Roth (the rule below), whom nothing else rules out." */
function describeNearest({ partners, bars, examples }: Nearest, side: Side, { mentors, mentees }: Roster): string {
  const people = side === 'mentor' ? mentors : mentees;
  const known = examples.map(({ partner, bars }) => `${people[partner]!.name} (${joinNames(bars.map(phraseBar), 12)})`);
  const more = partners > known.length ? [`${partners - known.length} more`] : [];
  const verb = partners === 1 ? 'comes' : 'come';
  const alone = bars === 1 ? 'whom nothing else rules out' : `whom ${bars} things rule out`;
  return `Nearest ${verb} ${joinNames([...known, ...more])}, ${alone}.`;
}

/** "7 mentees compete for 4 places with Ada, Ben and Cem" */
function describeCompetition(group: Group, roster: Roster, terms: Terms): string {
  const { mentees, mentors, limits, places } = group;
  if (places === 0) {
    const names = nameSome(mentors, mentor => roster.mentors[mentor]!.name);
    const within = nameSome(limits, limit => terms.limits[limit]!.place, 'or');
    const where = [names, within && `mentors in ${within}`].filter(words => words !== '');
    return `${formatCount(mentees.length, 'mentee')} can only go to ${where.join(' or ')}, where there is no slot`;
  }
  const verb = mentees.length === 1 ? 'competes' : 'compete';
  const locked = group.locked === 0 ? '' : `, of which locks take ${group.locked}`;
  return `${formatCount(mentees.length, 'mentee')} ${verb} for ${formatCount(places, 'slot')} ${phraseHolders(group, roster, terms)}${locked}`;
}

/** "with Ada, Ben and Cem or in PL": whose places a group has. Mentors who offer none have none of them. */
export function phraseHolders({ mentors, limits, places }: Group, roster: Roster, terms: Terms): string {
  const offering = places === 0 ? mentors : mentors.filter(mentor => roster.mentors[mentor]!.capacity > 0);
  const names = nameSome(offering, mentor => roster.mentors[mentor]!.name);
  const within = nameSome(limits, limit => terms.limits[limit]!.place, 'or');
  return [names && `with ${names}`, within && `in ${within}`].filter(words => words !== '').join(' or ');
}

/** The first of some people or limits by name: groups may be large, and many people are told of the same one. */
function nameSome(some: readonly number[], nameOf: (index: number) => string, last: 'and' | 'or' = 'and'): string {
  const names = some.slice(0, MOST_NAMED).map(nameOf);
  const more = some.length - names.length;
  return joinNames(more > 0 ? [...names, `${more} more`] : names, MOST_NAMED + 1, last);
}

const MOST_NAMED = 5;

function describeLimitReached(reason: LimitReached, side: Side, roster: Roster, terms: Terms): string {
  const limits = reason.limits.map(limit => terms.limits[limit]!);
  const group = reason.group === null ? '' : ` ${describeCompetition(reason.group, roster, terms)}.`;
  const isTheirs = side === 'mentor' && limits.every(limit => limit.side === 'mentee');
  const whose = isTheirs ? 'Everybody whom this mentor may meet and who would like a mentor is under a limit: ' : '';
  return `${whose}${phraseReachedLimits(reason.limits, terms)}.${group}`;
}

/** "DE may have at most 40 tandems of its mentees, and that is reached" */
export function phraseReachedLimits(limits: readonly number[], terms: Terms): string {
  return `${phraseAllowances(limits.map(limit => terms.limits[limit]!))}, and that is reached`;
}

type LimitReached = Extract<Reason, { kind: 'limit-reached' }>;

/** "DE may have at most 40 tandems of its mentors, FR 10 and PL 3; FR may have at most 2 tandems of its mentees" */
function phraseAllowances(limits: readonly Limit[]): string {
  const phraseSide = (wanted: Side) => {
    const own = limits.filter(({ side }) => side === wanted);
    const words = own.map((limit, at) => (at === 0 ? phraseAllowance(limit) : `${limit.place} ${limit.max}`));
    return joinNames(words, words.length);
  };
  return [phraseSide('mentor'), phraseSide('mentee')].filter(words => words !== '').join('; ');
}

/** "DE may have at most 40 tandems of its mentees" */
export function phraseAllowance({ place, side, max }: Limit): string {
  return `${place} may have at most ${formatCount(max, 'tandem')} of its ${side}s`;
}
