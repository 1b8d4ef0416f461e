import { DEMANDS } from '../domain/certificate.ts';
import { InternalError } from '../domain/errors.ts';
import type { Reason, Unmatched } from '../domain/matching.ts';
import { levelName } from '../domain/policy.ts';
import { closedGroup } from './group.ts';
import { type Findings, Situation } from './situation.ts';

/** Everybody without a tandem, mentees first, each with the reason. Found from rules and tandems, not from any solver. */
export function reasonsOf(findings: Findings): Unmatched[] {
  const situation = new Situation(findings);
  const mentees = situation.mentorsOf.flatMap((mentors, index): Unmatched[] =>
    mentors.length > 0 ? [] : [{ side: 'mentee', index, reason: whyNoMentor(findings, situation, index) }],
  );
  const mentors = situation.menteesOf.flatMap((own, index): Unmatched[] =>
    own.length > 0 ? [] : [{ side: 'mentor', index, reason: whyNoMentee(findings, situation, index) }],
  );
  return [...mentees, ...mentors];
}

function whyNoMentor(findings: Findings, situation: Situation, mentee: number): Reason {
  const { eligibility, roster } = findings;
  if (situation.eligibleMentors(mentee).length === 0) {
    const bits = roster.mentors.map((_, mentor) => eligibility.barred(mentor, mentee));
    return { kind: 'no-eligible-mentor', partners: bits.length, ruledOut: countBars(eligibility.bars, bits) };
  }
  const group = closedGroup(findings, situation, mentee);
  const own = situation.reachedLimit('mentee', mentee);
  if (own >= 0) return { kind: 'limit-reached', limits: [own], group: null };
  if (group === null) return outranked(findings, 'a place is free');
  if (group.mentees.length <= group.places) return outranked(findings, 'somebody has two mentors');
  return group.limits.length > 0
    ? { kind: 'limit-reached', limits: group.limits, group }
    : { kind: 'mentors-full', group };
}

function whyNoMentee(findings: Findings, situation: Situation, mentor: number): Reason {
  const { eligibility, roster } = findings;
  if (roster.mentors[mentor]!.capacity === 0) return { kind: 'capacity-zero' };
  const eligible = situation.eligibleFor[mentor]!;
  if (eligible.length === 0) {
    const bits = roster.mentees.map((_, mentee) => eligibility.barred(mentor, mentee));
    return { kind: 'no-eligible-mentee', partners: bits.length, ruledOut: countBars(eligibility.bars, bits) };
  }
  const wanting = eligible.filter(mentee => situation.mentorsOf[mentee]!.length < roster.mentees[mentee]!.wants);
  if (wanting.length === 0) return { kind: 'not-needed', mentees: eligible.length };
  const own = situation.reachedLimit('mentor', mentor);
  if (own >= 0) return { kind: 'limit-reached', limits: [own], group: null };
  const theirs = wanting.map(mentee => situation.reachedLimit('mentee', mentee));
  if (theirs.includes(-1)) return { kind: 'outranked', level: levelName(findings.terms.policy.objective[0]!) };
  return { kind: 'limit-reached', limits: [...new Set(theirs)].sort((a, b) => a - b), group: null };
}

/** How many partners each bar rules out, most first. */
function countBars(bars: readonly string[], bits: readonly number[]): { bar: string; count: number }[] {
  return bars
    .map((bar, index) => ({ bar, count: bits.filter(barred => (barred >>> index) & 1).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

/**
 * A tandem is possible, but would cost something that comes first: the first level of the objective, or where that is
 * `mentees`, locks and minimums (they may give somebody two mentors and leave somebody else without). A mentee to whom
 * a place is free is passed over by no such objective.
 */
function outranked({ terms }: Findings, because: 'a place is free' | 'somebody has two mentors'): Reason {
  const [first] = terms.policy.objective;
  if (first === undefined) throw new InternalError('an objective without levels');
  if (first.kind !== 'mentees') return { kind: 'outranked', level: levelName(first) };
  if (because === 'a place is free') throw new InternalError('a mentee could be served and is not');
  return { kind: 'outranked', level: DEMANDS };
}
