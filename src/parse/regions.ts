import { badSetting, doubleName, type Parsed, type Place, type Problem, unknownCountry } from '../domain/problems.ts';
import { byText, fold } from '../domain/text.ts';
import { countryCode, nearestCountry } from './countries.ts';

/** The countries of each region, as alpha-2 codes in code-unit order. */
export type Regions = ReadonlyMap<string, readonly string[]>;

/** Reads "regions" of the config: each lists countries in any usual spelling, or other regions. */
export function readRegions(written: Readonly<Record<string, readonly string[]>>, file: string): Parsed<Regions> {
  const problems: Problem[] = [];
  const value = new Map<string, readonly string[]>();
  for (const [name, members] of Object.entries(written)) {
    const place = { file, column: `regions.${name}` };
    problems.push(...nameProblems(name, [...value.keys()], place));
    problems.push(...members.flatMap(member => memberProblems(member, name, written, place)));
    const countries = members.flatMap(member => countriesOf(member, written, [name]) ?? []);
    value.set(name, [...new Set(countries)].sort(byText));
  }
  return { value, problems };
}

function nameProblems(name: string, earlier: readonly string[], place: Place): Problem[] {
  const hint = 'give the region a name of its own';
  if (name === '*') return [badSetting(place, '"*" stands for every country without a limit of its own', hint)];
  if (countryCode(name) !== null) return [badSetting(place, `"${name}" is a country's name`, hint)];
  return earlier.some(other => fold(other) === fold(name)) ? [doubleName(place, 'region', name)] : [];
}

/** A region's faults are told where they are, and not again for every region around it. */
function memberProblems(
  member: string,
  name: string,
  written: Readonly<Record<string, readonly string[]>>,
  place: Place,
): Problem[] {
  const region = Object.keys(written).find(other => fold(other) === fold(member));
  if (region === undefined)
    return countryCode(member) === null ? [unknownCountry(place, member, nearestCountry(member))] : [];
  if (!regionsIn(region, written).has(name)) return [];
  const how = region === name ? 'holds itself' : `holds "${region}", which holds it again`;
  return [badSetting(place, `the region "${name}" ${how}`, 'take one out of the other')];
}

/** A region, and all regions in it at any depth. */
function regionsIn(region: string, written: Readonly<Record<string, readonly string[]>>): Set<string> {
  const found = new Set([region]);
  for (const next of found) {
    const members = new Set(written[next]?.map(fold));
    for (const name of Object.keys(written)) if (members.has(fold(name))) found.add(name);
  }
  return found;
}

/** The countries of a member, or null where it is neither a country nor a region outside the ones it is in. */
function countriesOf(
  member: string,
  written: Readonly<Record<string, readonly string[]>>,
  around: readonly string[],
): string[] | null {
  const region = Object.keys(written).find(name => fold(name) === fold(member));
  if (region === undefined) {
    const code = countryCode(member);
    return code === null ? null : [code];
  }
  if (around.includes(region)) return null;
  return (written[region] ?? []).flatMap(inner => countriesOf(inner, written, [...around, region]) ?? []);
}
