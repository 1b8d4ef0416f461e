/** @module-tag slow */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulesCommand } from '../../../src/commands/rules.ts';
import { validateCommand } from '../../../src/commands/validate.ts';
import type { Problem } from '../../../src/domain/problems.ts';
import { readConfig } from '../../../src/parse/config/config.ts';
import { readProgramme } from '../../../src/parse/programme.ts';
import { listSettings } from '../../support/pages.ts';
import { filesIn, listening, runMatch, runVerify, workFolder } from '../../support/run.ts';
import { runs } from '../../support/runs.ts';
import { told } from '../../support/told.ts';

type Cells = Readonly<Record<string, string>>;

const SHARED = { city: 'Köln', languages: 'de;en', topics: 'Apps, KI', level: '2', manager: 'm2', timezone: 'UTC+1' };
const MENTORS: readonly Cells[] = [
  { id: 'm1', name: 'Ada Nowak', email: 'ada@example.org', department: 'IT', country: 'DE', ...SHARED, level: '1' },
  { id: 'm2', name: 'Ben Osei', email: 'ben@example.org', department: 'HR', country: 'FR', ...SHARED, level: '1' },
].map(person => ({ ...person, wish_1: 'e1', not_with: 'e3', status: 'active', capacity: '2', min_load: '0' }));
const MENTEES: readonly Cells[] = [
  { id: 'e1', name: 'Eva Ruiz', email: 'eva@example.org', department: 'Sales', country: 'DE', ...SHARED },
  { id: 'e2', name: 'Filip Sala', email: 'filip@example.org', department: 'IT', country: 'PL', ...SHARED },
  { id: 'e3', name: 'Gina Toth', email: 'gina@example.org', department: 'HR', country: 'DE', ...SHARED },
].map(person => ({ ...person, wish_1: 'm1', not_with: 'Sales', status: 'active', wants: '2', priority: '1' }));

/** The sheets with one cell changed; rows are counted through both. */
function withCell(column: string, row: number, text: string): { mentors: readonly Cells[]; mentees: readonly Cells[] } {
  const changed = (person: Cells, index: number) => (index === row ? { ...person, [column]: text } : person);
  return {
    mentors: MENTORS.map(changed),
    mentees: MENTEES.map((person, index) => changed(person, index + MENTORS.length)),
  };
}

function sheet(rows: readonly Cells[]): string {
  return stringify(rows as Cells[], { header: true, delimiter: ';' });
}

interface Read {
  readonly programme: ReturnType<typeof readProgramme>['value'];
  readonly problems: readonly Problem[];
  readonly codes: readonly string[];
}

interface Given {
  readonly mentors?: readonly Cells[];
  readonly mentees?: readonly Cells[];
  readonly limits?: string;
  readonly pairs?: string;
  readonly previous?: string;
}

function read(given: Given = {}, config: object = {}): Read {
  const { mentors = MENTORS, mentees = MENTEES, limits, pairs, previous } = given;
  const source = (file: string, text: string) => ({ file, bytes: Buffer.from(text) });
  const { value: settings, problems: wrong } = readConfig('c.json', Buffer.from(JSON.stringify(config)));
  const found = readProgramme(settings, {
    config: 'c.json',
    mentors: source('mentors.csv', sheet(mentors)),
    mentees: source('mentees.csv', sheet(mentees)),
    areOne: false,
    limits: limits === undefined ? null : source('limits.csv', limits),
    pairs: pairs === undefined ? null : source('pairs.csv', pairs),
    previous: previous === undefined ? null : source('previous.csv', previous),
    history: [],
    encoding: null,
  });
  const problems = [...wrong, ...found.problems];
  return { programme: found.value, problems, codes: problems.map(({ code }) => code) };
}

async function resultOf({ mentors = MENTORS, mentees = MENTEES }: Given): Promise<[number, Record<string, string>]> {
  const folder = workFolder();
  writeFileSync(join(folder, 'mentors.csv'), sheet(mentors));
  writeFileSync(join(folder, 'mentees.csv'), sheet(mentees));
  const out = join(folder, 'run');
  const flags = { mentors: join(folder, 'mentors.csv'), mentees: join(folder, 'mentees.csv'), config: null, out };
  const { exit } = await runMatch(flags);
  return [exit, exit === 0 ? filesIn(out) : {}];
}

const SURE = [
  ...[
    'n/a',
    'N/A',
    'n.a.',
    'None',
    'none.',
    '(none)',
    '--None--',
    'nothing',
    'not applicable',
    'unknown',
    'TBD',
    't.b.d.',
  ],
  ...[
    'keine',
    'Keine Angabe',
    'k. A.',
    'k.A.',
    'ohne Angabe',
    'nichts',
    'unbekannt',
    'nicht verfügbar',
    'NICHT VERFUEGBAR',
  ],
  ...['aucun', 'Aucune', 'néant', 'neant', 'sans objet', 's/o', 'non renseigné', 'à définir'],
  ...['nessuno', 'niente', 'non disponibile', 'ninguno', 'nada', 'no aplica', 'por definir', 's/d'],
  ...['geen', 'n.v.t.', 'niet van toepassing', 'onbekend', 'brak', 'żaden', 'nie dotyczy', 'b.d.', 'brak danych'],
  ...['-', '–', '—', '--', '?', '???', '.', '…', '/', 'N.N.', 'NULL', 'NaN'],
];
const UNSURE = ['NA', 'na', 'no', 'No', 'nein', 'NEIN', 'non', 'nee', 'nie', 'não'];

/** Columns in which a word that may be a value is none. */
const NEVER_WORDS = ['topics', 'manager', 'wish_1', 'not_with', 'capacity', 'min_load', 'wants', 'priority'];
const EMPTIED = [...NEVER_WORDS, 'email', 'department', 'country', 'city', 'languages', 'level', 'timezone', 'status'];

/** A cell of one of some columns, on a side that has it. */
function cellOf(columns: readonly string[]): fc.Arbitrary<readonly [column: string, row: number]> {
  const rows = [...MENTORS, ...MENTEES];
  const cells = rows.flatMap((person, row) =>
    columns.filter(column => column in person).map(column => [column, row] as const),
  );
  return fc.constantFrom(...cells);
}

describe('a word for nothing', () => {
  const isAsked = (column: string, word: string) =>
    word === 'NULL' && ['capacity', 'min_load', 'wants', 'priority'].includes(column);
  const sure = fc.tuple(cellOf(EMPTIED), fc.constantFrom(...SURE)).filter(([[column], word]) => !isAsked(column, word));
  const unsure = fc.tuple(cellOf(NEVER_WORDS), fc.constantFrom(...UNSURE));

  test('gives the same bytes as an empty cell, and is told', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(sure, unsure), async ([[column, row], word]) => {
        const [worded, empty] = [withCell(column, row, word), withCell(column, row, '')];
        expect(await resultOf(worded)).toEqual(await resultOf(empty));
        const told = read(worded).problems.filter(({ code }) => code === 'W190');
        expect(told.map(problem => [problem.column, problem.value])).toEqual([[column, word]]);
        expect(read(worded).problems.filter(({ code }) => code !== 'W190')).toEqual(read(empty).problems);
      }),
      { numRuns: runs(60) },
    );
  });

  test('is told once a column with how many cells there are', () => {
    const mentees = MENTEES.map((person, index) => ({
      ...person,
      topics: ['n/a', '–', 'n/a'][index]!,
      wants: 'keine',
    }));
    const found = read({ mentees })
      .problems.map(told)
      .map(({ code, row, column, message }) => [code, row, column, message]);
    expect(found).toEqual([
      ['W190', 2, 'topics', '"n/a" and "–" count as empty in 3 cells'],
      ['W190', 2, 'wants', '"keine" counts as empty in 3 cells, and so as 1'],
    ]);
  });

  test.each<[what: string, column: string, word: string, kept: unknown, codes: string[]]>([
    ['Namibia', 'country', 'NA', 'NA', []],
    ['Norway', 'country', 'no', 'NO', []],
    ['Norwegian', 'languages', 'no', ['no'], []],
    ['Norwegian among others', 'languages', 'de, no', ['de', 'no'], []],
    ['a name', 'name', 'None', 'None', []],
    ['an id', 'id', 'n/a', 'n/a', []],
    ['a department, perhaps', 'department', 'NA', 'NA', ['W191']],
    ['a city, perhaps', 'city', 'No', 'No', ['W191']],
  ])('is kept where it is a value: %s', (_, column, word, kept, codes) => {
    const { programme, codes: told } = read(withCell(column, 2, word));
    const person = programme.roster.mentees.find(({ row }) => row === 2)!;
    expect(Reflect.get(person, column)).toEqual(kept);
    expect(told.filter(code => !code.startsWith('W06'))).toEqual(codes);
  });

  test('with the letters of a code of a country is none', () => {
    for (const word of ['n/a', 'n.c.', 'b.d.']) {
      const { codes, programme } = read(withCell('country', 2, word));
      expect(codes).toEqual(['W190']);
      expect(programme.roster.mentees[0]!.country).toBe('');
    }
  });

  test('is dropped from a list, whose other parts stay whole', () => {
    const topics = (cell: string) => read(withCell('topics', 2, cell)).programme.roster.mentees[0]!.topics;
    expect(topics('None;')).toEqual([]);
    expect(topics('KI, n/a')).toEqual(['KI']);
    expect(topics('Apps, devices; keine')).toEqual(['Apps, devices']);
  });

  test('is a veto where a department is called so', () => {
    const named = { mentors: MENTORS.map(person => ({ ...person, department: 'NA' })), ...{ mentees: MENTEES } };
    const vetoed = { ...named, mentees: MENTEES.map(person => ({ ...person, not_with: 'NA; no' })) };
    const { programme, problems } = read(vetoed, { values: { none: { NA: true, 'North America': false } } });
    expect(programme.roster.mentees.map(({ notWith }) => notWith)).toEqual([[], [], []]);
    const usual = read(vetoed);
    expect(usual.programme.roster.mentees.map(({ notWith }) => notWith)).toEqual([['NA'], ['NA'], ['NA']]);
    expect(problems.some(({ column }) => column === 'not_with')).toBe(true);
    expect(usual.problems.map(told).map(({ column, message }) => [column, message])).toEqual([
      ['department', '"NA" is kept as text (also in 1 more cell), but may mean "empty"'],
      ['not_with', '"no" counts as empty in 3 cells'],
    ]);
  });

  test('can be added and taken back in the config, also where the config lists it as an answer or a level', () => {
    const mentees = MENTEES.map(person => ({ ...person, topics: 'entfällt', city: 'None', level: '-' }));
    const values = { none: { entfällt: true, None: false } };
    const { programme, problems } = read({ mentees }, { values, levels: ['-', 'junior'] });
    expect(programme.roster.mentees[0]).toMatchObject({ topics: [], city: 'None', level: 1 });
    expect(problems.map(({ column }) => column)).toEqual(['topics']);
    expect(
      read({ mentees }, { options: { topics: ['entfällt'] }, values }).programme.roster.mentees[0]!.topics,
    ).toEqual(['entfällt']);
  });

  test('counts in columns of the user’s own that rules use, and in no others', () => {
    const own = (cell: string) => ({
      mentors: MENTORS.map(person => ({ ...person, meets: cell, note: cell })),
      mentees: MENTEES.map(person => ({ ...person, meets: cell, note: cell })),
    });
    const extra = (cell: string, config: object) =>
      Object.fromEntries(read(own(cell), config).programme.roster.mentors[0]!.extra);
    expect(extra('n/a', {})).toEqual({ meets: 'n/a', note: 'n/a' });
    expect(extra('n/a', { prefer: [{ rule: 'same', field: 'Meets', weight: 1 }] })).toEqual({ meets: '', note: 'n/a' });
    expect(extra('no', { prefer: [{ rule: 'same', field: 'meets', weight: 1 }] })).toEqual({ meets: 'no', note: 'no' });
    expect(extra('no', { must: [{ rule: 'overlap', field: 'meets' }] })).toEqual({ meets: '', note: 'no' });
  });

  test('sets no limit, gives no points and no reason, and is no decision', () => {
    const { programme, codes } = read({
      limits: 'country;side;min;max\nDE;mentee;-;5\nNA;mentor;n/a;none\n',
      pairs: 'mentor;mentee;action;points;reason\nm1;e1;lock;–;n/a\n',
      previous: 'mentor;mentee;status\nm1;e2;k. A.\n',
    });
    expect(programme.terms.limits.map(({ place, min, max }) => [place, min, max])).toEqual([
      ['DE', 0, 5],
      ['NA', 0, Number.POSITIVE_INFINITY],
    ]);
    expect(programme.terms.pairs.map(({ locked, override, declined }) => [locked, override, declined])).toEqual([
      [true, '', false],
      [false, '', false],
    ]);
    expect(codes.filter(code => code.startsWith('E'))).toEqual(['E032']);
  });
});

describe('values in the config', () => {
  test('stand for words of a column, without a change to the sheets', () => {
    const mentors = MENTORS.map(person => ({ ...person, capacity: 'max. 2', level: 'Sr.', country: 'Zentrale' }));
    const mentees = MENTEES.map((person, index) => ({
      ...person,
      status: index === 0 ? 'elternzeit' : 'Stammhaus',
      not_with: '',
      priority: 'hoch',
    }));
    const values = {
      capacity: { 'Max. 2': 2 },
      level: { 'Sr.': 'senior' },
      country: { Zentrale: 'DE' },
      status: { Elternzeit: 'withdrawn', Stammhaus: 'active' },
      priority: { hoch: 2 },
    };
    const { programme, codes } = read(
      { mentors, mentees: mentees.map(person => ({ ...person, level: 'junior' })) },
      { values, levels: ['junior', 'senior'] },
    );
    expect(codes).toEqual([]);
    expect(programme.roster.mentors[0]).toMatchObject({ capacity: 2, level: 2, country: 'DE' });
    expect(programme.roster.withdrawn.map(({ person }) => person.id)).toEqual(['e1']);
    expect(programme.roster.mentees.map(({ priority }) => priority)).toEqual([2, 2]);
  });

  test.each<[values: object, at: string, code: string]>([
    [{ status: { Elternzeit: 'away' } }, 'values.status.Elternzeit', 'E023'],
    [{ level: { Chef: 'boss' } }, 'values.level.Chef', 'E023'],
    [{ country: { HQ: 'Germny' } }, 'values.country.HQ', 'E016'],
    [{ timezone: { HQ: 'Sun' } }, 'values.timezone.HQ', 'E051'],
    [{ languages: { Platt: 'xx' } }, 'values.languages.Platt', 'E130'],
    [{ capacity: { viele: 'many' } }, 'values.capacity.viele', 'E022'],
    [{ role: { Chef: 'boss' } }, 'values.role.Chef', 'E023'],
    [{ departments: { IT: 'ICT' } }, 'values.departments', 'E021'],
  ])('are told where their column would not understand them: %j', (values, at, code) => {
    const { problems } = read({}, { values });
    expect(problems.map(problem => [problem.code, problem.column])).toEqual([[code, at]]);
  });

  test.each<[column: string, row: number, word: string, hint: string]>([
    ['status', 2, 'LOA', 'map it in the config: "values": {"status": {"LOA": "withdrawn"}}'],
    ['status', 2, 'yes', 'map it in the config: "values": {"status": {"yes": "active"}}'],
    ['capacity', 0, 'max. 3', 'map it in the config: "values": {"capacity": {"max. 3": 3}}'],
    ['priority', 2, 'hoch', 'map it in the config: "values": {"priority": {"hoch": 1}}'],
    ['level', 2, 'SVP', 'map it in the config: "values": {"level": {"SVP": "senior"}}'],
    ['wants', 2, '0', 'write withdrawn in a column status'],
  ])('are what the hint for an unknown word offers, and solve it: %s', (column, row, word, hint) => {
    const levels = { levels: ['junior', 'senior'] };
    const [problem, ...others] = read(withCell(column, row, word), levels)
      .problems.map(told)
      .filter(({ severity }) => severity === 'error');
    expect([problem?.hint, others]).toEqual([expect.stringContaining(hint), []]);
    const offered = /"values": (\{.*?\}\})/u.exec(hint)?.[1];
    if (offered === undefined) return;
    const { problems } = read(withCell(column, row, word), { ...levels, values: JSON.parse(offered) });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('say who is what in a sheet of both', () => {
    const people = [...MENTORS, ...MENTEES].map(({ id, name, email, department, country }, index) => ({
      ...{ id, name, email, department, country },
      rolle: index < 2 ? 'Coach' : index < 4 ? 'Chefin' : 'Alles',
    }));
    const values = { role: { Coach: 'mentor', chefin: 'mentee', Alles: 'both' } };
    const { value: settings } = readConfig('c.json', Buffer.from(JSON.stringify({ values })));
    const source = { file: 'people.csv', bytes: Buffer.from(sheet(people as Cells[])) };
    const { value, problems } = readProgramme(settings, {
      ...{
        config: 'c.json',
        mentors: source,
        mentees: source,
        areOne: true,
        limits: null,
        pairs: null,
        previous: null,
      },
      ...{ history: [], encoding: null },
    });
    expect(problems).toEqual([]);
    expect(value.roster.mentors.map(({ id }) => id)).toEqual(['e3', 'm1', 'm2']);
    expect(value.roster.mentees.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3']);
  });
});

describe('a day', () => {
  test.each([
    '13-Feb',
    '1-Mrz',
    '13. Feb',
    'Feb-13',
    '3-mai',
    '13-Feb-26',
    '13.02.2026',
    '2026-02-13',
    '5-sept.',
    '2-paź',
  ])('that spreadsheets make of words is told where words are meant: %s', day => {
    const told = (column: string) =>
      read(withCell(column, 2, day)).problems.map(({ code, column: at, value }) => [code, at, value]);
    for (const column of ['department', 'city', 'topics']) {
      expect(told(column).filter(([code]) => code === 'W147')).toEqual([['W147', column, day]]);
    }
    expect(told('capacity')).toEqual([]);
  });

  test.each(['MAR-12', '2.0.1', '10.04.12', 'Mai', 'May Day', '2026', 'Sep', '13 Febrero Platz', 'marketing-12'])(
    'is not %s',
    text => {
      expect(read(withCell('department', 2, text)).codes.filter(code => code === 'W147')).toEqual([]);
    },
  );
});

describe('defaults in the config', () => {
  const columns = fc.subarray([
    'capacity',
    'min_load',
    'wants',
    'priority',
    'level',
    'city',
    'languages',
    'country',
    'topics',
  ]);
  const FILL: Cells = {
    ...{ capacity: '3', min_load: '1', wants: '2', priority: '4', level: '3', city: 'Rom', languages: 'it' },
    ...{ country: 'IT', topics: 'VR' },
  };

  test('are what filling the cells in gives, where cells are empty and where the column is not there', () => {
    fc.assert(
      fc.property(columns, fc.nat(4), fc.boolean(), (chosen, row, isAbsent) => {
        const change = (fill: (column: string) => string | null) => (person: Cells, index: number) => {
          const cells = Object.entries(person).flatMap(([column, cell]) => {
            if (!chosen.includes(column) || (!isAbsent && index !== row)) return [[column, cell] as const];
            const text = fill(column);
            return text === null ? [] : [[column, text] as const];
          });
          return Object.fromEntries(cells);
        };
        const all = (fill: (column: string) => string | null) => ({
          mentors: MENTORS.map(change(fill)),
          mentees: MENTEES.map((person, index) => change(fill)(person, index + MENTORS.length)),
        });
        const defaults = Object.fromEntries(chosen.map(column => [column, FILL[column]!])) as Record<
          string,
          string | number
        >;
        for (const column of ['capacity', 'min_load', 'wants', 'priority'])
          if (column in defaults) defaults[column] = Number(defaults[column]);
        const served = read(
          all(() => (isAbsent ? null : '')),
          { defaults },
        );
        const filled = read(all(column => FILL[column]!));
        expect(served.programme.roster).toEqual(filled.programme.roster);
        expect(served.codes).toEqual(filled.codes);
      }),
      { numRuns: runs(200) },
    );
  });

  test('serve a column of the user’s own that a rule names, and words for nothing', () => {
    const config = { must: [{ rule: 'overlap', field: 'Meets' }], defaults: { meets: 'f;m' } };
    const mentors = MENTORS.map((person, index) => ({ ...person, meets: index === 0 ? 'f' : 'n/a' }));
    const { programme, codes } = read({ mentors }, config);
    expect(programme.roster.mentors.map(({ extra }) => extra.get('meets'))).toEqual(['f', 'f;m']);
    expect(programme.roster.mentees.map(({ extra }) => extra.get('meets'))).toEqual(['f;m', 'f;m', 'f;m']);
    expect(codes).toEqual(['W190']);
  });

  test.each<[defaults: object, at: string, code: string]>([
    [{ capacity: 'two' }, 'defaults.capacity', 'E022'],
    [{ wants: 0 }, 'defaults.wants', 'E022'],
    [{ country: 'Germny' }, 'defaults.country', 'E016'],
    [{ capasity: 2 }, 'defaults.capasity', 'E023'],
    [{ id: 'x' }, 'defaults.id', 'E023'],
  ])('are told where they cannot be meant: %j', (defaults, at, code) => {
    const { problems } = read({}, { defaults });
    expect(problems.map(problem => [problem.code, problem.column])).toEqual([[code, at]]);
  });

  test('are said by validate and rules', async () => {
    const folder = workFolder();
    const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
    file('mentors.csv', sheet(MENTORS.map(({ capacity: _, ...person }) => person)));
    file('mentees.csv', sheet(MENTEES));
    const settings = {
      mentors: 'mentors.csv',
      mentees: 'mentees.csv',
      defaults: { capacity: 2, wants: 1, city: 'Bonn' },
    };
    file('c.json', JSON.stringify(settings));
    const config = join(folder, 'c.json');
    const said = [
      await listening(shell => validateCommand({ config }, shell)),
      await listening(shell => rulesCommand(undefined, { config }, shell)),
    ];
    for (const { exit, out } of said) {
      expect(exit).toBe(0);
      expect(out).toMatch(
        /Where a cell is empty or its column is missing\n.*a mentor takes at most 2 mentees\n.*city: Bonn\n.*a mentee wants 1 mentor\n/u,
      );
    }
    const { out } = await listening(shell => rulesCommand(undefined, { config, json: true }, shell));
    expect(JSON.parse(out)).toMatchObject({ defaults: { capacity: '2', wants: '1', city: 'Bonn' } });
  });
});

test('a run is verified by how its words were read, without a config', async () => {
  const folder = workFolder();
  const config = join(folder, 'c.json');
  const own = (people: readonly Cells[]) => people.map(person => ({ ...person, meets: 'n/a', city: 'entfällt' }));
  writeFileSync(join(folder, 'mentors.csv'), sheet(own(MENTORS)));
  writeFileSync(join(folder, 'mentees.csv'), sheet(own(MENTEES.map(({ wants: _, ...person }) => person))));
  const settings = {
    ...{ mentors: 'mentors.csv', mentees: 'mentees.csv', must: [{ rule: 'overlap', field: 'meets' }] },
    ...{ values: { none: ['entfällt'] }, defaults: { meets: 'f;m', wants: 2 } },
  };
  writeFileSync(config, JSON.stringify(settings));
  const out = join(folder, 'run');
  expect(await runMatch({ config, out })).toMatchObject({ exit: 0 });
  rmSync(config);
  expect(await runVerify(out)).toMatchObject({ exit: 0, out: expect.stringContaining('PROVEN') });
});

describe('what the docs show', () => {
  const blocks = ['docs/sheets.md', 'docs/policy.md'].flatMap(page => listSettings(readFileSync(page, 'utf8')));
  const settingsWith = (word: string): object => JSON.parse(blocks.find(json => json.includes(word)) ?? '');

  test('reads words and empty cells as it says', () => {
    const mentors = MENTORS.map((person, index) => ({
      ...person,
      capacity: index === 0 ? 'max. 2' : '',
      city: 'Entfällt',
    }));
    const mentees = MENTEES.map(({ wants: _, ...person }, index) => ({
      ...person,
      status: index === 0 ? 'Elternzeit' : '',
    }));
    const { programme, codes } = read({ mentors, mentees }, settingsWith('"values"'));
    const { mentors: known, mentees: others, withdrawn } = programme.roster;
    expect(known.map(({ capacity, city }) => [capacity, city])).toEqual([
      [2, ''],
      [2, ''],
    ]);
    expect(others.map(({ wants }) => wants)).toEqual([1, 1]);
    expect(withdrawn.map(({ person }) => person.id)).toEqual(['e1']);
    expect(codes.filter(code => !code.startsWith('W06'))).toEqual(['W190']);
  });

  test('lets mentees meet anybody who ask for nobody in particular', async () => {
    const folder = workFolder();
    const meets = (people: readonly Cells[], cells: readonly string[]) =>
      people.map(({ id, name, email, department, country }, index) => ({
        ...{ id, name, email, department, country, meets: cells[index]! },
      })) as Cells[];
    writeFileSync(join(folder, 'mentors.csv'), sheet(meets(MENTORS, ['f', 'm'])));
    writeFileSync(join(folder, 'mentees.csv'), sheet(meets(MENTEES, ['f', '', 'm'])));
    const { defaults, ...without } = settingsWith('"meets"') as { readonly defaults: object };
    const out = async (settings: object) => {
      const config = join(folder, 'c.json');
      writeFileSync(config, JSON.stringify({ ...settings, mentors: 'mentors.csv', mentees: 'mentees.csv' }));
      return (await listening(shell => validateCommand({ config }, shell))).out;
    };
    expect(await out(without)).toContain('1 mentee has no meets and cannot be paired');
    expect(await out({ ...without, defaults })).not.toContain('has no meets');
  });
});
