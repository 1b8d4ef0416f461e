import { type Bits, countNumbers, listNumbers } from '../../domain/bits.ts';
import { hasDemands } from '../../domain/demands.ts';
import { InternalError } from '../../domain/errors.ts';
import type { Unmatched } from '../../domain/matching.ts';
import { listLevelsBefore } from '../../domain/policy.ts';
import type { Side } from '../../domain/roster.ts';
import type { Group, Reason, Shortfall } from '../../domain/unmatched-reasons.ts';
import { ResidualGraph } from '../../residual/residual-graph.ts';
import { type Findings, TandemUsage } from '../../residual/usage.ts';
import { DemandSearch, type Keeping, makeKeepingPolicy } from './demands-in-the-way.ts';
import { findFixes } from './fixes.ts';
import { findHallSet } from './hall-set.ts';
import { findNearest } from './near-misses.ts';
import { findRival } from './outranked.ts';

/**
 * Everybody without a tandem, mentees first, each with the reason and what would help. Found from rules
 * and tandems, not from any solver.
 */
export function explainUnmatched(findings: Findings, situation = new TandemUsage(findings)): Unmatched[] {
  const groups = new HallSets(findings, situation, 'one');
  const ways = deferDemandSearch(findings, 'one');
  const { roster } = findings;
  const withdrawn = roster.withdrawn.map(
    (known): Unmatched => ({ ...known, reason: { kind: 'withdrawn' }, fix: { kind: 'withdrawn' } }),
  );
  return [
    ...explainSide(findings, situation, 'mentee', index =>
      explainNoMentor(findings, situation, { groups, ways }, index),
    ),
    ...explainSide(findings, situation, 'mentor', index => explainNoMentee(findings, situation, index)),
    ...withdrawn,
  ];
}

function explainSide(
  findings: Findings,
  situation: TandemUsage,
  side: Side,
  reasonFor: (index: number) => Reason,
): Unmatched[] {
  const [people, partners] =
    side === 'mentee' ? [findings.roster.mentees, situation.mentorsOf] : [findings.roster.mentors, situation.menteesOf];
  const without = [...people.keys()]
    .filter(index => partners[index]!.length === 0)
    .map(index => ({ index, reason: reasonFor(index) }));
  const fixes = findFixes(findings, situation, side, without);
  return without.map(({ index, reason }, at) => ({ side, person: people[index]!, reason, fix: fixes[at]! }));
}

/** Closed groups, each searched for once: everybody in one without a tandem has the same reason. */
class HallSets {
  readonly #findings: Findings;
  readonly #situation: TandemUsage;
  /** Made when first asked for. */
  #residual: ResidualGraph | null = null;
  readonly #keeping: Keeping;
  readonly #known = new Map<number, Group>();
  readonly #served = new Map<Group, readonly number[]>();

  constructor(findings: Findings, situation: TandemUsage, keeping: Keeping) {
    this.#findings = findings;
    this.#situation = situation;
    this.#keeping = keeping;
  }

  findGroup(mentee: number): Group {
    const known = this.#known.get(mentee);
    if (known !== undefined) return known;
    this.#residual ??= ignoreDemands(this.#findings, this.#keeping);
    const group = findGroupAround(this.#residual, this.#situation, mentee);
    for (const member of group.mentees) this.#known.set(member, group);
    return group;
  }

  /** Those of a group who have a tandem, the lowest priority first. */
  listServed(group: Group): readonly number[] {
    const known = this.#served.get(group);
    if (known !== undefined) return known;
    const { mentees } = this.#findings.roster;
    const served = group.mentees.filter(mentee => this.#situation.mentorsOf[mentee]!.length > 0);
    served.sort((a, b) => mentees[a]!.priority - mentees[b]!.priority || a - b);
    this.#served.set(group, served);
    return served;
  }
}

/** Made when first asked for: where mentees come first and there are no demands, nobody needs it. */
function deferDemandSearch(findings: Findings, keeping: Keeping): () => DemandSearch {
  let made: DemandSearch | null = null;
  return () => {
    made ??= new DemandSearch(findings, keeping);
    return made;
  };
}

interface Searches {
  readonly groups: HallSets;
  readonly ways: () => DemandSearch;
}

function explainNoMentor(
  findings: Findings,
  situation: TandemUsage,
  { groups, ways }: Searches,
  mentee: number,
): Reason {
  const { roster, candidates } = findings;
  if (candidates.partnersOf('mentee', mentee).every(word => word === 0)) {
    return { kind: 'no-eligible-mentor', ...explainNoEligible(findings, 'mentee', mentee) };
  }
  const passedOver = explainPassedOver(findings, ways, mentee);
  if (passedOver !== null) return passedOver;
  const own = situation.listReachedLimits('mentee', mentee);
  if (own.length > 0) return { kind: 'limit-reached', limits: own, group: null };
  const group = groups.findGroup(mentee);
  const served = groups.listServed(group);
  const { priority } = roster.mentees[mentee]!;
  const isRanked = served.length > 0 && roster.mentees[served[0]!]!.priority > priority;
  if (isRanked && areMenteesFirst(findings)) return { kind: 'outranked', by: 'priority', group, priority, served };
  return makeFullGroupReason(group);
}

function makeFullGroupReason(group: Group): Extract<Reason, { kind: 'limit-reached' | 'mentors-full' }> {
  return group.limits.length > 0
    ? { kind: 'limit-reached', limits: group.limits, group }
    : { kind: 'mentors-full', group };
}

function areMenteesFirst({ terms }: Findings): boolean {
  return terms.policy.objective[0]?.kind === 'mentees';
}

/**
 * What keeps a mentor from a mentee who could have one while every mentee who has one keeps one: demands, or a level of
 * the objective. null where there is no way to have one, whatever the objective says and without any demands.
 */
function explainPassedOver(findings: Findings, ways: () => DemandSearch, mentee: number): Reason | null {
  const { roster, terms } = findings;
  const isBest = areMenteesFirst(findings);
  if (isBest && !hasDemands(roster, terms)) return null;
  const demands = ways().findDemands(mentee);
  if (demands === null) return null;
  if (demands.length > 0) return { kind: 'outranked', by: 'demands', demands };
  if (isBest) throw new InternalError('a mentee could be served and is not');
  return {
    kind: 'outranked',
    by: 'objective',
    rival: { kind: 'levels', levels: listLevelsBefore('mentees', terms.policy) },
  };
}

/** Why a mentee who has a tandem has fewer mentors than they want. */
export function explainFewerMentors(findings: Findings, situation: TandemUsage, mentee: number): Shortfall {
  const own = situation.mentorsOf[mentee]!;
  const { candidates, roster } = findings;
  const others = listNumbers(candidates.partnersOf('mentee', mentee)).filter(mentor => !own.includes(mentor));
  if (others.length === 0) return { kind: 'nobody-else', mentors: roster.mentors.length - own.length };
  const demands = new DemandSearch(findings, 'all').findDemands(mentee);
  if (demands?.length === 0)
    return { kind: 'outranked', by: 'objective', levels: listLevelsBefore('tandems', findings.terms.policy) };
  if (demands !== null) return { kind: 'outranked', by: 'demands', demands };
  const limits = situation.listReachedLimits('mentee', mentee);
  if (limits.length > 0) return { kind: 'limit-reached', limits, group: null };
  return makeFullGroupReason(findGroupAround(ignoreDemands(findings, 'all'), situation, mentee));
}

/**
 * The kinds of reasons why mentees have fewer mentors than they want, as
 * `explainFewerMentors` finds them, for many at once.
 */
export class FewerMentors {
  readonly #situation: TandemUsage;
  readonly #ways: () => DemandSearch;
  readonly #groups: HallSets;

  constructor(findings: Findings, situation: TandemUsage) {
    this.#situation = situation;
    this.#ways = deferDemandSearch(findings, 'all');
    this.#groups = new HallSets(findings, situation, 'all');
  }

  /** @param mentee one with a tandem, who may meet somebody else. */
  findKind(mentee: number): Exclude<Shortfall['kind'], 'nobody-else'> {
    if (this.#ways().findDemands(mentee) !== null) return 'outranked';
    if (this.#situation.listReachedLimits('mentee', mentee).length > 0) return 'limit-reached';
    return makeFullGroupReason(this.#groups.findGroup(mentee)).kind;
  }
}

/** The closed group around a mentee whom nobody who moves would make room for. */
function findGroupAround(residual: ResidualGraph, situation: TandemUsage, mentee: number): Group {
  const group = findHallSet(residual, situation, mentee);
  if (group === null) throw new InternalError('somebody could make room and cannot');
  return group;
}

function ignoreDemands(findings: Findings, keeping: Keeping): ResidualGraph {
  return new ResidualGraph(findings, findings.tandems, makeKeepingPolicy(keeping, false));
}

function explainNoMentee(findings: Findings, situation: TandemUsage, mentor: number): Reason {
  const { roster, candidates } = findings;
  if (roster.mentors[mentor]!.capacity === 0) return { kind: 'capacity-zero' };
  const eligible = candidates.partnersOf('mentor', mentor);
  const mentees = countNumbers(eligible);
  if (mentees === 0) {
    return { kind: 'no-eligible-mentee', ...explainNoEligible(findings, 'mentor', mentor) };
  }
  const isAny = (some: Bits) => eligible.some((word, at) => (word & some[at]!) !== 0);
  if (!isAny(situation.wanting)) return { kind: 'not-needed', mentees };
  const own = situation.listReachedLimits('mentor', mentor);
  if (own.length > 0) return { kind: 'limit-reached', limits: own, group: null };
  if (isAny(situation.wantingFreely)) {
    const [mentee] = listNumbers(eligible.map((word, at) => word & situation.wantingFreely[at]!));
    return { kind: 'outranked', by: 'objective', rival: findRival(findings, situation, { mentor, mentee: mentee! }) };
  }
  const wanting = listNumbers(eligible.map((word, at) => word & situation.wanting[at]!));
  const theirs = new Set(wanting.flatMap(mentee => situation.listReachedLimits('mentee', mentee)));
  return { kind: 'limit-reached', limits: [...theirs].sort((a, b) => a - b), group: null };
}

/** Why somebody may meet nobody. */
function explainNoEligible(
  findings: Findings,
  side: Side,
  index: number,
): Omit<Extract<Reason, { partners: number }>, 'kind'> {
  const { roster, eligibility, candidates, lacking } = findings;
  return {
    partners: (side === 'mentee' ? roster.mentors : roster.mentees).length,
    ruledOut: listStrictestBars(eligibility.bars, candidates.barsOf(side, index)),
    lacking: lacking(side, index),
    nearest: findNearest(findings, side, index),
  };
}

/** The bars that keep anybody away, with how many, the strictest first. */
function listStrictestBars(bars: readonly string[], counts: readonly number[]): { bar: string; count: number }[] {
  return bars
    .map((bar, index) => ({ bar, count: counts[index]! }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}
