import { type Bits, numbersIn, sizeOf } from '../domain/bits.ts';
import { demandsOf } from '../domain/demands.ts';
import { InternalError } from '../domain/errors.ts';
import type { Group, Reason, Unmatched } from '../domain/matching.ts';
import type { Side } from '../domain/roster.ts';
import { fixesFor } from './fixes.ts';
import { closedGroup } from './group.ts';
import { type Findings, Situation } from './situation.ts';

/** Everybody without a tandem, mentees first, each with the reason and what would help. Found from rules and tandems, not from any solver. */
export function reasonsOf(findings: Findings): Unmatched[] {
  const situation = new Situation(findings);
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
  readonly #served = new Map<Group, number>();

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

  /** The lowest priority among those of a group who have a tandem; infinite where nobody has one. */
  lowestServed(group: Group): number {
    const known = this.#served.get(group);
    if (known !== undefined) return known;
    const { mentees } = this.#findings.roster;
    const lowest = group.mentees.reduce(
      (least, one) => (this.#situation.mentorsOf[one]!.length > 0 ? Math.min(least, mentees[one]!.priority) : least),
      Number.POSITIVE_INFINITY,
    );
    this.#served.set(group, lowest);
    return lowest;
  }
}

function whyNoMentor(findings: Findings, situation: Situation, groups: Groups, mentee: number): Reason {
  const { eligibility, roster, candidates } = findings;
  if (candidates.partnersOf('mentee', mentee).every(word => word === 0)) {
    const ruledOut = mostFirst(eligibility.bars, candidates.barsOf('mentee', mentee));
    return { kind: 'no-eligible-mentor', partners: roster.mentors.length, ruledOut };
  }
  const own = situation.reachedLimits('mentee', mentee);
  if (own.length > 0) return { kind: 'limit-reached', limits: own, group: null };
  const group = groups.of(mentee);
  if (group === null || group.mentees.length <= group.places) return passedOver(findings);
  const lowest = groups.lowestServed(group);
  if (Number.isFinite(lowest) && lowest > roster.mentees[mentee]!.priority) {
    return { kind: 'outranked', by: 'priority', group };
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
    return { kind: 'no-eligible-mentee', partners: roster.mentees.length, ruledOut };
  }
  const isAny = (some: Bits) => eligible.some((word, at) => (word & some[at]!) !== 0);
  if (!isAny(situation.wanting)) return { kind: 'not-needed', mentees };
  const own = situation.reachedLimits('mentor', mentor);
  if (own.length > 0) return { kind: 'limit-reached', limits: own, group: null };
  if (isAny(situation.wantingFreely)) return { kind: 'outranked', by: 'objective', group: null };
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
function passedOver({ roster, terms }: Findings): Reason {
  if (terms.policy.objective[0]?.kind !== 'mentees') return { kind: 'outranked', by: 'objective', group: null };
  if (demandsOf(roster, terms).length === 0) throw new InternalError('a mentee could be served and is not');
  return { kind: 'outranked', by: 'demands', group: null };
}
