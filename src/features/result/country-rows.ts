import type { PlaceRow, PricedFigures } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { byText } from '../../domain/text.ts';
import type { Pair } from './counting.ts';

/** What is counted in a country, or in several together. */
type Tally = { -readonly [Figure in Exclude<keyof PlaceRow, 'place' | 'limits'>]: number };

/** What is counted in each country with people. */
export function talliesOf({ mentors, mentees }: Roster, pairs: readonly Pair[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  const tallyOf = (country: string) => {
    const known = tallies.get(country) ?? noTally();
    tallies.set(country, known);
    return known;
  };
  for (const { country, capacity } of mentors) {
    const tally = tallyOf(country);
    tally.mentors++;
    tally.places += capacity;
  }
  for (const { country } of mentees) tallyOf(country).mentees++;
  for (const { mentor, mentee } of pairs) {
    tallyOf(mentor.country).mentorTandems++;
    tallyOf(mentee.country).menteeTandems++;
  }
  return tallies;
}

/** A row for each country with people or a limit. */
export function countryRows(
  tallies: ReadonlyMap<string, Tally>,
  { limits }: Terms,
  oneMore: PricedFigures['oneMore'],
): PlaceRow[] {
  const limited = limits.filter(isOfCountry).map(({ place }) => place);
  return [...new Set([...tallies.keys(), ...limited])]
    .sort(byText)
    .map(country => placeRow(country, [country], tallies, limits, oneMore));
}

/** A row for each region with a limit. */
export function regionRows(
  tallies: ReadonlyMap<string, Tally>,
  { limits }: Terms,
  oneMore: PricedFigures['oneMore'],
): PlaceRow[] {
  const regions = new Map(
    limits.filter(limit => !isOfCountry(limit)).map(({ place, countries }) => [place, countries]),
  );
  return [...regions]
    .sort(([a], [b]) => byText(a, b))
    .map(([region, countries]) => placeRow(region, countries, tallies, limits, oneMore));
}

function isOfCountry({ place, countries }: Terms['limits'][number]): boolean {
  return countries.length === 1 && countries[0] === place;
}

function noTally(): Tally {
  return { mentors: 0, places: 0, mentees: 0, mentorTandems: 0, menteeTandems: 0 };
}

function placeRow(
  place: string,
  countries: readonly string[],
  tallies: ReadonlyMap<string, Tally>,
  limits: Terms['limits'],
  oneMore: PricedFigures['oneMore'],
): PlaceRow {
  const tally = noTally();
  for (const country of countries) {
    const own = tallies.get(country) ?? noTally();
    for (const figure of FIGURES) tally[figure] += own[figure];
  }
  const used = { mentor: tally.mentorTandems, mentee: tally.menteeTandems };
  return {
    place,
    ...tally,
    limits: limits.flatMap((limit, index) => {
      if (limit.place !== place) return [];
      const { side, min, max } = limit;
      const most = Number.isFinite(max) ? max : null;
      return [{ side, min, max: most, used: used[side], oneMore: oneMore(index) }];
    }),
  };
}

const FIGURES = Object.keys(noTally()) as (keyof Tally)[];
