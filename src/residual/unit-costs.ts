import { tandemsOfEach, tandemsUnder } from '../certificate/feasibility.ts';
import type { Claim, Worth } from '../certificate/level-values.ts';
import type { Prices } from '../domain/certificate.ts';
import { limitChains } from '../domain/limits.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { Side } from '../domain/roster.ts';

/** Somebody or a limit, as a node between which and its hub units go: the root is node 0, then limits, mentors, mentees. */
export interface Holder {
  readonly node: number;
  readonly hub: number;
  readonly side: Side;
  readonly price: readonly number[] | null;
  /** Units that are used, and the most that there are. */
  readonly used: number;
  readonly most: number;
  readonly gainOf: (worth: Worth, k: number) => number;
}

/** Everybody and all limits, each limit behind the one around it. */
export function holdersOf(claim: Claim, tandems: readonly Tandem[], { mentors, mentees, limits }: Prices): Holder[] {
  const { roster, terms } = claim;
  const hub = hubsOf(claim);
  const under = tandemsUnder(terms.limits, roster, tandems);
  const loads = tandemsOfEach(tandems, 'mentor', roster.mentors.length);
  const served = tandemsOfEach(tandems, 'mentee', roster.mentees.length);
  const firstMentor = 1 + terms.limits.length;
  const firstMentee = firstMentor + roster.mentors.length;
  const holders: Holder[] = [];
  const add = (node: number, side: Side, units: Units, gainOf: Holder['gainOf']) => {
    const [price, used, most] = units;
    holders.push({ node, hub: hub[node]!, side, price, used, most, gainOf });
  };
  for (const l of outermostFirst(terms.limits.length, hub)) {
    const limit = terms.limits[l]!;
    add(1 + l, limit.side, [limits[l]!, under[l]!, limit.max], ({ counted }, k) => counted(k, limit));
  }
  roster.mentors.forEach((mentor, m) => {
    add(firstMentor + m, 'mentor', [mentors[m]!, loads[m]!, mentor.capacity], ({ place }, k) => place(k, mentor));
  });
  roster.mentees.forEach((mentee, e) => {
    add(firstMentee + e, 'mentee', [mentees[e]!, served[e]!, mentee.wants], ({ want }, k) => want(k, mentee));
  });
  return holders;
}

/** A price, how many units are used, and the most that there are. */
type Units = readonly [price: Holder['price'], used: number, most: number];

const ROOT = 0;

/** What limits and people hang from: the innermost limit around them, or the root. */
function hubsOf({ roster, terms }: Claim): Int32Array {
  const chains = limitChains(terms.limits);
  const hub = (limit: number | undefined) => (limit === undefined ? ROOT : 1 + limit);
  return Int32Array.from([
    ROOT,
    ...terms.limits.map(({ side, countries }, l) => {
      const chain = chains(side, countries[0]!);
      return hub(chain[chain.indexOf(l) + 1]);
    }),
    ...roster.mentors.map(({ country }) => hub(chains('mentor', country)[0])),
    ...roster.mentees.map(({ country }) => hub(chains('mentee', country)[0])),
  ]);
}

/** All limits, each behind the one around it. */
function outermostFirst(limits: number, hub: Int32Array): number[] {
  const depth = (limit: number): number => (hub[1 + limit] === ROOT ? 0 : 1 + depth(hub[1 + limit]! - 1));
  return Array.from({ length: limits }, (_, limit) => limit).sort((a, b) => depth(a) - depth(b));
}
