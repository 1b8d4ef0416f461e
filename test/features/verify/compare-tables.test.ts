import { describe, expect, test } from 'vitest';
import type { TableDifference } from '../../../src/domain/refutation.ts';
import { type CellTable, compareTables, type FoundTable } from '../../../src/features/verify/compare-tables.ts';
import { refuted } from '../../support/told.ts';

type Found = Omit<FoundTable, 'encoding'> & Partial<Pick<FoundTable, 'encoding'>>;

/** How a table differs; null where it does not. */
function compare(found: Found, expected: CellTable, keys: readonly string[], free: readonly string[] = []) {
  const compared = compareTables({ encoding: 'UTF-8 with BOM', ...found }, expected, { keys, free });
  return compared.kind === 'differs' ? compared.difference : null;
}

const HEADER = ['mentor_id', 'mentee_id', 'score', 'status'];
const ROWS = [
  ['m1', 'e1', '10', 'draft'],
  ['m2', 'e2', '8', 'draft'],
];

/** What is said of a table that stands in for the one of the run. */
function said(rows: readonly (readonly string[])[], header: readonly string[] = HEADER): string | null {
  const keys = ['mentor_id', 'mentee_id'];
  return told(compare({ header, rows }, { header: HEADER, rows: ROWS }, keys, ['status']));
}

function told(difference: TableDifference | null): string | null {
  return difference && refuted({ kind: 'table-differs', file: 'the table', difference });
}

describe('a table of a run', () => {
  test('may stand in another order, and say what it likes in a column that is free', () => {
    expect(said(ROWS)).toBeNull();
    expect(said([ROWS[1]!, ['m1', 'e1', '10', 'approved']])).toBeNull();
  });

  test.each<[what: string, rows: readonly (readonly string[])[], says: string]>([
    ['a cell more', [ROWS[0]!, [...ROWS[1]!, '']], 'has 5 cells in row 3; it must be 4'],
    ['a cell less', [['m1', 'e1', '10'], ROWS[1]!], 'has 3 cells in row 2; it must be 4'],
    ['a row twice', [...ROWS, ROWS[0]!], 'has the same row twice'],
    ['a row twice, each saying something else', [...ROWS, ['m1', 'e1', '11', 'draft']], 'has the same row twice'],
    ['a row more', [...ROWS, ['m1', 'e2', '8', 'draft']], 'has one row too many'],
    ['two rows more', [...ROWS, ['m1', 'e2', '8', 'draft'], ['m2', 'e1', '8', 'draft']], 'has 2 rows too many'],
    ['a row less', [ROWS[0]!], 'has no row for m2 / e2'],
    ['no rows', [], 'has no row for m1 / e1'],
    ['another key', [ROWS[0]!, ['m2', 'e3', '8', 'draft']], 'has no row for m2 / e2'],
    ['another cell', [ROWS[0]!, ['m2', 'e2', '9', 'draft']], 'says "9" in score of m2 / e2; it must be "8"'],
  ])('is refused with %s', (_, rows, says) => {
    expect(said(rows)).toBe(`the table ${says}`);
  });

  test('may have columns in another order, others besides, and none that are free', () => {
    expect(
      said(
        ROWS.map(([a, b, c, d]) => [b!, a!, c!, d!]),
        ['mentee_id', 'mentor_id', 'score', 'status'],
      ),
    ).toBeNull();
    expect(
      said(
        ROWS.map(row => [...row, 'x']),
        [...HEADER, 'more'],
      ),
    ).toBeNull();
    expect(said(ROWS, [...HEADER.slice(0, -1), 'Status'])).toBeNull();
    expect(
      said(
        ROWS.map(row => row.slice(1)),
        HEADER.slice(1),
      ),
    ).toBe('the table lacks the column mentor_id');
    expect(said(ROWS, ['mentor', 'mentee', 'score', 'status'])).toBe(
      'the table lacks the columns mentor_id and mentee_id',
    );
    expect(
      said(
        ROWS.map(row => [...row, '10']),
        [...HEADER, 'score'],
      ),
    ).toBe('the table has the column score twice');
  });

  test.each([
    ['10', true],
    ['10,0', true],
    ['10.00', true],
    ['10,5', false],
    ['1e1', false],
    ['', false],
    ['0010', true],
    ['10 ', false],
  ])('may say a number in another way: %j', (score, isSame) => {
    expect(said(ROWS.with(0, ['m1', 'e1', score, 'draft'])) === null).toBe(isSame);
  });

  test.each([
    ['Windows-1252', 'Lukasz', true],
    ['Windows-1252', '?ukasz', true],
    ['Windows-1252', 'Mukasz', false],
    ['Windows-1252', 'Łukasz', true],
    ['Windows-1252', 'Lukasz2', false],
    ['Windows-1252', 'Lukas', false],
    ['Windows-1252', 'L?kasz', false],
    ['Windows-1252', 'LUkasz', false],
    ['UTF-8', 'Lukasz', false],
    ['Windows-1250', 'Lukasz', true],
    ['Windows-1252', 'Łukaſz', false],
  ])('may have lost letters that %s lacks: %s', (encoding, name, isSame) => {
    const table = (name: string) => ({ header: ['id', 'name'], rows: [['1', name]], encoding });
    expect(compare(table(name), table('Łukasz'), ['id']) === null).toBe(isSame);
  });

  test.each([
    ['score', true],
    ['score_before', true],
    ['points_overlap-topics', true],
    ["'points_=a", true],
    ['underscore', false],
    ['my points_a', false],
    ['scores', false],
    ['mentee_department', false],
  ])('has numbers in some columns alone: %s', (column, isNumber) => {
    const table = (cell: string) => ({ header: ['id', column], rows: [['1', cell]] });
    expect(compare(table('10,0'), table('10'), ['id']) === null).toBe(isNumber);
    expect(compare(table('10'), table('10'), ['id'])).toBeNull();
  });

  test('has a column twice where two are, of which the first is named', () => {
    const header = ['id', 'name', 'id', 'name'];
    expect(told(compare({ header, rows: [] }, { header: ['id', 'name'], rows: [] }, ['id']))).toBe(
      'the table has the column id twice',
    );
  });

  test('is held against each cell, wherever its key is', () => {
    const table = (name: string) => ({ header: ['name', 'id'], rows: [[name, '1']] });
    expect(told(compare(table('Eva'), table('Eve'), ['id']))).toBe(
      'the table says "Eva" in name of 1; it must be "Eve"',
    );
  });

  test('tells keys apart that read the same when put together', () => {
    const one = { header: ['a', 'b'], rows: [['x y', 'z']] };
    const other = { header: ['a', 'b'], rows: [['x', 'y z']] };
    expect(told(compare(one, other, ['a', 'b']))).toBe('the table has no row for x / y z');
  });

  test('may say a cell as it is or as it is read back, and nothing else', () => {
    const expected = { header: ['id', 'name'], rows: [['1', ' Ada  Byron']] };
    const found = (name: string) => told(compare({ header: ['id', 'name'], rows: [['1', name]] }, expected, ['id']));
    expect(found(' Ada  Byron')).toBeNull();
    expect(found('Ada Byron')).toBeNull();
    expect(found('Ada  Byron')).toContain('in name of 1');
  });
});

describe('what is written otherwise in a table that says the same', () => {
  const header = ['id', 'name', 'score', 'note'];
  const rows = [
    ['1', 'Ada', '2.5', ''],
    ['2', 'Ben', '3', 'x'],
  ];

  /** What is told of a table of the same cells. */
  function styleOf(found: Omit<FoundTable, 'encoding'>) {
    const compared = compareTables({ encoding: 'UTF-8', ...found }, { header, rows }, { keys: ['id'], free: ['note'] });
    if (compared.kind === 'differs') throw new Error(JSON.stringify(compared));
    const { kind: _, ...style } = compared;
    return style;
  }

  const SAME = { hasOtherDecimals: false, areRowsMoved: false, areColumnsMoved: false, more: [], gone: [] };
  const pick = (...columns: readonly number[]) => ({
    header: columns.map(at => [...header, 'room'][at]!),
    rows: rows.map(row => columns.map(at => [...row, 'R'][at]!)),
  });

  test('is nothing where it is as it was written', () => {
    expect(styleOf({ header, rows })).toEqual(SAME);
    expect(styleOf({ header, rows: [rows[0]!, ['2', 'Ben', '3', 'y']] })).toEqual(SAME);
  });

  test('is the decimal sign of one number', () => {
    expect(styleOf({ header, rows: [['1', 'Ada', '2,5', ''], rows[1]!] })).toEqual({ ...SAME, hasOtherDecimals: true });
    expect(styleOf({ header, rows: [rows[0]!, ['2', 'Ben', '3.0', 'x']] })).toEqual({
      ...SAME,
      hasOtherDecimals: true,
    });
  });

  test('is the order of rows', () => {
    expect(styleOf({ header, rows: rows.toReversed() })).toEqual({ ...SAME, areRowsMoved: true });
  });

  test('is the order of columns that both have', () => {
    expect(styleOf(pick(0, 2, 1, 3))).toEqual({ ...SAME, areColumnsMoved: true });
    expect(styleOf(pick(4, 0, 1, 2, 3))).toEqual({ ...SAME, more: ['room'] });
    expect(styleOf(pick(0, 1, 2))).toEqual({ ...SAME, gone: ['note'] });
    expect(styleOf(pick(1, 0, 4, 2))).toEqual({ ...SAME, areColumnsMoved: true, more: ['room'], gone: ['note'] });
  });
});
