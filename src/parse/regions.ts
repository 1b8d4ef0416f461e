import { badSetting, type Parsed, type Problem, unknownCountry } from '../domain/problems.ts';
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
    if (name === '*' || countryCode(name) !== null) {
      problems.push(badSetting(place, `"${name}" is a country's name`, 'give the region a name of its own'));
    }
    const countries = new Set<string>();
    for (const member of members) {
      const codes = countriesOf(member, written, [name]);
      if (codes === null) problems.push(unknownCountry(place, member, nearestCountry(member)));
      else for (const code of codes) countries.add(code);
    }
    value.set(name, [...countries].sort(byText));
  }
  return { value, problems };
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
  const parts = (written[region] ?? []).map(inner => countriesOf(inner, written, [...around, region]));
  return parts.includes(null) ? null : parts.flatMap(part => part ?? []);
}
