import { listWordKeys } from '../../domain/name-spellings.ts';
import { findByFewestEdits } from '../text/nearest.ts';
import { listHeaderKeys, makeHeaderKey } from '../text/text-keys.ts';
import { LANGUAGE_NAMES } from './assembled.ts';
import { splitTable } from './packed-tables.ts';

/**
 * Languages that people at work speak, by their codes (ISO 639-1), with their English names: only of these are the
 * tables asked, so that no old or rare one can be meant.
 */
const ENGLISH: ReadonlyMap<string, string> = new Map(
  `af Afrikaans, am Amharic, ar Arabic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bangla, bs Bosnian,
  ca Catalan, cs Czech, cy Welsh, da Danish, de German, el Greek, en English, es Spanish, et Estonian, eu Basque,
  fa Persian, fi Finnish, fil Filipino, fr French, ga Irish, gl Galician, gu Gujarati, he Hebrew, hi Hindi,
  hr Croatian, hu Hungarian, hy Armenian, id Indonesian, is Icelandic, it Italian, ja Japanese, ka Georgian,
  kk Kazakh, km Khmer, kn Kannada, ko Korean, ku Kurdish, ky Kyrgyz, lb Luxembourgish, lo Lao, lt Lithuanian,
  lv Latvian, mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, my Burmese,
  nb Norwegian Bokmål, ne Nepali, nl Dutch, nn Norwegian Nynorsk, no Norwegian, pa Punjabi, pl Polish, ps Pashto,
  pt Portuguese, ro Romanian, ru Russian, rm Romansh, si Sinhala, sk Slovak, sl Slovenian, so Somali,
  sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta Tamil, te Telugu, th Thai, tk Turkmen, tl Filipino,
  tr Turkish, uk Ukrainian, ur Urdu, uz Uzbek, vi Vietnamese, zh Chinese, zu Zulu`
    .split(/,\s+/u)
    .map(entry => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
);

/** Codes of three letters (ISO 639-2), and names that the tables lack. */
const ALSO: Readonly<Record<string, string>> = {
  am: 'amárico',
  ar: 'ara',
  az: 'azerbaïdjanais, azerbaiyano, azerbejdżański',
  be: 'belarussisch',
  bg: 'bul',
  bs: 'bosniaque',
  ca: 'cat, catalan, valencian',
  cs: 'ces, cze, čeština',
  da: 'dan, dansk',
  de: 'deu, ger, deutsch, german, hochdeutsch, schweizerdeutsch, swiss german, österreichisches deutsch',
  el: 'ell, gre, neugriechisch, grec, griego',
  en: 'eng, english, englisch, business english, british english, american english',
  es: 'spa, castellano, castilian, español, kastilisch, kastilianisch',
  et: 'est',
  fa: 'fas, per, farsi, dari',
  fi: 'fin, suomi',
  fr: 'fra, fre, français',
  gu: 'goudjarati, gudżarati',
  he: 'heb, iwrit, ivrit, hebreo',
  hi: 'hin',
  hr: 'hrv, hrvatski',
  hu: 'hun, magyar',
  id: 'ind',
  it: 'ita, italiano',
  ja: 'jpn',
  km: 'jemer',
  ko: 'kor',
  ky: 'kirghize, kirghiso',
  lt: 'lit',
  lv: 'lav',
  nb: 'nob, bokmål, norwegisch bokmål, norvégien bokmål, bokmål noors, noors bokmål, bokmål norwegian',
  ne: 'nepalesisch',
  nl: 'nld, dut, flämisch, flemish, vlaams, flamand, nederlands, holländisch, neerlandés',
  nn: 'norwegisch nynorsk, norvégien nynorsk, noruego nynorsk, noors nynorsk, norwegian nynorsk',
  no: 'nor, norsk, norwegian, norwegisch',
  pa: 'punyabí',
  pl: 'pol, polski',
  ps: 'paschtu, pastún',
  pt: 'por, português, brazilian portuguese, brasilianisch',
  ro: 'ron, rum, română, moldauisch',
  ru: 'rus',
  sk: 'slk, slo',
  sl: 'slv',
  sr: 'srp, srpski',
  sv: 'swe, svenska',
  sw: 'suaheli',
  th: 'thailandese',
  tl: 'filippino, filipijns, filipiński',
  tr: 'tur, türkçe',
  uk: 'ukr',
  uz: 'uzbeco',
  vi: 'vie',
  zh: 'zho, chi, mandarin, cantonese, kantonesisch, hochchinesisch, putonghua, mandarino, mandarín, mandaryński, chinees',
};

/** How well somebody speaks a language: words that may stand beside its name. */
const LEVELS = new Set(
  listWordKeys(`a1 a2 b1 b2 c1 c2 level niveau nivel livello poziom stufe sprachniveau native speaker mother tongue muttersprache
    muttersprachler muttersprachlerin muttersprachlich erstsprache zweitsprache fluent fluently proficient proficiency
    advanced intermediate upper lower basic basics beginner conversational business working professional limited full
    good very fließend fliessend verhandlungssicher verhandlungssicheres sehr gut gute gutes grundkenntnisse kenntnisse
    grundlagen fortgeschritten anfänger konversationssicher schulkenntnisse schul langue maternelle courant bilingue
    bilingual zweisprachig bon très notions débutant intermédiaire avancé lu parlé écrit madrelingua fluente buono ottimo
    base scolastico avanzato intermedio nativo nativa lengua materna fluido básico avanzado medio bueno moedertaal vloeiend
    goed basis gevorderd redelijk ojczysty język biegły biegle podstawowy średniozaawansowany zaawansowany dobry bardzo
    komunikatywny in wort und schrift spoken written skills`),
);

/** Words between two languages in one part of a list. */
const BETWEEN = /\s*[/&+]\s*|\s+(?:and|und|et|ed?|y|en|oraz|i)\s+/iu;

/**
 * The codes of the languages in a part of a list, or null: by names and codes, with a country or without (en-GB), and
 * with or without a level. "German / English" is two.
 */
export function findLanguageCodes(part: string): readonly string[] | null {
  const whole = findLanguageCode(part);
  if (whole !== null) return [whole];
  const parts = part.split(BETWEEN).filter(inner => inner !== '');
  const found = parts.map(findLanguageCode);
  return found.length > 1 && found.every(code => code !== null) ? found : null;
}

/** The language whose name comes nearest, as a suggestion. */
export function findNearestLanguage(part: string): string | null {
  const key = listWordKeys(part)
    .filter(word => !LEVELS.has(word))
    .join('');
  for (const names of loadTables()) {
    const known = [...names.keys()].filter(name => name.length > 3);
    const near = findByFewestEdits(key, known, LETTERS_AN_EDIT);
    if (near !== null) return names.get(near) ?? null;
  }
  return null;
}

/** How many letters of a word allow one edit: names of languages are near to each other. */
const LETTERS_AN_EDIT = 4;

function findLanguageCode(text: string): string | null {
  const tag = /^([a-z]{2,3})(?:[-_][a-z0-9]{2,4}){1,2}$/iu.exec(text)?.[1];
  if (tag !== undefined && findCode(tag.toLowerCase()) !== null) return findCode(tag.toLowerCase());
  const words = listWordKeys(text);
  const bare = words.filter(word => !LEVELS.has(word));
  return findCode(words.join('')) ?? findCode(bare.join(''));
}

function findCode(key: string): string | null {
  for (const names of loadTables()) {
    const code = names.get(key);
    if (code !== undefined) return code;
  }
  return null;
}

type LanguageNames = ReadonlyMap<string, string>;

const made: LanguageNames[] = [];

/**
 * How the tables are made, in the order in which they are asked: codes and names of our
 * own, then each language's names.
 */
const MAKERS: readonly (() => LanguageNames)[] = [
  indexOwnNames,
  ...Object.values(LANGUAGE_NAMES).map(names => () => indexLanguageNames(names)),
];

/** The tables: each is made only when no earlier one has what is looked for. */
function* loadTables(): Generator<LanguageNames> {
  for (const [index, make] of MAKERS.entries()) {
    made[index] ??= make();
    yield made[index];
  }
}

function indexOwnNames(): LanguageNames {
  const own = Object.entries(ALSO).flatMap(([code, names]) =>
    names.split(', ').flatMap(name => listHeaderKeys(name).map(key => [key, code] as const)),
  );
  const english = [...ENGLISH].flatMap(([code, name]) => [code, makeHeaderKey(name)].map(key => [key, code] as const));
  return new Map([...english, ...own]);
}

/** @param names lines of a code and a name. */
function indexLanguageNames(names: string): LanguageNames {
  return new Map(
    splitTable(names).flatMap(([code = '', name = '']) =>
      ENGLISH.has(code) ? listHeaderKeys(name).map(key => [key, code] as const) : [],
    ),
  );
}
