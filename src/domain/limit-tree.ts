import { indexLimitPaths } from './limits.ts';
import type { Tandem } from './pairing.ts';
import type { Terms } from './policy.ts';
import type { Participant, Roster, Side } from './roster.ts';

/** Which limit is next around people and limits. Limits are indexes into the terms; `outside` is one more than the last. */
export interface LimitsAround {
  /** Around people and limits that no limit is around. */
  readonly outside: number;
  /** The limit next around a person of a side, and around a limit. */
  readonly homeOf: Readonly<Record<Side, Int32Array>>;
  readonly outerOf: Int32Array;
}

/** The same from outside inwards. */
export interface LimitTree extends LimitsAround {
  /** The limits and the people next inside of a limit of a side, or of `outside`. */
  readonly innerOf: Readonly<Record<Side, readonly (readonly number[])[]>>;
  readonly membersOf: Readonly<Record<Side, readonly (readonly number[])[]>>;
}

/** The one place that finds the limit next around another one: the proof needs none, it adds up all that count a person. */
export function findLimitsAround({ mentors, mentees }: Roster, { limits }: Pick<Terms, 'limits'>): LimitsAround {
  const paths = indexLimitPaths(limits);
  const outside = limits.length;
  const findHomes = (side: Side, people: readonly Participant[]) =>
    Int32Array.from(people, ({ country }) => paths(side, country)[0] ?? outside);
  const outerOf = Int32Array.from(limits, ({ side, countries }, limit) => {
    const path = paths(side, countries[0]!);
    return path[path.indexOf(limit) + 1] ?? outside;
  });
  return { outside, outerOf, homeOf: { mentor: findHomes('mentor', mentors), mentee: findHomes('mentee', mentees) } };
}

export function buildLimitTree(roster: Roster, { limits }: Terms): LimitTree {
  const around = findLimitsAround(roster, { limits });
  const { outside, homeOf, outerOf } = around;
  const listInner = (side: Side) => groupIndexes(outerOf, outside, limit => limits[limit]!.side === side);
  const listMembers = (side: Side) => groupIndexes(homeOf[side], outside, () => true);
  return {
    ...around,
    innerOf: { mentor: listInner('mentor'), mentee: listInner('mentee') },
    membersOf: { mentor: listMembers('mentor'), mentee: listMembers('mentee') },
  };
}

/** All limits, each behind the one around it. */
export function orderOutermostFirst({ outside, outerOf }: LimitsAround): number[] {
  const measureDepth = (limit: number): number => (limit === outside ? 0 : 1 + measureDepth(outerOf[limit]!));
  return [...outerOf.keys()].sort((a, b) => measureDepth(a) - measureDepth(b) || a - b);
}

/** How many tandems each limit counts. The proof counts by itself (see certificate/feasibility.ts). */
export function countTandemsPerLimit(around: LimitsAround, tandems: Iterable<Tandem>): number[] {
  const used = new Array<number>(around.outside).fill(0);
  for (const tandem of tandems) countTandem(used, around, tandem, 1);
  return used;
}

/** Counts a tandem that begins, or one that ends, with every limit around its two people. */
export function countTandem(
  used: number[],
  { outside, homeOf, outerOf }: LimitsAround,
  { mentor, mentee }: Tandem,
  change: 1 | -1,
): void {
  for (const home of [homeOf.mentor[mentor]!, homeOf.mentee[mentee]!]) {
    for (let limit = home; limit !== outside; limit = outerOf[limit]!) used[limit]! += change;
  }
}

/** For each of 0 … outside, the indexes whose value it is. */
function groupIndexes(values: Int32Array, outside: number, counts: (index: number) => boolean): number[][] {
  const found: number[][] = Array.from({ length: outside + 1 }, () => []);
  values.forEach((value, index) => {
    if (counts(index)) found[value]!.push(index);
  });
  return found;
}
