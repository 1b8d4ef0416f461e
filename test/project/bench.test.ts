import { expect, test } from 'vitest';
import { growth, median, people, table } from '../../scripts/bench/figures.js';
import { commonDivisor, foldFactors } from '../../scripts/bench/fold.js';

test('the median of an even number of times lies between the middle two', () => {
  expect(median([9, 1, 2])).toBe(2);
  expect(median([8, 1, 2, 4])).toBe(3);
});

test('ten times the people in a hundred times the time is growth with the square', () => {
  expect(growth({ size: 500, time: 0.2 }, { size: 5000, time: 20 })).toBeCloseTo(2, 12);
});

test('one unit of a level is worth more than all that later levels can come to', () => {
  const [largest, tandems] = [[1, 1, 70], 3];
  const factors = foldFactors(largest, tandems);
  const after = (level: number) =>
    factors.reduce((sum, factor, later) => sum + (later > level ? tandems * largest[later]! * factor : 0), 0);
  expect(factors.map((factor, level) => factor - after(level))).toEqual([1, 1, 1]);
});

test('levels that do not fold below 2^53 are refused', () => {
  expect(() => foldFactors([1, 1, 180_000], 100_000)).toThrow('2^53');
});

test('scores are counted in the largest unit that divides them', () => {
  expect([26_680, 13_320, 100_000].reduce(commonDivisor, 0)).toBe(40);
});

test('a table can be read as plain text', () => {
  expect(table(['size', 'time'], [[people(2000, 3000), '1.20 s']]).split('\n')).toEqual([
    '| size          |   time |',
    '| ------------- | -----: |',
    '| 2,000 × 3,000 | 1.20 s |',
  ]);
});
