import { describe, expect, test } from 'vitest';
import { findTableDifference, findValueDifference } from '../../../src/features/verify/compare-files.ts';

const HEADER = ['mentor_id', 'mentee_id', 'score', 'status'];
const ROWS = [
  ['m1', 'e1', '10', 'draft'],
  ['m2', 'e2', '8', 'draft'],
];

/** What is said of a table that stands in for the one of the run. */
function said(rows: readonly (readonly string[])[], header: readonly string[] = HEADER): string | null {
  const keys = ['mentor_id', 'mentee_id'];
  return findTableDifference({ header, rows }, { header: HEADER, rows: ROWS }, keys, ['status']);
}

describe('a table of a run', () => {
  test('may stand in another order, and say what it likes in a column that is free', () => {
    expect(said(ROWS)).toBeNull();
    expect(said([ROWS[1]!, ['m1', 'e1', '10', 'approved']])).toBeNull();
  });

  test.each<[what: string, rows: readonly (readonly string[])[], says: string]>([
    ['a cell more', [ROWS[0]!, [...ROWS[1]!, '']], 'has 5 cells in row 3'],
    ['a cell less', [['m1', 'e1', '10'], ROWS[1]!], 'has 3 cells in row 2'],
    ['a row twice', [...ROWS, ROWS[0]!], 'has a row twice'],
    ['a row twice, each saying something else', [...ROWS, ['m1', 'e1', '11', 'draft']], 'has a row twice'],
    ['a row more', [...ROWS, ['m1', 'e2', '8', 'draft']], 'has 1 rows too many'],
    ['two rows more', [...ROWS, ['m1', 'e2', '8', 'draft'], ['m2', 'e1', '8', 'draft']], 'has 2 rows too many'],
    ['a row less', [ROWS[0]!], 'lacks the row of m2 / e2'],
    ['no rows', [], 'lacks the row of m1 / e1'],
    ['another key', [ROWS[0]!, ['m2', 'e3', '8', 'draft']], 'lacks the row of m2 / e2'],
    ['another cell', [ROWS[0]!, ['m2', 'e2', '9', 'draft']], 'says "9" in score of m2 / e2; it is "8"'],
  ])('is refused with %s', (_, rows, says) => {
    expect(said(rows)).toBe(says);
  });

  test('is refused with columns in another order, one more or one less', () => {
    expect(said(ROWS, ['mentee_id', 'mentor_id', 'score', 'status'])).toBe(
      'has the columns "mentee_id", "mentor_id", "score", "status"',
    );
    expect(said(ROWS, HEADER.slice(1))).toContain('has the columns');
    expect(said(ROWS, [...HEADER, 'more'])).toContain('has the columns');
  });

  test('is held against each cell, wherever its key is', () => {
    const table = (name: string) => ({ header: ['name', 'id'], rows: [[name, '1']] });
    expect(findTableDifference(table('Eva'), table('Eve'), ['id'])).toBe('says "Eva" in name of 1; it is "Eve"');
  });

  test('tells keys apart that read the same when put together', () => {
    const one = { header: ['a', 'b'], rows: [['x y', 'z']] };
    const other = { header: ['a', 'b'], rows: [['x', 'y z']] };
    expect(findTableDifference(one, other, ['a', 'b'])).toBe('lacks the row of x / y z');
  });

  test('may say a cell as it is or as it is read back, and nothing else', () => {
    const expected = { header: ['id', 'name'], rows: [['1', ' Ada  Byron']] };
    const found = (name: string) =>
      findTableDifference({ header: ['id', 'name'], rows: [['1', name]] }, expected, ['id']);
    expect(found(' Ada  Byron')).toBeNull();
    expect(found('Ada Byron')).toBeNull();
    expect(found('Ada  Byron')).toContain('in name of 1');
  });
});

describe('a value of a run', () => {
  test.each<[what: string, found: unknown, expected: unknown, says: string | null]>([
    ['the same', { a: [1, { b: null }] }, { a: [1, { b: null }] }, null],
    ['keys in another order', { a: 1, b: 2 }, { b: 2, a: 1 }, null],
    ['another number', { a: 2 }, { a: 1 }, 'says 2 for a; it is 1'],
    ['another text further in', { a: { b: ['x', 'z'] } }, { a: { b: ['x', 'y'] } }, 'says "z" for a.b.1; it is "y"'],
    ['a key less', {}, { a: 1 }, 'for a; it is 1'],
    ['a key more', { a: 1, b: null }, { a: 1 }, 'says null for b; it is'],
    ['an item more', { a: [1, 2] }, { a: [1] }, 'says 2 for a.1; it is'],
    ['an item less', { a: [] }, { a: [1] }, 'for a.0; it is 1'],
    ['a list for an object', { a: [] }, { a: {} }, 'says [] for a; it is {}'],
    ['an object for a list', { a: {} }, { a: [] }, 'says {} for a; it is []'],
    ['null for an object', { a: null }, { a: {} }, 'says null for a; it is {}'],
    ['an object for a text', { a: {} }, { a: 'x' }, 'says {} for a; it is "x"'],
    ['minus nothing for nothing', { a: -0 }, { a: 0 }, 'for a; it is 0'],
    ['a text for a number', { a: '1' }, { a: 1 }, 'says "1" for a; it is 1'],
    ['the second of two', { a: 1, b: 3 }, { a: 1, b: 2 }, 'says 3 for b; it is 2'],
  ])('%s', (_, found, expected, says) => {
    if (says === null) expect(findValueDifference(found, expected)).toBeNull();
    else expect(findValueDifference(found, expected)).toContain(says);
  });

  test('has no key but its own', () => {
    const hidden = (json: string) => findValueDifference(JSON.parse(json), {});
    expect(hidden('{"__proto__": {}}')).toBe('says {} for __proto__; it is nothing');
    expect(hidden('{"__proto__": null}')).toBe('says null for __proto__; it is nothing');
    expect(hidden('{"toString": 1}')).toBe('says 1 for toString; it is nothing');
  });

  test('is shown whole up to 200 signs, and cut beyond', () => {
    const shown = (length: number) => /^says "(.*) for/u.exec(findValueDifference('x'.repeat(length), 1, 'a')!)![1];
    expect(shown(198)).toBe(`${'x'.repeat(198)}"`);
    expect(shown(199)).toBe(`${'x'.repeat(199)} …`);
    expect(shown(200)).toBe(`${'x'.repeat(199)} …`);
  });
});
