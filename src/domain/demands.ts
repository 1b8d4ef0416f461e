import type { Limit, PairNote, Terms } from './policy.ts';

/** What must come about, whatever it costs: a locked pair, or a limit's minimum. */
export type Demand =
  | { readonly kind: 'lock'; readonly note: PairNote }
  | { readonly kind: 'minimum'; readonly limit: Limit };

export function demandsOf({ limits, pairs }: Terms): Demand[] {
  return [
    ...pairs.filter(note => note.locked).map(note => ({ kind: 'lock', note }) as const),
    ...limits.filter(limit => limit.min > 0).map(limit => ({ kind: 'minimum', limit }) as const),
  ];
}

/** How many tandems a demand asks for. */
export function unitsOf(demand: Demand): number {
  return demand.kind === 'lock' ? 1 : demand.limit.min;
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
