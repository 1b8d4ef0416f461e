import { type Claim, type LevelWorth, listLevelWorths } from '../../src/certificate/level-worths.ts';
import type { Proof } from '../../src/domain/certificate.ts';
import { indexLimitPaths } from '../../src/domain/limit-paths.ts';
import type { Side } from '../../src/domain/roster.ts';

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly costs: readonly number[];
}

/**
 * For each level of a proof but the last two: the most that the next one gains by a round trip that costs one there and nothing
 * before, by the prices; 0 where none gains. Looks at every pair and every way (Floyd & Warshall), for small programmes whose
 * objective has no `worst`.
 */
export function gainsByTrips(claim: Claim, proof: Proof): number[] {
  const levels = listLevelWorths(claim);
  const { arcs, size } = arcsOf(claim, proof, levels);
  return levels.slice(0, -2).map((_, at) => {
    const costing = (cost: number) =>
      arcs.filter(({ costs }) => costs.slice(0, at).every(before => before === 0) && costs[at] === cost);
    const back = waysBetween(size, costing(0), at + 1);
    const gains = costing(1).map(({ from, to, costs }) => -costs[at + 1]! - back[to]![from]!);
    return gains.reduce((most, gain) => Math.max(most, gain), 0);
  });
}

function waysBetween(size: number, arcs: readonly Arc[], level: number): number[][] {
  const ways = Array.from({ length: size }, (_, node) =>
    Array.from({ length: size }, (_, other) => (node === other ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (const { from, to, costs } of arcs) ways[from]![to] = Math.min(ways[from]![to]!, costs[level]!);
  for (let by = 0; by < size; by++) {
    for (let from = 0; from < size; from++) {
      for (let to = 0; to < size; to++) {
        ways[from]![to] = Math.min(ways[from]![to]!, ways[from]![by]! + ways[by]![to]!);
      }
    }
  }
  return ways;
}

/** All ways in which tandems can change by one, with what each costs: nodes are the root, limits, mentors and mentees. */
function arcsOf(
  { roster, terms, tandems, eligibility }: Claim,
  { prices }: Proof,
  levels: readonly LevelWorth[],
): { readonly arcs: readonly Arc[]; readonly size: number } {
  const chains = indexLimitPaths(terms.limits);
  const arcs: Arc[] = [];
  const nodeOf = { mentor: 1 + terms.limits.length, mentee: 1 + terms.limits.length + roster.mentors.length };
  const add = (from: number, to: number, costAt: (level: number) => number) =>
    arcs.push({ from, to, costs: levels.map((_, level) => costAt(level)) });
  const unit = (
    [from, to]: readonly [number, number],
    price: readonly number[] | null,
    used: number,
    most: number,
    gain: (worth: LevelWorth, k: number) => number,
  ) => {
    if (price === null) return;
    if (used < most) add(from, to, level => -gain(levels[level]!, used + 1) - price[level]!);
    if (used > 0) add(to, from, level => gain(levels[level]!, used) + price[level]!);
  };
  const way = (side: Side, node: number, hub: number | undefined): readonly [number, number] => {
    const other = hub === undefined ? 0 : 1 + hub;
    return side === 'mentor' ? [other, node] : [node, other];
  };
  terms.limits.forEach((limit, l) => {
    const { side, countries } = limit;
    const chain = chains(side, countries[0]!);
    const people = side === 'mentor' ? roster.mentors : roster.mentees;
    const used = tandems.filter(tandem => countries.includes(people[tandem[side]]!.country)).length;
    const ways = way(side, 1 + l, chain[chain.indexOf(l) + 1]);
    unit(ways, prices.limits[l]!, used, limit.max, (worth, k) => worth.counted(k, limit));
  });
  roster.mentors.forEach((person, m) => {
    const ways = way('mentor', nodeOf.mentor + m, chains('mentor', person.country)[0]);
    const used = tandems.filter(({ mentor }) => mentor === m).length;
    unit(ways, prices.mentors[m]!, used, person.capacity, (worth, k) => worth.slot(k, person));
  });
  roster.mentees.forEach((person, e) => {
    const ways = way('mentee', nodeOf.mentee + e, chains('mentee', person.country)[0]);
    const used = tandems.filter(({ mentee }) => mentee === e).length;
    unit(ways, prices.mentees[e]!, used, person.wants, (worth, k) => worth.want(k, person));
  });
  const asked = (side: Side, own: readonly number[] | null, country: string, level: number) =>
    chains(side, country).reduce((sum, limit) => sum + prices.limits[limit]![level]!, own![level]!);
  for (const [m, mentor] of roster.mentors.entries()) {
    for (const [e, mentee] of roster.mentees.entries()) {
      if (prices.mentors[m] === null || prices.mentees[e] === null || eligibility.barred(m, e) !== 0) continue;
      const cost = (level: number) =>
        asked('mentor', prices.mentors[m]!, mentor.country, level) +
        asked('mentee', prices.mentees[e]!, mentee.country, level) -
        levels[level]!.pair(m, e);
      const isTandem = tandems.some(pair => pair.mentor === m && pair.mentee === e);
      if (isTandem) add(nodeOf.mentee + e, nodeOf.mentor + m, level => -cost(level));
      else add(nodeOf.mentor + m, nodeOf.mentee + e, cost);
    }
  }
  return { arcs, size: nodeOf.mentee + roster.mentees.length };
}
