import { findEntry } from '../../../domain/own-key-lookup.ts';
import type { Share } from '../../../domain/share.ts';
import { quoteValue, shortenValue } from '../../../domain/text.ts';
import { COUNTRIES, LANGUAGES } from './assembled.ts';

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

const nameCountry = makeNamer(/^[A-Z]{2}$/u, SHORT, COUNTRIES);

const SHORT_LANGUAGES: Readonly<Record<string, string>> = {
  el: 'Greek',
  fil: 'Filipino',
  he: 'Hebrew',
  km: 'Khmer',
  nb: 'Norwegian (Bokmål)',
  nn: 'Norwegian (Nynorsk)',
  si: 'Sinhala',
};

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
 * Makes what names something by its code as people do, and leaves what is not a code as
 * it is, like the name of a region.
 * @param short names in place of official ones; @param official lines of a code and a name.
 */
export function makeNamer(
  code: RegExp,
  short: Readonly<Record<string, string>>,
  official: string,
): (of: string) => string {
  return of => {
    if (!code.test(of)) return shortenValue(of);
    return short[of] ?? new RegExp(`^${of}\\t([^\\t\\n]+)`, 'mu').exec(official)?.[1] ?? of;
  };
}

/** The small words of sentences: counts, lists, quotes, numbers, countries and languages. */
export const grammar = {
  quote: (value: string): string => quoteValue(value),
  formatCount,
  joinNames,
  /** "82.4 %", or "–" where there is nothing to count. */
  /** "31.3 %", "24.0 %"; "100 %" and "0 %" mean all and none. */
  formatPercent: ({ percent }: Share): string =>
    percent === null ? '–' : `${percent.toFixed(percent % 100 === 0 ? 0 : 1)} %`,
  formatNumber,
  nameCountry,
  /** A country or region as it goes on behind "in". */
  nameInside: (place: string): string => findEntry(INSIDE, place) ?? nameCountry(place),
  nameLanguage: makeNamer(/^[a-z]{2,3}$/u, SHORT_LANGUAGES, LANGUAGES),
};
