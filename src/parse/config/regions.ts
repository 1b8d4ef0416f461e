import {
  badSetting,
  doubleName,
  type Location,
  type Parsed,
  type Problem,
  unknownCountry,
} from '../../domain/problems.ts';
import { compareText, fold } from '../../domain/text.ts';
import { findCountryCode, findNearestCountry } from '../values/countries.ts';

/** The countries of each region, as alpha-2 codes in code-unit order. */
export type Regions = ReadonlyMap<string, readonly string[]>;

type WrittenRegions = Readonly<Record<string, readonly string[]>>;

/**
 * Reads "regions" of the config: each lists countries in any usual spelling, or other regions,
 * which may be nested at any depth.
 */
export function readRegions(written: WrittenRegions, file: string): Parsed<Regions> {
  const names = new Map(
    Object.keys(written)
      .map(name => [fold(name), name])
      .toReversed() as [string, string][],
  );
  const within = new Map(Object.entries(written).map(([name, members]) => [name, findRegions(members, names)]));
  const order = sortInnermostFirst(within);
  const value = new Map<string, readonly string[]>();
  for (const [name, isOfCircle] of order) {
    const inner = isOfCircle ? [] : within.get(name)!.flatMap(region => value.get(region) ?? []);
    const own = written[name]!.flatMap(member => (names.has(fold(member)) ? [] : (findCountryCode(member) ?? [])));
    value.set(name, [...new Set([...own, ...inner])].sort(compareText));
  }
  const circular = new Set([...order].flatMap(([name, isOfCircle]) => (isOfCircle ? [name] : [])));
  const earlier = new Set<string>();
  const problems = Object.entries(written).flatMap(([name, members]) => {
    const location = { file, column: `regions.${name}` };
    const faults = nameProblems(name, earlier, location);
    earlier.add(fold(name));
    return [...faults, ...members.flatMap(member => checkMember(member, name, { names, circular }, location))];
  });
  return { value: new Map(Object.keys(written).map(name => [name, value.get(name)!])), problems };
}

/** The regions among members, by their names as they are written. */
function findRegions(members: readonly string[], names: ReadonlyMap<string, string>): string[] {
  return members.flatMap(member => names.get(fold(member)) ?? []);
}

/**
 * Regions in an order in which each stands behind those in it, and whether it is one of a circle. Regions are taken
 * out from the innermost on, and from the outermost on; what can be taken out in neither way is in a circle, or
 * between two. Linear in all members.
 */
function sortInnermostFirst(within: ReadonlyMap<string, readonly string[]>): Map<string, boolean> {
  const around = new Map([...within.keys()].map(name => [name, [] as string[]]));
  for (const [name, inner] of within) for (const region of inner) around.get(region)!.push(name);
  const free = sortAcyclic(within, around);
  const outer = new Set(sortAcyclic(around, within));
  const order = new Map(free.map(name => [name, false]));
  for (const name of within.keys()) if (!order.has(name)) order.set(name, !outer.has(name));
  return order;
}

/**
 * The names from which no circle is reached, each behind all that it leads to. @param back the same steps backwards.
 */
function sortAcyclic(
  steps: ReadonlyMap<string, readonly string[]>,
  back: ReadonlyMap<string, readonly string[]>,
): string[] {
  const open = new Map([...steps].map(([name, next]) => [name, next.length]));
  const taken = [...steps.keys()].filter(name => open.get(name) === 0);
  for (const name of taken) {
    for (const before of back.get(name)!) {
      const left = open.get(before)! - 1;
      open.set(before, left);
      if (left === 0) taken.push(before);
    }
  }
  return taken;
}

function nameProblems(name: string, earlier: ReadonlySet<string>, location: Location): Problem[] {
  if (name === '*') return [badSetting(location, { kind: 'region called *' })];
  if (findCountryCode(name) !== null) return [badSetting(location, { kind: 'region called like a country', name })];
  return earlier.has(fold(name)) ? [doubleName(location, 'region', name)] : [];
}

interface KnownRegions {
  /** Regions by their folded names. */
  readonly names: ReadonlyMap<string, string>;
  readonly circular: ReadonlySet<string>;
}

/** A region's faults are told where they are, and not again for every region around it. */
function checkMember(member: string, name: string, { names, circular }: KnownRegions, location: Location): Problem[] {
  const region = names.get(fold(member));
  if (region === undefined)
    return findCountryCode(member) === null ? [unknownCountry(location, member, findNearestCountry(member))] : [];
  if (!circular.has(name) || !circular.has(region)) return [];
  return [badSetting(location, { kind: 'region in itself', name, through: region === name ? null : region })];
}
