import { expect, test } from 'vitest';
import { findEntry } from '../../src/domain/own-key-lookup.ts';

test('a table has its own entries and no others', () => {
  const table = { one: 1, toString: 2 };
  expect(['one', 'toString', 'two', 'constructor', '__proto__'].map(word => findEntry(table as never, word))).toEqual([
    ...[1, 2, undefined, undefined, undefined],
  ]);
});
