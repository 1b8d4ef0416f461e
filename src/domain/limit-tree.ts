import { indexLimitPaths } from './limit-paths.ts';
import type { Tandem } from './pairing.ts';
import type { Terms } from './policy.ts';
import type { Participant, Roster, Side } from './roster.ts';

/**
 * Which limit is next around people and limits. Limits are indexes into the terms; `outside` is one more than the last.
 */
export interface LimitsAround {
  /** Around people and limits that no limit is around. */
  readonly outside: number;
  /** The limit next around a person of a side, and around a limit. */
  readonly homeOf: Readonly<Record<Side, Int32Array>>;
  readonly outerOf: Int32Array;
}

/**
 * The one place that finds the limit next around another one: the proof needs none, it adds up all that count a person.
 */
export function findLimitsAround(roster: Roster, { limits }: Pick<Terms, 'limits'>): LimitsAround {
  const known = AROUND.get(roster) ?? new WeakMap<Terms['limits'], LimitsAround>();
  const around = known.get(limits) ?? lookAround(roster, limits);
  AROUND.set(roster, known.set(limits, around));
  return around;
}

/** Many ask about the same people and limits. */
const AROUND = new WeakMap<Roster, WeakMap<Terms['limits'], LimitsAround>>();

function lookAround({ mentors, mentees }: Roster, limits: Terms['limits']): LimitsAround {
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

/** All limits, each behind the one around it. */
export function orderOutermostFirst({ outside, outerOf }: LimitsAround): number[] {
  const measureDepth = (limit: number): number => (limit === outside ? 0 : 1 + measureDepth(outerOf[limit]!));
  return [...outerOf.keys()].sort((a, b) => measureDepth(a) - measureDepth(b) || a - b);
}

/** How many tandems each limit counts. The proof counts by itself (see certificate/feasibility.ts). */
export function countTandemsPerLimit({ outside, homeOf, outerOf }: LimitsAround, tandems: Iterable<Tandem>): number[] {
  const used = new Array<number>(outside).fill(0);
  for (const { mentor, mentee } of tandems) {
    for (const home of [homeOf.mentor[mentor]!, homeOf.mentee[mentee]!]) {
      for (let limit = home; limit !== outside; limit = outerOf[limit]!) used[limit]!++;
    }
  }
  return used;
}
