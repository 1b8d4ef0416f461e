import { DEMANDS } from '../domain/certificate.ts';
import { listProvenLevels, type ProvenLevel } from '../domain/levels.ts';
import type { Affinity, Eligibility, RuleKeys, Tandem } from '../domain/pairing.ts';
import { type Limit, mustMeet, type Terms } from '../domain/policy.ts';
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
  readonly pair: (mentor: number, mentee: number) => number;
  readonly place: (k: number, mentor: Mentor) => number;
  readonly want: (k: number, mentee: Mentee) => number;
  readonly counted: (k: number, limit: Limit) => number;
}

const nothing = () => 0;
const WORTHLESS = { pair: nothing, place: nothing, want: nothing, counted: nothing };

/** The levels that a policy asks to be proven, read from its words: demands (where there are any), the objective, ties. */
export function listLevelWorths(claim: Claim): LevelWorth[] {
  const levels = listProvenLevels(claim.terms.policy, claim.roster).map(level => makeLevelWorth(level, claim));
  return [...makeDemandsWorth(claim), ...levels, makeTiesWorth(claim)];
}

function makeDemandsWorth({ roster, terms }: Claim): LevelWorth[] {
  const locks = terms.pairs.filter(mustMeet);
  const minimums = terms.limits.some(({ min }) => min > 0) || roster.mentors.some(({ minLoad }) => minLoad > 0);
  if (locks.length === 0 && !minimums) return [];
  // Keys of pairs are made anew in this folder, not by domain/pairs.ts: a fault there must not go through the proof too.
  const width = roster.mentees.length;
  const locked = new Set(locks.map(note => note.mentor * width + note.mentee));
  const worth: LevelWorth = {
    ...WORTHLESS,
    name: DEMANDS,
    kind: 'demands',
    pair: (mentor, mentee) => (locked.has(mentor * width + mentee) ? 1 : 0),
    place: (k, { minLoad }) => (k <= minLoad ? 1 : 0),
    counted: (k, { min }) => (k <= min ? 1 : 0),
  };
  return [worth];
}

function makeLevelWorth(level: ProvenLevel, { roster, terms, affinity }: Claim): LevelWorth {
  const worth = { ...WORTHLESS, name: level.name, kind: level.kind };
  switch (level.kind) {
    case 'mentees':
      return { ...worth, want: (k, { priority }) => (k === 1 && priority === level.priority ? 1 : 0) };
    case 'tandems':
      return { ...worth, pair: () => 1 };
    case 'mentors':
      return { ...worth, place: k => (k === 1 ? 1 : 0) };
    case 'kept': {
      const kept = terms.pairs.filter(note => note.kept).map(note => note.mentor * roster.mentees.length + note.mentee);
      const set = new Set(kept);
      return { ...worth, pair: (mentor, mentee) => (set.has(mentor * roster.mentees.length + mentee) ? 1 : 0) };
    }
    case 'score':
      return { ...worth, pair: affinity.score };
    case 'balance':
      return { ...worth, place: k => 1 - 2 * k };
    case 'preference':
      return { ...worth, pair: (mentor, mentee) => (affinity.held(mentor, mentee) >>> level.preference) & 1 };
    case 'worst':
      return worth;
  }
}

function makeTiesWorth({ ties: { mentors, mentees } }: Claim): LevelWorth {
  const pair = (mentor: number, mentee: number) => computeTie(mentors, mentor, mentees, mentee);
  return { ...WORTHLESS, name: TIES, kind: 'ties', pair };
}
