import type { Tandem } from '../../domain/pairing.ts';
import type { Lever } from '../../domain/remedies.ts';
import type { ResidualGraph, TripEffect } from '../../residual/residual-graph.ts';

/**
 * Whether everybody and every limit stays between the least and the most that they may have after a trip and a change.
 * A simple trip does so by itself; one that is put together from two paths may go through the same step twice.
 */
export function isSound(residual: ResidualGraph, trip: TripEffect, lever: Lever | null): boolean {
  if (!areDistinct(trip.begun) || !areDistinct(trip.ended)) return false;
  const eased = lever && findEasedNode(residual, lever);
  const step = lever?.kind === 'slot' || lever?.kind === 'limit' ? 1 : -1;
  return [...residual.countAfter(trip)].every(
    ([node, count]) => residual.mayHave(node, count) || (node === eased && residual.mayHave(node, count - step)),
  );
}

/** The limit or mentor who may have one tandem more, or one less, after a change. */
function findEasedNode(residual: ResidualGraph, lever: Lever): number | null {
  switch (lever.kind) {
    case 'slot':
    case 'load':
      return residual.getNode('mentor', lever.mentor);
    case 'limit':
    case 'minimum':
      return residual.getLimitNode(lever.limit);
    case 'pair':
    case 'lock':
      return null;
  }
}

function areDistinct(tandems: readonly Tandem[]): boolean {
  return new Set(tandems.map(({ mentor, mentee }) => `${mentor} ${mentee}`)).size === tandems.length;
}
