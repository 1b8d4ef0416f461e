import { describe, expect, test } from 'vitest';
import type { TableDifference } from '../../../src/domain/refutation.ts';
import { findTableDifference, findValueDifference } from '../../../src/features/verify/compare-files.ts';
import { refuted } from '../../support/told.ts';

const HEADER = ['mentor_id', 'mentee_id', 'score', 'status'];
const ROWS = [
  ['m1', 'e1', '10', 'draft'],
  ['m2', 'e2', '8', 'draft'],
];

/** What is said of a table that stands in for the one of the run. */
function said(rows: readonly (readonly string[])[], header: readonly string[] = HEADER): string | null {
  const keys = ['mentor_id', 'mentee_id'];
  return told(findTableDifference({ header, rows }, { header: HEADER, rows: ROWS }, keys, ['status']));
}

function told(difference: TableDifference | null): string | null {
  return difference && refuted({ kind: 'table-differs', file: 'the table', difference });
}

function differing(found: unknown, expected: unknown, path = ''): string | null {
  const difference = findValueDifference(found, expected, path);
  return difference && refuted({ kind: 'summary-differs', file: 'summary.json', ...difference });
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

  test('is refused with columns in another order, one more or one less', () => {
    expect(said(ROWS, ['mentee_id', 'mentor_id', 'score', 'status'])).toBe(
      'the table has other columns than rmentor writes: "mentee_id", "mentor_id", "score", "status"',
    );
    expect(said(ROWS, HEADER.slice(1))).toContain('has other columns');
    expect(said(ROWS, [...HEADER, 'more'])).toContain('has other columns');
  });

  test('is held against each cell, wherever its key is', () => {
    const table = (name: string) => ({ header: ['name', 'id'], rows: [[name, '1']] });
    expect(told(findTableDifference(table('Eva'), table('Eve'), ['id']))).toBe(
      'the table says "Eva" in name of 1; it must be "Eve"',
    );
  });

  test('tells keys apart that read the same when put together', () => {
    const one = { header: ['a', 'b'], rows: [['x y', 'z']] };
    const other = { header: ['a', 'b'], rows: [['x', 'y z']] };
    expect(told(findTableDifference(one, other, ['a', 'b']))).toBe('the table has no row for x / y z');
  });

  test('may say a cell as it is or as it is read back, and nothing else', () => {
    const expected = { header: ['id', 'name'], rows: [['1', ' Ada  Byron']] };
    const found = (name: string) =>
      told(findTableDifference({ header: ['id', 'name'], rows: [['1', name]] }, expected, ['id']));
    expect(found(' Ada  Byron')).toBeNull();
    expect(found('Ada Byron')).toBeNull();
    expect(found('Ada  Byron')).toContain('in name of 1');
  });
});

describe('a value of a run', () => {
  test.each<[what: string, found: unknown, expected: unknown, says: string | null]>([
    ['the same', { a: [1, { b: null }] }, { a: [1, { b: null }] }, null],
    ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, null],
    ['another number', { a: 2 }, { a: 1 }, 'says 2 for a; it must be 1'],
    [
      'another text further in',
      { a: { b: ['x', 'z'] } },
      { a: { b: ['x', 'y'] } },
      'says "z" for a.b.1; it must be "y"',
    ],
    ['a key less', {}, { a: 1 }, 'for a; it must be 1'],
    ['a key more', { a: 1, b: null }, { a: 1 }, 'says null for b; it must be'],
    ['an item more', { a: [1, 2] }, { a: [1] }, 'says 2 for a.1; it must be'],
    ['an item less', { a: [] }, { a: [1] }, 'for a.0; it must be 1'],
    ['a list for an object', { a: [] }, { a: {} }, 'says [] for a; it must be {}'],
    ['an object for a list', { a: {} }, { a: [] }, 'says {} for a; it must be []'],
    ['null for an object', { a: null }, { a: {} }, 'says null for a; it must be {}'],
    ['an object for a text', { a: {} }, { a: 'x' }, 'says {} for a; it must be "x"'],
    ['minus nothing for nothing', { a: -0 }, { a: 0 }, 'for a; it must be 0'],
    ['a text for a number', { a: '1' }, { a: 1 }, 'says "1" for a; it must be 1'],
    ['the second of two', { a: 1, b: 3 }, { a: 1, b: 2 }, 'says 3 for b; it must be 2'],
  ])('%s', (_, found, expected, says) => {
    if (says === null) expect(differing(found, expected)).toBeNull();
    else expect(differing(found, expected)).toContain(says);
  });

  test('has no key but its own', () => {
    const hidden = (json: string) => differing(JSON.parse(json), {});
    expect(hidden('{"__proto__": {}}')).toBe('summary.json says {} for __proto__; it must be nothing');
    expect(hidden('{"__proto__": null}')).toBe('summary.json says null for __proto__; it must be nothing');
    expect(hidden('{"toString": 1}')).toBe('summary.json says 1 for toString; it must be nothing');
  });

  test('is shown whole up to 200 signs, and cut beyond', () => {
    const shown = (length: number) => / says "(.*) for/u.exec(differing('x'.repeat(length), 1, 'a')!)![1];
    expect(shown(198)).toBe(`${'x'.repeat(198)}"`);
    expect(shown(199)).toBe(`${'x'.repeat(199)} …`);
    expect(shown(200)).toBe(`${'x'.repeat(199)} …`);
  });
});
