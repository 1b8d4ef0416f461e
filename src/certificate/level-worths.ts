import { DEMANDS } from '../domain/certificate.ts';
import { isInSet } from '../domain/noted-pairs.ts';
import type { NotedSet, PairTerm } from '../domain/objective-level-table.ts';
import { listProvenLevels, type ProvenLevel } from '../domain/objective-levels.ts';
import type { Affinity, Eligibility, RuleKeys, Tandem } from '../domain/pairing.ts';
import type { Limit, Terms } from '../domain/policy.ts';
import type { Mentee, Mentor, Roster } from '../domain/roster.ts';
import { computeTie, TIES, type Ties } from '../domain/ties.ts';

/** Everything a proof is held against. */
export interface Claim {
  readonly roster: Roster;
  readonly terms: Terms;
  readonly eligibility: Eligibility;
  readonly affinity: Affinity;
  readonly sights: RuleKeys;
  readonly ties: Ties;
  readonly tandems: readonly Tandem[];
}

/** What a level makes of a pair, and of the k-th unit (from 1) of a mentor, a mentee and a limit. */
export interface LevelWorth {
  readonly name: string;
  readonly kind: ProvenLevel['kind'] | 'demands' | 'ties';
  /** What `pair` counts, for looking at many pairs at once. */
  readonly pairTerm: PairTerm | { readonly kind: 'tie' };
  readonly pair: (mentor: number, mentee: number) => number;
  readonly slot: (k: number, mentor: Mentor) => number;
  readonly want: (k: number, mentee: Mentee) => number;
  readonly counted: (k: number, limit: Limit) => number;
}

const nothing = () => 0;
const UNITLESS = { slot: nothing, want: nothing, counted: nothing };

/**
 * The levels that a policy asks to be proven, read from its words: demands (where there are any), the objective, ties.
 */
export function listLevelWorths(claim: Claim): LevelWorth[] {
  const levels = listProvenLevels(claim.terms.policy, claim.roster).map(level => makeLevelWorth(level, claim));
  return [...makeDemandsWorth(claim), ...levels, makeTiesWorth(claim)];
}

function makeDemandsWorth(claim: Claim): LevelWorth[] {
  const { roster, terms } = claim;
  const pairTerm = { kind: 'noted', set: 'demanded' } as const;
  const minimums = terms.limits.some(({ min }) => min > 0) || roster.mentors.some(({ minLoad }) => minLoad > 0);
  if (!minimums && !terms.pairs.some(note => isInSet(pairTerm.set, note))) return [];
  const worth: LevelWorth = {
    name: DEMANDS,
    kind: 'demands',
    pairTerm,
    pair: makePairCount(pairTerm, claim),
    want: nothing,
    slot: (k, { minLoad }) => (k <= minLoad ? 1 : 0),
    counted: (k, { min }) => (k <= min ? 1 : 0),
  };
  return [worth];
}

function makeLevelWorth(level: ProvenLevel, claim: Claim): LevelWorth {
  const { name, kind, pairTerm } = level;
  return { ...UNITLESS, ...makeUnitCounts(level, claim), name, kind, pairTerm, pair: makePairCount(pairTerm, claim) };
}

function makeUnitCounts(level: ProvenLevel, claim: Claim): Partial<LevelWorth> {
  switch (level.kind) {
    case 'mentees':
      return { want: (k, { priority }) => (k === 1 && priority === level.priority ? 1 : 0) };
    case 'mentors':
      return { slot: k => (k === 1 ? 1 : 0) };
    case 'balance':
      return { slot: k => 1 - 2 * k };
    case 'fewer-earlier':
      return { want: makeArrearsCount(claim) };
    case 'tandems':
    case 'kept':
    case 'worst':
    case 'score':
    case 'kept-and-score':
    case 'preference':
      return {};
  }
}

/** Each tandem counts by how many fewer its mentee has had in the history than whoever has had most. */
function makeArrearsCount({ terms: { pastTandems } }: Claim): LevelWorth['want'] {
  return pastTandems === null ? nothing : (_, { id }) => pastTandems.most - (pastTandems.counts.get(id) ?? 0);
}

function makePairCount(term: PairTerm, claim: Claim): LevelWorth['pair'] {
  const { roster, affinity } = claim;
  switch (term.kind) {
    case 'none':
      return nothing;
    case 'constant':
      return () => 1;
    case 'score':
      return affinity.score;
    case 'preference':
      return (mentor, mentee) => (affinity.holds(term.preference, mentor, mentee) ? 1 : 0);
    case 'weighed': {
      const isKept = makeNotedTest('kept', claim);
      return (mentor, mentee) => affinity.score(mentor, mentee) + (isKept(mentor, mentee) ? term.kept : 0);
    }
    case 'noted': {
      const isNoted = makeNotedTest(term.set, claim);
      return (mentor, mentee) => (isNoted(mentor, mentee) ? 1 : 0);
    }
    case 'other':
      return (mentor, mentee) => term.count(roster.mentors[mentor]!, roster.mentees[mentee]!);
  }
}

/**
 * Noted pairs are listed anew in this folder, not by domain/pair-keys.ts: a fault there
 * must not go through the proof too.
 */
function makeNotedTest(set: NotedSet, { roster, terms }: Claim): (mentor: number, mentee: number) => boolean {
  // Few are noted of one mentor, and most of them are asked about thousands of mentees.
  const noted: number[][] = roster.mentors.map(() => []);
  for (const note of terms.pairs) if (isInSet(set, note)) noted[note.mentor]!.push(note.mentee);
  return (mentor, mentee) => noted[mentor]!.includes(mentee);
}

function makeTiesWorth({ ties: { mentors, mentees } }: Claim): LevelWorth {
  const pair = (mentor: number, mentee: number) => computeTie(mentors, mentor, mentees, mentee);
  return { ...UNITLESS, name: TIES, kind: 'ties', pairTerm: { kind: 'tie' }, pair };
}
