import { indexLimitPaths } from './limits.ts';
import type { Terms } from './policy.ts';
import type { Participant, Roster, Side } from './roster.ts';

/** How limits stand in each other and around people. Limits are indexes into the terms; `outside` is one more than the last. */
export interface LimitTree {
  /** Around what no limit stands. */
  readonly outside: number;
  /** The limit next around a person of a side, and around a limit. */
  readonly homeOf: Readonly<Record<Side, Int32Array>>;
  readonly outerOf: Int32Array;
  /** The limits and the people next inside of a limit of a side, or of `outside`. */
  readonly innerOf: Readonly<Record<Side, readonly (readonly number[])[]>>;
  readonly membersOf: Readonly<Record<Side, readonly (readonly number[])[]>>;
}

export function buildLimitTree({ mentors, mentees }: Roster, { limits }: Terms): LimitTree {
  const chains = indexLimitPaths(limits);
  const outside = limits.length;
  const findHomes = (side: Side, people: readonly Participant[]) =>
    Int32Array.from(people, ({ country }) => chains(side, country)[0] ?? outside);
  const homeOf = { mentor: findHomes('mentor', mentors), mentee: findHomes('mentee', mentees) };
  const outerOf = Int32Array.from(limits, ({ side, countries }, limit) => {
    const chain = chains(side, countries[0]!);
    return chain[chain.indexOf(limit) + 1] ?? outside;
  });
  const listInner = (side: Side) => groupIndexes(outerOf, outside, limit => limits[limit]!.side === side);
  const listMembers = (side: Side) => groupIndexes(homeOf[side], outside, () => true);
  return {
    ...{ outside, homeOf, outerOf },
    innerOf: { mentor: listInner('mentor'), mentee: listInner('mentee') },
    membersOf: { mentor: listMembers('mentor'), mentee: listMembers('mentee') },
  };
}

/** For each of 0 … outside, the indexes whose value it is. */
function groupIndexes(values: Int32Array, outside: number, counts: (index: number) => boolean): number[][] {
  const found: number[][] = Array.from({ length: outside + 1 }, () => []);
  values.forEach((value, index) => {
    if (counts(index)) found[value]!.push(index);
  });
  return found;
}
