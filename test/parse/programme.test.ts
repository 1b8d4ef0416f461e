/** @module-tag slow */

/** Faults planted in generated sheets: each is told at its row and column, and nothing else is told. */
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALIASES } from '../../src/parse/columns/aliases.ts';
import { readProgramme } from '../../src/parse/programme.ts';

const COLUMNS = [
  ...['id', 'name', 'email', 'department', 'country', 'city', 'languages', 'topics', 'level', 'timezone', 'status'],
  ...['capacity'],
] as const;
type Column = (typeof COLUMNS)[number];

/** What a cell becomes by a fault, and what is told: code and column. null: about the whole row. */
const KINDS: Readonly<
  Record<string, { readonly column: Column | null; readonly code: string; readonly cells: readonly string[] }>
> = {
  'no name': { column: 'name', code: 'E011', cells: ['', ' ', '\u200b'] },
  'no country': { column: 'country', code: 'E011', cells: ['', '  '] },
  'bad address': {
    column: 'email',
    code: 'E015',
    cells: ['ada', 'ada@', 'a b@x.org', 'ada@x..org', 'a@x.org b@x.org'],
  },
  'bad country': { column: 'country', code: 'E016', cells: ['Atlantis', 'Germny', 'XX', 'D', 'Europa', '42'] },
  'bad language': { column: 'languages', code: 'E130', cells: ['Klingonisch', 'de|Elvish', 'Englisch C9', 'qq', '12'] },
  'bad zone': {
    column: 'timezone',
    code: 'E051',
    cells: ['Mars/Phobos', 'BST', 'IST', 'UTC+15', 'Europe', '(UTC+01:00)x'],
  },
  'bad level': { column: 'level', code: 'E017', cells: ['boss', 'sen', '1.2.3', '#3'] },
  'bad status': { column: 'status', code: 'E052', cells: ['maybe', 'activ?', '7'] },
  'bad number': { column: 'capacity', code: 'E012', cells: ['two', '-1', '1.5', '5+', '1e3', '0x2', '١', '9999999'] },
  'id twice': { column: 'id', code: 'E013', cells: ['P000', '\u200bP000', ' P000\u00a0'] },
  'address twice': {
    column: 'email',
    code: 'E014',
    cells: ['p0@example.org', 'P0@Example.org', '\u200bp0@example.org '],
  },
  'nearly the same name': { column: 'name', code: 'W134', cells: ['Joerg Mueller', 'JÖRG MÜLLER', 'Jorg Muller'] },
  'a cell too few': { column: null, code: 'E007', cells: [] },
  'a cell too many': { column: null, code: 'E007', cells: ['zu viel'] },
};

const GOOD: Readonly<Record<Exclude<Column, 'id' | 'name' | 'email'>, readonly string[]>> = {
  department: ['', 'IT', 'Einkauf & Logistik', 'İnsan Kaynakları', 'R&D', 'Legal "A"'],
  country: [
    ...[
      'DE',
      'fra',
      'Österreich',
      'Oesterreich',
      'Italie',
      'Germania',
      'Países Bajos',
      'Zwitserland',
      'Wielka Brytania',
    ],
    ...[
      'Korea, Republic of',
      'U.K.',
      'Tu\u0308rkei',
      '\u00a0Polska\u200b',
      'ESPAÑA',
      "Côte d'Ivoire",
      'Vereinigte Staaten',
    ],
  ],
  city: ['', 'Köln', 'Łódź', '東京'],
  languages: [
    ...[
      '',
      'de; en',
      'Deutsch (Muttersprache)|Englisch C1',
      'niemiecki',
      'tedesco',
      'inglés',
      'en-GB',
      'pt_BR',
      'Flämisch',
    ],
    ...[
      'German / English',
      'Français - courant',
      'Engels\nDuits',
      'angielski;',
      'verhandlungssicheres Englisch',
      'deu',
    ],
  ],
  topics: ['', 'AI; short video', 'Apps|Podcasts|'],
  level: ['', 'junior', 'Senior', '3', '2,5'],
  timezone: [
    ...['', 'Europe/Berlin', 'US/Eastern', 'W. Europe Standard Time', 'MEZ', 'UTC+2', '+05:30', 'GMT', 'asia/kolkata'],
    '(UTC+01:00) Amsterdam; Berlin; Bern; Rom; Stockholm; Wien',
  ],
  status: ['', 'active', 'Aktiv', 'withdrawn', 'Onboarding', 'aktywny'],
  capacity: ['', '0', '3', '12'],
};

const FIRST = ['Anna', 'Bo', 'Cem', 'Dörte', 'Elif', 'Fiń', 'Gül', 'Håkon', 'Ines', 'Jan', 'Kim', 'Lea', 'Mia', 'Noé'];
const LAST = [
  "O'Neil",
  'van der Berg',
  'Żółć',
  'Weiß',
  'Yılmaz',
  'Lee',
  'Papadopoulos',
  '山田',
  'Nguyễn',
  'Sørlie',
  'Ray',
  'Ek',
];

const sheet = fc.record({
  count: fc.integer({ min: 3, max: 14 }),
  order: fc.shuffledSubarray([...COLUMNS], { minLength: COLUMNS.length }),
  extras: fc.subarray(['T-Shirt', 'Bemerkung', 'Telefon', 'Hobby']),
  names: fc.infiniteStream(fc.nat()),
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  bom: fc.boolean(),
  quoted: fc.boolean(),
  decorated: fc.boolean(),
  faults: fc.uniqueArray(
    fc.record({ kind: fc.constantFrom(...Object.keys(KINDS)), row: fc.integer({ min: 1, max: 13 }), pick: fc.nat() }),
    { selector: ({ kind, row }) => `${row} ${KINDS[kind]!.column ?? 'whole'}`, maxLength: 6 },
  ),
});

/** A sheet with its faults: the bytes, and what must be told. */
function planted({
  count,
  order,
  extras,
  names,
  faults,
  ...dialect
}: typeof sheet extends fc.Arbitrary<infer Sheet> ? Sheet : never) {
  const next = <Item>(items: readonly Item[]) => items[(names.next().value ?? 0) % items.length]!;
  const columns = [...order, ...extras];
  const header = columns.map(column => decorated(headerOf(column, next), dialect.decorated));
  const rows = Array.from({ length: count }, (_, index) => columns.map(column => cellOf(column, index, next)));
  const here = faults.filter(({ row }) => row < count);
  const ragged = new Set(here.filter(({ kind }) => KINDS[kind]!.column === null).map(({ row }) => row));
  // Who is told to stand there twice is not told to be like somebody, too.
  const doubled = new Set(here.filter(({ kind }) => kind.endsWith('twice')).map(({ row }) => row));
  const expected: string[] = [];
  // A word that is no status is told once, where it stands first.
  const words = new Set<string>();
  for (const { kind, row, pick } of here.toSorted((a, b) => a.row - b.row)) {
    const { column, code, cells } = KINDS[kind]!;
    if (column !== null && ragged.has(row)) continue;
    const at = column === null ? -1 : columns.indexOf(column);
    if (column !== null) rows[row]![at] = cells[pick % cells.length]!;
    else if (cells.length > 0) rows[row]!.push(cells[0]!);
    else rows[row]!.pop();
    if (kind === 'bad status') {
      if (words.has(rows[row]![at]!)) continue;
      words.add(rows[row]![at]!);
    }
    if (code !== 'W134' || !doubled.has(row))
      expected.push(`mentors.csv:${row + 2}:${column === null ? '' : header[at]!.trim()} ${code}`);
  }
  const text = stringify([header, ...rows], {
    delimiter: dialect.delimiter,
    record_delimiter: dialect.newline,
    quoted: dialect.quoted,
    quoted_match: /[\r\n]/u,
  });
  return { bytes: new TextEncoder().encode(`${dialect.bom ? '\ufeff' : ''}${text}`), expected, text };
}

/** One of the names that a column has in some language; of those that may mean something else, only our own. */
function headerOf(column: string, next: <Item>(items: readonly Item[]) => Item): string {
  return next([column, ...(ALIASES[column]?.[0] ?? []), ...(ALIASES[column]?.[0] ?? [])]);
}

function decorated(header: string, isDecorated: boolean): string {
  return isDecorated ? `${header.toUpperCase()} (Pflicht)` : header;
}

function cellOf(column: string, index: number, next: <Item>(items: readonly Item[]) => Item): string {
  if (column === 'id') return `P${String(index).padStart(3, '0')}`;
  // Whoever has an id needs no address.
  if (column === 'email') return index > 0 && next([true, false, false]) ? '' : `p${index}@example.org`;
  // Two coprime lengths: no name stands there twice.
  if (column === 'name')
    return index === 0 ? 'Jörg Müller' : `${FIRST[index % FIRST.length]} ${LAST[index % LAST.length]}`;
  return next(GOOD[column as keyof typeof GOOD] ?? ['', 'etwas', '=1+1', '38,5']);
}

const MENTEES = new TextEncoder().encode('id,name,email,department,country\ne1,Carla Ruiz,carla@example.org,IT,DE\n');

function toldOf(bytes: Uint8Array): string[] {
  const { problems } = readProgramme(
    // Countries are needed where borders count.
    { levels: ['junior', 'senior'], crossBorder: 'avoid' },
    {
      config: 'rmentor.config.json',
      mentors: { file: 'mentors.csv', bytes },
      mentees: { file: 'mentees.csv', bytes: MENTEES },
      areOne: false,
      limits: null,
      pairs: null,
      previous: null,
      history: [],
      encoding: null,
    },
  );
  return problems.map(({ file, row, column, code }) => `${file}:${row}:${column ?? ''} ${code}`);
}

describe('faults in rows', () => {
  test('of 2,000 sheets each fault is told at its row and column, and nothing else is', { timeout: 120_000 }, () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(sheet, generated => {
        const { bytes, expected, text } = planted(generated);
        for (const { kind, row } of generated.faults) if (row < generated.count) kinds.add(kind);
        expect(toldOf(bytes).sort(), text).toEqual(expected.sort());
      }),
      { numRuns: 2000, seed: 20_261_125 },
    );
    expect([...kinds].sort()).toEqual(Object.keys(KINDS).sort());
  });
});
