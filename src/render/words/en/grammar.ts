import type { Share } from '../../../domain/share.ts';
import { quoteValue, shortenValue } from '../../../domain/text.ts';
import { COUNTRIES } from './assembled.ts';

/** "1 mentee", "2 mentees". */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(count)} ${count === 1 ? noun : plural}`;
}

/** "Ada", "Ada and Ben", "Ada, Ben and Cem", "Ada, Ben, Cem and 4 more". */
export function joinNames(names: readonly string[], most = 5, last: 'and' | 'or' = 'and'): string {
  const head = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  if (head.length <= 1) return head.join('');
  return `${head.slice(0, -1).join(', ')} ${last} ${head.at(-1)}`;
}

/** A number with at most three decimals: "12", "1234.5". */
export function formatNumber(value: number): string {
  return String(value);
}

/** Names that people use where the official ones are stiff. */
const SHORT: Readonly<Record<string, string>> = {
  BN: 'Brunei',
  CD: 'DR Congo',
  CG: 'Congo',
  CN: 'China',
  CZ: 'Czechia',
  FM: 'Micronesia',
  GM: 'Gambia',
  IR: 'Iran',
  KP: 'North Korea',
  KR: 'South Korea',
  LA: 'Laos',
  MD: 'Moldova',
  MK: 'North Macedonia',
  PS: 'Palestine',
  RU: 'Russia',
  SY: 'Syria',
  TR: 'Türkiye',
  TW: 'Taiwan',
  TZ: 'Tanzania',
  US: 'USA',
  VA: 'Vatican City',
  VG: 'British Virgin Islands',
  VI: 'US Virgin Islands',
};

const nameCountry = makeCountryNamer(SHORT, COUNTRIES);

/** Countries that have an article behind "in". */
const INSIDE: Readonly<Record<string, string>> = {
  AE: 'the United Arab Emirates',
  CD: 'the DR Congo',
  CF: 'the Central African Republic',
  DO: 'the Dominican Republic',
  GB: 'the United Kingdom',
  KY: 'the Cayman Islands',
  MV: 'the Maldives',
  NL: 'the Netherlands',
  PH: 'the Philippines',
  US: 'the USA',
};

/**
 * Makes what names a country as people do, and a region by its own name.
 * @param short names in place of official ones; @param official lines of a code and the names of a country.
 */
export function makeCountryNamer(short: Readonly<Record<string, string>>, official: string): (place: string) => string {
  return place => {
    if (!/^[A-Z]{2}$/u.test(place)) return shortenValue(place);
    return short[place] ?? new RegExp(`^${place}\\t([^\\t\\n]+)`, 'mu').exec(official)?.[1] ?? place;
  };
}

/** The small words of sentences: counts, lists, quotes, numbers and countries. */
export const grammar = {
  quote: (value: string): string => quoteValue(value),
  formatCount,
  joinNames,
  /** "82.4 %", or "–" where there is nothing to count. */
  formatPercent: ({ percent }: Share): string => (percent === null ? '–' : `${percent.toFixed(1)} %`),
  formatNumber,
  nameCountry,
  /** A country or region as it goes on behind "in". */
  nameInside: (place: string): string => INSIDE[place] ?? nameCountry(place),
};
