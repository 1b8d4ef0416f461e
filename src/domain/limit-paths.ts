import type { Limit } from './policy.ts';
import type { Side } from './roster.ts';

/** For a side and a country, the limits that count its tandems: innermost first, as indexes. */
export type LimitPaths = (side: Side, country: string) => readonly number[];

/**
 * Orders the limits of each country from the innermost to the outermost. They nest, so
 * fewer countries means further in.
 */
export function indexLimitPaths(limits: readonly Limit[]): LimitPaths {
  const paths = { mentor: new Map<string, number[]>(), mentee: new Map<string, number[]>() };
  for (const [index, { side, countries }] of limits.entries()) {
    for (const country of countries) {
      const path = paths[side].get(country) ?? [];
      path.push(index);
      paths[side].set(country, path);
    }
  }
  for (const path of [...paths.mentor.values(), ...paths.mentee.values()]) {
    path.sort((a, b) => measureWidth(limits, a) - measureWidth(limits, b) || b - a);
  }
  return (side, country) => paths[side].get(country) ?? NONE;
}

const NONE: readonly number[] = [];

/** A region of one country still stands around the country itself. */
function measureWidth(limits: readonly Limit[], index: number): number {
  const { countries, place } = limits[index]!;
  return countries.length * 2 + (countries.length === 1 && countries[0] === place ? 0 : 1);
}
