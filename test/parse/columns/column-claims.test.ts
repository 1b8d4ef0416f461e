import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { validateCommand } from '../../../src/commands/validate.ts';
import { MENTEE_COLUMNS } from '../../../src/domain/roster.ts';
import { matchColumns } from '../../../src/parse/columns/column-claims.ts';
import { COUNTRY_NAMES } from '../../../src/parse/values/assembled.ts';
import { findCountryCode, findNearestCountry, indexCountryNames } from '../../../src/parse/values/countries.ts';
import { findLanguageCodes } from '../../../src/parse/values/languages.ts';
import { makeSplitter } from '../../../src/parse/values/lists.ts';
import { readManager, readName } from '../../../src/parse/values/person-names.ts';
import { findZoneName } from '../../../src/parse/values/zones.ts';
import { listening, workFolder } from '../../support/run.ts';

describe('columns', () => {
  test.each<[string, string, string]>([
    ['name beside a first name is a last name', 'Name;Vorname', 'last_name;first_name'],
    ['name beside both parts is the whole', 'Name;Vorname;Nachname', 'name;first_name;last_name'],
    ['nom and prénom', 'Nom;Prénom;Adresse e-mail', 'last_name;first_name;email'],
    ['nom alone', 'Nom;Courriel;Département;Pays', 'name;email;department;country'],
    ['nombre and apellidos', 'Nombre;Apellidos;País', 'first_name;last_name;country'],
    ['nombre alone', 'Nombre;Correo electrónico', 'name;email'],
    ['imię and nazwisko', 'Imię;Nazwisko;Dział;Kraj', 'first_name;last_name;department;country'],
    ['a doubtful name yields to a sure one', 'Division;Department;Location;City', ';department;;city'],
    ['a doubtful name alone counts', 'Division;Location', 'department;city'],
    ['umlauts in two letters', 'Fuehrungskraft;Laenderkuerzel', 'manager;country'],
    ['the number of an answer is no id', 'ID;Startzeit;Fertigstellungszeit;E-Mail', ';;;email'],
    ['an id without a survey is one', 'ID;Start;E-Mail', 'id;;email'],
    ['a near miss is not taken', 'E-Mial;Abteilnug', ';'],
  ])('%s', (_, header, columns) => {
    expect(matchColumns(header.split(';'), MENTEE_COLUMNS, {}).join(';')).toBe(columns);
  });

  test('the setting that --explain-columns prints makes a sheet of questions ready to match', async () => {
    const folder = workFolder();
    const sheets = {
      mentors: 'fixtures/first-steps/mentors.csv',
      mentees: 'fixtures/realworld/06-ms-forms-de-bom-semicolon.csv',
    };
    const config = join(folder, 'rmentor.config.json');
    const asked = await listening(shell => validateCommand({ ...sheets, config: null, explainColumns: true }, shell));
    expect(asked.exit).toBe(0);
    expect(asked.err).toContain('"In welchem Land arbeitest du?" → country');
    expect(JSON.parse(asked.out).columns.languages).toEqual(['languages', 'Welche Sprachen sprichst du?']);
    writeFileSync(config, asked.out);
    const after = await listening(shell => validateCommand({ ...sheets, config }, shell));
    expect(after.err).toBe('');
    expect(after.exit).toBe(0);
    expect(after.out).toContain('In welcher Abteilung arbeitest du? → department');
  });
});

describe('values', () => {
  test('every name of a country in seven languages is known, and means one country', () => {
    // Kongo is either to Polish people, and the island of Saint-Martin has two halves.
    const open = ['kongo', 'congo', 'saintmartin'];
    for (const names of Object.values(COUNTRY_NAMES)) {
      for (const [key, code] of indexCountryNames(names))
        if (!open.includes(key)) expect([key, findCountryCode(key)]).toEqual([key, code]);
    }
  });

  test.each<[name: string, code: string | null]>([
    ['Congo', null],
    ['Kongo', null],
    ['Congo (Kinshasa)', 'CD'],
    ['Congo-Brazzaville', 'CG'],
    ['Congo (Brazzaville)', 'CG'],
    ['DR Kongo', 'CD'],
    ['Democratic Republic of the Congo', 'CD'],
    ['Congo, Democratic Republic of the', 'CD'],
    ['Republik Kongo', 'CG'],
    ['Congo (republic or not)', null],
    ['CG', 'CG'],
  ])('%s is one of two countries only where it says which', (name, code) => {
    expect(findCountryCode(name)).toBe(code);
    if (code === null) expect(findNearestCountry(name)).toEqual(['CD (Kinshasa)', 'CG (Brazzaville)']);
  });

  test('every language has its name in seven languages', () => {
    for (const locale of Object.keys(COUNTRY_NAMES)) {
      const names = new Intl.DisplayNames([locale], { type: 'language' });
      for (const code of ['de', 'en', 'fr', 'it', 'es', 'nl', 'pl', 'tr', 'cs', 'zh', 'pt', 'ru', 'sv', 'uk', 'ja']) {
        expect([locale, names.of(code), findLanguageCodes(names.of(code)!)]).toEqual([locale, names.of(code), [code]]);
      }
    }
  });

  test.each([
    ['Englisch (C1)', 'en'],
    ['en-GB', 'en'],
    ['Deutsch - Muttersprache', 'de'],
    ['Deutsch: verhandlungssicher in Wort und Schrift', 'de'],
    ['francés y alemán', 'fr,de'],
    ['Englisch C9', ''],
    ['Klingon', ''],
  ])('%s is %s', (text, codes) => {
    expect((findLanguageCodes(text) ?? []).join()).toBe(codes);
  });

  test.each([
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien', 'Europe/Berlin'],
    ['(UTC-05:00) Eastern Time (US & Canada)', 'America/New_York'],
    ['(UTC+08:00) Beijing, Chongqing, Hong Kong, Urumqi', 'Asia/Shanghai'],
    ['(UTC+01:00) Tokyo', null],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['central europe standard time', 'Europe/Budapest'],
    ['US/Eastern', 'America/New_York'],
    ['MEZ', 'Europe/Berlin'],
    ['BST', null],
    ['IST', null],
  ])('the zone %s', (text, zone) => {
    const named = findZoneName(text);
    const offset = (name: string) => new Date('2026-07-01').toLocaleString('en', { timeZone: name });
    expect(named === null ? null : offset(named)).toBe(zone === null ? null : offset(zone));
  });

  test('answers that the config lists are not split at their commas', () => {
    const split = makeSplitter(['Apps, devices and gadgets', 'Apps', 'Social media']);
    expect(split('apps, devices and gadgets, Social media, Chess')).toEqual([
      'Apps, devices and gadgets',
      'Social media',
      'Chess',
    ]);
    expect(split('Apps, Apps, devices and gadgets;')).toEqual(['Apps', 'Apps, devices and gadgets']);
    expect(split('Appstore, Apps')).toEqual(['Appstore', 'Apps']);
  });

  test.each([
    ['Müller, Jörg (EXT)', 'Jörg Müller'],
    ['Weiß, Dr. Anna-Lena', 'Dr. Anna-Lena Weiß'],
    ['Jörg Müller (10023)', 'Jörg Müller'],
    ['O\'Brien, "Liz"', 'O\'Brien, "Liz"'],
    ['Elif Demir, PhD', 'Elif Demir, PhD'],
    ['Anna Lee (née Ray)', 'Anna Lee (née Ray)'],
  ])('the name %s', (cell, name) => {
    expect(readName(cell).name).toBe(name);
  });

  test.each([
    ['NO_MANAGER', ''],
    ['Anna Schmidt (10001)', 'Anna Schmidt (10001)'],
    ['10001', '10001'],
  ])('the manager %s', (cell, manager) => {
    expect(readManager(cell)).toBe(manager);
  });
});

test('every alias of the collection of headers is known', () => {
  const { aliases } = JSON.parse(readFileSync('fixtures/header-aliases.json', 'utf8')) as {
    aliases: Record<string, string[]>;
  };
  const ours: Readonly<Record<string, string>> = {
    ...{
      id: 'id',
      firstName: 'first_name',
      lastName: 'last_name',
      name: 'name',
      email: 'email',
      department: 'department',
    },
    ...{
      country: 'country',
      location: 'city',
      languages: 'languages',
      manager: 'manager',
      level: 'level',
      topics: 'topics',
    },
    ...{ capacity: 'capacity', timeZone: 'timezone', exclude: 'not_with', status: 'status' },
  };
  const columns = [...MENTEE_COLUMNS, 'capacity'];
  // Beside the other part these are parts of names, and alone the whole.
  const whole = ['nombre', 'nome', 'nom'];
  const unknown = Object.entries(ours).flatMap(([theirs, column]) =>
    aliases[theirs]!.filter(alias => !whole.includes(alias) && matchColumns([alias], columns, {})[0] !== column),
  );
  expect(unknown).toEqual([]);
});
