/** @module-tag slow */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Mentor, Participant } from '../../src/domain/roster.ts';
import type { Config } from '../../src/parse/config/config.ts';
import { deriveReading } from '../../src/parse/config/sheet-reading.ts';
import { readMentees, readMentors } from '../../src/parse/people/roster.ts';
import { readDay } from '../../src/parse/values/days.ts';
import { findZoneOffset } from '../../src/parse/values/zones.ts';
import { tableIn } from '../support/tables.ts';
import { told } from '../support/told.ts';

const FOLDER = 'fixtures/realworld';

type Expected = Readonly<Record<string, unknown>>;

const expected = JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as Readonly<
  Record<string, { readonly role: string; readonly records: readonly Expected[] }>
>;
const files = readdirSync(FOLDER).filter(name => name !== 'expected.json');

/** What a user has to say in the config about a file: where it asks whole questions, and where it has places but no countries. */
const CONFIGS: Readonly<Record<string, Config>> = {
  '05-ms-forms-export.xlsx': {
    columns: {
      department: 'Your department',
      country: 'In which country do you work?',
      languages: 'Which languages do you speak?',
      topics: 'What would you like to learn?',
    },
  },
  '06-ms-forms-de-bom-semicolon.csv': {
    columns: {
      department: 'In welcher Abteilung arbeitest du?',
      country: 'In welchem Land arbeitest du?',
      languages: 'Welche Sprachen sprichst du?',
    },
  },
  '09-personio-de-utf8-comma.csv': { locations: { köln: 'Deutschland', Hamburg: 'DEU', Berlin: 'DE' } },
};

/** Everything that is told about the rows and columns of a file. Columns that we require and a file lacks are an error. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  '01-excel-de-cp1252-semicolon.csv': [],
  '02-excel-de-utf8-bom-semicolon.csv': [],
  '03-excel-unicode-text-utf16le-tab.txt': [],
  '05-ms-forms-export.xlsx': ['W133 2 Name', 'E015 3 Email', 'E011 3 Name'],
  '06-ms-forms-de-bom-semicolon.csv': [],
  '07-successfactors-udf.csv': ['W132 5 STATUS'],
  '09-personio-de-utf8-comma.csv': ['W132 4 Status'],
  '10-excel-mac-macroman-cr.csv': ['E009 1 email'],
  '12-sep-line-bom.csv': ['E009 1 email'],
  '14-duplicates-nfd-nbsp.csv': ['E014 3 Email', 'E014 6 Email', 'W134 4 Name'],
  '15-messy-countries-languages-timezones.csv': [
    ...['E009 1 email', 'E016 10 Land', 'E130 10 Sprachen', 'E051 10 Zeitzone'],
  ],
  '16-formula-injection.csv': [],
  '18-broken-quotes-ragged-mixed-newlines.csv': [],
  '20-csv-renamed-to.xlsx': ['E009 1 email'],
  '22-utf16le-without-bom.csv': ['E009 1 email'],
};

/** Our name for a field of the expectations that we keep under the user's own, by its headers. */
const KEPT: Readonly<Record<string, readonly string[]>> = {
  start: ['eintrittsdatum', 'eintritt', 'anstelldatum'],
  fte: ['fte', 'teilzeitgrad', 'beschaftigungsgrad', 'arbeitszeit'],
  comment: ['bemerkung', 'bemerkungen', 'kommentar', 'anmerkung'],
  phone: ['telefon'],
  submitted: ['completiontime', 'fertigstellungszeit'],
};

async function read(name: string, start: string) {
  const config = { ...CONFIGS[name], start };
  const { value: reading } = deriveReading(config, 'rmentor.config.json');
  const table = await tableIn(join(FOLDER, name), reading.columns);
  if (table.value === null) throw new Error(`${name} has no table`);
  const reader = expected[name]?.role === 'mentors' ? readMentors : readMentees;
  return reader(table.value, { ...reading, needed: [] });
}

describe('the people of a sheet as it came are read as expected', () => {
  test.each(files)('%s', async name => {
    const { value, problems } = await read(name, '2026-01-15');
    const known = problems
      .map(told)
      .map(({ code, row, column, message }) => `${code} ${row} ${column ?? message.split(' ').at(-1)}`);
    expect(known.sort()).toEqual([...(TOLD[name] ?? [])].sort());
    const faulty = problems.filter(({ severity, row }) => severity === 'error' && row !== 1).map(({ row }) => row);
    const people = value.people.filter(({ row }) => !faulty.includes(row)).sort((a, b) => a.row - b.row);
    const records = expected[name]!.records.filter(record => record['name'] !== undefined);
    expect(people.map(person => person.name)).toEqual(records.map(record => record['name']));
    for (const [index, record] of records.entries()) {
      for (const [field, wanted] of Object.entries(record)) {
        expect({ name: record['name'], [field]: fieldOf(people[index]!, field) }).toEqual({
          name: record['name'],
          [field]: field === 'timezone' ? findZoneOffset(String(wanted), '2026-01-15') : wanted,
        });
      }
    }
    const dropped = expected[name]!.records.flatMap(record => record['dropped'] ?? []).map(
      text => String(text).split(' ')[0],
    );
    expect(value.withdrawn.map(({ id }) => id)).toEqual(dropped);
  });

  test('time zones are the expected ones in summer, too', async () => {
    const name = '15-messy-countries-languages-timezones.csv';
    const { value } = await read(name, '2026-07-15');
    const zones = expected[name]!.records.flatMap(record => record['timezone'] ?? []).map(String);
    const people = [...value.people].sort((a, b) => a.row - b.row);
    expect(people.map(({ offset }) => offset)).toEqual(zones.map(zone => findZoneOffset(zone, '2026-07-15')));
  });

  test('without a country for its city nobody is read, and the message names the city', async () => {
    const { value: reading } = deriveReading({ locations: { Köln: 'DE' } }, 'rmentor.config.json');
    const table = await tableIn(join(FOLDER, '09-personio-de-utf8-comma.csv'));
    const { problems } = readMentees(table.value!, { ...reading, needed: ['country'] });
    const places = problems.filter(({ code }) => code === 'E131').map(({ row, column }) => `${row} ${column}`);
    expect(places).toEqual(['3 Standort', '4 Standort']);
  });
});

function fieldOf(person: Participant & Partial<Mentor>, field: string): unknown {
  switch (field) {
    case 'location':
      return person.city;
    case 'timezone':
      return person.offset;
    case 'manager':
    case 'id':
    case 'name':
    case 'email':
    case 'department':
    case 'country':
    case 'languages':
    case 'topics':
    case 'capacity':
      return person[field];
    default:
      return kept(person, field);
  }
}

/** A cell that is kept as text, as what it stands for. */
function kept({ extra }: Participant, field: string): unknown {
  const cell = KEPT[field]?.map(key => extra.get(key)).find(text => text !== undefined) ?? '';
  if (field === 'fte') return Number(cell.replace(',', '.'));
  if (field === 'submitted') {
    const [day = '', time] = cell.split(/[ T]/u);
    return `${readDay(day)}T${time}`;
  }
  return field === 'start' ? readDay(cell) : cell;
}
