import type { PlaceRow, PricedFigures } from '../../domain/matching.ts';
import type { Terms } from '../../domain/policy.ts';
import type { Roster } from '../../domain/roster.ts';
import { compareText } from '../../domain/text.ts';
import type { ParticipantPair } from './counting.ts';

/** What is counted in a country, or in several together. */
type PlaceTally = { -readonly [Figure in Exclude<keyof PlaceRow, 'place' | 'limits'>]: number };

/** What is counted in each country with people. */
export function countByCountry(
  { mentors, mentees }: Roster,
  pairs: readonly ParticipantPair[],
): ReadonlyMap<string, PlaceTally> {
  const tallies = new Map<string, PlaceTally>();
  const getTally = (country: string) => {
    const known = tallies.get(country) ?? makeEmptyTally();
    tallies.set(country, known);
    return known;
  };
  for (const { country, capacity } of mentors) {
    const tally = getTally(country);
    tally.mentors++;
    tally.slots += capacity;
  }
  for (const { country } of mentees) getTally(country).mentees++;
  for (const { mentor, mentee } of pairs) {
    getTally(mentor.country).mentorTandems++;
    getTally(mentee.country).menteeTandems++;
  }
  return tallies;
}

/** A row for each country with people or a limit. */
export function listCountryRows(
  tallies: ReadonlyMap<string, PlaceTally>,
  { limits }: Terms,
  oneMore: PricedFigures['oneMore'],
): PlaceRow[] {
  const limited = limits.filter(isOfCountry).map(({ place }) => place);
  return [...new Set([...tallies.keys(), ...limited])]
    .sort(compareText)
    .map(country => makePlaceRow(country, [country], tallies, limits, oneMore));
}

/** A row for each region with a limit. */
export function listRegionRows(
  tallies: ReadonlyMap<string, PlaceTally>,
  { limits }: Terms,
  oneMore: PricedFigures['oneMore'],
): PlaceRow[] {
  const regions = new Map(
    limits.filter(limit => !isOfCountry(limit)).map(({ place, countries }) => [place, countries]),
  );
  return [...regions]
    .sort(([a], [b]) => compareText(a, b))
    .map(([region, countries]) => makePlaceRow(region, countries, tallies, limits, oneMore));
}

function isOfCountry({ place, countries }: Terms['limits'][number]): boolean {
  return countries.length === 1 && countries[0] === place;
}

function makeEmptyTally(): PlaceTally {
  return { mentors: 0, slots: 0, mentees: 0, mentorTandems: 0, menteeTandems: 0 };
}

function makePlaceRow(
  place: string,
  countries: readonly string[],
  tallies: ReadonlyMap<string, PlaceTally>,
  limits: Terms['limits'],
  oneMore: PricedFigures['oneMore'],
): PlaceRow {
  const tally = makeEmptyTally();
  for (const country of countries) {
    const own = tallies.get(country) ?? makeEmptyTally();
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

const FIGURES = Object.keys(makeEmptyTally()) as (keyof PlaceTally)[];
