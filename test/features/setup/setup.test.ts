import { describe, expect, test } from 'vitest';
import { notWhole, unknownCountry, unknownStatus } from '../../../src/domain/problems.ts';
import { MENTEE_COLUMNS, MENTOR_COLUMNS } from '../../../src/domain/roster.ts';
import type { Understood } from '../../../src/domain/understood.ts';
import { judgeSheets } from '../../../src/features/setup/judge-sheets.ts';
import { orderLevels, readOrder } from '../../../src/features/setup/level-order.ts';
import { applyColumns, proposeColumns } from '../../../src/features/setup/propose-columns.ts';
import { listUnknownValues, readMeaning } from '../../../src/features/setup/unknown-values.ts';
import { addValues } from '../../../src/features/setup/value-settings.ts';
import { canUnderstand } from '../../../src/parse/columns/cell-samples.ts';

type Column = readonly [header: string, cells: readonly string[], column?: string];

/** A sheet with cells below its headers, and our column where a header is called like one. */
function sheet(role: Understood['role'], columns: readonly Column[]): Understood {
  return {
    role,
    file: `${role}.csv`,
    encoding: 'UTF-8',
    delimiter: ';',
    rows: 2,
    columns: columns.map(([header, , column = null]) => ({ header, column })),
    fits: (index, column) => canUnderstand(column, columns[index]![0], columns[index]![1]),
  };
}

describe('columns are proposed by header and cells', () => {
  const propose = (role: Understood['role'], columns: readonly Column[]) =>
    Object.fromEntries(
      proposeColumns(sheet(role, columns))
        .filter(({ indexes }) => indexes.length > 0)
        .map(({ column, indexes, isGuess }) => [column, `${isGuess ? '?' : ''}${indexes.join()}`]),
    );

  test.each<[header: string, cells: readonly string[], column: string]>([
    ['Wie viele Führungskräfte möchten Sie höchstens begleiten?', ['1', '2', 'max. 2'], 'capacity'],
    ['How many executives could you mentor at most?', ['1', '2', '3'], 'capacity'],
    ['Mit wem möchten Sie nicht zusammenkommen?', ['Eva Lind', 'nein'], 'not_with'],
    ['Who should you not be paired with?', ['Eva Lind', 'Finance'], 'not_with'],
    ['Wunschthemen', ['Podcasts', 'Kurzvideos'], 'topics'],
    ['Wer ist Ihre direkte Führungskraft?', ['Eva Lind', 'Ben Okoro'], 'manager'],
    ['Auf welcher Karrierestufe stehen Sie?', ['Junior', 'Trainee'], 'level'],
    ['In welchem Bereich arbeiten Sie?', ['Vertrieb', 'IT'], 'department'],
  ])('%s', (header, cells, column) => {
    expect(propose('mentors', [[header, cells]])).toEqual({ [column]: '?0' });
  });

  test.each([
    ['mentors', MENTOR_COLUMNS],
    ['mentees', MENTEE_COLUMNS],
  ] as const)('every column of %s that is there is proposed', (role, ours) => {
    const there = proposeColumns(
      sheet(
        role,
        ours.map(column => [column, [], column]),
      ),
    );
    expect(there.map(({ column }) => column).toSorted()).toEqual([...ours].toSorted());
  });

  test('never where cells cannot be it, or another column has the name', () => {
    expect(propose('mentors', [['How many executives could you mentor?', ['often', 'gladly']]])).not.toHaveProperty(
      'capacity',
    );
    expect(
      propose('mentees', [
        ['Themen', ['Podcasts'], 'topics'],
        ['Weitere Themen?', ['KI']],
      ]),
    ).toEqual({ topics: '0' });
  });

  test('a number of answers is not an id', () => {
    const answers: Column[] = [
      ['ID', ['1', '2']],
      ['Fertigstellungszeit', ['10:00', '10:05']],
    ];
    expect(propose('mentors', answers)).not.toHaveProperty('id');
  });

  test('what is chosen is what a sheet is read by, and wishes stay', () => {
    const first = sheet('mentees', [
      ['Name', ['Eva Lind'], 'name'],
      ['Wish 1', ['Ada Brandt'], 'wish_1'],
      ['Unit', ['IT']],
    ]);
    const chosen = [{ column: 'department', indexes: [2], isGuess: false }];
    expect(applyColumns(first, chosen).columns.map(({ column }) => column)).toEqual([null, 'wish_1', 'department']);
  });
});

describe('sheets are judged', () => {
  const people: Column[] = [
    ['Name', ['Eva Lind'], 'name'],
    ['E-Mail', ['eva@example.org'], 'email'],
  ];
  const found = (name: string, more: readonly Column[] = []) => ({
    name,
    readings: [sheet('mentors', [...people, ...more]), sheet('mentees', [...people, ...more])],
  });
  const list = (name: string, role: 'limits' | 'pairs', ...columns: readonly string[]) => ({
    name,
    readings: [
      sheet(
        role,
        columns.map(column => [column, ['x'], column]),
      ),
    ],
  });

  test('by their columns, then by their names, and the other of two is the other side', () => {
    const capacity: Column = ['Kapazität', ['2'], 'capacity'];
    expect(
      judgeSheets([
        found('Export.csv'),
        found('Form.xlsx', [capacity]),
        list('Quoten.csv', 'limits', 'country', 'max'),
        list('Paare.csv', 'pairs', 'mentor', 'mentee', 'action'),
        list('2025.csv', 'pairs', 'mentor', 'mentee'),
      ]),
    ).toEqual({ mentors: 1, mentees: 0, limits: 2, pairs: 3, history: 4 });
    expect(judgeSheets([found('Mentees 2026.csv'), found('b.csv')])).toMatchObject({ mentors: 1, mentees: 0 });
  });

  test('as nothing where two could be it', () => {
    expect(judgeSheets([found('a.csv'), found('b.csv')])).toMatchObject({ mentors: null, mentees: null });
    expect(judgeSheets([found('mentors 1.csv'), found('mentors 2.csv')])).toMatchObject({ mentors: null });
  });
});

describe('levels', () => {
  test('are put in the order of their ranks, surely where each is known and none twice', () => {
    const names = ['Bereichsleitung', 'Junior', 'Geschäftsführung', 'Trainee', 'Teamleitung'];
    const order = ['Trainee', 'Junior', 'Teamleitung', 'Bereichsleitung', 'Geschäftsführung'];
    expect(orderLevels(names)).toEqual({ names: order, isSure: true });
    expect(orderLevels(['Chef', 'Junior', 'junior'])).toEqual({ names: ['Junior', 'Chef'], isSure: false });
    expect(orderLevels(['Team Lead', 'Teamleitung']).isSure).toBe(false);
  });

  test('are ordered by numbers, each once', () => {
    expect(readOrder('3, 1 2', ['a', 'b', 'c'])).toEqual(['c', 'a', 'b']);
    for (const answer of ['1 2', '1 1 2', '1 2 4', 'a b c', '1 2 3 3']) {
      expect(readOrder(answer, ['a', 'b', 'c']), answer).toBeNull();
    }
  });
});

describe('words that no column understands', () => {
  const at = (column: string, row: number, value: string) => ({ file: 'm.csv', row, column, value });
  const count = (row: number, cell: string) => notWhole(at('capacity', row, cell), cell, [0, 99], null, 'capacity');

  test('are listed once with their count, and with what they most likely mean', () => {
    const statuses = ['active', 'withdrawn'];
    const problems = [
      count(2, 'max. 2'),
      count(3, '1-2'),
      count(4, 'Max. 2'),
      count(5, 'viele'),
      count(6, '1, 2 or 3'),
      unknownStatus(at('status', 2, 'Elternzeit'), 'Elternzeit', null, statuses, ['withdrawn', 'active']),
      unknownCountry(at('country', 2, 'Untied Kingdom'), 'Untied Kingdom', ['GB'], 'map it'),
      unknownCountry(at('place', 2, 'Mars'), 'Mars', [], 'map it'),
    ];
    const listed = listUnknownValues(problems, ({ column }) => column);
    expect(listed.map(({ column, word, count: cells, proposed }) => [column, word, cells, proposed])).toEqual([
      ['status', 'Elternzeit', 1, 'withdrawn'],
      ['capacity', 'max. 2', 2, 2],
      ['capacity', '1-2', 1, 2],
      ['capacity', 'viele', 1, null],
      ['capacity', '1, 2 or 3', 1, null],
      ['country', 'Untied Kingdom', 1, 'GB'],
    ]);
  });

  test('mean what their column understands, or nothing', () => {
    expect(readMeaning('capacity', '0', [])).toBe(0);
    expect(readMeaning('wants', '0', [])).toBeNull();
    expect(readMeaning('status', 'Withdrawn', [])).toBe('withdrawn');
    expect(readMeaning('level', 'boss', ['Boss'])).toBe('Boss');
    expect(readMeaning('country', 'Deutschland', [])).toBe('DE');
    expect(readMeaning('country', 'Mars', [])).toBeNull();
    expect(readMeaning('languages', 'Klingon', [])).toBeNull();
    expect(readMeaning('timezone', 'Europe/Berlin', [])).toBe('Europe/Berlin');
    expect(addValues({ wants: { two: 2 } }, [{ column: 'wants', word: 'three', meaning: 3 }])).toEqual({
      wants: { two: 2, three: 3 },
    });
  });
});
