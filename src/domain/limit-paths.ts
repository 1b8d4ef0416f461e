import type { Limit } from './policy.ts';
import type { Side } from './roster.ts';

/** For a side and a country, the limits that count its tandems: innermost first, as indexes. */
export type LimitPaths = (side: Side, country: string) => readonly number[];

/** Orders the limits of each country from the innermost to the outermost. They nest, so fewer countries means further in. */
export function indexLimitPaths(limits: readonly Limit[]): LimitPaths {
  const chains = { mentor: new Map<string, number[]>(), mentee: new Map<string, number[]>() };
  for (const [index, { side, countries }] of limits.entries()) {
    for (const country of countries) {
      const chain = chains[side].get(country) ?? [];
      chain.push(index);
      chains[side].set(country, chain);
    }
  }
  for (const chain of [...chains.mentor.values(), ...chains.mentee.values()]) {
    chain.sort((a, b) => measureWidth(limits, a) - measureWidth(limits, b) || b - a);
  }
  return (side, country) => chains[side].get(country) ?? NONE;
}

const NONE: readonly number[] = [];

/** A region of one country still stands around the country itself. */
function measureWidth(limits: readonly Limit[], index: number): number {
  const { countries, place } = limits[index]!;
  return countries.length * 2 + (countries.length === 1 && countries[0] === place ? 0 : 1);
}
