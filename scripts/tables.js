/**
 * Makes modules of what packages know of countries, time zones and code pages: assembled.ts beside what reads it. As packages they
 * would have to be found while the program runs, which a browser cannot; as text they cost next to nothing until somebody asks.
 */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/** The languages in which countries are known, the most frequent in sheets first. */
const LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'nl', 'pl'];

writeTables('src/parse/values/assembled.ts', {
  COUNTRY_CODES: listCountryCodes(),
  COUNTRY_NAMES: Object.fromEntries(LANGUAGES.map(language => [language, listCountryNames(language)])),
  WINDOWS_ZONES: listWindowsZones(),
});
for (const language of ['en', 'de']) {
  writeTables(`src/render/words/${language}/assembled.ts`, { COUNTRIES: listCountryNames(language) });
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
