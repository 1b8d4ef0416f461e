import type { LevelValue, Prices } from '../domain/certificate.ts';
import { findLimitsAround } from '../domain/limit-tree.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { Solution } from '../solve/network-definition.ts';
import type { Encoding } from './encode.ts';
import type { Task } from './task.ts';

/** A task solved, in domain words. */
export interface Solved {
  readonly tandems: readonly Tandem[];
  readonly values: readonly LevelValue[];
  readonly prices: Prices;
}

export function decode(task: Task, encoding: Encoding, solution: Solution): Solved {
  return {
    tandems: listTandems(encoding, solution),
    values: solution.values.map((value, index) => ({ level: encoding.levels[index]!, value })),
    prices: decodePrices(task, encoding, solution),
  };
}

/** The pairs that carry flow, by mentor and then mentee. */
function listTandems({ pairs }: Encoding, { flow }: Solution): Tandem[] {
  const tandems = pairs.arc.flatMap((arc, p) =>
    flow[arc] === 1 ? [{ mentor: pairs.mentor[p]!, mentee: pairs.mentee[p]! }] : [],
  );
  return tandems.sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
}

/**
 * The prices in domain words. On the network, the price of a node is what a unit there is worth on its way to the root.
 * A mentor's own price is what the node is worth above the limit before it; a mentee's, what the node lacks to the
 * limit behind it; a limit's, the same towards the limit around it or the root. With these, a pair's reduced gain is
 * its gain less the prices of both people and of all limits that count them.
 */
function decodePrices({ roster, terms }: Task, { nodes }: Encoding, { prices }: Solution): Prices {
  const { homeOf, outerOf } = findLimitsAround(roster, terms);
  const subtractPrices = (upper: number, lower: number) => prices.map(price => price[upper]! - price[lower]!);
  return {
    mentors: roster.mentors.map((_, m) => {
      const node = nodes.mentors[m]!;
      return node < 0 ? null : subtractPrices(node, nodes.limits[homeOf.mentor[m]!]!);
    }),
    mentees: roster.mentees.map((_, e) => {
      const node = nodes.mentees[e]!;
      return node < 0 ? null : subtractPrices(nodes.limits[homeOf.mentee[e]!]!, node);
    }),
    limits: terms.limits.map(({ side }, index) => {
      const node = nodes.limits[index]!;
      if (node < 0) return null;
      const outer = nodes.limits[outerOf[index]!]!;
      return side === 'mentor' ? subtractPrices(node, outer) : subtractPrices(outer, node);
    }),
  };
}
