import { writeCsv } from '../render/run/csv.ts';
import { createChance } from './chance.ts';
import { COUNTRIES } from './countries.ts';
import { inventLimits } from './invented-limits.ts';
import { inventPeople, type SampledPerson, type SampleSize } from './people.ts';
import { inventReportingLines } from './reporting-lines.ts';
import { DEPARTMENTS, LEVELS } from './words.ts';

export type { SampleSize } from './people.ts';

/** As many countries and departments as a sample can have; whoever asks for more gets these. */
export const MOST_COUNTRIES = COUNTRIES.length;
export const MOST_DEPARTMENTS = DEPARTMENTS.length;

const COLUMNS = [
  'id',
  'first_name',
  'last_name',
  'email',
  'department',
  'country',
  'city',
  'languages',
  'topics',
  'level',
  'manager',
];

const CONFIG = {
  preset: 'reverse',
  mentors: 'mentors.csv',
  mentees: 'mentees.csv',
  limits: 'limits.csv',
  out: 'run',
  levels: LEVELS,
  must: [{ rule: 'overlap', field: 'languages' }],
  prefer: [
    { rule: 'overlap', field: 'topics', weight: 40 },
    { rule: 'same', field: 'city', weight: 20 },
  ],
};

/**
 * Invented participants of a consumer-goods group's reverse-mentoring programme, with limits and a configuration: file
 * name → text. The same size and seed give the same text on every machine; time and space grow with the people.
 */
export function sample(size: SampleSize): ReadonlyMap<string, string> {
  const luck = createChance(size.seed);
  const people = inventPeople(size, luck);
  const lines = inventReportingLines(people, luck);
  const limits = inventLimits(people, luck).map(({ country, side, min, max }) => [
    country,
    side,
    `${min ?? ''}`,
    `${max ?? ''}`,
  ]);
  return new Map([
    ['mentors.csv', renderSheet([...COLUMNS, 'capacity'], people.mentors.map(createRowMaker(lines)))],
    ['mentees.csv', renderSheet([...COLUMNS, 'wants'], people.mentees.map(createRowMaker(lines)))],
    ['limits.csv', renderSheet(['country', 'side', 'min', 'max'], limits)],
    ['rmentor.config.json', `${JSON.stringify(CONFIG, null, 2)}\n`],
  ]);
}

/** A person's cells in the order of the columns. */
function createRowMaker(lines: ReadonlyMap<string, string>): (person: SampledPerson) => readonly string[] {
  return person => [
    person.id,
    person.firstName,
    person.lastName,
    person.email,
    person.department,
    person.country.name,
    person.city,
    person.languages.join(';'),
    person.topics.join(';'),
    person.level,
    lines.get(person.id) ?? '',
    String(person.slots),
  ];
}

function renderSheet(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [...writeCsv({ header, rows }, { bom: false, delimiter: ',', lineEnd: '\n' })].join('');
}
