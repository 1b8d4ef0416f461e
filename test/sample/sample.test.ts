import { parse } from 'csv-parse/sync';
import isoCountries from 'i18n-iso-countries';
import { describe, expect, test } from 'vitest';
import { clean } from '../../src/domain/text.ts';
import { createChance } from '../../src/sample/chance.ts';
import { COUNTRIES } from '../../src/sample/countries.ts';
import { makeAccount } from '../../src/sample/mail-account.ts';
import { NAMES } from '../../src/sample/names.ts';
import { MOST_COUNTRIES, MOST_DEPARTMENTS, type SampleSize, sample } from '../../src/sample/sample.ts';
import { DEPARTMENTS, LEVELS, TOPICS } from '../../src/sample/words.ts';

const MODEL: SampleSize = { mentors: 163, mentees: 224, countries: 17, departments: 12, seed: 7 };
const SIZES: readonly SampleSize[] = [
  MODEL,
  { mentors: 1, mentees: 1, countries: 1, departments: 1, seed: 1 },
  { mentors: 1, mentees: 1, countries: 9, departments: 9, seed: 2 },
  { mentors: 10, mentees: 9, countries: 17, departments: 12, seed: 3 },
  { mentors: 4, mentees: 60, countries: 30, departments: 20, seed: -4 },
  { mentors: 300, mentees: 20, countries: MOST_COUNTRIES, departments: MOST_DEPARTMENTS, seed: 5 },
  { mentors: 1200, mentees: 1500, countries: MOST_COUNTRIES, departments: MOST_DEPARTMENTS, seed: 2 ** 53 - 1 },
];

interface Row {
  readonly id: string;
  readonly email: string;
  readonly department: string;
  readonly country: string;
  readonly city: string;
  readonly languages: string;
  readonly topics: string;
  readonly level: string;
  readonly manager: string;
  readonly capacity?: string;
  readonly wants?: string;
}

interface LimitRow {
  readonly country: string;
  readonly side: string;
  readonly min: string;
  readonly max: string;
}

interface Sheets {
  readonly mentors: readonly Row[];
  readonly mentees: readonly Row[];
  readonly limits: readonly LimitRow[];
}

function sheets(size: SampleSize): Sheets {
  const files = sample(size);
  const rowsOf = <T>(name: string) => parse<T>(files.get(name) ?? '', { columns: true, record_delimiter: '\n' });
  return {
    mentors: rowsOf<Row>('mentors.csv'),
    mentees: rowsOf<Row>('mentees.csv'),
    limits: rowsOf<LimitRow>('limits.csv'),
  };
}

function cells(rows: readonly Row[], column: 'id' | 'email' | 'department' | 'country'): readonly string[] {
  return rows.map(row => row[column]);
}

/** How high a level is; -1 for one that does not exist. */
function rank(level: string): number {
  return LEVELS.map(String).indexOf(level);
}

/** How often each text occurs, most frequent first. */
function counts(texts: readonly string[]): readonly number[] {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return [...found.values()].sort((a, b) => b - a);
}

/** The places of a country's people: capacities of mentors, wants of mentees. */
function placesIn(rows: readonly Row[], country: string): number {
  const there = rows.filter(row => row.country === country);
  return there.reduce((sum, row) => sum + Number(row.capacity ?? row.wants), 0);
}

describe('chance', () => {
  test('the same seed gives the same draws, and neighbouring seeds give others', () => {
    const draws = (seed: number) => Array.from({ length: 20 }, (_, at) => createChance(seed).below(2 ** 20 + at));
    expect(draws(7)).toEqual(draws(7));
    expect(new Set([-1, 0, 1, 2, 2 ** 32, 2 ** 32 + 1].map(seed => createChance(seed).below(2 ** 30))).size).toBe(6);
  });

  test('draws by weight follow the weights, and a weight of 0 is never drawn', () => {
    const luck = createChance(1);
    const weights = [0, 1, 3, 0, 6];
    const drawn = Array.from({ length: 10_000 }, () => luck.pickByWeight([0, 1, 2, 3, 4], at => weights[at]!));
    const share = (index: number) => drawn.filter(at => at === index).length / drawn.length;
    expect([share(0), share(3)]).toEqual([0, 0]);
    expect(Math.abs(share(1) - 0.1) + Math.abs(share(2) - 0.3) + Math.abs(share(4) - 0.6)).toBeLessThan(0.03);
  });

  test('a sample holds nothing twice and at most all there is; a shuffle keeps everything', () => {
    const luck = createChance(2);
    expect(new Set(luck.sampleByWeight([1, 2, 3, 4, 5, 6], 4, item => item)).size).toBe(4);
    expect([...luck.sampleByWeight([1, 2, 3], 9, () => 1)].sort()).toEqual([1, 2, 3]);
    expect([...luck.shuffled([1, 2, 3, 4])].sort()).toEqual([1, 2, 3, 4]);
  });
});

describe('the words', () => {
  test('every country is one that a reader of English country names knows, with cities and languages', () => {
    for (const { code, name, cities, languages } of COUNTRIES) {
      expect(isoCountries.getAlpha2Code(name, 'en'), name).toBe(code);
      expect(cities.length * languages.length, name).toBeGreaterThan(0);
    }
    expect(COUNTRIES.length).toBeGreaterThanOrEqual(60);
  });

  test('countries and departments stand in the order of their weights, so that a small sample has the largest', () => {
    for (const table of [COUNTRIES, DEPARTMENTS]) {
      expect([...table].sort((a, b) => b.weight - a.weight)).toEqual(table);
      expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
    }
  });

  test('names are many and clean, and every one gives an ASCII account', () => {
    const first = Object.values(NAMES).flatMap(culture => culture.first);
    const last = Object.values(NAMES).flatMap(culture => culture.last);
    expect(new Set(first).size).toBeGreaterThanOrEqual(120);
    expect(new Set(last).size).toBeGreaterThanOrEqual(160);
    for (const name of [...first, ...last]) expect(clean(name)).toBe(name);
    for (const name of [...first, ...last]) expect(makeAccount(name, name)).toMatch(/^[a-z][a-z-]+\.[a-z][a-z-]+$/);
  });

  test('an account is written as German headquarters would write it', () => {
    expect(makeAccount('Søren', 'Åkerblom')).toBe('soren.akerblom');
    expect(makeAccount('Đorđe', 'Grießhaber')).toBe('dorde.griesshaber');
    expect(makeAccount('İpek', "in 't Veld")).toBe('ipek.intveld');
    expect(makeAccount('Jörg', 'Bar-Nevo')).toBe('joerg.bar-nevo');
  });
});

describe('a sample', () => {
  test('is the same text for the same size and seed', () => {
    expect([...sample(MODEL)]).toEqual([...sample({ ...MODEL })]);
  });

  test('has other people with another seed', () => {
    const emails = new Set(cells(sheets(MODEL).mentees, 'email'));
    const others = cells(sheets({ ...MODEL, seed: 8 }).mentees, 'email');
    expect(others.filter(email => emails.has(email)).length).toBeLessThan(others.length / 4);
  });

  test('is plain CSV: LF, no byte order mark, a line for everybody', () => {
    const files = sample(MODEL);
    expect([...files.keys()]).toEqual(['mentors.csv', 'mentees.csv', 'limits.csv', 'rmentor.config.json']);
    for (const text of files.values()) expect(text).not.toMatch(/\r|\ufeff/);
    expect(files.get('mentors.csv')!.split('\n')[0]).toBe(
      'id,first_name,last_name,email,department,country,city,languages,topics,level,manager,capacity',
    );
    expect(files.get('mentees.csv')!.split('\n')[0]).toMatch(/,manager,wants$/);
  });

  test('has a configuration that names the sheets and the levels, lowest first', () => {
    const config = JSON.parse(sample(MODEL).get('rmentor.config.json')!);
    expect(config).toMatchObject({ preset: 'reverse', mentors: 'mentors.csv', limits: 'limits.csv', levels: LEVELS });
  });

  test('is skewed: the largest country has at least three times the people of the median country', () => {
    for (const size of [MODEL, SIZES.at(-1)!]) {
      const { mentors, mentees } = sheets(size);
      const people = counts(cells([...mentors, ...mentees], 'country'));
      expect(people[0]).toBeGreaterThanOrEqual(3 * people[people.length >> 1]!);
    }
  });
});

describe.each(SIZES)('a sample of $mentors and $mentees, seed $seed', size => {
  const { mentors, mentees, limits } = sheets(size);
  const everybody = [...mentors, ...mentees];

  test('has as many people, countries and departments as asked for, as far as people last', () => {
    expect([mentors.length, mentees.length]).toEqual([size.mentors, size.mentees]);
    expect(new Set(cells(everybody, 'country')).size).toBe(Math.min(size.countries, everybody.length));
    expect(new Set(cells(everybody, 'department')).size).toBe(Math.min(size.departments, everybody.length));
  });

  test('gives everybody an id and an address of their own', () => {
    expect(new Set(cells(everybody, 'id')).size).toBe(everybody.length);
    expect(new Set(cells(everybody, 'email')).size).toBe(everybody.length);
    for (const email of cells(everybody, 'email')) expect(email).toMatch(/^[a-z-]+\.[a-z-]+\d*@example\.org$/);
    for (const id of cells(mentors, 'id')) expect(id).toMatch(/^M\d{3,}$/);
    for (const id of cells(mentees, 'id')) expect(id).toMatch(/^E\d{3,}$/);
  });

  test('fills every cell with words of the tables', () => {
    for (const row of mentors) expect(['1', '2', '3']).toContain(row.capacity);
    for (const row of mentees) expect(row.wants).toBe('1');
    for (const [rows, levels, least, most] of [
      [mentors, LEVELS.slice(0, 3), 2, 5] as const,
      [mentees, LEVELS.slice(3), 1, 3] as const,
    ]) {
      for (const row of rows) {
        const topics = row.topics.split(';');
        const country = COUNTRIES.find(({ name }) => name === row.country)!;
        expect(levels).toContain(row.level);
        expect(topics.length).toBe(new Set(topics).size);
        expect(topics.length >= least && topics.length <= most).toBe(true);
        expect(topics.every(topic => TOPICS.some(({ name }) => name === topic))).toBe(true);
        expect(row.languages.split(';')[0]).toBe(country.languages[0]);
        expect(country.cities).toContain(row.city);
      }
    }
  });

  test('has managers of the same department and a higher level, so that no chain is a ring; nobody leads the board', () => {
    const byId = new Map(everybody.map(row => [row.id, row]));
    for (const row of everybody) {
      const manager = byId.get(row.manager);
      expect(row.manager === '').toBe(row.level === 'board');
      if (manager === undefined) {
        expect(row.manager).toMatch(/^(X\d{3,})?$/);
        continue;
      }
      expect(manager.department).toBe(row.department);
      expect(rank(manager.level)).toBeGreaterThan(rank(row.level));
    }
  });

  test('limits only countries that have people, one row a country and side, and never below what is possible', () => {
    expect(new Set(limits.map(row => `${row.country}/${row.side}`)).size).toBe(limits.length);
    for (const { country, side, min, max } of limits.filter(row => row.country !== '*')) {
      const places = placesIn(side === 'mentor' ? mentors : mentees, country);
      expect(places).toBeGreaterThan(0);
      if (max !== '') expect(Number(max) >= 1 && Number(max) <= places).toBe(true);
      if (min !== '') expect([min, max]).toEqual(['1', '']);
    }
  });

  test('asks for a tandem only where a mentor of the country and of another department can give one', () => {
    for (const { country } of limits.filter(row => row.min !== '')) {
      const there = (rows: readonly Row[]) => rows.filter(row => row.country === country);
      const apart = there(mentors).some(mentor =>
        there(mentees).some(mentee => mentee.department !== mentor.department),
      );
      expect(apart).toBe(true);
    }
  });
});

describe('the model case', () => {
  const { mentors, mentees, limits } = sheets(MODEL);

  test('has chains of managers through both sheets, and managers outside them', () => {
    const inside = (rows: readonly Row[]) => rows.filter(row => row.manager.startsWith('E')).length;
    expect(inside(mentors)).toBeGreaterThan(mentors.length / 4);
    expect(inside(mentees)).toBeGreaterThan(mentees.length / 4);
    expect(inside(mentors)).toBeLessThan(mentors.length);
  });

  test('has limits that bind: 85 to 90 % for the three largest countries, fewer mentor places than there are', () => {
    const tight = limits.filter(row => row.side === 'mentee' && row.country !== '*' && row.max !== '');
    expect(tight.length).toBe(3);
    for (const { country, max } of tight) {
      expect(Number(max) / placesIn(mentees, country)).toBeLessThanOrEqual(0.9);
    }
    const places = limits.filter(row => row.side === 'mentor');
    expect(places.length).toBe(2);
    for (const { country, max } of places) expect(Number(max)).toBeLessThan(placesIn(mentors, country));
    expect(limits.filter(row => row.min === '1').length).toBe(1);
    expect(limits.filter(row => row.country === '*').length).toBe(1);
  });

  test('has English for most, but not for all', () => {
    const english = [...mentors, ...mentees].filter(row => row.languages.split(';').includes('English')).length;
    expect(english / (mentors.length + mentees.length)).toBeGreaterThan(0.75);
    expect(english / (mentors.length + mentees.length)).toBeLessThan(0.97);
  });
});
