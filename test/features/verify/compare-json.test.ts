import { describe, expect, test } from 'vitest';
import { findValueDifference } from '../../../src/features/verify/compare-json.ts';
import { refuted } from '../../support/told.ts';

function differing(found: unknown, expected: unknown, path = ''): string | null {
  const difference = findValueDifference(found, expected, path);
  return difference && refuted({ kind: 'summary-differs', file: 'summary.json', ...difference });
}

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
