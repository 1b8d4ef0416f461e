/** @module-tag slow */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTooDeepRow, MOST_NESTED, parsePlainJson, scanJson } from '../../../src/parse/config/json.ts';
import { runs } from '../../support/runs.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** JSON with one stretch of it replaced: sometimes still JSON, mostly not. */
const damaged = fc
  .tuple(
    fc.json(),
    fc.nat(),
    fc.nat(3),
    fc.constantFrom('', ',', '"', '}', ']', '{', '[', ':', '1', '-', '0', ' ', '\n', '\\', 'u', 't'),
  )
  .map(([text, at, length, other]) => {
    const start = at % (text.length + 1);
    return text.slice(0, start) + other + text.slice(start + length);
  });

test('a fault is found exactly where there is no JSON', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), damaged), text => {
      expect(scanJson(text).fault === null).toBe(isJson(text));
    }),
    { numRuns: runs(5000) },
  );
});

test('keys that stand twice in one object are found with their path and row', () => {
  const { doubled } = scanJson('{ "a": [{ "b": 1 },\n{ "b": 1, "c": { "b": 2 }, "\\u0062": 3 }],\n"a": 4 }');
  expect(doubled).toEqual([
    { row: 2, path: ['a', 1, 'b'] },
    { row: 3, path: ['a'] },
  ]);
});

test('JSON is taken as a value exactly where it has no fault and no key stands twice', () => {
  const key = fc.constantFrom('a', 'b', '"', '\\', ':', '__proto__', 'é');
  const doubling = fc
    .tuple(fc.json(), fc.array(fc.tuple(key, fc.json()), { maxLength: 4 }))
    .map(([json, entries]) => `[${json}, {${entries.map(([name, value]) => `${JSON.stringify(name)} : ${value}`)}}]`);
  fc.assert(
    fc.property(fc.oneof(fc.json(), damaged, doubling), text => {
      const { fault, doubled } = scanJson(text);
      expect(parsePlainJson(text)).toEqual(fault === null && doubled.length === 0 ? JSON.parse(text) : undefined);
    }),
    { numRuns: runs(5000) },
  );
});

test('JSON is taken up to a depth, and no deeper, whatever stands in its strings', () => {
  const nested = (depth: number) => `${'[{"[{\\"[[":'.repeat(depth)}1${'}]'.repeat(depth)}`;
  expect(parsePlainJson(nested(MOST_NESTED / 2))).toEqual(JSON.parse(nested(MOST_NESTED / 2)));
  for (const depth of [MOST_NESTED + 1, 100_000, 10_000_000]) {
    expect(parsePlainJson('['.repeat(depth) + ']'.repeat(depth))).toBeUndefined();
    expect(findTooDeepRow(`[\n\n${'['.repeat(depth)}`)).toBe(3);
  }
});

test('JSON is taken with texts of any length', () => {
  for (const part of ['x', '\\n', '\\"', ':', ' ']) {
    const text = `{"a": "${part.repeat(3_000_000)}"}`;
    expect(parsePlainJson(text)).toEqual(JSON.parse(text));
  }
});
