import { type Bits, numbersIn, sizeOf } from '../domain/bits.ts';
import { demandsOf } from '../domain/demands.ts';
import { InternalError } from '../domain/errors.ts';
import type { Group, Reason, Unmatched } from '../domain/matching.ts';
import type { Side } from '../domain/roster.ts';
import { fixesFor } from './fixes.ts';
import { closedGroup } from './group.ts';
import { nearestOf } from './nearest.ts';
import { levelsBeforeMentees, rivalOf } from './rivals.ts';
import { type Findings, Situation } from './situation.ts';

/** Everybody without a tandem, mentees first, each with the reason and what would help. Found from rules and tandems, not from any solver. */
export function reasonsOf(findings: Findings, situation = new Situation(findings)): Unmatched[] {
  const groups = new Groups(findings, situation);
  const { roster } = findings;
  const withdrawn = roster.withdrawn.map(
    (known): Unmatched => ({ ...known, reason: { kind: 'withdrawn' }, fix: { kind: 'withdrawn' } }),
  );
  return [
    ...withoutTandem(findings, situation, 'mentee', index => whyNoMentor(findings, situation, groups, index)),
    ...withoutTandem(findings, situation, 'mentor', index => whyNoMentee(findings, situation, index)),
    ...withdrawn,
  ];
}

function withoutTandem(
  findings: Findings,
  situation: Situation,
  side: Side,
  reasonFor: (index: number) => Reason,
): Unmatched[] {
  const [people, partners] =
    side === 'mentee' ? [findings.roster.mentees, situation.mentorsOf] : [findings.roster.mentors, situation.menteesOf];
  const without = [...people.keys()]
    .filter(index => partners[index]!.length === 0)
    .map(index => ({ index, reason: reasonFor(index) }));
  const fixes = fixesFor(findings, situation, side, without);
  return without.map(({ index, reason }, at) => ({ side, person: people[index]!, reason, fix: fixes[at]! }));
}

/** Closed groups, each searched for once: everybody in one without a tandem has the same reason. */
class Groups {
  readonly #findings: Findings;
  readonly #situation: Situation;
  readonly #known = new Map<number, Group>();
  readonly #served = new Map<Group, readonly number[]>();

  constructor(findings: Findings, situation: Situation) {
    this.#findings = findings;
    this.#situation = situation;
  }

  of(mentee: number): Group | null {
    const known = this.#known.get(mentee);
    if (known !== undefined) return known;
    const group = closedGroup(this.#findings, this.#situation, mentee);
    if (group !== null) for (const member of group.mentees) this.#known.set(member, group);
    return group;
  }

  /** Those of a group who have a tandem, the lowest priority first. */
  servedIn(group: Group): readonly number[] {
    const known = this.#served.get(group);
    if (known !== undefined) return known;
    const { mentees } = this.#findings.roster;
    const served = group.mentees.filter(mentee => this.#situation.mentorsOf[mentee]!.length > 0);
    served.sort((a, b) => mentees[a]!.priority - mentees[b]!.priority || a - b);
    this.#served.set(group, served);
    return served;
  }
}

function whyNoMentor(findings: Findings, situation: Situation, groups: Groups, mentee: number): Reason {
  const { eligibility, roster, candidates } = findings;
  if (candidates.partnersOf('mentee', mentee).every(word => word === 0)) {
    const ruledOut = mostFirst(eligibility.bars, candidates.barsOf('mentee', mentee));
    const nearest = nearestOf(findings, 'mentee', mentee);
    return { kind: 'no-eligible-mentor', partners: roster.mentors.length, ruledOut, nearest };
  }
  const own = situation.reachedLimits('mentee', mentee);
  if (own.length > 0) return { kind: 'limit-reached', limits: own, group: null };
  const group = groups.of(mentee);
  if (group === null || group.mentees.length <= group.places) return passedOver(findings);
  const served = groups.servedIn(group);
  const { priority } = roster.mentees[mentee]!;
  if (served.length > 0 && roster.mentees[served[0]!]!.priority > priority) {
    return { kind: 'outranked', by: 'priority', group, priority, served };
  }
  return group.limits.length > 0
    ? { kind: 'limit-reached', limits: group.limits, group }
    : { kind: 'mentors-full', group };
}

function whyNoMentee(findings: Findings, situation: Situation, mentor: number): Reason {
  const { eligibility, roster, candidates } = findings;
  if (roster.mentors[mentor]!.capacity === 0) return { kind: 'capacity-zero' };
  const eligible = candidates.partnersOf('mentor', mentor);
  const mentees = sizeOf(eligible);
  if (mentees === 0) {
    const ruledOut = mostFirst(eligibility.bars, candidates.barsOf('mentor', mentor));
    const nearest = nearestOf(findings, 'mentor', mentor);
    return { kind: 'no-eligible-mentee', partners: roster.mentees.length, ruledOut, nearest };
  }
  const isAny = (some: Bits) => eligible.some((word, at) => (word & some[at]!) !== 0);
  if (!isAny(situation.wanting)) return { kind: 'not-needed', mentees };
  const own = situation.reachedLimits('mentor', mentor);
  if (own.length > 0) return { kind: 'limit-reached', limits: own, group: null };
  if (isAny(situation.wantingFreely)) {
    const [mentee] = numbersIn(eligible.map((word, at) => word & situation.wantingFreely[at]!));
    return { kind: 'outranked', by: 'objective', rival: rivalOf(findings, situation, { mentor, mentee: mentee! }) };
  }
  const wanting = numbersIn(eligible.map((word, at) => word & situation.wanting[at]!));
  const theirs = new Set(wanting.flatMap(mentee => situation.reachedLimits('mentee', mentee)));
  return { kind: 'limit-reached', limits: [...theirs].sort((a, b) => a - b), group: null };
}

/** The bars that keep anybody away, with how many, the strictest first. */
function mostFirst(bars: readonly string[], counts: readonly number[]): { bar: string; count: number }[] {
  return bars
    .map((bar, index) => ({ bar, count: counts[index]! }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

/**
 * A tandem is possible, but would cost something that comes first: a level of the objective, or where that begins with
 * `mentees`, demands: without them somebody could move and make room, or give up a second mentor.
 */
function passedOver(findings: Findings): Reason {
  const { roster, terms } = findings;
  if (terms.policy.objective[0]?.kind !== 'mentees')
    return { kind: 'outranked', by: 'objective', rival: levelsBeforeMentees(findings) };
  if (demandsOf(roster, terms).length === 0) throw new InternalError('a mentee could be served and is not');
  return { kind: 'outranked', by: 'demands' };
}
