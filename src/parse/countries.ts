import { createRequire } from 'node:module';
import { headerKey } from './header.ts';
import { nearest } from './nearest.ts';

interface Locale {
  readonly countries: Readonly<Record<string, string | readonly string[]>>;
}

const load = createRequire(import.meta.url);

/** Spellings that the tables of i18n-iso-countries lack. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'VAE', 'Emirates', 'Emirate'],
  CH: ['Swiss', 'CH Schweiz'],
  CN: ['PR China', 'VR China', "People's Republic of China", 'Volksrepublik China'],
  CZ: ['Tschechien', 'Czechia', 'Czech Republic', 'CSR'],
  DE: ['BRD', 'Bundesrepublik Deutschland', 'Federal Republic of Germany', 'GER'],
  GB: ['UK', 'U.K.', 'England', 'Scotland', 'Schottland', 'Wales', 'Northern Ireland', 'Nordirland', 'Great Britain'],
  KR: ['Korea', 'South Korea', 'Südkorea'],
  MK: ['Macedonia', 'Mazedonien'],
  NL: ['Holland', 'The Netherlands'],
  AT: ['Oesterreich'],
  RU: ['Russia', 'Russland'],
  TR: ['Turkey', 'Türkiye', 'Tuerkei'],
  US: ['USA', 'U.S.', 'U.S.A.', 'America', 'Amerika'],
  VN: ['Viet Nam', 'Vietnam'],
};

/** The alpha-2 code of a country in any usual English or German spelling, or null. */
export function countryCode(spelling: string): string | null {
  return spellings().get(headerKey(spelling)) ?? null;
}

/** The code whose spelling comes nearest, as a suggestion. */
export function nearestCountry(spelling: string): string | null {
  const key = headerKey(spelling);
  const near = nearest(
    key,
    [...spellings().keys()].filter(known => known.length > 3),
  );
  return near === null ? null : (spellings().get(near) ?? null);
}

let table: ReadonlyMap<string, string> | null = null;

function spellings(): ReadonlyMap<string, string> {
  table ??= readSpellings();
  return table;
}

function readSpellings(): ReadonlyMap<string, string> {
  const codes = load('i18n-iso-countries/codes.json') as readonly (readonly [string, string])[];
  const locales = ['en', 'de'].map(language => load(`i18n-iso-countries/langs/${language}.json`) as Locale);
  const found = new Map<string, string>();
  for (const [alpha2, alpha3] of codes) {
    const names = [...locales.flatMap(({ countries }) => countries[alpha2] ?? []), ...(ALSO[alpha2] ?? [])];
    const keys = [alpha2.toLowerCase(), alpha3.toLowerCase(), ...names.map(headerKey)];
    for (const key of keys) found.set(key, alpha2);
  }
  return found;
}
