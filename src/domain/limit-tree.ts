import { limitChains } from './limits.ts';
import type { Terms } from './policy.ts';
import type { Participant, Roster, Side } from './roster.ts';

/** How limits stand in each other and around people. Limits are indexes into the terms; `outside` is one more than the last. */
export interface Nesting {
  /** Around what no limit stands. */
  readonly outside: number;
  /** The limit next around a person of a side, and around a limit. */
  readonly homeOf: Readonly<Record<Side, Int32Array>>;
  readonly outerOf: Int32Array;
  /** The limits and the people next inside of a limit of a side, or of `outside`. */
  readonly innerOf: Readonly<Record<Side, readonly (readonly number[])[]>>;
  readonly membersOf: Readonly<Record<Side, readonly (readonly number[])[]>>;
}

export function nestingOf({ mentors, mentees }: Roster, { limits }: Terms): Nesting {
  const chains = limitChains(limits);
  const outside = limits.length;
  const homes = (side: Side, people: readonly Participant[]) =>
    Int32Array.from(people, ({ country }) => chains(side, country)[0] ?? outside);
  const homeOf = { mentor: homes('mentor', mentors), mentee: homes('mentee', mentees) };
  const outerOf = Int32Array.from(limits, ({ side, countries }, limit) => {
    const chain = chains(side, countries[0]!);
    return chain[chain.indexOf(limit) + 1] ?? outside;
  });
  const inner = (side: Side) => gathered(outerOf, outside, limit => limits[limit]!.side === side);
  const members = (side: Side) => gathered(homeOf[side], outside, () => true);
  return {
    ...{ outside, homeOf, outerOf },
    innerOf: { mentor: inner('mentor'), mentee: inner('mentee') },
    membersOf: { mentor: members('mentor'), mentee: members('mentee') },
  };
}

/** For each of 0 … outside, the indexes whose value it is. */
function gathered(values: Int32Array, outside: number, counts: (index: number) => boolean): number[][] {
  const found: number[][] = Array.from({ length: outside + 1 }, () => []);
  values.forEach((value, index) => {
    if (counts(index)) found[value]!.push(index);
  });
  return found;
}
