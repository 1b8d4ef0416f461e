import { countTandemsByPerson } from '../certificate/feasibility.ts';
import type { Claim, LevelWorth } from '../certificate/level-worths.ts';
import type { Prices } from '../domain/certificate.ts';
import { countTandemsPerLimit, findLimitsAround, orderOutermostFirst } from '../domain/limit-tree.ts';
import type { Tandem } from '../domain/pairing.ts';
import type { Side } from '../domain/roster.ts';
import { findHubs } from './nodes.ts';

/**
 * Somebody or a limit, as a node between which and its hub units go: the root is node 0, then limits, mentors, mentees.
 */
export interface Holder {
  readonly node: number;
  readonly hub: number;
  readonly side: Side;
  readonly price: readonly number[] | null;
  /** Units that are used, and the most that there are. */
  readonly used: number;
  readonly most: number;
  readonly gainOf: (worth: LevelWorth, k: number) => number;
}

/** Everybody and all limits, each limit behind the one around it. */
export function listHolders(claim: Claim, tandems: readonly Tandem[], { mentors, mentees, limits }: Prices): Holder[] {
  const { roster, terms } = claim;
  const around = findLimitsAround(roster, terms);
  const hub = findHubs(around);
  const under = countTandemsPerLimit(around, tandems);
  const loads = countTandemsByPerson(tandems, 'mentor', roster.mentors.length);
  const served = countTandemsByPerson(tandems, 'mentee', roster.mentees.length);
  const firstMentor = 1 + terms.limits.length;
  const firstMentee = firstMentor + roster.mentors.length;
  const holders: Holder[] = [];
  const add = (node: number, side: Side, units: Units, gainOf: Holder['gainOf']) => {
    const [price, used, most] = units;
    holders.push({ node, hub: hub[node]!, side, price, used, most, gainOf });
  };
  for (const l of orderOutermostFirst(around)) {
    const limit = terms.limits[l]!;
    add(1 + l, limit.side, [limits[l]!, under[l]!, limit.max], ({ counted }, k) => counted(k, limit));
  }
  roster.mentors.forEach((mentor, m) => {
    add(firstMentor + m, 'mentor', [mentors[m]!, loads[m]!, mentor.capacity], ({ slot }, k) => slot(k, mentor));
  });
  roster.mentees.forEach((mentee, e) => {
    add(firstMentee + e, 'mentee', [mentees[e]!, served[e]!, mentee.wants], ({ want }, k) => want(k, mentee));
  });
  return holders;
}

/** What one more unit costs on a level of the proof: what is asked for it less what it counts. */
export function computeCostOfMore(holder: Holder, worth: LevelWorth, level: number): number {
  return -(holder.gainOf(worth, holder.used + 1) + getOwnPrice(holder, worth, level));
}

/** What one less costs. */
export function computeCostOfLess(holder: Holder, worth: LevelWorth, level: number): number {
  return holder.gainOf(worth, holder.used) + getOwnPrice(holder, worth, level);
}

/** Whom no open pair concerns has no price: then the one that makes the first unit cost nothing will do. */
export function getOwnPrice({ price, gainOf }: Holder, worth: LevelWorth, level: number): number {
  return price === null ? -gainOf(worth, 1) : price[level]!;
}

/** A price, how many units are used, and the most that there are. */
type Units = readonly [price: Holder['price'], used: number, most: number];
