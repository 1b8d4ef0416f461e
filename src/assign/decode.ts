import type { Proof } from '../domain/certificate.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { Terms } from '../domain/policy.ts';
import type { Roster } from '../domain/roster.ts';
import type { Solution } from '../solve/network.ts';
import type { Encoding } from './encode.ts';
import { limitsByCountry } from './open.ts';

/** The pairs that carry flow, by mentor and then mentee. */
export function tandemsOf({ firstPair, pairs }: Encoding, { flow }: Solution): Tandem[] {
  const tandems: Tandem[] = [];
  for (let p = 0; p < pairs.mentor.length; p++) {
    if (flow[firstPair + p] === 1) tandems.push({ mentor: pairs.mentor[p]!, mentee: pairs.mentee[p]! });
  }
  return tandems.sort((a, b) => a.mentor - b.mentor || a.mentee - b.mentee);
}

/**
 * The proof in domain words. On the network, the price of a node is what a unit there is worth on its way to the root.
 * A mentor's own price is what the node is worth above the limit before it; a mentee's, what the node lacks to the limit
 * behind it; a limit's, the same towards the root. With these, a pair's reduced gain is its gain less the four prices.
 */
export function proofOf(roster: Roster, terms: Terms, encoding: Encoding, { prices, values }: Solution): Proof {
  const { nodes, levels } = encoding;
  const limitOf = limitsByCountry(terms.limits);
  const between = (upper: number, lower: number) => prices.map(price => price[upper]! - price[lower]!);
  const limitNode = (limit: number) => nodes.limits[limit] ?? 0;
  return {
    levels: levels.map((level, index) => ({ level, value: values[index]! })),
    prices: {
      mentors: roster.mentors.map(({ country }, m) => {
        const node = nodes.mentors[m]!;
        return node < 0 ? null : between(node, limitNode(limitOf('mentor', country)));
      }),
      mentees: roster.mentees.map(({ country }, e) => {
        const node = nodes.mentees[e]!;
        return node < 0 ? null : between(limitNode(limitOf('mentee', country)), node);
      }),
      limits: terms.limits.map(({ side }, index) => {
        const node = nodes.limits[index]!;
        if (node < 0) return null;
        return side === 'mentor' ? between(node, 0) : between(0, node);
      }),
    },
  };
}
