/**
 * Makes modules of what packages know of countries, languages, time zones and code pages: assembled.ts beside what reads it. As packages they
 * would have to be found while the program runs, which a browser cannot; as text they cost next to nothing until somebody asks.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The languages in which countries and languages are known, the most frequent in sheets first. */
const LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'nl', 'pl'];

/** How many days of time zones are kept: from 2010 to 2037, as far as moment-timezone goes. */
const DAYS = 28 * 365 + 7;

writeTables('src/parse/values/assembled.ts', {
  COUNTRY_CODES: listCountryCodes(),
  COUNTRY_NAMES: Object.fromEntries(LANGUAGES.map(language => [language, listCountryNames(language)])),
  LANGUAGE_NAMES: Object.fromEntries(LANGUAGES.map(language => [language, listLanguageNames(language)])),
  TIME_ZONES: listTimeZones(),
  WINDOWS_ZONES: listWindowsZones(),
});
for (const language of ['en', 'de']) {
  writeTables(`src/render/words/${language}/assembled.ts`, {
    COUNTRIES: listCountryNames(language),
    LANGUAGES: listLanguageNames(language),
  });
}
writeTables('src/parse/text/assembled.ts', { SINGLE_BYTE_PAGES: listSingleBytePages() });

/** Lines of the codes with two and three letters. */
function listCountryCodes() {
  const codes = load('i18n-iso-countries/codes.json');
  return codes.map(([alpha2, alpha3]) => `${alpha2}\t${alpha3}`).join('\n');
}

/** Lines of a code and the names that go with it. */
function listCountryNames(language) {
  const { countries } = load(`i18n-iso-countries/langs/${language}.json`);
  return Object.entries(countries)
    .map(([alpha2, names]) => [alpha2, names].flat().join('\t'))
    .join('\n');
}

/** Lines of a code and the name of that language. */
function listLanguageNames(language) {
  const { languages } = load(`@cospired/i18n-iso-languages/langs/${language}.json`);
  return Object.entries(languages)
    .map(([code, name]) => `${code}\t${name}`)
    .join('\n');
}

/**
 * Lines of a history of clocks, and the names of the zones that have it. A history is what clocks are ahead of UTC on the first day, in
 * minutes, and for each change its day, counted from the first, and what they are ahead from then on: at noon, UTC.
 */
function listTimeZones() {
  const { tz } = load('moment-timezone');
  const histories = new Map();
  for (const name of tz.names()) {
    const history = listOffsets(day => -tz.zone(name).utcOffset(Date.UTC(2010, 0, 1 + day, 12)));
    histories.set(history, [...(histories.get(history) ?? []), name]);
  }
  return [...histories].map(([history, names]) => [history, ...names].join('\t')).join('\n');
}

function listOffsets(computeOffset) {
  const found = [computeOffset(0)];
  for (let day = 1; day < DAYS; day++) {
    const offset = computeOffset(day);
    if (offset !== found.at(-1)) found.push(day, offset);
  }
  return found.join(' ');
}

/** Lines of a name in Windows and the zone that it stands for, in no country in particular. */
function listWindowsZones() {
  const rows = load('windows-iana').WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001');
  return rows.map(({ windowsName, iana: [zone] }) => `${windowsName}\t${zone}`).join('\n');
}

/** Names of pages whose characters are a byte each, as iconv-lite knows them, and the characters of their bytes: all, or from 128. */
function listSingleBytePages() {
  const iconv = load('iconv-lite');
  iconv.encodingExists('ascii');
  const pages = new Map();
  for (const name of Object.keys(iconv.encodings)) {
    let found = iconv.encodings[name];
    while (typeof found === 'string') found = iconv.encodings[found];
    if (found?.type === '_sbcs') pages.set(found.chars, [...(pages.get(found.chars) ?? []), name]);
  }
  return [...pages].map(([characters, names]) => ({ names: names.join(' '), characters }));
}

function writeTables(target, tables) {
  const parts = Object.entries(tables).map(([name, table]) => `export const ${name} = ${JSON.stringify(table)};\n`);
  writeFileSync(target, `/** Made from packages by scripts/tables.js. */\n${parts.join('')}`);
}
