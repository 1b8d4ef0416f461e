import { findByFewestEdits } from '../text/nearest.ts';
import { listHeaderKeys, makeHeaderKey } from '../text/text-keys.ts';
import { COUNTRY_CODES, COUNTRY_NAMES } from './assembled.ts';
import { splitTable } from './packed-tables.ts';

/** Spellings that the tables of i18n-iso-countries lack. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  AE: ['UAE', 'VAE', 'Emirates', 'Emirate', 'EAU', 'ZEA', 'Emirati Arabi', 'Verenigde Arabische Emiraten'],
  AT: ['Oesterreich', 'Republik Österreich', 'Republic of Austria'],
  BA: ['Bosnia', 'Bosnien', 'Bosnien-Herzegowina', 'Bosnia-Herzegovina'],
  BE: ['Königreich Belgien', 'Kingdom of Belgium'],
  BR: ['Brasil'],
  BY: ['Weißrussland', 'White Russia'],
  CD: ['DR Congo', 'DR Kongo', 'RD Congo', 'RD du Congo', 'RDC', 'Congo Kinshasa', 'Kongo Kinshasa', 'Congo DR']
    .concat([
      'Congo, Democratic Republic of the',
      'Congo, The Democratic Republic of the',
      'Demokratische Republik Kongo',
    ])
    .concat(['Kongo, Demokratische Republik', 'Congo, République démocratique du', 'Congo, República Democrática del']),
  CG: [
    'Congo Brazzaville',
    'Kongo Brazzaville',
    'Congo, Republic of the',
    'Kongo, Republik',
    'República del Congo',
  ].concat(['Congo, République du', 'Congo, República del', 'Republika Konga']),
  CH: ['Swiss', 'CH Schweiz', 'Swiss Confederation', 'Schweizerische Eidgenossenschaft', 'Helvetia'],
  CI: ['Ivory Coast', 'Elfenbeinküste'],
  CN: ['PR China', 'VR China', "People's Republic of China", 'Volksrepublik China', 'P.R.C.', 'Mainland China'],
  CZ: [
    'Tschechien',
    'Czechia',
    'Czech Republic',
    'CSR',
    'Tschechische Republik',
    'Česko',
    'Chequia',
    'Cechia',
    'Tchéquie',
  ],
  DE: ['BRD', 'Bundesrepublik Deutschland', 'Federal Republic of Germany', 'GER', 'RFA', 'RFN', 'Bundesrepublik'],
  DK: ['Danmark'],
  ES: ['Reino de España', 'Kingdom of Spain'],
  FI: ['Suomi'],
  FR: ['Französische Republik', 'République française', 'French Republic'],
  GB: ['UK', 'U.K.', 'England', 'Scotland', 'Schottland', 'Wales', 'Northern Ireland', 'Nordirland', 'Great Britain']
    .concat(['Großbritannien', 'Britain', 'Grande-Bretagne', 'Gran Bretagna', 'Gran Bretaña', 'Groot-Brittannië'])
    .concat(['Wielka Brytania', 'Angleterre', 'Inghilterra', 'Inglaterra', 'Engeland', 'Anglia', 'Szkocja', 'Écosse'])
    .concat(['United Kingdom of Great Britain and Northern Ireland', 'Vereinigtes Königreich']),
  GR: ['Hellas'],
  HK: ['Hongkong', 'Hong Kong SAR', 'Hong Kong SAR China'],
  HR: ['Hrvatska'],
  HU: ['Magyarország'],
  IE: ['Republic of Ireland', 'Irische Republik', 'Éire'],
  KR: [
    'Korea',
    'South Korea',
    'Südkorea',
    'Republic of Korea',
    'Republik Korea',
    'Corée du Sud',
    'Corea del Sur',
  ].concat(['Corea del Sud', 'Zuid-Korea', 'Korea Południowa']),
  KP: ['North Korea', 'Nordkorea', 'DPRK'],
  MK: ['Macedonia', 'Mazedonien', 'Macédoine', 'FYROM'],
  NL: ['Holland', 'The Netherlands', 'Niederlande', 'Hollande', 'Olanda', 'Holanda', 'Holandia', 'Netherlands'],
  NO: ['Norge'],
  PL: ['Polska', 'Republik Polen', 'Republic of Poland'],
  RO: ['Rumunia', 'România'],
  RS: ['Srbija'],
  RU: ['Russia', 'Russland', 'Russische Föderation'],
  SE: ['Sverige'],
  SK: ['Slovak Republic', 'Slowakische Republik', 'Slovensko'],
  TR: ['Turkey', 'Türkiye', 'Tuerkei', 'Türkei', 'Republic of Turkey', 'Republic of Türkiye'],
  TW: ['Taiwan', 'Republic of China', 'Chinese Taipei'],
  US: [
    'USA',
    'U.S.',
    'U.S.A.',
    'America',
    'Amerika',
    'United States of America',
    'Vereinigte Staaten von Amerika',
  ].concat([
    'the United States',
    'États-Unis',
    'EUA',
    'EE.UU.',
    'EEUU',
    'Stati Uniti',
    'Estados Unidos',
    'Verenigde Staten',
    'Stany Zjednoczone',
  ]),
  VN: ['Viet Nam', 'Vietnam'],
  ZA: ['RSA', 'South Africa', 'Südafrika'],
};

/** The alpha-2 code of a country in any usual spelling of seven languages, or null. */
export function findCountryCode(spelling: string): string | null {
  const key = makeHeaderKey(spelling);
  if (OF_TWO.has(key)) return findCode(makeHeaderKey(spelling.replace(/[()]/gu, ' ')));
  return findCode(key) ?? readCodeAndName(spelling);
}

/** Names of two countries, of which nobody can say which is meant; "Congo (Kinshasa)" says it in brackets. */
const OF_TWO: ReadonlyMap<string, readonly string[]> = new Map(
  ['congo', 'kongo'].map(name => [name, ['CD (Kinshasa)', 'CG (Brazzaville)']]),
);

function findCode(key: string): string | null {
  if (OF_TWO.has(key)) return null;
  for (const table of loadTables(key.length > LONGEST_CODE ? 1 : 0)) {
    const code = table.get(key);
    if (code !== undefined) return code;
  }
  return null;
}

/**
 * "DE - Germany", "DE, Germany", as personnel systems write a key and its name; null where the two are not one country.
 */
function readCodeAndName(spelling: string): string | null {
  const [, code, name] = /^\s*([A-Za-z]{2,3})\s*[-–,:/]\s*(\S.*)$/su.exec(spelling) ?? [];
  if (code === undefined || name === undefined) return null;
  const found = findCode(makeHeaderKey(code));
  return found !== null && found === findCode(makeHeaderKey(name)) ? found : null;
}

/** A longer key need not be looked for in the first table, which holds codes. */
const LONGEST_CODE = 3;

/**
 * The code whose spelling comes nearest, or two, as a suggestion: in some language a name is always
 * somewhat near, so that few edits count.
 */
export function findNearestCountry(spelling: string): readonly string[] {
  const ofTwo = OF_TWO.get(makeHeaderKey(spelling));
  if (ofTwo !== undefined) return ofTwo;
  const inPart = spelling.split(/[,;/(]/u).map(part => findCode(makeHeaderKey(part)));
  const named = new Set(inPart.filter(code => code !== null));
  if (named.size === 1) return [...named];
  if (SHORTENED.test(spelling)) return [];
  const key = makeHeaderKey(spelling);
  const usual: string[] = [];
  for (const [index, table] of [...loadTables()].entries()) {
    const known = [...table.keys()].filter(name => name.length > 3);
    if (index < USUAL) usual.push(...known);
    const near = index < USUAL ? findNearName(key, known, usual) : findByFewestEdits(key, known, LETTERS_AN_EDIT);
    if (near !== null) return OF_TWO.get(near) ?? [table.get(near)!];
  }
  return [];
}

/**
 * One edit for so many letters, or one that only goes on further: Berlin is not Benin, and "Dominica Rep" not Dominica.
 * @param usual all names that have been asked up to here: one with which another begins is not gone on from.
 */
function findNearName(key: string, known: readonly string[], usual: readonly string[]): string | null {
  const near = findByFewestEdits(key, known, LETTERS_AN_EDIT);
  if (near !== null || key.length < LEAST_BEGINNING) return near;
  const isBeginning = (name: string) => usual.some(other => other !== name && other.startsWith(name));
  return known.find(name => name.startsWith(key) || (key.startsWith(name) && !isBeginning(name))) ?? null;
}

/** "N. Korea": a letter that stands for a word is not a letter too many. */
const SHORTENED = /(?<![\p{L}\p{M}])\p{L}(?:\.|(?![\p{L}\p{M}'’-]))/u;

const LEAST_BEGINNING = 4;

/** Codes, our own spellings, English and German; and how many letters of a word in another language allow one edit. */
const USUAL = 4;
const LETTERS_AN_EDIT = 5;

type Spellings = ReadonlyMap<string, string>;

const made: Spellings[] = [];

/**
 * How the tables are made, in the order in which they are asked: names in the languages most frequent in sheets first.
 */
const MAKERS: readonly (() => Spellings)[] = [
  indexCodes,
  indexOwnSpellings,
  ...Object.values(COUNTRY_NAMES).map(names => () => indexCountryNames(names)),
];

/** The tables: each is made only when no earlier one has what is looked for. */
function* loadTables(start = 0): Generator<Spellings> {
  for (let index = start; index < MAKERS.length; index++) {
    const table = made[index] ?? MAKERS[index]!();
    made[index] = table;
    yield table;
  }
}

function indexCodes(): Spellings {
  return new Map(splitTable(COUNTRY_CODES).flatMap(codes => codes.map(code => [code.toLowerCase(), codes[0]!])));
}

function indexOwnSpellings(): Spellings {
  const spelled = Object.entries(ALSO);
  return new Map(
    spelled.flatMap(([alpha2, names]) => names.flatMap(listHeaderKeys).map(key => [key, alpha2] as const)),
  );
}

/** Codes by the names of countries in a language. @param names as scripts/tables.js writes them. */
export function indexCountryNames(names: string): Spellings {
  return new Map(
    splitTable(names).flatMap(([code = '', ...spelled]) =>
      spelled.flatMap(listHeaderKeys).map(key => [key, code] as const),
    ),
  );
}
