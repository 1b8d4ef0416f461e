import { type Limit, mustMeet, type PairNote, type Terms } from './policy.ts';
import type { Roster } from './roster.ts';

/** What must come about, whatever it costs: a locked or approved pair, a limit's minimum, or a mentor's least load. */
export type Demand =
  | { readonly kind: 'lock'; readonly note: PairNote }
  | { readonly kind: 'minimum'; readonly limit: Limit }
  | { readonly kind: 'load'; readonly mentor: number; readonly least: number };

export function listDemands({ mentors }: Roster, { limits, pairs }: Terms): Demand[] {
  return [
    ...pairs.filter(mustMeet).map(note => ({ kind: 'lock', note }) as const),
    ...limits.filter(limit => limit.min > 0).map(limit => ({ kind: 'minimum', limit }) as const),
    ...mentors.flatMap(({ minLoad }, mentor) =>
      minLoad > 0 ? [{ kind: 'load', mentor, least: minLoad } as const] : [],
    ),
  ];
}

export function hasDemands({ mentors }: Roster, { limits, pairs }: Terms): boolean {
  return pairs.some(mustMeet) || limits.some(({ min }) => min > 0) || mentors.some(({ minLoad }) => minLoad > 0);
}

/**
 * Who asks for a pair that must become a tandem: pairs.csv, an earlier round, somebody's approval, or a
 * repair alone that moves nobody else.
 */
export function findDemander({ locked, continues, approved }: PairNote): 'lock' | 'continues' | 'approved' | 'held' {
  if (locked) return 'lock';
  if (continues) return 'continues';
  return approved ? 'approved' : 'held';
}

/** Whether only a repair holds a pair together. */
export function isHeld(note: PairNote): boolean {
  return note.held && findDemander(note) === 'held';
}

/**
 * Whether only somebody's approval asks for a pair: what pairs.csv or an earlier round asks for is asked for anyway.
 */
export function isApproval(note: PairNote): boolean {
  return note.approved && findDemander(note) === 'approved';
}

/** How many tandems a demand asks for. */
export function countUnits(demand: Demand): number {
  switch (demand.kind) {
    case 'lock':
      return 1;
    case 'minimum':
      return demand.limit.min;
    case 'load':
      return demand.least;
  }
}

/** Demands that no tandems can meet together. Leaving out any one of them, the others can be met. */
export interface Clash {
  readonly demands: readonly Demand[];
  /** The mentors, mentees and limits that have too little room for them: indexes into the roster and the terms. */
  readonly short: {
    readonly mentors: readonly number[];
    readonly mentees: readonly number[];
    readonly limits: readonly number[];
  };
}
