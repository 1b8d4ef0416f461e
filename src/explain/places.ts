import type { PlaceRow } from '../domain/matching.ts';
import type { Terms } from '../domain/policy.ts';
import type { Participant, Roster } from '../domain/roster.ts';
import { byText } from '../domain/text.ts';
import { type Pair, sum } from './counting.ts';

/** A row for each country with people or a limit. */
export function countryRows(roster: Roster, terms: Terms, pairs: readonly Pair[]): PlaceRow[] {
  const people = [...roster.mentors, ...roster.mentees].map(({ country }) => country);
  const limited = terms.limits.filter(isOfCountry).map(({ place }) => place);
  return [...new Set([...people, ...limited])]
    .sort(byText)
    .map(country => placeRow(country, [country], roster, terms, pairs));
}

/** A row for each region with a limit. */
export function regionRows(roster: Roster, terms: Terms, pairs: readonly Pair[]): PlaceRow[] {
  const regions = new Map(
    terms.limits.filter(limit => !isOfCountry(limit)).map(({ place, countries }) => [place, countries]),
  );
  return [...regions]
    .toSorted(([a], [b]) => byText(a, b))
    .map(([region, countries]) => placeRow(region, countries, roster, terms, pairs));
}

function isOfCountry({ place, countries }: Terms['limits'][number]): boolean {
  return countries.length === 1 && countries[0] === place;
}

function placeRow(
  place: string,
  countries: readonly string[],
  { mentors, mentees }: Roster,
  { limits }: Terms,
  pairs: readonly Pair[],
): PlaceRow {
  const isHere = ({ country }: Participant) => countries.includes(country);
  const used = {
    mentor: pairs.filter(({ mentor }) => isHere(mentor)).length,
    mentee: pairs.filter(({ mentee }) => isHere(mentee)).length,
  };
  return {
    place,
    mentors: mentors.filter(isHere).length,
    places: sum(mentors.filter(isHere).map(({ capacity }) => capacity)),
    mentees: mentees.filter(isHere).length,
    mentorTandems: used.mentor,
    menteeTandems: used.mentee,
    limits: limits
      .filter(limit => limit.place === place)
      .map(({ side, min, max }) => ({ side, min, max: Number.isFinite(max) ? max : null, used: used[side] })),
  };
}
